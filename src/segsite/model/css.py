"""What a design token's value is in CSS. Types and their forms: Design Tokens Format 2025.10, sections 8 and 9."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from segsite.model.values import Plain

_WEIGHTS = {
    "thin": 100, "hairline": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400,
    "regular": 400, "book": 400, "medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700,
    "extra-bold": 800, "ultra-bold": 800, "black": 900, "heavy": 900, "extra-black": 950, "ultra-black": 950,
}  # fmt: skip
_COLOR_FUNCTIONS = {"hsl", "hwb", "lab", "lch", "oklab", "oklch"}
_COLOR_SPACES = {"srgb-linear", "display-p3", "a98-rgb", "prophoto-rgb", "rec2020", "xyz-d65", "xyz-d50"}
_GENERIC_FAMILY = re.compile(r"[a-z]+(-[a-z]+)*")


class CssError(ValueError):
    """A token's value is not what its type asks for; the message says what is."""


def css_value(kind: str, value: Plain) -> str | dict[str, str]:
    """A resolved token value in CSS; a typography token becomes one value for each CSS property.

    Raises:
        CssError: If the type is unknown or the value is not of it.
    """
    convert = _TYPES.get(kind)
    if convert is None:
        raise CssError(f"`{kind}` is not a token type")
    return convert(value)


def _number(value: Plain) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CssError(f"a number belongs here, not {value!r}")
    return f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _measure(units: tuple[str, ...]) -> Callable[[Plain], str]:
    def convert(value: Plain) -> str:
        if not isinstance(value, dict) or value.get("unit") not in units:
            raise CssError(f'write {{"value": 1, "unit": "{units[0]}"}}; the unit is {" or ".join(units)}')
        number = _number(value.get("value"))
        return "0" if number == "0" and units[0] == "px" else f"{number}{value['unit']}"

    return convert


def _color(value: Plain) -> str:
    if not isinstance(value, dict) or not isinstance(value.get("components"), list):
        raise CssError('write {"colorSpace": "srgb", "components": [0.1, 0.2, 0.3]}')
    space, components = value.get("colorSpace"), value["components"]
    if not isinstance(components, list) or len(components) != 3:
        raise CssError("a colour has three components")
    alpha = value.get("alpha", 1)
    if space == "srgb" and "none" not in components:
        return _hex([*components, alpha])
    parts = " ".join("none" if part == "none" else _number(part) for part in components)
    opacity = "" if alpha == 1 else f" / {_number(alpha)}"
    if space in {"hsl", "hwb"}:
        hue, *rest = parts.split()
        return f"{space}({hue} {' '.join(f'{part}%' for part in rest)}{opacity})"
    if space in _COLOR_FUNCTIONS:
        return f"{space}({parts}{opacity})"
    if space in _COLOR_SPACES | {"srgb"}:
        return f"color({space} {parts}{opacity})"
    raise CssError(f"`{space}` is not a colour space")


def _hex(channels: list[Plain]) -> str:
    numbers = [channel for channel in channels if isinstance(channel, int | float)]
    if len(numbers) != len(channels) or not all(0 <= number <= 1 for number in numbers):
        raise CssError("sRGB components and alpha are numbers from 0 to 1")
    digits = [f"{round(number * 255):02x}" for number in numbers]
    return "#" + "".join(digits[:3] if digits[3] == "ff" else digits)


def _family(value: Plain) -> str:
    names = value if isinstance(value, list) else [value]
    if not names or not all(isinstance(name, str) and name and not set(name) & set('"\\;{}<>\n') for name in names):
        raise CssError('a font family is a name or a list of names, such as ["Georgia", "serif"]')
    return ", ".join(str(name) if _GENERIC_FAMILY.fullmatch(str(name)) else f'"{name}"' for name in names)


def _weight(value: Plain) -> str:
    if isinstance(value, str) and value in _WEIGHTS:
        return str(_WEIGHTS[value])
    if isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value <= 1000:
        return _number(value)
    raise CssError("a font weight is a number from 1 to 1000, or a name such as `bold`")


def _bezier(value: Plain) -> str:
    if not isinstance(value, list) or len(value) != 4:
        raise CssError("a cubic Bézier curve is a list of four numbers")
    return f"cubic-bezier({', '.join(_number(number) for number in value)})"


def _parts(value: Plain, names: tuple[str, ...]) -> list[Plain]:
    if not isinstance(value, dict) or not all(name in value for name in names):
        raise CssError(f"this takes {', '.join(names)}")
    return [value[name] for name in names]


_dimension = _measure(("px", "rem"))
_duration = _measure(("ms", "s"))


def _shadow(value: Plain) -> str:
    if isinstance(value, list):
        return ", ".join(_shadow(layer) for layer in value)
    color, x, y, blur, spread = _parts(value, ("color", "offsetX", "offsetY", "blur", "spread"))
    inset = "inset " if isinstance(value, dict) and value.get("inset") is True else ""
    return f"{inset}{' '.join(_dimension(length) for length in (x, y, blur, spread))} {_color(color)}"


def _stroke(value: Plain) -> str:
    styles = {"solid", "dashed", "dotted", "double", "groove", "ridge", "outset", "inset"}
    if isinstance(value, dict):
        return "dashed"  # CSS borders have no dash pattern; the format's note on strokeStyle names this fallback
    if value not in styles:
        raise CssError(f"a stroke style is one of {', '.join(sorted(styles))}")
    return str(value)


def _border(value: Plain) -> str:
    width, style, color = _parts(value, ("width", "style", "color"))
    return f"{_dimension(width)} {_stroke(style)} {_color(color)}"


def _transition(value: Plain) -> str:
    duration, delay, timing = _parts(value, ("duration", "delay", "timingFunction"))
    return f"{_duration(duration)} {_bezier(timing)} {_duration(delay)}"


def _gradient(value: Plain) -> str:
    if not isinstance(value, list) or not value:
        raise CssError("a gradient is a list of stops")
    stops = [_parts(stop, ("color", "position")) for stop in value]
    return ", ".join(
        f"{_color(color)} {_number(round(position * 100, 4) if isinstance(position, float) else _percent(position))}%"
        for color, position in stops
    )


def _percent(position: Plain) -> Plain:
    return position * 100 if isinstance(position, int) else position


def _typography(value: Plain) -> dict[str, str]:
    family, size, weight, spacing, height = _parts(
        value, ("fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight")
    )
    return {
        "font-family": _family(family),
        "font-size": _dimension(size),
        "font-weight": _weight(weight),
        "letter-spacing": _dimension(spacing),
        "line-height": _number(height),
    }


_TYPES: dict[str, Callable[[Plain], str | dict[str, str]]] = {
    "color": _color,
    "dimension": _dimension,
    "fontFamily": _family,
    "fontWeight": _weight,
    "duration": _duration,
    "cubicBezier": _bezier,
    "number": _number,
    "strokeStyle": _stroke,
    "border": _border,
    "transition": _transition,
    "shadow": _shadow,
    "gradient": _gradient,
    "typography": _typography,
}
