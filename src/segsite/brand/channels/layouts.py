"""Where the frame of a touchpoint is written: the layout that carries what every touchpoint must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.model.touchpoint import Channel

if TYPE_CHECKING:
    from segsite.brand.passages import Spoken
    from segsite.diagnostics import Place
    from segsite.model.site import Theme


def layout_of(spoken: Spoken) -> str:
    """The name of the layout that frames a touchpoint."""
    return spoken.touchpoint.front.layout or ("landing" if spoken.channel is Channel.WEB else "email")


def layout_place(spoken: Spoken, theme: Theme, part: str = "html") -> Place:
    """The layout's file; for an e-mail's text part, the one that makes it (`part` is then `txt`)."""
    source = theme.templates.get(f"layouts/{layout_of(spoken)}.{part}")
    return source.place() if source is not None else spoken.touchpoint.document.place
