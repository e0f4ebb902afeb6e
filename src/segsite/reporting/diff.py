"""What a change to files would be, line by line, in the form every tool knows."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from segsite.reporting.text import Colour, paint, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLOURS: dict[str, Colour] = {"+": "green", "-": "red", "@": "blue"}


def diff_text(name: str, before: str, after: str, *, coloured: bool = False) -> str:
    """A unified diff of a file; empty if nothing changes."""
    return "".join(f"{line}\n" for line in _lines(name, before, after, coloured=coloured))


def _lines(name: str, before: str, after: str, *, coloured: bool) -> Iterator[str]:
    pair = before.split("\n"), after.split("\n")
    for line in difflib.unified_diff(*pair, f"a/{name}", f"b/{name}", lineterm=""):
        colour = _COLOURS.get(line[:1])
        shown = visible(line)
        yield paint(shown, colour, coloured=coloured) if colour is not None else shown
