"""What stands in a rendered e-mail for each recipient's own: fields, and choices by their values.

Both are placeholders until a platform's own syntax is put in, plain ASCII letters and digits that survive templating,
conversion and inlining: `SEGSITEM`, a letter for the kind, base32, and `0ENDMT`, as base32 has no 0. A field is one
placeholder; a choice is three: its test, what parts the two ways, and its end.
"""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACEHOLDER = re.compile("SEGSITEM([TILE])([A-Z2-7]*)0ENDMT")
"""What stands for a field (T), a test (I), the other way (L) or the end (E) of a choice."""
FIELD_LENGTH = 10
"""How many characters a merge field counts as: what a recipient's name, town or firm comes to."""
FIELD_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
"""What a merge field can be called in content."""
SYSTEM_FIELDS = ("unsubscribe_url", "view_url", "postal_address")
"""The fields that are the platform's and not the recipient's."""
MAX_DEPTH = 60
"""So deep may choices stand in each other, and tests; deeper ones are read as plain text."""

Operator: TypeAlias = Literal["present", "==", "!=", ">", ">=", "<", "<="]
OPERATORS = ("present", "==", "!=", ">", ">=", "<", "<=")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A field held to a value, or asked whether it has one: `present`."""

    field: str
    operator: Operator = "present"
    value: str | int | float = ""


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a test."""

    test: Test


@dataclass(frozen=True, slots=True)
class Both:
    """Two tests that must hold together."""

    left: Test
    right: Test


@dataclass(frozen=True, slots=True)
class Either:
    """Two tests of which one must hold."""

    left: Test
    right: Test


Test: TypeAlias = "Comparison | Not | Both | Either"
"""What is asked of a recipient."""


@dataclass(frozen=True, slots=True)
class Field:
    """A merge field, with the text for recipients who lack it; `span` is where its placeholder stands."""

    name: str
    fallback: str
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Choice:
    """Two ways to go on, by a test; `span` is where the placeholder of the test stands."""

    test: Test
    then: tuple[Part, ...]
    otherwise: tuple[Part, ...] = ()
    span: tuple[int, int] = (0, 0)


Part: TypeAlias = "str | Field | Choice"
"""A piece of a text for recipients."""


# -- placeholders ----------------------------------------------------------------------------------------------


def placeholder(field: str, fallback: str = "") -> str:
    """What stands for a field, with the text for recipients who lack it."""
    return _coded("T", f"{field}\0{fallback}")


def choice_placeholders(test: Test) -> tuple[str, str, str]:
    """What stands for a test, for the other way, and for the end of a choice."""
    return _coded("I", json.dumps(_plain(test), ensure_ascii=False, separators=(",", ":"))), _coded("L"), _coded("E")


def _coded(kind: str, text: str = "") -> str:
    return f"SEGSITEM{kind}{base64.b32encode(text.encode()).decode().rstrip('=')}0ENDMT"


def meaning(match: re.Match[str]) -> tuple[str, str] | None:
    """The field that a placeholder stands for and its fallback; None if it stands for none.

    Somebody may have written what only looks like a placeholder.
    """
    text = _decoded(match[2]) if match[1] == "T" else None
    if text is None:
        return None
    field, _, fallback = text.partition("\0")
    return field, fallback


@lru_cache(maxsize=4096)
def _decoded(coded: str) -> str | None:
    try:
        return base64.b32decode(coded + "=" * (-len(coded) % 8)).decode()
    except ValueError:
        return None


def _plain(test: Test) -> list[Any]:
    if isinstance(test, Comparison):
        return [test.operator, test.field, test.value]
    if isinstance(test, Not):
        return ["not", _plain(test.test)]
    return ["both" if isinstance(test, Both) else "either", _plain(test.left), _plain(test.right)]


def _test(match: re.Match[str]) -> Test | None:
    """The test that a placeholder stands for; None for what only looks like one."""
    try:
        return _of_plain(json.loads(_decoded(match[2]) or ""))
    except (ValueError, TypeError, RecursionError):
        return None


