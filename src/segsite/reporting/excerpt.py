"""The source line a finding points at, with carets under the words in question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.reporting.text import visible, width

if TYPE_CHECKING:
    from segsite.diagnostics import Place

_MARGIN = 24
_CUT = "…"


def excerpt(place: Place, columns: int) -> tuple[str, str] | None:
    """The line and the carets below it, both ready for a terminal; None if the source has no text.

    Args:
        place: Where the finding is.
        columns: How wide the line may be; a longer one is cut around the place.
    """
    line = place.excerpt
    if not place.source.text:
        return None
    start = place.column - 1
    end = min(start + max(place.end - place.start, 1), max(len(line), start + 1))
    shown, before, stretch = _cut(line, start, end, columns)
    return shown, " " * width(before) + "^" * max(width(stretch), 1)


def _cut(line: str, start: int, end: int, columns: int) -> tuple[str, str, str]:
    """What is shown of a line, what of that is before the stretch, and the stretch itself."""
    before, stretch, after = visible(line[:start]), visible(line[start:end]), visible(line[end:])
    if width(before) + width(stretch) + width(after) <= columns:
        return (before + stretch + after).rstrip(), before, stretch
    if width(before) > _MARGIN:
        before = _CUT + _last(before, _MARGIN - 1)
    room = columns - width(before)
    if width(stretch) > room:
        stretch = _first(stretch, room - 1)
        return before + stretch + _CUT, before, stretch
    room -= width(stretch)
    if width(after) > room:
        after = _first(after, room - 1) + _CUT if room > 0 else ""
    return (before + stretch + after).rstrip(), before, stretch


def _first(text: str, columns: int) -> str:
    """As many characters from the start as fit."""
    taken = 0
    for index, character in enumerate(text):
        taken += width(character)
        if taken > columns:
            return text[:index]
    return text


def _last(text: str, columns: int) -> str:
    """As many characters from the end as fit."""
    return _first(text[::-1], columns)[::-1]
