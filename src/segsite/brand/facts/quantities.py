"""What a number counts, and whether two statements of one say the same: `more than 2,400` and `2,400+` do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from segsite.brand.facts.numbers import Number, numbers

if TYPE_CHECKING:
    from decimal import Decimal

_SYMBOLS = {
    "€": "€", "eur": "€", "euro": "€", "euros": "€",
    "$": "$", "usd": "$", "dollar": "$", "dollars": "$",
    "£": "£", "gbp": "£", "pound": "£", "pounds": "£",
    "¥": "¥", "jpy": "¥", "yen": "¥",
    "chf": "CHF", "francs": "CHF",
}  # fmt: skip
_PERCENT = r"%|per\s?cent\b|percent\b|pct\b"
_CURRENCY = "|".join(f"{word}\\b" if word.isalpha() else re.escape(word) for word in sorted(_SYMBOLS, reverse=True))
_BEFORE = re.compile(rf"(?P<currency>(?<![^\W\d_])(?:{_CURRENCY}))\s?\Z", re.IGNORECASE)
_AFTER = re.compile(rf"\s?(?:(?P<percent>{_PERCENT})|(?P<currency>{_CURRENCY}))", re.IGNORECASE)
_UNIT = re.compile(r"[\s-]*(?P<unit>[^\W\d_]+)")

SECONDS, MONTHS = "seconds", "months"
_SPANS = {
    "second": (SECONDS, 1), "sec": (SECONDS, 1),
    "minute": (SECONDS, 60), "min": (SECONDS, 60),
    "hour": (SECONDS, 3600), "hr": (SECONDS, 3600),
    "day": (SECONDS, 86_400), "week": (SECONDS, 604_800),
    "month": (MONTHS, 1), "year": (MONTHS, 12),
}  # fmt: skip
"""Units of time by what they come to; months differ in length, and are no number of days."""

_MORE = r"(?:over|(?:no\s+)?(?:more|fewer|less)\s+than|at\s+least|upwards\s+of|north\s+of|above|beyond|well\s+over)"
_BOUND = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>almost|nearly|under|below|close\s+to|not\s+quite|at\s+most))\W*$", re.IGNORECASE
)
_LESS_THAN = re.compile(r"(?:fewer|less)\s+than$", re.IGNORECASE)
_OR_MORE = re.compile(r"\s?(?:or\s+more|and\s+counting|plus)\b|-plus\b", re.IGNORECASE)


class Bound(IntEnum):
    """Whether a number is said to be less than there is, more, or just so many."""

    LESS = -1
    JUST = 0
    MORE = 1


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        amounts: What it comes to; several where a text leaves open whether a word for a scale belongs to it.
        kind: `%`, a currency's sign, `seconds`, `months`; empty for a plain count.
        factor: What one of its unit comes to in its kind: 60 for minutes.
        bound: Whether there are more or fewer.
    """

    amounts: frozenset[Decimal]
    kind: str = ""
    factor: int = 1
    bound: Bound = Bound.JUST

    def says(self, other: Quantity) -> bool:
        """Whether both state the same."""
        if self.bound * other.bound < 0 or (self.kind and other.kind and self.kind != other.kind):
            return False
        if self.kind == other.kind:
            return not self._base.isdisjoint(other._base)
        return not self.amounts.isdisjoint(other.amounts)

    @property
    def _base(self) -> frozenset[Decimal]:
        return frozenset(amount * self.factor for amount in self.amounts)


def quantity_at(text: str, number: Number, start: int = 0, end: int | None = None, *, bare: bool = False) -> Quantity:
    """The quantity a number of a text states, with the words around it.

    Args:
        text: The text.
        number: The number in it.
        start: Where the words that belong to it begin.
        end: Where they end.
        bare: Whether the word for its scale may belong to its unit: 2.4 (million invoices).
    """
    amounts = {number.value, number.bare} if bare else {number.value}
    kind, factor = _kind(text[start : number.span[0]], text[number.span[1] : end])
    return Quantity(frozenset(amounts), kind, factor, _bound(text, number))


def quantities(text: str, locale: str) -> list[Quantity]:
    """Every quantity a short text states."""
    return [quantity_at(text, number) for number in numbers(text, locale)]


def unit_of(words: str) -> tuple[str, int]:
    """The kind and factor that a unit's name stands for: `days`, `euro a month`, `percent of invoices`."""
    return _kind("", words)


def currency_before(text: str, at: int) -> tuple[int, str] | None:
    """Where a currency that stands right before a place begins, and its sign."""
    found = _BEFORE.search(text, max(at - 8, 0), at)
    return (found.start(), _SYMBOLS[found["currency"].lower()]) if found is not None else None


def sign_after(text: str, at: int) -> tuple[int, str] | None:
    """Where a currency or percent that stands right after a place ends, and its sign."""
    found = _AFTER.match(text, at)
    if found is None:
        return None
    return found.end(), "%" if found["percent"] else _SYMBOLS[found["currency"].lower()]


def _kind(before: str, after: str) -> tuple[str, int]:
    currency = currency_before(before, len(before))
    if currency is not None:
        return currency[1], 1
    sign = sign_after(after, 0)
    if sign is not None:
        return sign[1], 1
    unit = _UNIT.match(after)
    return _SPANS.get(unit["unit"].lower().removesuffix("s"), ("", 1)) if unit is not None else ("", 1)


def _bound(text: str, number: Number) -> Bound:
    if number.plus or _OR_MORE.match(text, number.span[1]):
        return Bound.MORE
    currency = currency_before(text, number.span[0])
    end = currency[0] if currency is not None else number.span[0]
    found = _BOUND.search(text, max(end - 24, 0), end)
    if found is None:
        return Bound.JUST
    if found["less"]:
        return Bound.LESS
    fewer = _LESS_THAN.search(found["more"]) is not None
    # `no fewer than` and `no more than` turn round what they say
    return Bound.LESS if fewer != found["more"].lower().startswith("no ") else Bound.MORE
