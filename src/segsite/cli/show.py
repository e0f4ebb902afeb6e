"""`segsite show`."""

from typing import Annotated

import typer

from segsite.cli.console import caution, out_json, out_lines
from segsite.cli.options import Date, Format, OutputFormat, Site, day, site_folder


def show(
    segment: Annotated[str, typer.Argument(metavar="SEGMENT", help="Its id, such as trades/roofing; / is the root.")],
    key: Annotated[
        str | None,
        typer.Argument(metavar="[KEY]", help="One value, such as message.headline.", show_default=False),
    ] = None,
    *,
    site: Site = None,
    date: Date = None,
    sections: Annotated[
        bool,
        typer.Option("--sections", help="Show the sections of its pages and e-mails; KEY names one, such as pricing."),
    ] = False,
    output_format: OutputFormat = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Show what a segment has, and from which file."""
    from segsite.portfolio import origins
    from segsite.portfolio.survey import survey

    surveyed = survey(site_folder(site), day(date))
    node = surveyed.node(segment)
    caution(surveyed.caution)
    wants_json = as_json or output_format is Format.JSON
    if sections:
        touchpoints = origins.touchpoints(node, key)
        if wants_json:
            out_json([origins.sections_json(touchpoint) for touchpoint in touchpoints])
        else:
            out_lines("\n".join(origins.sections_text(node, touchpoint) for touchpoint in touchpoints))
        return
    found = origins.origins(surveyed, node, key)
    if wants_json:
        out_json([origin.as_json() for origin in found])
    else:
        out_lines(origins.origins_text(found))
