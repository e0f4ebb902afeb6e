"""A voice rule made ready: its page, its scope and its point; and what becomes of what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.brand.voice.actions import hint, is_safe
from segsite.diagnostics import Edit

if TYPE_CHECKING:
    from segsite.brand.voice.found import Found, Point
    from segsite.brand.voice.readings import Reading
    from segsite.brand.voice.scopes import Selector
    from segsite.brand.voice.wide import Wide
    from segsite.diagnostics import Finding, Place, Rule
    from segsite.model.voice import RuleFile


@dataclass(frozen=True, eq=False, slots=True)
class Held:
    """A rule that texts are held to."""

    name: str
    file: RuleFile
    page: Rule
    selectors: tuple[Selector, ...]
    point: Point | Wide | Reading
    place: Place

    def finding(self, place: Place, words: str, found: Found) -> Finding:
        """What was found in words, at the place where they are written."""
        mend = found.hint or hint(found.results) or self.page.mend
        if self.file.link:
            mend = f"{mend} See {self.file.link}"
        fix = None
        if found.fixes and found.results is not None and len(found.results) == 1 and place.text == words:
            fix = _edit(place, found.results[0]) if is_safe(self.file.action, words, found.results[0]) else None
        return self.page.at(place, found.message, mend, fix)


def _edit(place: Place, result: str) -> Edit | None:
    """The change that puts a result in; where nothing is put in, a space goes with the words."""
    if result:
        return Edit(place, result)
    return Edit(place.source.place(place.start - 1, place.end), "") if _closes(place) else None


def _closes(place: Place) -> bool:
    """Whether what is around words fits together without them; where it does not, a person decides.

    At the start of a sentence, the next word would need a capital; between two marks, one of them is too many.
    """
    text = place.source.text
    before, after = text[max(place.start - 2, 0) : place.start], text[place.end : place.end + 1]
    if not before.endswith(" "):
        return False
    return after in {"", *" \n.,;:!?)"} if before[0].isalnum() else before[0] in ",;" and after == " "