def _of_plain(plain: Any, depth: int = 0) -> Test:
    kind, *rest = plain
    if depth > MAX_DEPTH:
        raise ValueError(kind)
    if kind == "not":
        (test,) = rest
        return Not(_of_plain(test, depth + 1))
    if kind in {"both", "either"}:
        left, right = (_of_plain(one, depth + 1) for one in rest)
        return Both(left, right) if kind == "both" else Either(left, right)
    field, value = rest
    if kind not in OPERATORS or not FIELD_NAME.fullmatch(field) or not isinstance(value, str | int | float):
        raise ValueError(kind)
    return Comparison(field, kind, value)


# -- texts as recipients may read them ---------------------------------------------------------------------------


def parts_of(text: str) -> tuple[Part, ...]:
    """A text taken apart at its placeholders; those of a choice that has no end stand as they are."""
    if "SEGSITEM" not in text:
        return (text,) if text else ()
    return _Reader(text).parts()


class _Reader:
    """Reads a text from its start; what is open is on a stack."""

    def __init__(self, text: str) -> None:
        self._text = text

    def parts(self) -> tuple[Part, ...]:
        found: list[Part] = []
        stack: list[tuple[list[Part], Test, tuple[int, int], list[Part] | None]] = []
        at = 0
        for match in PLACEHOLDER.finditer(self._text):
            before = self._text[at : match.start()]
            if before:
                found.append(before)
            at = match.end()
            kind = match[1]
            test = _test(match) if kind == "I" else None
            if test is not None and len(stack) < MAX_DEPTH:
                stack.append((found, test, match.span(), None))
                found = []
            elif kind == "L" and stack and stack[-1][3] is None:
                outer, open_test, span, _ = stack.pop()
                stack.append((outer, open_test, span, found))
                found = []
            elif kind == "E" and stack:
                outer, open_test, span, then = stack.pop()
                ways = (tuple(then), tuple(found)) if then is not None else (tuple(found), ())
                outer.append(Choice(open_test, *ways, span))
                found = outer
            else:
                found.append(self._field(match))
        if at < len(self._text):
            found.append(self._text[at:])
        for outer, _, span, then in reversed(stack):  # never ended: as it stands
            found = [*outer, self._text[slice(*span)], *(then or ()), *found]
        return tuple(found)

    def _field(self, match: re.Match[str]) -> Part:
        said = meaning(match)
        if said is None or not FIELD_NAME.fullmatch(said[0]):
            return match[0]  # somebody wrote this; it is no placeholder of ours
        return Field(*said, match.span())


def fields_in(parts: tuple[Part, ...]) -> Iterator[Field]:
    """Every field that is printed, in both ways of every choice."""
    for part in parts:
        if isinstance(part, Field):
            yield part
        elif isinstance(part, Choice):
            yield from fields_in(part.then)
            yield from fields_in(part.otherwise)


def choices_in(parts: tuple[Part, ...]) -> Iterator[Choice]:
    """Every choice, the outer ones first."""
    for part in parts:
        if isinstance(part, Choice):
            yield part
            yield from choices_in(part.then)
            yield from choices_in(part.otherwise)


def comparisons(test: Test) -> Iterator[Comparison]:
    """Every comparison that a test is made of."""
    if isinstance(test, Comparison):
        yield test
    elif isinstance(test, Not):
        yield from comparisons(test.test)
    else:
        yield from comparisons(test.left)
        yield from comparisons(test.right)


def longest(text: str) -> str:
    """The longest text that a recipient may read; each field as long as fields are."""
    return _longest(parts_of(text))


def _longest(parts: tuple[Part, ...]) -> str:
    written = []
    for part in parts:
        if isinstance(part, Choice):
            written.append(max(_longest(part.then), _longest(part.otherwise), key=len))
        else:
            written.append("x" * FIELD_LENGTH if isinstance(part, Field) else part)
    return "".join(written)


def seen_length(text: str) -> int:
    """How many characters readers see of a text, merge fields filled; one as wide as two, as in Chinese, is two."""
    seen = longest(text)
    return len(seen) + (0 if seen.isascii() else sum(map(_is_wide, seen)))


def has_wide(text: str) -> bool:
    """Whether a text has characters as wide as two."""
    return not text.isascii() and any(map(_is_wide, text))


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}
