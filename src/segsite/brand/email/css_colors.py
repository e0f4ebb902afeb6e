"""Colours in CSS, as far as an e-mail's styles hold them: hexadecimal above all, which tokens become there."""

from __future__ import annotations

import re
from functools import lru_cache

from segsite.brand.design.color_names import COLOR_NAMES
from segsite.model.color import BLACK, WHITE, Color, over

_HEX = re.compile(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-z])", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+(\d*\.?\d+)(%?))?\s*\)", re.IGNORECASE)
_NAMED = re.compile(rf"(?<![-\w])(?:{'|'.join(sorted(COLOR_NAMES))})(?![-\w(])", re.IGNORECASE)
_VALUES = {"white": WHITE, "black": BLACK}
_FUNCTION = re.compile(r"(?<![-\w])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(", re.IGNORECASE)
_PICTURE = re.compile(r"url\([^)]*\)", re.IGNORECASE)
UNKNOWN = Color("srgb", (None, None, None), 0)
"""Stands for a colour that is written in a way that is not read here."""


@lru_cache(maxsize=1024)
def color_in(written: str | None) -> Color | None:
    """The first colour in a value; None for one that has none of its own, such as `inherit`."""
    bare = _PICTURE.sub("", written) if written else ""
    match = _HEX.search(bare)
    if match is not None:
        return _of_digits(match[1])
    match = _RGB.search(bare)
    if match is not None:
        red, green, blue = (int(match[at]) / 255 for at in (1, 2, 3))
        opacity = float(match[4] or 1) / (100 if match[5] else 1)
        return Color("srgb", (red, green, blue), min(opacity, 1.0))
    match = _NAMED.search(bare)
    if match is not None:
        return _VALUES.get(match[0].lower(), UNKNOWN)
    return UNKNOWN if _FUNCTION.search(bare) else None


def _of_digits(digits: str) -> Color:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue, *alpha = (int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2))
    return Color("srgb", (red, green, blue), alpha[0] if alpha else 1.0)


def ground_over(ground: Color, under: Color) -> Color:
    """A ground as it is seen over another."""
    if ground is UNKNOWN or (under is UNKNOWN and ground.alpha < 1):
        return UNKNOWN
    return over(ground, under)
