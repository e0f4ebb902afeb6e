"""An outcome that has one of everything, for the tests of every format."""

from __future__ import annotations

import datetime

from segsite.diagnostics import Edit, Finding, Findings, Rule, Severity, Source
from segsite.reporting.events import Summary
from segsite.reporting.outcome import Excused, Outcome
from segsite.reporting.reach import Reach

ERROR = Rule("fact/contradicted", Severity.ERROR, "Facts agree.", "Doubt spreads.", "Write the fact.", "200", "2,400+")
WARNING = Rule("voice/Acme.Jargon", Severity.WARNING, "Plain words.", "Jargon bores.", "Say it plainly.")
SUGGESTION = Rule("fact/typed", Severity.SUGGESTION, "Facts are filled.", "They change.", "Write an expression.")

INDEX = Source("content/segments/index.md", "Größe: we utilise it, 100% 👍 sure.\nTrusted by 200, too.\n")
ROOFING = Source("content/segments/trades/roofing/my page.md", "We utilise it.\n")
LOGO = Source("brand/assets/logo.png")
WHY = "It is our slogan. (@brand, until 2027-06-30)"
NASTY = 'One: two, 100%\nthree ]]> <&" \x1b\x00\ud800'


def found(rule: Rule, source: Source, words: str = "", message: str = "Not so.", fix: str | None = None) -> Finding:
    place = source.place(0, len(source.text)).within(words) if words else source.place()
    return rule.at(place, message, fix=Edit(place, fix) if fix is not None else None)


def outcome(**changes) -> Outcome:
    """Findings of every severity, with and without fix, words and outputs; one waived and one in the baseline."""
    findings = Findings(
        [
            found(ERROR, INDEX, "200", "This says 200; the fact `customers` is 2,400+.", "{{ facts.customers }}"),
            found(WARNING, INDEX, "utilise", fix=""),
            found(SUGGESTION, INDEX, "100% 👍", NASTY),
            found(ERROR, LOGO),
        ]
    )
    for output in ("web/index.html", "web/trades/index.html"):
        findings.extend(Findings([found(WARNING, ROOFING, "utilise")]).reaching(output))
    given = {
        "findings": findings,
        "summary": Summary(3, 1, 2, 9, (), 0.25),
        "excused": (
            Excused(found(WARNING, INDEX, "sure", "Are you?"), "waiver", WHY),
            Excused(found(ERROR, INDEX, "too"), "baseline"),
        ),
        "reach": Reach(
            {"web/index.html": "", "web/trades/index.html": "trades"},
            [(name, Source("content/segments/x").place()) for name in ("", "trades", "trades/roofing")],
        ),
        "date": datetime.date(2026, 11, 21),
    }
    return Outcome(**{**given, **changes})
