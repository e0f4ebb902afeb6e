"""Texts as wordings: taken apart into blocks once, and aligned with their source when somebody asks for a place."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from segsite.brand.passages import Wording
from segsite.rendering.alignment import Alignment
from segsite.rendering.blocks import plain_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segsite.brand.passages import Span
    from segsite.rendering.blocks import Drawn

_LETTER = re.compile(r"(?<=[.!?]) (?= +\S)|(?<=[.!?] ) (?= *\S)|\s+|\S")
"""A character as readers meet it: spaces doubled between sentences are two, any other white space is one."""


def wording(source: str, drawn: Sequence[Drawn], locale: str) -> Wording:
    """The wording of a text whose blocks are known."""
    return Wording(source, tuple(one.block for one in drawn), locale, _Lookup(source, drawn).span)


def plain_wording(source: str, locale: str) -> Wording:
    """The wording of a text without Markdown, such as a title."""
    if not source.strip():
        return Wording(source, (), locale, lambda _, start, end: (start, end))
    return Wording(source, (plain_block(source).block,), locale, _PlainLookup(source).span)


class _PlainLookup:
    """Of a text without Markdown only the white space differs from what readers see: each run of it is one space."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _spans(self) -> list[Span]:
        letters = [match.span() for match in _LETTER.finditer(self._source)]
        first, last = (0, len(letters))
        while self._source[letters[first][0]].isspace():
            first += 1
        while self._source[letters[last - 1][0]].isspace():
            last -= 1
        return letters[first:last]

    def span(self, _: int, start: int, end: int) -> Span:
        spans = self._spans
        first = spans[min(start, len(spans) - 1)][0]
        return first, spans[min(end, len(spans)) - 1][1] if end > start else first


class _Lookup:
    def __init__(self, source: str, drawn: Sequence[Drawn]) -> None:
        self._source, self._drawn = source, drawn

    @cached_property
    def _alignment(self) -> Alignment:
        return Alignment(self._source, self._drawn)

    def span(self, block: int, start: int, end: int) -> Span:
        return self._alignment.span(block, start, end)
