"""`segsite check`."""

from typing import Annotated

import typer

from segsite.cli.options import Date, Drafts, FindingsFormat, Least, MaxFindings, ReportFile, ReportFormat, Site
from segsite.reporting.terminal import MAX_FINDINGS


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATHS", help="Show only what stands in these files and folders.", show_default=False),
    ] = None,
    *,
    site: Site = None,
    drafts: Drafts = False,
    date: Date = None,
    segment: Annotated[
        str | None,
        typer.Option(
            metavar="SEGMENT",
            help="Show only what stands in the files of a segment, or reaches what is made for it or one below it.",
            show_default=False,
        ),
    ] = None,
    rule: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE",
            help="Show only what breaks this rule; `voice/*` is all of a family. Can be given several times.",
            show_default=False,
        ),
    ] = None,
    severity: Annotated[
        Least, typer.Option(metavar="|".join(Least), help="Show only what is at least so severe.")
    ] = Least.SUGGESTION,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended without asking, then check again.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and write nothing; exit with 1 if it would.")
    ] = False,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline",
            help="Record what is found, so that only new findings fail; again, to take out what is mended.",
        ),
    ] = False,
    output_format: FindingsFormat = ReportFormat.TEXT,
    report: ReportFile = None,
    max_findings: MaxFindings = MAX_FINDINGS,
) -> None:
    """Find every mistake a build would find, and write nothing; everything is checked, whatever is shown."""
    from segsite.cli.running import Run
    from segsite.cli.selecting import Wanted

    wanted = Wanted(tuple(paths or ()), segment, tuple(rule or ()), severity)
    run = Run(site, date, drafts=drafts, output_format=output_format, report=report, limit=max_findings)
    if write_baseline:
        run.write_baseline(wanted, fix=fix or diff)
    elif diff:
        run.diff(wanted)
    elif fix:
        run.fix(wanted)
    else:
        run.check(wanted)
