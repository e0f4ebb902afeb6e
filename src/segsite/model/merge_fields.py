"""Merge fields as they stand in a rendered e-mail, until a platform's own syntax is put in.

A placeholder is plain ASCII letters and digits that say what it stands for, so that the same field is the same
text wherever it is converted, escaped or inlined: `SEGSITEMT<base32>ENDMT`.
"""

from __future__ import annotations

import base64
import re
import unicodedata

PLACEHOLDER = re.compile("SEGSITEMT([A-Z2-7]*)ENDMT")
"""What stands for a merge field until a platform's syntax is put in."""
FIELD_LENGTH = 10
"""How many characters a merge field counts as: what a recipient's name, town or firm comes to."""


def placeholder(field: str, fallback: str = "") -> str:
    """What stands for a field, with the text for recipients who lack it."""
    coded = base64.b32encode(f"{field}\0{fallback}".encode()).decode().rstrip("=")
    return f"SEGSITEMT{coded}ENDMT"


def meaning(match: re.Match[str]) -> tuple[str, str] | None:
    """The field that a placeholder stands for and its fallback; None if somebody wrote what only looks like one."""
    try:
        field, _, fallback = base64.b32decode(match[1] + "=" * (-len(match[1]) % 8)).decode().partition("\0")
    except ValueError:
        return None
    return field, fallback


def seen_length(text: str) -> int:
    """How many characters readers see of a text, merge fields filled; one as wide as two, as in Chinese, is two."""
    seen = PLACEHOLDER.sub("x" * FIELD_LENGTH, text)
    return len(seen) + (0 if seen.isascii() else sum(map(_is_wide, seen)))


def has_wide(text: str) -> bool:
    """Whether a text has characters as wide as two."""
    return not text.isascii() and any(map(_is_wide, text))


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}
