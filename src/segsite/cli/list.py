"""`segsite list`."""

from typing import TYPE_CHECKING, Annotated

import typer

from segsite.cli.console import caution, out_json, out_lines
from segsite.cli.options import Date, Format, OutputFormat, Site, day, site_folder
from segsite.diagnostics import UsageError

if TYPE_CHECKING:
    from segsite.portfolio.survey import Survey


def list_segments(
    segment: Annotated[
        str | None,
        typer.Argument(metavar="[SEGMENT]", help="Start at this segment. Default: the root.", show_default=False),
    ] = None,
    *,
    site: Site = None,
    date: Date = None,
    emails: Annotated[
        bool, typer.Option("--emails", help="List the e-mails of each segment instead, flow by flow.")
    ] = False,
    components: Annotated[
        bool, typer.Option("--components", help="List the theme's components and their options instead.")
    ] = False,
    platforms: Annotated[
        bool, typer.Option("--platforms", help="List the e-mail platforms there are, and which the site uses, instead.")
    ] = False,
    output_format: OutputFormat = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Show the tree of segments, and what each has."""
    from segsite.portfolio.survey import survey

    if emails + components + platforms > 1:
        raise UsageError("Several lists are asked for.", "Give one of `--emails`, `--components`, `--platforms`.")
    surveyed = survey(site_folder(site), day(date))
    caution(surveyed.caution)
    if components:
        plain, text = _components(surveyed)
    elif platforms:
        plain, text = _platforms(surveyed)
    else:
        plain, text = (_emails if emails else _segments)(surveyed, segment)
    if as_json or output_format is Format.JSON:
        out_json(plain)
    else:
        out_lines(text)


def _segments(surveyed: "Survey", segment: str | None) -> tuple[object, str]:
    """The tree, for programs and for people."""
    from segsite.portfolio.outline import outline, outline_text

    rows = outline(surveyed, surveyed.node(segment) if segment is not None else None)
    return [row.as_json() for row in rows], outline_text(rows)


def _emails(surveyed: "Survey", segment: str | None) -> tuple[object, str]:
    from segsite.portfolio.flows import flows, flows_text

    found = flows(surveyed, surveyed.node(segment) if segment is not None else None)
    return [one.as_json() for one in found], flows_text(found)


def _components(surveyed: "Survey") -> tuple[object, str]:
    from segsite.portfolio.outline import components_text

    found = surveyed.site.theme.components
    contracts = {name: one.contract.model_dump(mode="json") for name, one in found.items()}
    return contracts, components_text(found.values())


def _platforms(surveyed: "Survey") -> tuple[object, str]:
    from segsite.portfolio.platforms import platforms, platforms_text

    known = platforms(surveyed.site)
    return [one.as_json() for one in known], platforms_text(known)
