"""Numbers as people write them: `2,400+`, `2.400`, `2.4k`, `3.1 million`, `two thousand four hundred`, `half a dozen`.

What is no number of something is left alone: parts of words and versions (`v2`, `2.4.1`), times (`07:00`), fractions
(`24/7`), ordinals (`1st`), and a lone `one`, which is a pronoun more often than a count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.brand.passages import Span

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: value for value, word in enumerate(_ONES.split())}
_DECADES = {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}
_MULTIPLES = {"hundred": 100, "dozen": 12, **_SCALES, **_LETTERS}

_WORD = "|".join((*_UNITS, *_DECADES, *_SCALES, "hundred", "dozen"))
_MORE = rf"(?:(?:[\s-]+|\s+and\s+)(?:{_WORD}|a\s+half)\b)*"
_WORDS = re.compile(
    rf"(?<![\w'-])(?:(?:half\s+an?|an?)\s+(?:{'|'.join(('hundred', 'dozen', *_SCALES))})|{_WORD})\b{_MORE}",
    re.IGNORECASE,
)
_COUNTING = frozenset({*_UNITS, *_DECADES, *_SCALES, "hundred", "dozen"} - {"one"})
"""Words of which a number in words holds one; a lone `one` is none."""
_ASCII_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_GAP = " \u00a0\u202f\u2009"
_FIGURES = re.compile(
    rf"(?<![\w/:#])(?<!\d[.,'’])"
    rf"(?P<figure>\d{{1,3}}(?P<mark>[.,'’{_GAP}])\d{{3}}(?:(?P=mark)\d{{3}})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    rf"(?P<scale>(?:[km]|[{_GAP}]?[mb]n)(?![\w'-])|[{_GAP}-]?(?:hundred|thousand|million|billion|trillion|dozen)\b)?"
    r"(?P<plus>\+)?(?![\w/:]|[.,]\d|['’]\d)",
    re.IGNORECASE,
)
_WITH_COMMA = """
af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk sl sq sr
sv tr uk uz vi
"""
_COMMA_LANGUAGES = frozenset(_WITH_COMMA.split())
_POINT_LOCALES = frozenset({"de-CH", "de-LI", "es-MX", "es-US", "es-PR", "it-CH"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    Attributes:
        span: All of it: digits or words, scale, `+`.
        value: What it comes to.
        bare: What its figure comes to without the word or letter for its scale: 2.4 of `2.4k`.
        figure: The stretch of that figure.
        plus: Whether a `+` says that it is more.
    """

    span: Span
    value: Decimal
    bare: Decimal
    figure: Span
    plus: bool = False

    @property
    def digits(self) -> str:
        """The same in plain digits, as patterns expect them: `2400+`."""
        return plain_digits(self.value) + ("+" if self.plus else "")


def numbers(text: str, locale: str = "en") -> list[Number]:
    """The numbers of a text, in order."""
    found = list(_figures(text, locale)) if _DIGIT.search(text) else []
    if locale.partition("-")[0] == "en" and not _COUNTING.isdisjoint(_ASCII_WORD.findall(text.lower())):
        taken = [number.span for number in found]
        found.extend(
            number
            for number in _words(text)
            if not any(start < number.span[1] and number.span[0] < end for start, end in taken)
        )
        found.sort(key=lambda number: number.span)
    return found


def plain_digits(value: Decimal) -> str:
    """A number in plain digits with a decimal point: no grouping, no exponent, no zeros at its end."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def _figures(text: str, locale: str) -> Iterator[Number]:
    for match in _FIGURES.finditer(text):
        bare = _value(match["figure"], locale)
        scale = (match["scale"] or "").strip(f"-{_GAP}").lower()
        yield Number(match.span(), bare * _MULTIPLES.get(scale, 1), bare, match.span("figure"), bool(match["plus"]))


def _value(figure: str, locale: str) -> Decimal:
    """What digits with marks come to; which mark divides thousands is the locale's, where the figure leaves it open."""
    compact = re.sub(f"[{_GAP}'’]", "", figure)
    marks = re.findall(r"[.,]", compact)
    if not marks:
        return Decimal(compact)
    last = marks[-1]
    if _divides(compact, marks, locale):
        return Decimal(compact.replace(last, ""))
    whole, _, rest = compact.rpartition(last)
    return Decimal(f"{whole.replace(',', '').replace('.', '')}.{rest}")


