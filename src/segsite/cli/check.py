"""`segsite check`."""

from segsite.cli.options import Date, Drafts, Format, MaxFindings, OutputFormat, Site
from segsite.reporting.terminal import MAX_FINDINGS


def check(
    *,
    site: Site = None,
    drafts: Drafts = False,
    date: Date = None,
    output_format: OutputFormat = Format.TEXT,
    max_findings: MaxFindings = MAX_FINDINGS,
) -> None:
    """Find every mistake a build would find, and write nothing."""
    from segsite.cli.running import run

    run(site, None, drafts=drafts, date=date, output_format=output_format, limit=max_findings, write=False)
