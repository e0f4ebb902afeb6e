"""`segsite new`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segsite.cli.console import out_lines
from segsite.cli.options import Site, day, site_folder

if TYPE_CHECKING:
    from segsite.portfolio.survey import Survey

new = typer.Typer(
    name="new", no_args_is_help=True, rich_markup_mode=None, help="Start a segment, page, e-mail or block."
)


def _done(root: Path, path: Path, advice: str) -> None:
    out_lines(f"Created {path.relative_to(root).as_posix()}\n{advice}\n")


@new.command()
def segment(
    segment_id: Annotated[str, typer.Argument(metavar="ID", help="Its path in the tree, such as trades/roofing.")],
    *,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What people call it.", show_default=False)] = None,
    site: Site = None,
) -> None:
    """Start a segment: a draft that inherits everything."""
    from segsite.scaffolding import new_segment

    root, surveyed = _surveyed(site)
    path = new_segment(root, surveyed, segment_id, name)
    _done(root, path, "It is a draft and has every touchpoint of its parent: segsite build --drafts")


@new.command()
def page(
    name: Annotated[
        str, typer.Argument(metavar="SEGMENT/PAGE", help="Such as trades/roofing/warranty; /about for the root's.")
    ],
    *,
    site: Site = None,
) -> None:
    """Start a page: what it inherits, or a new one."""
    from segsite.scaffolding import new_page

    root, surveyed = _surveyed(site)
    _done(root, new_page(root, surveyed, name), "Write it, then: segsite check")


@new.command()
def email(
    name: Annotated[str, typer.Argument(metavar="SEGMENT/EMAIL", help="Such as trades/roofing/welcome.")],
    *,
    site: Site = None,
) -> None:
    """Start an e-mail: what it inherits, or a new one."""
    from segsite.scaffolding import new_email

    root, surveyed = _surveyed(site)
    _done(root, new_email(root, surveyed, name), "Write it, then: segsite check")


@new.command()
def block(
    name: Annotated[str, typer.Argument(metavar="BLOCK", help="Such as proof/iso-27001.")],
    *,
    segment: Annotated[
        str | None,
        typer.Option(metavar="SEGMENT", help="Only for this segment and those below it.", show_default=False),
    ] = None,
    site: Site = None,
) -> None:
    """Start a block that pages and e-mails share."""
    from segsite.scaffolding import new_block

    root, surveyed = _surveyed(site)
    _done(root, new_block(root, surveyed, name, segment), f"Show it with: ::: use {name} :::")


def _surveyed(site: Path | None) -> "tuple[Path, Survey]":
    from segsite.portfolio.survey import survey

    root = site_folder(site)
    return root, survey(root, day(None))
