"""Where lines break: at spaces, and between the characters of scripts that write none, such as Chinese.

What may not stand at a line's start or end follows the common part of JIS X 4051 and GB/T 15834.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from segsite.model.merge_fields import FIELD_LENGTH, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES = re.compile(r"[ \t]+")
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー々〻"
_NEVER_FIRST = frozenset(f"、。，．・：；！？）］｝〕〉》」』】〗〙”’…‥—–～％%)]}},.:;!?\"'{_SMALL_KANA}")
_NEVER_LAST = frozenset("（［｛〔〈《「『【〖〘“‘([{$￥¥＄#")


@lru_cache(maxsize=8192)
def columns(character: str) -> int:
    """The columns a character takes in a fixed-width font: 2 for East Asian ones, 0 for marks put on others."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """The columns a text takes as recipients read it: a merge field is a word, a condition nothing."""
    if "SEGSITEM" in text:
        text = PLACEHOLDER.sub(lambda match: "x" * FIELD_LENGTH if match[1] == "T" else "", text)
    return len(text) if text.isascii() else sum(map(columns, text))


def is_unspaced(character: str) -> bool:
    """Whether a character is of a script that writes no spaces between words; Korean writes them."""
    return columns(character) == 2 and not "\uac00" <= character <= "\ud7a3"


def fold(text: str, limit: int, first: str = "", rest: str = "") -> list[str]:
    """A text in lines of at most so many columns; a piece that is longer by itself has a line to itself.

    Args:
        text: The text.
        limit: The columns of a line.
        first: Stands before the first line.
        rest: Stands before every other line.
    """
    lines: list[str] = []
    line, filled = first, False
    for space, piece in _pieces(text):
        gap = space if filled else ""
        if filled and width(line) + len(gap) + width(piece) > limit:
            lines.append(line)
            line, gap = rest, ""
        line += gap + piece
        filled = True
    return [*lines, line]


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What may not be broken, each with the space that stands before it."""
    for word in _SPACES.split(text.strip(" \t")):
        space = " "
        for piece in [word] if word.isascii() else _unbroken(word):
            yield space, piece
            space = ""


def _unbroken(word: str) -> Iterator[str]:
    start = 0
    for at in range(1, len(word)):
        left, right = word[at - 1], word[at]
        if (is_unspaced(left) or is_unspaced(right)) and right not in _NEVER_FIRST and left not in _NEVER_LAST:
            yield word[start:at]
            start = at
    yield word[start:]
