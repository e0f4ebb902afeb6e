"""A filled text, each stretch of which knows where its words are written."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TypeAlias

from segsite.diagnostics import Place
from segsite.rendering.letters import letters


@dataclass(frozen=True, eq=False, slots=True)
class Text:
    """A text as written. `exact` says that its characters are the source's own, one for one."""

    value: str
    place: Place
    exact: bool = False

    @classmethod
    def of_place(cls, place: Place) -> Text:
        """The text that stands at a place, such as a section's Markdown."""
        return cls(place.text, place, exact=True)

    def at(self, start: int, end: int) -> Place:
        """The place of `value[start:end]`."""
        if self.exact:
            return Place(self.place.source, self.place.start + start, self.place.start + end)
        spans = letters(self.value, self.place.text) if start < end else None
        if spans is None or end > len(spans):
            return self.place
        return Place(self.place.source, self.place.start + spans[start][0], self.place.start + spans[end - 1][1])


Origin: TypeAlias = "Text | Place | Filled"
"""What a stretch of a filled text comes from."""


@dataclass(frozen=True, slots=True)
class Use:
    """A fact or claim that an expression names: where its value begins, and where the expression is written."""

    root: str
    name: str
    at: int
    text: Text
    start: int
    end: int


@dataclass(frozen=True, eq=False, slots=True)
class Filled:
    """A filled text, and for each stretch of it where its words come from: a text, a place, or a filled value."""

    text: str
    _starts: list[int] = field(default_factory=list)
    _origins: list[tuple[Origin, int]] = field(default_factory=list)
    named: list[Use] = field(default_factory=list)
    """The facts and claims that its expressions name."""
    _home: Text | None = None
    _written: list[tuple[int, int]] = field(default_factory=list)
    """For each stretch, where it is written in `_home`: its words, or the expression that prints them."""

    @classmethod
    def of(cls, text: Text) -> Filled:
        """A text that has no expressions."""
        return cls(text.value, [0], [(text, 0)], [], text, [(0, len(text.value))])

    @property
    def home(self) -> Place:
        """Where it is written as a whole, wherever the words come from that its expressions print."""
        return self._home.place if self._home is not None else self.place(0)

    def place(self, start: int, end: int | None = None) -> Place:
        """The place where `text[start:end]` is written: in the text itself, or in the value that fills it.

        A stretch that is written in several places is placed in the text that brings them together: from its first word
        or expression to its last.
        """
        at = self._at(start)
        begins = self._starts[at]
        ends = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        if end is not None and end > ends and self._home is not None:
            return self._home.at(self._in_home(start)[0], self._in_home(min(end, len(self.text)) - 1)[1])
        stop = start if end is None else max(min(end, ends), start)
        origin, offset = self._origins[at]
        if isinstance(origin, Place):
            return origin
        shift = offset - begins
        if isinstance(origin, Filled):
            return origin.place(start + shift, stop + shift)
        return origin.at(start + shift, min(stop + shift, len(origin.value)))

    def _at(self, index: int) -> int:
        """The number of the stretch that a character is in."""
        return max(bisect_right(self._starts, index) - 1, 0)

    def _in_home(self, index: int) -> tuple[int, int]:
        """Where a character is written in the text at home, or the expression that prints it."""
        at = self._at(index)
        origin, offset = self._origins[at]
        if origin is not self._home:
            return self._written[at]
        own = index - self._starts[at] + offset
        return own, own + 1

    def part(self, start: int, end: int) -> Filled:
        """`text[start:end]`, that still knows its places."""
        first = self._at(start)
        last = bisect_right(self._starts, max(end - 1, start))
        starts = [max(at - start, 0) for at in self._starts[first:last]]
        origins = list(self._origins[first:last])
        origin, offset = origins[0]
        origins[0] = (origin, offset + max(start - self._starts[first], 0))
        uses = [use for use in self.named if start <= use.at < end]
        return Filled(self.text[start:end], starts, origins, uses, self._home, self._written[first:last])

    def uses(self, root: str) -> list[tuple[str, Place]]:
        """The facts (or claims, by `root`) that its expressions name, or those of the values that fill it.

        Each comes with the place of the expression.
        """
        return [(use.name, use.text.at(use.start, use.end)) for use in self.named if use.root == root]

    def find(self, pattern: str) -> list[Place]:
        """Every place at which what matches a pattern is written; of its last group, if it has one."""
        matches = re.finditer(pattern, self.text, re.IGNORECASE) if pattern else ()
        return [self.place(*match.span(match.lastindex or 0)) for match in matches]
