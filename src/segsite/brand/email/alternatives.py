"""What pictures of a finished e-mail say where they are not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.email.elements import elements
from segsite.brand.email.template_pictures import pictures_without
from segsite.brand.email.whereabouts import Whereabouts
from segsite.brand.standard import Standard
from segsite.model.merge_fields import seen_length
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Passage, Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place

_LONGEST = 125
"""Some screen readers stop after so many characters."""


class Alternatives(Standard):
    """Looks at the pictures of e-mails as they are sent. What content and templates say is `picture/alt`'s affair."""

    def __init__(self, grounds: Grounds) -> None:
        self._whereabouts = Whereabouts(grounds)

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Pictures that have no `alt` after all, and such as say too much."""
        return list(self._flawed(spoken)) if spoken.channel is Channel.EMAIL and "<img" in spoken.markup else ()

    def _flawed(self, spoken: Spoken) -> Iterator[Finding]:
        for picture in elements(spoken.markup):
            if picture.name == "img":
                alt = picture.attributes.get("alt")
                if alt is None:
                    yield from self._without(spoken)
                elif seen_length(alt) > _LONGEST:
                    yield self._long(alt, spoken)

    def _without(self, spoken: Spoken) -> Iterator[Finding]:
        """A picture whose attributes a template fills in as a whole; of others `picture/alt` tells."""
        written = list(pictures_without("alt", self._whereabouts.templates(spoken)))
        if not written or not all(picture.is_open for picture in written):
            return
        message = "This picture has no `alt` in the e-mails that show it."
        hint = 'Add `alt="…"` with what it shows, or `alt=""` if it only decorates.'
        yield rules.ALT.at(written[0].place, message, hint)

    def _long(self, alt: str, spoken: Spoken) -> Finding:
        place = _written(alt, spoken) or self._whereabouts.theme(alt, spoken) or spoken.touchpoint.document.place
        message = f"The words for this picture are longer than {_LONGEST} characters."
        return rules.ALT.at(place, message, f"They have {seen_length(alt)}. {rules.ALT.mend}")


def _written(alt: str, spoken: Spoken) -> Place | None:
    """Where content says what a picture shows."""
    words = " ".join(alt.split())
    for passage in spoken.passages:
        at = next((index for index, text in enumerate(_alts(passage)) if text == words), None)
        if at is not None:
            return passage.place(at, (0, len(passage.wording.blocks[at].text)))
    return None


def _alts(passage: Passage) -> Iterator[str]:
    """The words for pictures, one for each block; empty for one that is none."""
    for block in passage.wording.blocks:
        is_alt = "alt" in block.scope or "alt" in passage.parts
        yield " ".join(block.text.split()) if is_alt else ""
