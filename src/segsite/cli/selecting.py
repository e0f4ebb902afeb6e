"""What a check is asked to show, held to what there is."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from segsite.brand.rules import known_rules
from segsite.cli.options import Least
from segsite.cli.paths import site_paths
from segsite.diagnostics import Severity, UsageError, did_you_mean
from segsite.portfolio.survey import ROOT_NAMES
from segsite.reporting.selection import Selection
from segsite.rulebook.names import rule_meant

if TYPE_CHECKING:
    from pathlib import Path

    from segsite.building import Report


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for, as it was typed.

    Attributes:
        paths: Files and folders.
        segment: A segment.
        rules: Rules, or patterns of them.
        severity: The least severity.
    """

    paths: tuple[str, ...] = ()
    segment: str | None = None
    rules: tuple[str, ...] = ()
    severity: Least = Least.SUGGESTION

    @property
    def is_everything(self) -> bool:
        """Whether all findings are shown."""
        return self == Wanted()

    def selection(self, root: Path, report: Report) -> Selection:
        """The same, as there is it; everything, if the site could not be read.

        Raises:
            UsageError: If a file, segment or rule is not there.
        """
        files = site_paths(root, self.paths)
        if report.site is None:
            return Selection()
        known = known_rules(report.site.brand)
        for pattern in self.rules:
            if not any(fnmatchcase(name, pattern) for name in known):
                raise UsageError(f"There is no rule `{pattern}`.", rule_meant(pattern, known))
        segment = self._segment(report) if self.segment is not None else None
        return Selection(files, segment, self.rules, Severity[self.severity.name])

    def _segment(self, report: Report) -> str:
        name = self.segment or ""
        wanted = "" if name in ROOT_NAMES else name.strip("/")
        if wanted not in report.reach.known:
            hint = did_you_mean(wanted, report.reach.known, otherwise="`segsite list` shows all segments.")
            raise UsageError(f"There is no segment `{wanted}`.", hint)
        return wanted
