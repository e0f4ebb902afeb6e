"""Waivers taken out of findings, and what is wrong with the waivers themselves."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING

from segsite.diagnostics import did_you_mean
from segsite.reporting.outcome import Excused
from segsite.rulebook import waivers as rules
from segsite.rulebook.foundations import FOUNDATIONS
from segsite.rulebook.names import rule_meant

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from segsite.diagnostics import Finding
    from segsite.model.standards import Waiver


class Waivers:
    """The waivers of a site, on a day.

    Args:
        written: As `brand/waivers.yaml` has them.
        date: The day; those that have ended excuse nothing.
    """

    def __init__(self, written: Sequence[Waiver], date: datetime.date) -> None:
        self._written = written
        self._ended = [waiver for waiver in written if waiver.until < date]
        self._held = [waiver for waiver in written if waiver.until >= date]
        self._of_rule = cache(self._naming)
        self._used: set[int] = set()

    def split(self, findings: Iterable[Finding]) -> tuple[list[Finding], list[Excused]]:
        """The findings that count, and those that a waiver excuses."""
        counting, excused = [], []
        for finding in findings:
            fitting = [waiver for waiver in self._of_rule(finding.rule.name) if _fits(waiver, finding)]
            self._used.update(map(id, fitting))
            if fitting:
                excused.append(Excused(finding, "waiver", _reason(fitting[0])))
            else:
                counting.append(finding)
        return counting, excused

    def problems(self, known: Collection[str]) -> Iterator[Finding]:
        """What is wrong with waivers, whatever they excuse; `known` are the names of all rules of the site."""
        for waiver in self._written:
            yield from _rule_problems(waiver, known)
        for waiver in self._ended:
            message = f"This waiver held until {waiver.until}."
            hint = f"Mend what it excused and delete it, or agree on a new day with {waiver.who}."
            yield rules.EXPIRED.at(waiver.place("until"), message, hint)

    def unused(
        self, findings: Sequence[Finding], known: Collection[str], is_judged: Callable[[str], bool]
    ) -> Iterator[Finding]:
        """Waivers that excused nothing when `split` was asked.

        Args:
            findings: What counts; it shows what a waiver that is not used may have meant.
            known: The names of all rules of the site.
            is_judged: Whether the files that a pattern names were all held to the standards.
        """
        for waiver in self._held:
            sound = not list(_rule_problems(waiver, known))
            if sound and id(waiver) not in self._used and is_judged(waiver.where):
                message = "This waiver excuses nothing."
                yield rules.UNUSED.at(waiver.place("rule"), message, _meant(waiver, findings))

    def _naming(self, rule: str) -> tuple[Waiver, ...]:
        """The waivers that hold for a rule."""
        if rule in FOUNDATIONS:
            return ()
        return tuple(waiver for waiver in self._held if fnmatchcase(rule, waiver.rule))


def _fits(waiver: Waiver, finding: Finding) -> bool:
    return fnmatchcase(finding.place.file, waiver.where) and (
        waiver.text is None or _folded(waiver.text) == _folded(finding.place.text)
    )


def _folded(text: str) -> str:
    """A text whatever its line breaks."""
    return " ".join(text.split())


def _reason(waiver: Waiver) -> str:
    return f"{waiver.why} ({waiver.who}, until {waiver.until})"


def _rule_problems(waiver: Waiver, known: Collection[str]) -> Iterator[Finding]:
    named = {name for name in known if fnmatchcase(name, waiver.rule)}
    place = waiver.place("rule")
    if not named:
        what = "No rule fits" if "*" in waiver.rule else "There is no rule"
        yield rules.UNKNOWN_RULE.at(place, f"{what} `{waiver.rule}`.", rule_meant(waiver.rule, known))
    elif named <= FOUNDATIONS:
        yield rules.NOT_ALLOWED.at(place, f"`{waiver.rule}` cannot be waived.")


def _meant(waiver: Waiver, findings: Sequence[Finding]) -> str:
    """The hint for a waiver that excuses nothing: what there is that it nearly fits."""
    of_rule = [finding for finding in findings if fnmatchcase(finding.rule.name, waiver.rule)]
    in_file = {_folded(finding.place.text) for finding in of_rule if fnmatchcase(finding.place.file, waiver.where)}
    if waiver.text is not None and in_file:
        shown = ", ".join(f"`{text}`" for text in sorted(in_file)[:3])
        return f"In this file the rule finds {shown}: correct `text`, or delete the waiver."
    files = {finding.place.file for finding in of_rule}
    near = did_you_mean(waiver.where, files) if files else ""
    if near.startswith("Did you mean"):
        return near
    return "Delete it: what it excused is mended."
