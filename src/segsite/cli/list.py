"""`segsite list`."""

from typing import Annotated

import typer

from segsite.cli.console import caution, out_json, out_lines
from segsite.cli.options import Date, Format, OutputFormat, Site, day, site_folder


def list_segments(
    segment: Annotated[
        str | None,
        typer.Argument(metavar="[SEGMENT]", help="Start at this segment. Default: the root.", show_default=False),
    ] = None,
    *,
    site: Site = None,
    date: Date = None,
    components: Annotated[
        bool, typer.Option("--components", help="List the theme's components and their options instead.")
    ] = False,
    output_format: OutputFormat = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Show the tree of segments, and what each has."""
    from segsite.portfolio.outline import components_text, outline, outline_text
    from segsite.portfolio.survey import survey

    surveyed = survey(site_folder(site), day(date))
    caution(surveyed.caution)
    wants_json = as_json or output_format is Format.JSON
    if components:
        found = surveyed.site.theme.components
        contracts = {name: one.contract.model_dump(mode="json") for name, one in found.items()}
        if wants_json:
            out_json(contracts)
        else:
            out_lines(components_text(found.values()))
        return
    rows = outline(surveyed, surveyed.node(segment) if segment is not None else None)
    if wants_json:
        out_json([row.as_json() for row in rows])
    else:
        out_lines(outline_text(rows))
