"""The headings of a page as it is made: one of the first level, none empty, no level left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.channels.markup import headings, spelled
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel
from segsite.rulebook import access as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.channels.markup import Heading
    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place


class Headings(Standard):
    """Looks at headings where sections, components and layout have come together."""

    def __init__(self, grounds: Grounds) -> None:
        self._last: tuple[Spoken, dict[str, list[Place]]] | None = None
        """The touchpoint in hand, and the places of its texts as far as they were asked for."""

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Headings that are missing, empty, or on a level they should not be on."""
        if not spoken.markup.strip():
            return ()
        found = list(headings(spoken.markup))
        levels = [heading.level for heading in found]
        firsts = levels.count(1)
        in_order = all(lower <= upper + 1 for upper, lower in zip([0, *levels], levels, strict=False))
        if in_order and firsts == 1 and all(heading.named for heading in found):
            return ()
        return self._breaches(found, spoken)

    def _breaches(self, found: list[Heading], spoken: Spoken) -> Iterator[Finding]:
        firsts = [heading for heading in found if heading.level == 1 and heading.named]
        if not any(heading.level == 1 for heading in found) and spoken.channel is Channel.WEB:
            message = "The page has no heading of the first level."
            yield rules.HEADING_ONE.at(spoken.touchpoint.document.place, message)
        for heading in firsts[1:]:
            hint = f"“{firsts[0].text}” is one already. Write `## {heading.text}`."
            message = f"The heading “{heading.text}” is a second one of the first level."
            yield rules.HEADING_ONE.at(self._place(heading, spoken, firsts), message, hint)
        yield from self._out_of_order(found, spoken)
        for heading in found:
            if not heading.named:
                message = f"A heading of level {heading.level} has no words."
                yield rules.HEADING_EMPTY.at(self._place(heading, spoken, found), message)

    def _out_of_order(self, found: list[Heading], spoken: Spoken) -> Iterator[Finding]:
        above = 1  # an e-mail may begin with level two
        for heading in found:
            if heading.level > above + 1 and heading.named:
                message = (
                    f"The heading “{heading.text}” is on level {heading.level}, but level {above + 1} is left out."
                )
                hint = f"Put it on level {above + 1}: in Markdown, `{'#' * (above + 1)} {heading.text}`."
                yield rules.HEADING_ORDER.at(self._place(heading, spoken, found), message, hint)
            above = heading.level

    def _place(self, heading: Heading, spoken: Spoken, among: list[Heading]) -> Place:
        """Where a heading is written: the passage that says its words; the touchpoint, where the theme says them."""
        places = self._places(heading.text, spoken) if heading.text else []
        if places:
            same = (one for one in among if one.text == heading.text)
            return places[min(next(at for at, one in enumerate(same) if one is heading), len(places) - 1)]
        return spoken.touchpoint.document.place

    def _places(self, text: str, spoken: Spoken) -> list[Place]:
        if self._last is None or self._last[0] is not spoken:
            self._last = (spoken, {})
        known = self._last[1]
        if text not in known:
            known[text] = list(_written(text, spoken))
        return known[text]


def _written(text: str, spoken: Spoken) -> Iterator[Place]:
    """Where a heading's words are written: as headings, or as other short texts that a theme makes one of."""
    wanted = spelled(text)
    others = []
    for passage in spoken.passages:
        for index, block in enumerate(passage.wording.blocks):
            if "text" in block.scope and "attr" not in block.scope and spelled(block.text) == wanted:
                place = passage.place(index, (0, len(block.text)))
                if "heading" in block.scope or "heading" in passage.parts:
                    yield place
                elif passage not in spoken.fields.values():
                    others.append(place)
    yield from others
