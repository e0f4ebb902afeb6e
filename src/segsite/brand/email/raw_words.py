"""Platforms' own tags that stand in words as they are: segsite does not read them, or was told not to."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from segsite.brand.email.pasted import raw_tag_finding
from segsite.brand.email.raw_tags import RawTags
from segsite.brand.notes import noted
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.email.pasted import Pasted
    from segsite.brand.passages import Passage, Span, Wording
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node

_BRACES = re.compile(r"\{\{.{0,200}?\}\}+|\{%.{0,200}?%\}|\{\{|\{%", re.DOTALL)
"""What Liquid, Handlebars and Django begin their tags with, whatever they hold."""
_CODE = re.compile(
    r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)|(?<!`)(`+)(?!`).{1,5000}?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)


_REFERENCE = re.compile(r"^ {0,3}(\[[^\]\n]{1,200}\]):", re.MULTILINE)
"""What in brackets is a link of Markdown, since its address stands here."""


class _Found(NamedTuple):
    """A tag in a wording: where, which, and whether a page may show it: as code, or as braces of no known platform."""

    span: Span
    pasted: Pasted
    shown: bool


class RawWords(Standard):
    """Looks for platforms' tags in the words of e-mails and pages."""

    def __init__(self, grounds: Grounds) -> None:
        self._tags = RawTags(grounds.site)

    def of_words(self, passage: Passage, node: Node) -> Iterable[Finding]:
        """Tags that recipients, or readers of a page, would see as they are written."""
        found = noted(passage.wording, self._found)
        return list(_told(passage, found)) if found else ()

    def _found(self, wording: Wording) -> tuple[_Found, ...]:
        text = wording.source
        tags = self._tags.found(text)
        braces = _BRACES.finditer(text) if "{{" in text or "{%" in text else ()
        known = [span for span, _ in tags]
        others = [match for match in braces if not _meets(match.span(), known)]
        if not tags and not others:
            return ()
        code = [match.span() for match in _CODE.finditer(text)]
        references = {match[1].casefold() for match in _REFERENCE.finditer(text)}
        words = ((span, pasted) for span, pasted in tags if pasted.text.casefold() not in references)
        in_words = (_Found(span, pasted, _meets(span, code)) for span, pasted in words)
        return (*in_words, *(_Found(match.span(), self._tags.in_braces(match), shown=True) for match in others))


def _meets(span: Span, others: list[Span]) -> bool:
    """Whether a stretch has a part in common with one of others, which are in order and apart."""
    at = bisect_left(others, (span[1], 0))
    return at > 0 and others[at - 1][1] > span[0]


def _told(passage: Passage, found: Iterable[_Found]) -> Iterator[Finding]:
    channel = next((channel for channel in Channel if channel in passage.parts), None)
    for one in found:
        if channel is Channel.EMAIL or (channel is Channel.WEB and not one.shown):
            yield raw_tag_finding(one.pasted, passage.source_place(one.span), channel)
