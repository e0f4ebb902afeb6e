"""Whether each picture of an e-mail says how wide it is: Outlook for Windows knows no other way to make it smaller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.email.elements import elements
from segsite.brand.email.hosts import host_of
from segsite.brand.email.published import Published
from segsite.brand.email.template_pictures import pictures_without
from segsite.brand.email.whereabouts import Whereabouts, in_words
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place


class PictureWidths(Standard):
    """Asks of each picture that it says its width: in the template, or in its own file where content shows it."""

    def __init__(self, grounds: Grounds) -> None:
        self._own_host = host_of(grounds.site.config.base_url)
        self._published = Published(grounds)
        self._whereabouts = Whereabouts(grounds)

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Pictures without a width, where somebody could say it."""
        if spoken.channel is not Channel.EMAIL or "<img" not in spoken.markup:
            return ()
        pictures = (one.attributes for one in elements(spoken.markup) if one.name == "img")
        addresses = (one.get("src", "") for one in pictures if not one.get("width", "").strip())
        return [finding for address in addresses for finding in self._without(address, spoken)]

    def _without(self, address: str, spoken: Spoken) -> Iterator[Finding]:
        asset = self._published.at(address)
        if asset is not None and asset.size is None:
            place = self._whereabouts.content(asset.name, spoken) or asset.place
            message = f"Neither the picture `{asset.name}` nor its file says how wide it is."
            yield rules.IMAGE_WIDTH.at(
                place, message, "Give the file a size, or save it as PNG or JPEG, which have one."
            )
            return
        written = in_words(address, spoken) if asset is None and address else None
        if written is None:
            place = self._in_theme(address, spoken) or spoken.touchpoint.document.place
            yield rules.IMAGE_WIDTH.at(place, "This picture of the theme does not say how wide it is.")
        elif host_of(address) == self._own_host:  # of others, `picture/foreign` tells
            message = "Nobody says how wide this picture is."
            yield rules.IMAGE_WIDTH.at(written, message, "Put it into an `assets/` folder, and write `asset:NAME`.")

    def _in_theme(self, address: str, spoken: Spoken) -> Place | None:
        """Where the theme shows a picture: the template that names it, or one that prints what it is given."""
        named = self._whereabouts.theme(address, spoken) if address else None
        templates = pictures_without("width", self._whereabouts.templates(spoken))
        return named or next((picture.place for picture in templates), None)
