"""Colours, and how well two of them can be told apart.

Contrast: WCAG 2.2, "relative luminance" and "contrast ratio" (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.model.color_spaces import decoded, encoded, linear_of, oklab_of

if TYPE_CHECKING:
    from segsite.model.color_spaces import Vector


@dataclass(frozen=True, slots=True)
class Color:
    """A colour in one of the spaces.

    Attributes:
        space: A key of `color_spaces.SPACES`.
        components: Its three components; None is the keyword `none`.
        alpha: From 0, which cannot be seen, to 1, which covers.
    """

    space: str
    components: tuple[float | None, float | None, float | None]
    alpha: float = 1.0

    @property
    def srgb(self) -> Vector:
        """The colour in sRGB from 0 to 1; what lies outside is clipped, channel by channel."""
        red, green, blue = (min(max(channel, 0.0), 1.0) for channel in self._channels)
        return red, green, blue

    @property
    def _channels(self) -> Vector:
        first, second, third = (0.0 if part is None else part for part in self.components)
        if self.space == "srgb":
            return first, second, third  # as they are, not by way of light and back, which rounds
        red, green, blue = (encoded(light) for light in linear_of(self.space, (first, second, third)))
        return red, green, blue

    @property
    def hex(self) -> str:
        """The colour as mail clients read it, `#rrggbb`, or `#rrggbbaa` where it is not opaque."""
        digits = "".join(f"{round(channel * 255):02x}" for channel in self.srgb)
        return f"#{digits}" if self.alpha >= 1 else f"#{digits}{round(self.alpha * 255):02x}"


WHITE = Color("srgb", (1, 1, 1))
BLACK = Color("srgb", (0, 0, 0))


def over(color: Color, ground: Color) -> Color:
    """What is seen when a colour lies over an opaque one; blended in sRGB, as browsers do."""
    if color.alpha >= 1:
        return color
    red, green, blue = (
        above * color.alpha + below * (1 - color.alpha) for above, below in zip(color.srgb, ground.srgb, strict=True)
    )
    return Color("srgb", (red, green, blue))


def luminance(color: Color) -> float:
    """The relative luminance of an opaque colour as screens show it, in 8 bits a channel: 0 is black, 1 is white."""
    red, green, blue = (decoded(round(channel * 255) / 255) for channel in color.srgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(color: Color, ground: Color) -> float:
    """The contrast ratio of a colour on another, from 1 to 21.

    What shines through is blended first. What lies under a ground that shines through is not known, so the ratio is
    the lower of those over white and over black.
    """
    return min(_contrast(color, over(ground, under)) for under in (WHITE, BLACK))


def _contrast(color: Color, ground: Color) -> float:
    darker, lighter = sorted((luminance(over(color, ground)), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def distance(color: Color, other: Color) -> float:
    """How different two colours look: their distance in OKLab."""
    return math.dist(oklab_of(color.srgb), oklab_of(other.srgb))
