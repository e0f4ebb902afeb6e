"""Ways to write a value: functions, units, colours, and what stands behind words."""

from __future__ import annotations

from segsite.brand.design.color_names import COLOR_NAMES
from segsite.brand.email.catalogue.feature import Feature

_COLORS = rf"#[\da-f]{{3}}|(?<![-\w])(?:rgba?|hsla?|{'|'.join(sorted(COLOR_NAMES))})(?![-\w])"
_COLOR_BESIDE = rf"(?i)\sbgcolor=|background(?:-color)?\s*:[^;\"]*?(?:{_COLORS})"
_BACKGROUND = r"background(?:-image)?"
_PLAIN_VALUE = "Write the value itself, in `px` or `%`; or a plain one before it, in the same `style` attribute."
_PLAIN_COLOR = "Write the colour as `#rrggbb`, as tokens are in e-mails."
_DROPPED = "the whole declaration is dropped"
_NO_COLOR = "the colour is lost"
_UNDER = "the words stand on nothing, and light ones cannot be read"
_GROUND = "Give the element a `background-color` too, and for Outlook VML in `<!--[if mso]>`."


def _function(name: str) -> Feature:
    slug = f"css-unit-{name}" if name == "calc" else f"css-function-{name}"
    pattern = rf"(?<![-\w]){name}\("
    title = f"`{name}()`"
    return Feature(name, slug, title, _DROPPED, _PLAIN_VALUE, properties=".+", values=pattern, by_mso=True)


def _unit(name: str) -> Feature:
    pattern = rf"(?<![\w#.-])[-+]?(?:\d*\.)?\d+{name}\b"
    slug, title = f"css-unit-{name}", f"the unit `{name}`"
    return Feature(f"unit-{name}", slug, title, _DROPPED, _PLAIN_VALUE, properties=".+", values=pattern)


def _gradient(name: str) -> Feature:
    slug, title, values = f"css-{name}-gradient", f"`{name}-gradient()`", rf"{name}-gradient\("
    return Feature(
        f"{name}-gradient",
        slug,
        title,
        _UNDER,
        _GROUND,
        properties=_BACKGROUND,
        values=values,
        eased=_COLOR_BESIDE,
        by_mso=True,
    )


VALUES = (
    *(_function(name) for name in ("calc", "clamp", "max", "min")),
    *(_unit(name) for name in ("rem", "ch", "vh", "vmax", "vmin", "vw")),
    Feature(
        "variables",
        "css-variables",
        "`var()`",
        _DROPPED,
        "Write `{{ tokens.… }}`, which puts in the value itself.",
        properties=".+",
        values=r"(?<![-\w])var\(",
    ),
    Feature(
        "modern-color",
        "css-modern-color",
        "`lab()`, `lch()`, `oklab()` or `oklch()`",
        _NO_COLOR,
        _PLAIN_COLOR,
        properties=".+",
        values=r"(?<![-\w])(?:ok)?l(?:ab|ch)\(",
    ),
    Feature(
        "light-dark",
        "css-function-light-dark",
        "`light-dark()`",
        _NO_COLOR,
        "Write the light colour, and the dark one in `@media (prefers-color-scheme: dark)`.",
        properties=".+",
        values=r"(?<![-\w])light-dark\(",
    ),
    Feature(
        "rgba",
        "css-rgba",
        "`rgba()`",
        _NO_COLOR,
        _PLAIN_COLOR,
        properties=r"color|background(?:-color)?",
        values=r"(?<![-\w])rgba\(",
    ),
    Feature(
        "spaced-rgb",
        "css-rgb",
        "`rgb()` with spaces",
        "the colour is lost, and in Gmail all styles beside it",
        _PLAIN_COLOR,
        properties=".+",
        values=r"(?<![-\w])rgba?\(\s*[\d.]+%?\s+[\d.]",
        part=r"(?i)whitespace syntax",
    ),
    Feature(
        "background-image",
        "css-background-image",
        "`background-image`",
        _UNDER,
        _GROUND,
        properties=_BACKGROUND,
        values=r"(?<![-\w])url\(",
        eased=_COLOR_BESIDE,
        by_mso=True,
    ),
    Feature(
        "background-attribute",
        "html-background",
        "the attribute `background`",
        _UNDER,
        _GROUND,
        tag=r"<(?!body)\w[^>]*\s(?P<words>background=)",
        part=r"Only supported on the `<body>` element",
        eased=_COLOR_BESIDE,
        by_mso=True,
    ),
    *(_gradient(name) for name in ("linear", "radial", "conic")),
)
"""Without each, a declaration is lost, or a ground."""
