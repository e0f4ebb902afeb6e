"""Which findings are shown."""

from __future__ import annotations

import pytest

from outcomes import ERROR, INDEX, ROOFING, WARNING, found, outcome
from segsite.diagnostics import Findings, Severity
from segsite.reporting.selection import Selection
from segsite.rulebook import schema as rules


def shown(selection: Selection) -> list[str]:
    return [f"{finding.rule.name} {finding.place.file}" for finding in selection.of(outcome()).findings]


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        (Selection(), 5),
        (Selection(files=(".",)), 5),
        (Selection(files=("content",)), 4),
        (Selection(files=("content/segments/index.md",)), 3),
        (Selection(files=("content/segments/index",)), 0),
        (Selection(files=("brand", "content/segments/trades")), 2),
        (Selection(rules=("voice/*",)), 2),
        (Selection(rules=("voice/*", "fact/typed")), 3),
        (Selection(severity=Severity.WARNING), 4),
        (Selection(severity=Severity.ERROR), 2),
        (Selection(segment="trades/roofing"), 1),
        (Selection(segment=""), 4),
        (Selection(segment="trades", rules=("fact/*",)), 0),
    ],
)
def test_what_is_asked_for_is_shown_and_the_rest_is_elsewhere(selection, count):
    chosen = selection.of(outcome())
    assert len(chosen.findings) == count
    assert len(chosen.findings) + len(chosen.elsewhere) == 5


def test_a_segment_is_shown_what_reaches_it_from_above_and_what_is_below_it():
    above = Findings(Findings([found(ERROR, INDEX, "200")]).reaching("web/trades/index.html"))
    below = found(ERROR, ROOFING, "it")
    chosen = Selection(segment="trades").of(outcome(findings=Findings([*above, below, found(ERROR, INDEX, "too")])))
    assert [finding.place.text for finding in chosen.findings] == ["200", "it"]


def test_what_is_excused_is_chosen_likewise():
    assert len(Selection(rules=("voice/*",)).of(outcome()).excused) == 1


def test_a_file_that_cannot_be_read_is_shown_whatever_the_rules_as_it_may_hide_what_they_would_find():
    unreadable = found(rules.SYNTAX, INDEX, "200")
    chosen = Selection(rules=("fact/*",)).of(outcome(findings=Findings([unreadable, found(WARNING, INDEX)])))
    assert [finding.rule.name for finding in chosen.findings] == ["schema/syntax"]
