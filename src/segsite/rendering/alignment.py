"""Where the words of a block stand in the Markdown they come from.

Python-Markdown keeps no positions. But a block's words stand in its source in the same order, with nothing but marks of
Markdown between their characters; so they are found again by walking both together.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from segsite.rendering.blocks import ALT, COMMENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segsite.brand.passages import Span
    from segsite.rendering.blocks import Drawn

_UNSEEN = re.compile(
    r"(?P<comment><!--.{0,5000}?-->)"
    r"|(?P<fence>^ {0,3}(?P<mark>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=mark)[`~]*[ \t]*$|\Z))"
    r"|(?P<image>!\[[^\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]))"
    r"|(?P<target>(?<=\])\((?:<[^>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\))"
    r"|(?P<footnote>\[\^[^\]\n]+\]:?)"
    r"|(?P<definition>^ {0,3}\*?\[[^\]\n]+\]:[^\n]*$)"
    r"|(?P<reference>(?<=\])\[[^\]\n]*\])"
    r"|(?P<tag></?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>)"
    r"|(?P<attributes>\{:?[ ]*[#.\w][^{}\n]*\})",
    re.MULTILINE | re.DOTALL,
)
_PICTURE = re.compile(r"!\[[^\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])|<img\b[^>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_TRIES = 1000
"""In so many places the start of a block is looked for, before its words are looked for one by one."""
_HIDDEN = "\x00"
_MARKS = frozenset("\x00 \t\n\r*_~`[]()<>\\|!^{}:#=-+>\"'")


class Alignment:
    """Where each character of each block of a text stands in its source."""

    def __init__(self, source: str, drawn: Sequence[Drawn]) -> None:
        self._source = source
        self._visible = _UNSEEN.sub(lambda match: _HIDDEN * len(match[0]), source)
        self._pictures = _PICTURE.finditer(source)
        self._comments = 0
        self._at = 0
        self._spans = [self._found(one) for one in drawn]

    def span(self, block: int, start: int, end: int) -> Span:
        """The stretch of the source that holds a stretch of a block."""
        spans = self._spans[block]
        if not spans:
            return 0, 0
        first = spans[min(start, len(spans) - 1)]
        if end <= start:
            return first if end == 0 else (first[0], first[0])
        return first[0], spans[min(end, len(spans)) - 1][1]

    def _found(self, one: Drawn) -> list[Span]:
        if one.block.scope == ALT:
            return self._picture(one.plain)
        if one.block.scope == COMMENT:
            return self._comment(one.plain)
        return self._words(one.plain)

    def _words(self, plain: str) -> list[Span]:
        """The places of a block's characters: where they all follow each other, from here on or else from the start."""
        for start in dict.fromkeys((self._at, 0)):
            at = self._first(plain[0], start)
            for _ in range(_TRIES):
                if at < 0:
                    break
                spans = _walked(plain, self._visible, at)
                if spans is not None:
                    self._at = max(self._at, spans[-1][1]) if start == self._at else self._at
                    return spans
                at = self._first(plain[0], at + 1)
        return self._by_words(plain)

    def _first(self, character: str, start: int) -> int:
        """Where a character stands next, by itself or as an entity."""
        plain = self._visible.find(character, start)
        if "&" not in self._visible:
            return plain
        coded = next(
            (match.start() for match in _ENTITY.finditer(self._visible, start) if html.unescape(match[0]) == character),
            -1,
        )
        return min((at for at in (plain, coded) if at >= 0), default=-1)

    def _by_words(self, plain: str) -> list[Span]:
        """Each word where it stands next; good enough for a text that Markdown has put in another order."""
        spans: list[Span] = []
        at = self._at
        gone: set[str] = set()  # words that stand nowhere from here on
        for match in re.finditer(r"\s|\S+", plain):
            unseen = match[0].isspace() or match[0] in gone
            found = self._visible.find(match[0], at) if not unseen else -1
            if found < 0:
                gone.add(match[0])
                spans.extend([(at, at)] * len(match[0]))
                continue
            spans.extend((found + index, found + index + 1) for index in range(len(match[0])))
            at = found + len(match[0])
        return spans

    def _picture(self, alt: str) -> list[Span]:
        """Where a picture's alternative text stands; the whole picture if it has none."""
        for match in self._pictures:
            start = self._source.find(alt, match.start(), match.end()) if alt else -1
            if alt and start < 0 and html.unescape(match[0]).find(alt) < 0:
                continue
            if start < 0:
                return [match.span()] * max(len(alt), 1)
            return [(start + index, start + index + 1) for index in range(len(alt))]
        return []

    def _comment(self, text: str) -> list[Span]:
        start = self._source.find("<!--", self._comments)
        start = max(self._source.find(text, max(start, 0)), 0)
        self._comments = start + len(text)
        return [(start + index, start + index + 1) for index in range(len(text))]


def _walked(plain: str, visible: str, at: int) -> list[Span] | None:
    """The places of a block's characters from a place on, or None if they do not follow each other there."""
    spans: list[Span] = []
    for character in plain:
        while True:
            if at >= len(visible):
                return None
            seen = visible[at]
            entity = _ENTITY.match(visible, at) if seen == "&" else None
            if entity is not None and html.unescape(entity[0]) == character:
                spans.append(entity.span())
                at = entity.end()
                break
            if seen == character or (character == " " and seen.isspace()):
                spans.append((at, at + 1))
                at += 1
                break
            if character == " ":
                # spaces that Markdown puts between what it takes apart, or white space it has eaten
                spans.append((at, at))
                break
            if entity is not None and html.unescape(entity[0]).isspace():
                at = entity.end()
                continue
            if seen not in _MARKS and not seen.isspace():
                return None
            at += 1
    return spans
