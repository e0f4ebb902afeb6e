"""Where a guard finds a fact stated in a text, and whether what it states is the fact's value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from segsite.brand.facts.numbers import Number, numbers
from segsite.brand.facts.quantities import Bound, Quantity, quantities, quantity_at, unit_of
from segsite.brand.facts.shadows import shadows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.brand.guarding.guards import Guard
    from segsite.brand.passages import Span
    from segsite.model.brand import Fact

_RANGE = re.compile(r"\s*[-–]\s*|\s+(?:to|or)\s+", re.IGNORECASE)
_ONE_OR = re.compile(r"\bone\s+or\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that a text states for a fact.

    Attributes:
        span: Where it stands.
        kind: What it measures, as in `Quantity.kind`.
        right: Whether it is the fact's.
        mentioned: Whether it is a name that stands by itself: a guard of nothing but the value cannot tell what is said
            of it.
    """

    span: Span
    kind: str
    right: bool
    mentioned: bool = False


class FactValue:
    """A fact's value, to compare with what texts state.

    Args:
        fact: The fact.
        locale: The language it is written in.
    """

    def __init__(self, fact: Fact, locale: str) -> None:
        self._texts = {_folded(fact.text, locale), _folded(str(fact.value), locale)}
        self._quantities = list(_stated_by(fact, locale))

    @property
    def is_number(self) -> bool:
        """Whether it is a number, and no text."""
        return bool(self._quantities)

    def is_said_by(self, words: str, stated: list[Quantity], locale: str) -> bool:
        """Whether words, and the quantities they may be read as, are this value."""
        if stated and self._quantities:
            return any(own.says(other) for own in self._quantities for other in stated)
        return _folded(words, locale) in self._texts


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text with its numbers."""

    text: str
    locale: str
    numbers: list[Number]


def stated_values(text: str, locale: str, guard: Guard, value: FactValue) -> list[Stated]:
    """Every value that a guard finds stated in a text."""
    reading = _Reading(text, locale, numbers(text, locale))
    stated = {
        one.span: one
        for shadow in shadows(text, locale)
        for whole, part in guard.matches(shadow.text)
        if (one := _stated(reading, shadow.back(whole), shadow.back(part), value)) is not None
    }
    return [one for span, one in stated.items() if not any(_is_part(span, other) for other in stated)]


def _stated(reading: _Reading, whole: Span, stated: Span, value: FactValue) -> Stated | None:
    """What a match states; None if it is no clear value."""
    inside = [number for number in reading.numbers if number.span[0] < stated[1] and stated[0] < number.span[1]]
    if len(inside) == 1:
        return _stated_number(reading, inside[0], whole, stated, value)
    if not inside and value.is_number:
        return None
    words = reading.text[slice(*stated)]
    right = value.is_said_by(words, quantities(words, reading.locale), reading.locale)
    return Stated(_stripped(reading.text, stated), "", right, mentioned=whole == stated and not inside)


def _stated_number(reading: _Reading, number: Number, whole: Span, stated: Span, value: FactValue) -> Stated | None:
    """What a match that holds one number states; None if that is an end of a range."""
    if _in_range(reading, number):
        return None
    # the word for a scale may stand in the pattern, behind the value: `(?P<value>[\d.]+) million invoices`
    bare = stated[1] <= number.figure[1] < number.span[1] <= whole[1]
    span = min(stated[0], number.span[0]), max(stated[1], number.figure[1] if bare else number.span[1])
    quantity = quantity_at(reading.text, number, bare=bare)
    right = value.is_said_by(reading.text[slice(*span)], [quantity], reading.locale)
    return Stated(_stripped(reading.text, span), quantity.kind, right)


def _in_range(reading: _Reading, number: Number) -> bool:
    """Whether a number is an end of a range, such as `10-20` or `two or three`."""
    text, found = reading.text, reading.numbers
    at = found.index(number)
    neighbours = [(found[at - 1].span[1], number.span[0])] if at > 0 else []
    if at + 1 < len(found):
        neighbours.append((number.span[1], found[at + 1].span[0]))
    ranges = any(_RANGE.fullmatch(text, *between) is not None for between in neighbours)
    return ranges or _ONE_OR.search(text, 0, number.span[0]) is not None


def _is_part(span: Span, other: Span) -> bool:
    """Whether a stretch is a part of a wider one, and not the whole."""
    return other != span and other[0] <= span[0] and span[1] <= other[1]


def _stripped(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    return span[0] + len(words) - len(words.lstrip()), span[1] - len(words) + len(words.rstrip())


def _stated_by(fact: Fact, locale: str) -> Iterator[Quantity]:
    """The quantities a fact comes to: as it is written, and as its value and unit say; none if it is a text."""
    written = quantities(fact.text, locale)
    if len(written) == 1:
        yield written[0]
    if isinstance(fact.value, int | float) and not isinstance(fact.value, bool):
        kind, factor = unit_of(fact.unit or "")
        bound = written[0].bound if len(written) == 1 else Bound.JUST
        yield Quantity(frozenset({Decimal(str(fact.value))}), kind, factor, bound)


def _folded(text: str, locale: str) -> str:
    """A text in which differences of case, spaces and the way of writing numbers are gone."""
    return " ".join(shadows(text, locale)[-1].text.casefold().split())
