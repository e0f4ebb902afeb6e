"""Where each character of a value stands in the YAML or the cell of a table that writes it.

Quotes, escapes and line breaks make what is written differ from what is meant. Both are walked together; white space
is compared in runs, since folding may make any white space of any other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segsite.brand.passages import Span

_HEADER = re.compile(r"(?:[&!]\S*\s+)*(?:[|>][-+\d]*[ \t]*(?:#[^\n]*)?\n)?")
"""What stands before a text in YAML: the name it is given, `&name`, and the first line of a block, `>-`."""
_PLAIN = tuple(re.compile(pieces, re.DOTALL) for pieces in (r".", r"''|.", r'""|.'))
"""What stands for one character each: without quotes, in single quotes, and in the cell of a table."""
_ESCAPES = re.compile(
    r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|(?P<line>\n\s*)|(?P<one>.))|.",
    re.DOTALL,
)
"""The same in double quotes of YAML."""
_MEANT = dict(zip("0abtnvfreN_LP", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True))

_MOST = 0x110000
"""No character has a number as high as this."""

_Letter: TypeAlias = "tuple[str, Span]"


@lru_cache(maxsize=64)
def letters(value: str, written: str) -> tuple[Span, ...] | None:
    """The stretch of what is written that stands for each character of a value; None if that cannot be told."""
    header = _HEADER.match(written)
    for start in dict.fromkeys((0, header.end() if header is not None else 0)):
        quoted = written[start : start + 1] in {"'", '"'}
        for pieces in (*_PLAIN, _ESCAPES) if quoted else _PLAIN:
            reading = _read(written, start, pieces)
            for first in (0, 1) if quoted else (0,):
                found = _walked(value, reading[first:])
                if found is not None:
                    return found
    return None


def _read(written: str, start: int, pieces: re.Pattern[str]) -> list[_Letter]:
    """The characters that pieces of what is written stand for; a line that goes on stands for none."""
    return [(meant, match.span()) for match in pieces.finditer(written, start) if (meant := _meant(match))]


def _meant(match: re.Match[str]) -> str:
    if match.re is not _ESCAPES or match[0][0] != "\\":
        return match[0][0]
    code = match["x"] or match["u"] or match["U"]
    if code:
        return chr(int(code, 16)) if int(code, 16) < _MOST else ""
    return _MEANT.get(match["one"], match["one"] or "")


def _walked(value: str, reading: Sequence[_Letter]) -> tuple[Span, ...] | None:
    """Where the characters of a value are in a reading that they take up but for white space and a closing quote."""
    spans: list[Span] = []
    at = _after_space(reading, 0) if not value[:1].isspace() else 0
    for index, character in enumerate(value):
        if at == len(reading):
            return None
        letter, span = reading[at]
        if letter == character or letter.lower() == character.lower():  # a filter may have raised or lowered it
            at += 1
        elif not (character.isspace() and letter.isspace()):
            if not (spans and character.isspace()):
                return None
            span = spans[-1]  # one line break may stand for two
        spans.append(span)
        if character.isspace() and not value[index + 1 : index + 2].isspace():
            at = _after_space(reading, at)
    rest = "".join(letter for letter, _ in reading[at:]).strip()
    return tuple(spans) if rest in {"", "'", '"'} else None


def _after_space(reading: Sequence[_Letter], at: int) -> int:
    while at < len(reading) and reading[at][0].isspace():
        at += 1
    return at
