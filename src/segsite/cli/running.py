"""What `build` and `check` have in common: a check is a build that does not write."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from segsite.building import BuildOptions, build
from segsite.cli import console
from segsite.cli.options import Format, day, site_folder
from segsite.reporting.events import Summary
from segsite.reporting.json_format import findings_json
from segsite.reporting.summary import summary_text
from segsite.reporting.terminal import COLUMNS, findings_text
from segsite.reporting.text import visible

if TYPE_CHECKING:
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
    root = site_folder(site)
    options = BuildOptions(root, out, drafts, day(date))
    try:
        report = build(options, console.listener(), write=write)
    finally:
        console.wipe_progress()
    folder = _as_typed(out or root / "dist")
    summary = _summary(report, folder if report.committed is not None else "")
    if output_format is Format.JSON:
        console.out(findings_json(report.findings, summary))
    else:
        console.out(_text(report, summary, limit, folder if write else ""))
    if report.findings.failed:
        raise typer.Exit(1)


def _summary(report: Report, folder: str) -> Summary:
    done = report.committed
    return Summary(
        pages=report.pages,
        emails=report.emails,
        segments=report.segments,
        outputs=report.outputs,
        left_out=report.left_out,
        seconds=report.seconds,
        folder=folder,
        written=len(done.written) if done is not None else 0,
        unchanged=done.unchanged if done is not None else 0,
        removed=done.removed if done is not None else (),
    )


def _text(report: Report, summary: Summary, limit: int, folder: str) -> str:
    coloured = console.coloured()
    columns = console.columns() or COLUMNS
    found = findings_text(report.findings, coloured=coloured, limit=limit, columns=columns)
    if not report.findings.failed:
        return "\n".join(part for part in (found, summary_text(summary, coloured=coloured)) if part)
    return f"{found}Nothing was written: {visible(folder)} is as it was.\n" if folder else found


def _as_typed(path: Path) -> str:
    """A path as the user would type it from here."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.startswith("..") else Path(relative).as_posix()
