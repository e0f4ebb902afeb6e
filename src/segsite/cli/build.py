"""`segsite build`."""

from pathlib import Path
from typing import Annotated

import typer

from segsite.cli.options import Date, Drafts, FindingsFormat, MaxFindings, ReportFile, ReportFormat, Site
from segsite.reporting.terminal import MAX_FINDINGS


def build(
    *,
    site: Site = None,
    folder: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="Where the site is written. Default: dist.", show_default=False),
    ] = None,
    drafts: Drafts = False,
    date: Date = None,
    output_format: FindingsFormat = ReportFormat.TEXT,
    report: ReportFile = None,
    max_findings: MaxFindings = MAX_FINDINGS,
) -> None:
    """Make the pages and e-mails of every segment. With mistakes in the content, nothing is written."""
    from segsite.cli.running import Run

    Run(site, date, drafts=drafts, output_format=output_format, report=report, limit=max_findings).build(folder)
