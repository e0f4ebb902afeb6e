"""What a design token's value is in CSS. Types and their forms: Design Tokens Format 2025.10, sections 8 and 9."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from segsite.model.color import Color

if TYPE_CHECKING:
    from collections.abc import Callable

WEIGHTS = {
    "thin": 100, "hairline": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400,
    "regular": 400, "book": 400, "medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700,
    "extra-bold": 800, "ultra-bold": 800, "black": 900, "heavy": 900, "extra-black": 950, "ultra-black": 950,
}  # fmt: skip
"""Font weights by the names that the format gives them."""

_FUNCTIONS = {"hsl", "hwb", "lab", "lch", "oklab", "oklch"}
_PERCENTAGES = {"hsl": (1, 2), "hwb": (1, 2)}
_GENERIC_FAMILY = re.compile(r"[a-z]+(-[a-z]+)*")


def css_value(kind: str, value: Any) -> str | dict[str, str]:
    """A token's value in CSS, from the form that the format gives to its type, references resolved.

    Args:
        kind: The token's type.
        value: Its value, which must be of that type.
    """
    return _TYPES[kind](value)


def color_of(value: Any) -> Color:
    """The colour that a value of the type `color` says."""
    first, second, third = (None if part == "none" else float(part) for part in value["components"])
    return Color(value["colorSpace"], (first, second, third), float(value.get("alpha", 1)))


def in_srgb(value: Any) -> Any:
    """A value with every colour in it in sRGB, by the fallback it names, or else clipped to the gamut."""
    if isinstance(value, list):
        return [in_srgb(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "colorSpace" not in value:
        return {key: in_srgb(part) for key, part in value.items()}
    fallback = value.get("hex") or color_of({**value, "alpha": 1}).hex
    components = [int(fallback[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return {"colorSpace": "srgb", "components": components, "alpha": value.get("alpha", 1)}


def color_css(color: Color) -> str:
    """A colour in CSS: as it is written, but plain sRGB in the short form that everything reads."""
    if color.space == "srgb" and None not in color.components:
        return color.hex
    parts = ["none" if part is None else _number(part) for part in color.components]
    for at in _PERCENTAGES.get(color.space, ()):
        parts[at] = parts[at] if parts[at] == "none" else f"{parts[at]}%"
    opacity = "" if color.alpha >= 1 else f" / {_number(color.alpha)}"
    if color.space in _FUNCTIONS:
        return f"{color.space}({' '.join(parts)}{opacity})"
    return f"color({color.space} {' '.join(parts)}{opacity})"


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _measure(value: Any) -> str:
    return f"{_number(value['value'])}{value['unit']}"  # with its unit even for 0, or `calc()` could not add it


def _color(value: Any) -> str:
    return color_css(color_of(value))


def _family(value: Any) -> str:
    names = value if isinstance(value, list) else [value]
    return ", ".join(name if _GENERIC_FAMILY.fullmatch(name) else f'"{name}"' for name in names)


def _weight(value: Any) -> str:
    return str(WEIGHTS[value]) if isinstance(value, str) else _number(value)


def _bezier(value: Any) -> str:
    return f"cubic-bezier({', '.join(_number(number) for number in value)})"


def _shadow(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_shadow(layer) for layer in value)
    lengths = " ".join(_measure(value[name]) for name in ("offsetX", "offsetY", "blur", "spread"))
    return f"{'inset ' if value.get('inset') else ''}{lengths} {_color(value['color'])}"


def _stroke(value: Any) -> str:
    # CSS borders have no dash pattern; the format's note on strokeStyle names this fallback
    return "dashed" if isinstance(value, dict) else str(value)


def _border(value: Any) -> str:
    return f"{_measure(value['width'])} {_stroke(value['style'])} {_color(value['color'])}"


def _transition(value: Any) -> str:
    return f"{_measure(value['duration'])} {_bezier(value['timingFunction'])} {_measure(value['delay'])}"


def _gradient(value: Any) -> str:
    return ", ".join(f"{_color(stop['color'])} {_percentage(stop['position'])}" for stop in value)


def _percentage(position: float) -> str:
    return f"{_number(round(min(max(position, 0.0), 1.0) * 100, 4))}%"  # the format clamps what lies outside


def _typography(value: Any) -> dict[str, str]:
    return {
        "font-family": _family(value["fontFamily"]),
        "font-size": _measure(value["fontSize"]),
        "font-weight": _weight(value["fontWeight"]),
        "letter-spacing": _measure(value["letterSpacing"]),
        "line-height": _number(value["lineHeight"]),
    }


_TYPES: dict[str, Callable[[Any], str | dict[str, str]]] = {
    "color": _color,
    "dimension": _measure,
    "fontFamily": _family,
    "fontWeight": _weight,
    "duration": _measure,
    "cubicBezier": _bezier,
    "number": _number,
    "strokeStyle": _stroke,
    "border": _border,
    "transition": _transition,
    "shadow": _shadow,
    "gradient": _gradient,
    "typography": _typography,
}

TYPES = tuple(_TYPES)
"""Every type of the format."""
