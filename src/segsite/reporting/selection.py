"""Which of the findings somebody wants to see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from segsite.diagnostics import Findings, Severity

if TYPE_CHECKING:
    from segsite.diagnostics import Finding
    from segsite.reporting.outcome import Outcome
    from segsite.reporting.reach import Reach


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; by default everything.

    Attributes:
        files: Files and folders, from the site's root; `.` is all of it.
        segment: A segment: what stands in its files, reaches its outputs, or those of a segment below it.
        rules: Names of rules, or patterns of them. That a file cannot be read is shown whatever the rules: what they
            would find in it is not known.
        severity: At least so severe.
    """

    files: tuple[str, ...] = ()
    segment: str | None = None
    rules: tuple[str, ...] = ()
    severity: Severity = Severity.SUGGESTION

    def of(self, outcome: Outcome) -> Outcome:
        """The outcome with what is asked for; what is not is counted as elsewhere."""
        if self == Selection():
            return outcome
        shown, elsewhere = Findings(), Findings()
        for finding in outcome.findings:
            (shown if self._shows(finding, outcome.reach) else elsewhere).add(finding)
        excused = tuple(item for item in outcome.excused if self._shows(item.finding, outcome.reach))
        return replace(outcome, findings=shown, excused=excused, elsewhere=elsewhere)

    def _shows(self, finding: Finding, reach: Reach) -> bool:
        return (
            finding.severity >= self.severity
            and (not self.rules or self._asks_for(finding))
            and (not self.files or any(_holds(file, finding.place.file) for file in self.files))
            and (self.segment is None or any(_is_below(name, self.segment) for name in reach.segments(finding)))
        )

    def _asks_for(self, finding: Finding) -> bool:
        """Whether a finding is of the rules asked for, or keeps them from being held at all."""
        return _hides_others(finding) or any(fnmatchcase(finding.rule.name, pattern) for pattern in self.rules)


def _hides_others(finding: Finding) -> bool:
    """Whether a file could not be read, so that nobody knows what rules would find in it."""
    return finding.severity is Severity.ERROR and finding.rule.name.startswith(("file/", "schema/"))


def _holds(path: str, file: str) -> bool:
    return path in {".", file} or file.startswith(f"{path}/")


def _is_below(segment: str, top: str) -> bool:
    return not top or segment == top or segment.startswith(f"{top}/")