def _divides(figure: str, marks: Sequence[str], locale: str) -> bool:
    """Whether the last mark of a figure divides thousands."""
    if len(set(marks)) > 1:
        return False
    if len(marks) > 1:
        return True
    whole, _, rest = figure.partition(marks[0])
    return len(rest) == 3 and len(whole) <= 3 and whole != "0" and marks[0] == _grouping(locale)


def _grouping(locale: str) -> str:
    comma = locale.partition("-")[0] in _COMMA_LANGUAGES and locale not in _POINT_LOCALES
    return "." if comma else ","


# -- words -----------------------------------------------------------------------------------------------------


def _words(text: str) -> Iterator[Number]:
    for match in _WORDS.finditer(text):
        for span, value in _counts(match):
            yield Number(span, value, value, span)


def _counts(match: re.Match[str]) -> Iterator[tuple[Span, Decimal]]:
    """The numbers a run of number words holds: one, or those that `and` joins; none if it makes no sense."""
    whole = word_value(match[0])
    if whole is not None:
        if match[0].lower() != "one":
            yield match.span(), whole
        return
    at = match.start()
    for piece in re.split(r"(\s+and\s+)", match[0], flags=re.IGNORECASE):
        value = word_value(piece)
        if value is not None and piece.lower() != "one":
            yield (at, at + len(piece)), value
        at += len(piece)


def word_value(words: str) -> Decimal | None:
    """What number words come to, such as `two thousand four hundred`; None if they are no number."""
    spelled = re.sub(r"\s+and\s+a\s+half\b", " +half", words.lower())
    spelled = re.sub(r"\bhalf\s+an?\b", "half", spelled)
    parts = spelled.replace("-", " ").split()
    count = _Count()
    return count.total if parts and all(map(count.take, parts)) and count.complete else None


class _Count:
    """A number that grows word by word; a word that does not fit is refused."""

    def __init__(self) -> None:
        self._done = Decimal(0)
        self._group: Decimal | None = None
        self._room = Decimal(1)
        """What may still be added to the group is less than this."""
        self._largest = Decimal(10) ** 15
        self._last = ""

    @property
    def total(self) -> Decimal:
        """What the words so far come to."""
        return self._done + (self._group or 0)

    @property
    def complete(self) -> bool:
        """Whether the last word can end a number."""
        return self._last not in {"a", "an", "half", "and"}

    def take(self, word: str) -> bool:
        """Take a word in; say whether it fits."""
        fits = self._fits(word)
        self._last = word
        return fits

    def _fits(self, word: str) -> bool:
        if word in {"a", "an", "half"}:
            return self._open(Decimal("0.5") if word == "half" else Decimal(1), Decimal(1))
        if word == "and":
            return self._last == "hundred" or self._last in _SCALES
        if word == "+half":
            return self._half()
        if word in _UNITS:
            return self._open(Decimal(_UNITS[word]), Decimal(1))
        if word in _DECADES:
            return self._open(Decimal(_DECADES[word]), Decimal(10))
        return self._multiply(word)

    def _open(self, value: Decimal, room: Decimal) -> bool:
        """Add a small number, where a group is still empty or has room for it."""
        if self._group is not None and not 0 < value < self._room:
            return False
        self._group = (self._group or Decimal(0)) + value
        self._room = room
        return True

    def _half(self) -> bool:
        if self._group is None or self._last not in _UNITS:
            return False
        self._group += Decimal("0.5")
        return True

    def _multiply(self, word: str) -> bool:
        by = Decimal(_MULTIPLES[word])
        if self._group is None or by >= self._largest:
            return False
        if word in _SCALES:
            self._done += self._group * by
            self._largest, self._group, self._room = by, None, Decimal(1)
            return True
        if self._group >= 100:
            return False
        self._group *= by
        self._room = Decimal(100) if word == "hundred" else Decimal(1)
        return True
