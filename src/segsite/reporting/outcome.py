"""What a check or build came to, as every format tells it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from segsite.diagnostics import Findings
from segsite.reporting.reach import NO_REACH, Reach

if TYPE_CHECKING:
    from segsite.diagnostics import Finding
    from segsite.reporting.events import Summary


@dataclass(frozen=True, slots=True)
class Excused:
    """A finding that does not count.

    Attributes:
        finding: The breach.
        by: What excuses it.
        why: Why it may be, who answers for it, and until when; empty for the baseline.
    """

    finding: Finding
    by: Literal["waiver", "baseline"]
    why: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Outcome:
    """What a command found and did.

    Attributes:
        findings: What counts, and is shown.
        summary: What was made; None where nothing was.
        excused: Findings that do not count.
        gone: How many findings of the baseline are there no more.
        elsewhere: What else was found, outside of what was asked for.
        reach: Which segments a finding is about.
        date: The day of the command.
        folder: The site's folder as seen from where the command runs: `sites/acme`, absolute if it is elsewhere, or
            empty if it is the same.
    """

    findings: Findings = field(default_factory=Findings)
    summary: Summary | None = None
    excused: tuple[Excused, ...] = ()
    gone: int = 0
    elsewhere: Findings = field(default_factory=Findings)
    reach: Reach = NO_REACH
    date: datetime.date = datetime.date.min
    folder: str = ""

    def excused_by(self, by: Literal["waiver", "baseline"]) -> int:
        """How many findings a waiver, or the baseline, excuses."""
        return sum(excused.by == by for excused in self.excused)

    def path(self, file: str) -> str:
        """A file of the site as it is named from where the command runs."""
        return f"{self.folder}/{file}" if self.folder else file

    def path_in_repository(self, file: str) -> str:
        """The same for services that know a file by its path from the repository's root, where commands run."""
        return file if self.folder.startswith("/") or ":" in self.folder else self.path(file)
