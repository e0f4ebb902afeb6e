"""What `build` and `check` do: a check is a build that does not write."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from segsite.building import BuildOptions, build, shown
from segsite.building.fixing import mended
from segsite.building.recording import record
from segsite.building.rewriting import write_mended
from segsite.cli import console
from segsite.cli.options import ReportFormat, day, site_folder
from segsite.diagnostics import SegsiteError, UsageError
from segsite.reporting.diff import diff_text
from segsite.reporting.formats import FORMATS
from segsite.reporting.outcome import Outcome
from segsite.reporting.overview import overview_text
from segsite.reporting.summary import notes_text, summary_text
from segsite.reporting.terminal import COLUMNS, findings_text
from segsite.reporting.text import counted, visible

if TYPE_CHECKING:
    from segsite.building import Report
    from segsite.cli.selecting import Wanted


class Run:
    """One run of a command.

    Raises:
        SegsiteError: If there is no site.
    """

    def __init__(
        self,
        site: Path | None,
        date: str | None,
        *,
        drafts: bool,
        output_format: ReportFormat,
        report: Path | None,
        limit: int,
    ) -> None:
        self._root, self._date, self._drafts = site_folder(site), day(date), drafts
        self._format, self._report, self._limit = output_format, report, limit

    def build(self, out: Path | None) -> None:
        """Build the site.

        Raises:
            typer.Exit: With code 1, if anything found is an error.
            SegsiteError: If the output folder cannot take it.
        """
        options = BuildOptions(self._root, self._date, out, self._drafts)
        report = self._made(options, write=True)
        failed = report.findings.failed
        kept = f"Nothing was written: {visible(shown(options.dist))} is as it was.\n" if failed else ""
        self._show(self._outcome(report), kept)

    def check(self, wanted: Wanted, said: str = "") -> None:
        """Check the site.

        Args:
            wanted: Which findings are shown.
            said: What was done before.

        Raises:
            typer.Exit: With code 1, if anything shown is an error.
            UsageError: If what is wanted is not there.
        """
        self._show(self._selected(wanted), said)

    def fix(self, wanted: Wanted) -> None:
        """Mend what can be mended of what is wanted, and check again.

        Raises:
            typer.Exit: With code 1, if an error is left.
            SegsiteError: If a file cannot be written.
        """
        outcome = self._selected(wanted)
        files = write_mended(self._root, mended(outcome.findings))
        if not files:
            self._show(outcome, "Nothing could be fixed.\n")
            return
        fixed = f"{counted(sum(file.count for file in files), 'finding')} in {counted(len(files), 'file')}"
        self.check(wanted, f"Fixed {fixed}.\n")

    def diff(self, wanted: Wanted) -> None:
        """Show what `fix` would change.

        Raises:
            typer.Exit: With code 1, if it would change anything.
        """
        files = mended(self._selected(wanted).findings)
        for file in files:
            name = file.source.name
            console.out(diff_text(name, file.source.text, file.text, coloured=console.coloured()))
        fixes = f"{counted(sum(file.count for file in files), 'finding')} in {counted(len(files), 'file')}"
        console.diagnostic(f"Would fix {fixes}.\n" if files else "Nothing could be fixed.\n")
        if files:
            raise typer.Exit(1)

    def write_baseline(self, wanted: Wanted, *, fix: bool) -> None:
        """Write the baseline, or shrink it.

        Raises:
            typer.Exit: With code 1, if an error is left that is not in it.
            UsageError: If only a part is checked, or drafts are and were not, or the other way round.
        """
        if fix or not wanted.is_everything:
            raise UsageError("A baseline is of the whole site as it is.", "Leave out PATHS and the other options.")
        report = self._made(BuildOptions(self._root, self._date, drafts=self._drafts), write=False)
        recorded = record(self._root, report, drafts=self._drafts)
        if recorded is None:
            self._show(
                self._outcome(report), "No baseline was written: first mend what keeps the site from being built.\n"
            )
        else:
            self.check(wanted, f"{recorded}\n")

    def _made(self, options: BuildOptions, *, write: bool) -> Report:
        try:
            return build(options, console.listener(), write=write)
        finally:
            console.wipe_progress()

    def _selected(self, wanted: Wanted) -> Outcome:
        report = self._made(BuildOptions(self._root, self._date, drafts=self._drafts), write=False)
        return wanted.selection(self._root, report).of(self._outcome(report))

    def _outcome(self, report: Report) -> Outcome:
        return Outcome(
            report.findings,
            report.summary,
            report.excused,
            report.gone,
            reach=report.reach,
            date=self._date,
            folder=_from_here(self._root),
        )

    def _show(self, outcome: Outcome, said: str) -> None:
        if self._format is ReportFormat.TEXT or self._report is not None:
            console.out(self._text(outcome, said))
        else:
            console.out(FORMATS[self._format](outcome))
            console.diagnostic(said)
        if self._report is not None:
            self._write_report(outcome)
        if outcome.findings.failed:
            raise typer.Exit(1)

    def _text(self, outcome: Outcome, said: str) -> str:
        coloured = console.coloured()
        found = findings_text(
            outcome.findings,
            coloured=coloured,
            limit=self._limit,
            columns=console.columns() or COLUMNS,
            overview=overview_text(outcome, coloured=coloured),
        )
        notes = notes_text(outcome) + said
        if outcome.findings.failed or outcome.summary is None:
            return found + notes
        summary = summary_text(outcome.summary, coloured=coloured)
        return f"{found}{notes}\n{summary}" if found else f"{notes}{summary}"

    def _write_report(self, outcome: Outcome) -> None:
        if self._report is None:
            return
        text = FORMATS[self._format](outcome) if self._format in FORMATS else findings_text(outcome.findings, limit=0)
        try:
            self._report.parent.mkdir(parents=True, exist_ok=True)
            self._report.write_text(text, "utf-8", newline="\n")
        except OSError as error:
            message = f"{self._report} cannot be written: {error.strerror}."
            raise SegsiteError(message, "Name another file with `--report`.") from error


def _from_here(root: Path) -> str:
    """The site's folder as seen from here: nothing if it is the same, absolute if it is not below."""
    there, here = Path(os.path.realpath(root)), Path.cwd()
    if there == here:
        return ""
    return (there.relative_to(here) if there.is_relative_to(here) else there).as_posix()
