"""Shadows of a text: the same with every number in plain digits, so that a pattern for digits meets `two thousand` too.

A shadow maps stretches back to the text it is made of.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from segsite.brand.facts.numbers import numbers
from segsite.brand.facts.quantities import currency_before, sign_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segsite.brand.facts.numbers import Number
    from segsite.brand.passages import Span


@dataclass(frozen=True, slots=True)
class _Change:
    """A stretch of a text, what stands there in the shadow, and from where on."""

    span: Span
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Shadow:
    """A text with some stretches written otherwise."""

    text: str
    _changes: tuple[_Change, ...] = ()

    def back(self, span: Span) -> Span:
        """The stretch of the original that a stretch stands for; what was rewritten counts as a whole."""
        return self._original(span[0], end=False), self._original(span[1], end=True)

    def _original(self, at: int, *, end: bool) -> int:
        index = bisect_right(self._changes, at - end, key=lambda change: change.at) - 1
        if index < 0:
            return at
        change = self._changes[index]
        beyond = at - (change.at + len(change.text))
        if beyond < 0 or (end and beyond == 0):
            return change.span[1] if end else change.span[0]
        return change.span[1] + beyond


@lru_cache(maxsize=1024)
def shadows(text: str, locale: str) -> tuple[Shadow, ...]:
    """A text itself, and its shadows: numbers in digits, then signs for the names of currencies and percent as well."""
    found = numbers(text, locale)
    if not found:
        return (Shadow(text),)
    digits = _shadow(text, ((number.span, number.digits) for number in found))
    signs = _shadow(text, (_signed(text, number) for number in found))
    made = {shadow.text: shadow for shadow in (signs, digits, Shadow(text))}
    return tuple(reversed(made.values()))


def _signed(text: str, number: Number) -> tuple[Span, str]:
    """A number with its currency or percent, as `€19` or `87%`."""
    start, end = number.span
    before, after = currency_before(text, start), sign_after(text, end)
    if before is not None:
        return (before[0], end), before[1] + number.digits
    if after is None:
        return (start, end), number.digits
    return (start, after[0]), f"{number.digits}%" if after[1] == "%" else after[1] + number.digits


def _shadow(text: str, rewritten: Iterable[tuple[Span, str]]) -> Shadow:
    pieces: list[str] = []
    changes: list[_Change] = []
    done = length = 0
    for (start, end), new in rewritten:
        if start < done or text[start:end] == new:
            continue
        pieces += (text[done:start], new)
        length += start - done
        changes.append(_Change((start, end), new, length))
        length += len(new)
        done = end
    pieces.append(text[done:])
    return Shadow("".join(pieces), tuple(changes))
