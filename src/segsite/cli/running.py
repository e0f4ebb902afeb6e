"""What `build` and `check` have in common: a check is a build that does not write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from segsite.building import BuildOptions, build, shown
from segsite.cli import console
from segsite.cli.options import Format, day, site_folder
from segsite.reporting.json_format import findings_json
from segsite.reporting.summary import summary_text
from segsite.reporting.terminal import COLUMNS, findings_text
from segsite.reporting.text import visible

if TYPE_CHECKING:
    from pathlib import Path

    from segsite.building import Report


def run(
    site: Path | None,
    out: Path | None,
    *,
    drafts: bool,
    date: str | None,
    output_format: Format,
    limit: int,
    write: bool,
) -> None:
    """Build or check, and say what came of it.

    Raises:
        typer.Exit: With code 1, if anything found is an error.
        SegsiteError: If there is no site, or the output folder cannot take it.
    """
    options = BuildOptions(site_folder(site), day(date), out, drafts)
    try:
        report = build(options, console.listener(), write=write)
    finally:
        console.wipe_progress()
    if output_format is Format.JSON:
        console.out(findings_json(report.findings, report.summary))
    else:
        console.out(_text(report, limit))
        if write and report.findings.failed:
            console.out(f"Nothing was written: {visible(shown(options.dist))} is as it was.\n")
    if report.findings.failed:
        raise typer.Exit(1)


def _text(report: Report, limit: int) -> str:
    coloured = console.coloured()
    columns = console.columns() or COLUMNS
    found = findings_text(report.findings, coloured=coloured, limit=limit, columns=columns)
    if report.findings.failed:
        return found
    summary = summary_text(report.summary, coloured=coloured)
    return f"{found}\n{summary}" if found else summary
