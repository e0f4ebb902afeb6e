"""`segsite email preview`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segsite.cli import console
from segsite.cli.options import Date, Drafts, Site, day, site_folder

if TYPE_CHECKING:
    from segsite.mailing.previewing import Previewed


def preview(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SEGMENT[/NAME]",
            help="E-mails, such as trades/roofing/welcome, or segments with all below them. Default: the first 200.",
            show_default=False,
        ),
    ] = None,
    *,
    site: Site = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FOLDER",
            help="Where the pages go. Default: .segsite/preview in the site's folder.",
            show_default=False,
        ),
    ] = None,
    drafts: Drafts = False,
    date: Date = None,
    opened: Annotated[bool, typer.Option("--open", help="Open them in the browser.")] = False,
) -> None:
    """Show e-mails as their recipients will see them.

    Each gets a page: what inboxes show of it, the HTML wide and narrow, light and dark, with and without pictures, the
    text part, its size, its findings, and sample recipients to switch between.
    """
    from segsite.mailing.previewing import FOLDER, make_previews

    root = site_folder(site)
    try:
        made = make_previews(root, day(date), names or (), folder or root / FOLDER, console.listener(), drafts=drafts)
    finally:
        console.wipe_progress()
    console.caution("" if made.whole else "Some files of the site have errors; `segsite check` says which.")
    console.out(_told(made))
    if opened:
        import webbrowser

        webbrowser.open(made.first.resolve().as_uri())


def _told(made: "Previewed") -> str:
    from segsite.building import shown
    from segsite.reporting.terminal import counts_text
    from segsite.reporting.text import counted, visible

    counts = counts_text(made.findings, coloured=console.coloured())
    found = f"{counts} in {made.flawed:,} of them" if counts else "nothing was found"
    left = f"{counted(made.left, 'other is', 'others are')} not shown: name segments or e-mails to see them.\n"
    more = left if made.left else ""
    return f"Previews of {counted(len(made.names), 'e-mail')}; {found}.\n{more}Open {visible(shown(made.first))}\n"
