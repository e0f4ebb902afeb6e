"""What a finding of a voice rule says: its message with the words put in, as Go's formats do it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERB = re.compile(r"%(?:\[(?P<number>\d+)\])?(?P<width>[-+ 0]*\d*(?:\.\d+)?)(?P<verb>[sdvqfg%])")
_QUOTED_VERB = re.compile(r"(?P<quote>['\"])(?P<verb>%(?:\[\d+\])?s)(?P=quote)")


def message(text: str, *values: str) -> str:
    """A message with its `%s` filled; values that it has no place for are left out."""
    said = 0

    def filled(match: re.Match[str]) -> str:
        nonlocal said
        if match["verb"] == "%":
            return "%" if match[0] == "%%" else match[0]
        at = int(match["number"]) - 1 if match["number"] else said
        said = at + 1
        value = values[at] if 0 <= at < len(values) else ""
        return f'"{value}"' if match["verb"] == "q" else value

    return " ".join(_VERB.sub(filled, text).split("\n")).strip() if values else " ".join(text.split("\n")).strip()


def blank(text: str) -> str:
    """A message as it stands in a rule's own page: its `%s` shown as `…`."""
    return message(text, *["…"] * 9)


def unquoted(text: str) -> str:
    """A message without the quotation marks around its first `%s`, where what is put in brings its own."""
    return _QUOTED_VERB.sub(lambda match: match["verb"], text, count=1)


def choice(options: Sequence[str], quote: str = "''") -> str:
    """Options to choose from: `'a'`, `'a' or 'b'`, `'a', 'b', or 'c'`."""
    quoted = [f"{quote[0]}{option}{quote[1]}" for option in options]
    if len(quoted) <= 2:
        return " or ".join(quoted)
    return f"{', '.join(quoted[:-1])}, or {quoted[-1]}"
