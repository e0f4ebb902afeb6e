"""Contrast: every pair of colours that meet in the theme can be told apart, in light, in dark and with every accent.

WCAG 2.2, success criteria 1.4.3 and 1.4.11, level AA.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.brand.standard import Grounds, Standard
from segsite.diagnostics import did_you_mean
from segsite.model.color import contrast, distance
from segsite.rulebook import styles as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.brand.passages import Spoken
    from segsite.diagnostics import Finding, Place
    from segsite.model.color import Color
    from segsite.model.config import Pair, ThemeFile
    from segsite.model.tokens import Token, Tokens, Worth

_NEEDED = {"body": 4.5, "large": 3.0, "graphic": 3.0}
_SIZES = {"body": "text", "large": "large text", "graphic": "a mark"}


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A pair where it meets: with which tokens, in light or in dark."""

    pair: Pair
    tokens: Tokens
    dark: bool

    @property
    def text(self) -> Worth:
        return self._worth(self.pair.text)

    @property
    def on(self) -> Worth:
        return self._worth(self.pair.on)

    @property
    def colors(self) -> tuple[Color | None, Color | None]:
        return self.text.color, self.on.color

    def _worth(self, path: str) -> Worth:
        token = self.tokens.get(path)
        if token is None:
            raise KeyError(path)
        return self.worth(token)

    def worth(self, token: Token) -> Worth:
        return token.dark if self.dark else token.light


class Contrast(Standard):
    """Holds the theme's pairs of colours to WCAG 2.2 AA."""

    def __init__(self, grounds: Grounds) -> None:
        self._tokens = grounds.site.brand.tokens
        self._theme_files = grounds.site.theme.files
        chosen = {node.segment.variation.accent for node in grounds.tree.nodes.values()}
        self._accents = sorted(accent for accent in chosen if accent is not None and accent in self._tokens.accents)

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """Every pair that cannot be told apart, or names no colours."""
        for theme_file in self._theme_files:
            for index, pair in enumerate(theme_file.contrast):
                unknown = list(self._unknown(theme_file, index, pair))
                yield from unknown or self._low(pair)

    def _unknown(self, theme_file: ThemeFile, index: int, pair: Pair) -> Iterator[Finding]:
        colors = [path for path, token in self._tokens.by_path.items() if token.light.color is not None]
        for key in ("text", "on"):
            path = getattr(pair, key)
            token = self._tokens.get(path)
            if token is None or (token.light.color is None and token.type != "unknown"):
                message = f"There is no token `{path}`." if token is None else f"`{path}` is not a colour."
                place = theme_file.place("contrast", index, key)
                yield rules.CONTRAST_TOKEN.at(place, message, did_you_mean(path, colors))

    def _low(self, pair: Pair) -> Iterator[Finding]:
        for meeting, name in _meetings(pair, self._tokens):
            yield from _judged(meeting, f"In {name},", meeting.text.place)
        for accent in self._accents:
            for meeting, name in _meetings(pair, self._tokens.with_accent(accent)):
                plain = _Meeting(pair, self._tokens, meeting.dark)
                if meeting.colors != plain.colors:
                    changed = meeting.text if meeting.text.color != plain.text.color else meeting.on
                    yield from _judged(meeting, f"With the accent `{accent}`, in {name},", changed.place)


def _meetings(pair: Pair, tokens: Tokens) -> list[tuple[_Meeting, str]]:
    """A pair in light and in dark, each with its name; together, if both are the same."""
    light, dark = _Meeting(pair, tokens, dark=False), _Meeting(pair, tokens, dark=True)
    if light.colors == dark.colors:
        return [(light, "light and in dark")]
    return [(light, "light"), (dark, "dark")]


def _judged(meeting: _Meeting, where: str, place: Place) -> Iterator[Finding]:
    (color, ground), pair = meeting.colors, meeting.pair
    if color is None or ground is None:  # broken, which is told where it is written
        return
    reached, needed = contrast(color, ground), _NEEDED[pair.size]
    if reached < needed:
        message = (
            f"{where} `{pair.text}` ({color.hex}) on `{pair.on}` ({ground.hex}) has a contrast of {_cut(reached)}; "
            f"{_SIZES[pair.size]} needs {needed:g}."
        )
        yield rules.CONTRAST.at(place, message, _hint(meeting, color, ground, needed))


def _cut(ratio: float) -> str:
    """A ratio in two decimals, never rounded up: 4.499 is not 4.5."""
    return f"{math.floor(ratio * 100) / 100:.2f}"


def _hint(meeting: _Meeting, color: Color, ground: Color, needed: float) -> str:
    """The nearest token that would do: of the same group, or else of all."""
    passing = {
        token.dotted: own
        for token in meeting.tokens.by_path.values()
        if (own := meeting.worth(token).color) is not None and contrast(own, ground) >= needed
    }
    group = meeting.pair.text.rpartition(".")[0]
    among = {path: own for path, own in passing.items() if path.rpartition(".")[0] == group} or passing
    if not among:
        return "No token has enough contrast there. Change the surface."
    path, nearest = min(among.items(), key=lambda item: (distance(color, item[1]), item[0]))
    return f"`{path}` ({nearest.hex}, {_cut(contrast(nearest, ground))}) is the nearest token that has enough."
