"""Texts as wordings: taken apart into blocks once, and aligned with their source when somebody asks for a place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from segsite.brand.passages import Wording
from segsite.rendering.alignment import Alignment
from segsite.rendering.blocks import plain_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segsite.brand.passages import Span
    from segsite.rendering.blocks import Drawn


def wording(source: str, drawn: Sequence[Drawn], locale: str) -> Wording:
    """The wording of a text whose blocks are known."""
    return Wording(source, tuple(one.block for one in drawn), locale, _Lookup(source, drawn).span)


def plain_wording(source: str, locale: str) -> Wording:
    """The wording of a text without Markdown, such as a title."""
    return wording(source, [plain_block(source)] if source.strip() else [], locale)


class _Lookup:
    def __init__(self, source: str, drawn: Sequence[Drawn]) -> None:
        self._source, self._drawn = source, drawn

    @cached_property
    def _alignment(self) -> Alignment:
        return Alignment(self._source, self._drawn)

    def span(self, block: int, start: int, end: int) -> Span:
        return self._alignment.span(block, start, end)
