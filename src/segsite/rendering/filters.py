"""Filters for expressions and templates; those for content stay small whatever they are given."""

from __future__ import annotations

import re
from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2.filters import FILTERS

from segsite.rendering.merge import MergeField
from segsite.rendering.typography import separators
from segsite.rendering.views import Joined, Refused, View, Worded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_MAX = 100_000
MAX_HELD = 1_000_000
_HARMLESS = ("default", "d", "first", "last", "length", "count",
             "int", "float", "abs", "sort", "unique", "reverse", "wordcount", "list")  # fmt: skip
_OF_LETTERS = ("lower", "upper", "title", "trim")


def for_content(locale: str) -> dict[str, Callable[..., Any]]:
    """The filters content may use, by name."""
    return {name: _bounded(function) for name, function in _of_content(locale).items()}


def _of_content(locale: str) -> dict[str, Callable[..., Any]]:
    return {
        **{name: FILTERS[name] for name in _HARMLESS},
        **{name: _in_place(FILTERS[name]) for name in _OF_LETTERS},
        "capitalize": _in_place(_capitalize),
        "join": _join,
        "replace": _replace,
        "round": _round,
        "truncate": _truncate,
        "number": lambda value, places=None: number(value, locale, places),
        "fallback": fallback,
    }


def _bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is not even called with more than it could work through, such as lists of lists of lists."""

    @wraps(function)
    def bounded(*arguments: Any, **named: Any) -> Any:
        refuse_heavy(*arguments, *named.values())
        return function(*arguments, **named)

    return bounded


def _in_place(function: Callable[..., str]) -> Callable[..., str]:
    """A filter that changes letters: what it gives is still written where its text is, if each letter has its place."""

    @wraps(function)
    def in_place(text: Any, *arguments: Any, **named: Any) -> str:
        made = function(text, *arguments, **named)
        if isinstance(text, Worded) and len(made) == len(text):
            return Worded.at(made, text.place, text.filled)
        return made

    return in_place


def refuse_heavy(*values: Any) -> None:
    """Raise Refused for lists and maps that hold more than `MAX_HELD` items and characters, however deep."""
    held = 0
    ahead = [value for value in values if isinstance(value, list | tuple | dict)]
    while ahead:
        group = ahead.pop()
        for value in group.values() if isinstance(group, dict) else group:
            held += 1 + (len(value) if isinstance(value, str) else 0)
            if held > MAX_HELD:
                raise Refused("template/limit", f"This list holds more than {MAX_HELD:,} characters.")
            if isinstance(value, list | tuple | dict):
                ahead.append(value)


def fallback(value: Any, text: str) -> str:
    """A merge field with the text for recipients who lack it; raises Refused for any other value."""
    if not isinstance(value, MergeField):
        raise Refused("template/failed", "`fallback` goes with merge fields.", "For other values use `default`.")
    return MergeField.of(value.field, str(text))


def number(value: Any, locale: str, places: int | None = None) -> str:
    """A number with the separators of a locale: 2400 is `2,400` in English and `2.400` in German.

    Args:
        value: A number, or a text that is one.
        locale: Such as `en` or `de-AT`.
        places: Digits after the decimal mark; by default as many as the number has.

    Raises:
        TypeError, ValueError: If the value is no number.
    """
    amount = float(value) if isinstance(value, str) and "." in value else value
    amount = int(amount) if isinstance(amount, str) else amount
    if isinstance(amount, bool) or not isinstance(amount, int | float):
        raise TypeError(f"{value!r} is not a number")
    digits = f"{amount:,.{min(places, 10)}f}" if places is not None else f"{amount:,}"
    group, point = separators(locale)
    return digits.translate({ord(","): group, ord("."): point})


def plain_number(value: Any) -> str:
    """A number, date or truth value as text; a float that is whole has no decimals."""
    if type(value) is float and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def items(value: Any) -> Iterator[tuple[str, Any]]:
    """The names and values of a map."""
    if isinstance(value, View):
        return ((name, value[name]) for name in value)
    return iter(value.items())


def _refuse_large(size: int) -> None:
    if size > _MAX:
        raise Refused("template/limit", f"This grows to more than {_MAX:,} characters.")


def _capitalize(text: Any) -> str:
    """A text with its first letter raised and the rest as it is: "EV chargers", not "Ev chargers"."""
    return str(text)[:1].upper() + str(text)[1:]


def _join(values: Iterable[Any], separator: str = "") -> str:
    texts = [value if isinstance(value, str) else str(value) for value in values]
    _refuse_large(sum(map(len, texts)) + len(separator) * len(texts))
    return Joined.of(piece for at, text in enumerate(texts) for piece in ((separator, text) if at else (text,)))


def _replace(text: Any, old: str, new: str) -> str:
    _refuse_large(len(str(text)) + str(text).count(old) * len(new))
    return str(text).replace(old, new)


def _round(value: float, places: int = 0) -> float:
    return round(value, max(-10, min(places, 10)))


def _truncate(text: Any, length: int = 255, end: str = "…") -> str:
    """The first words of a text, at most so many characters, and a mark where it was cut."""
    whole = str(text)
    if len(whole) <= length:
        return whole
    return re.sub(r"\s+\S*$", "", whole[: max(length - len(end), 1)]) + end
