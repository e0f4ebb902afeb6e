"""Text that is safe to show in a terminal, and how wide it is there."""

from __future__ import annotations

import json
import unicodedata
from typing import Literal

Colour = Literal["red", "yellow", "blue", "green", "bold", "dim"]

_CODES: dict[Colour, str] = {
    "red": "1;31",
    "yellow": "1;33",
    "blue": "1;34",
    "green": "1;32",
    "bold": "1",
    "dim": "2",
}
_TAB = "    "
_KEPT = "\u200c\u200d"  # zero-width joiners: emoji and several scripts are made with them


def paint(text: str, colour: Colour, *, coloured: bool) -> str:
    """The text in a colour, if colours are wanted."""
    return f"\033[{_CODES[colour]}m{text}\033[0m" if coloured and text else text


def visible(text: str) -> str:
    """The text on one line, with a name in place of every character that could steer a terminal."""
    return text if text.isascii() and text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character == "\t":
        return _TAB
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\u2421"
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and character not in _KEPT:
        return f"<{ord(character):04X}>"
    return character


def width(text: str) -> int:
    """How many columns a visible text takes: wide characters take two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if character in _KEPT or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def counted(number: int, one: str, several: str = "") -> str:
    """A number with its noun: `1 error`, `3 errors`, `2,000 pages`."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def json_text(value: object) -> str:
    """A value as a JSON text in ASCII, which any stream takes; what is not text, such as half a character, is a `?`."""
    written = json.dumps(value, indent=2, ensure_ascii=False).encode("utf-8", "replace").decode()
    return "".join(map(_escaped, written.splitlines(keepends=True))) + "\n"


def _escaped(line: str) -> str:
    return line if line.isascii() else "".join(char if char.isascii() else json.dumps(char)[1:-1] for char in line)
