"""Contrast in finished e-mails: words can be told from what they really stand on. WCAG 2.2, success criterion 1.4.3."""

from __future__ import annotations

import math
import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from segsite.brand.channels.fields import front_place
from segsite.brand.email.css_colors import UNKNOWN
from segsite.brand.email.looks import looks
from segsite.brand.email.whereabouts import Whereabouts
from segsite.brand.standard import Standard
from segsite.model.color import contrast
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.email.looks import Look
    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place, Source
    from segsite.model.color import Color
    from segsite.model.tokens import Token, Tokens

_BODY, _LARGE = 4.5, 3.0
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


class Contrasts(Standard):
    """Holds words of e-mails to the contrast of WCAG AA, in light."""

    def __init__(self, grounds: Grounds) -> None:
        self._site = grounds.site
        self._whereabouts = Whereabouts(grounds)

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Words that cannot be told from their ground."""
        if spoken.channel is not Channel.EMAIL:
            return ()
        low = [look for look in looks(spoken.markup) if _is_low(look)]
        return [self._finding(look, spoken) for look in low if _pair(look) not in self._told]

    @cached_property
    def _told(self) -> set[tuple[str, str]]:
        """The pairs of colours in theme.yaml that are too low by themselves."""
        tokens = self._site.brand.tokens
        every = [tokens, *map(tokens.with_accent, tokens.accents)]
        return {pair for one in every for pair in self._declared(one)}

    def _declared(self, tokens: Tokens) -> Iterator[tuple[str, str]]:
        for pair in (pair for theme_file in self._site.theme.files for pair in theme_file.contrast):
            color, ground = _color(tokens.get(pair.text)), _color(tokens.get(pair.on))
            needed = _BODY if pair.size == "body" else _LARGE
            if color is not None and ground is not None and contrast(color, ground) < needed:
                yield color.hex, ground.hex

    def _finding(self, look: Look, spoken: Spoken) -> Finding:
        color, ground = _pair(look)
        ratio = math.floor(contrast(look.color, look.ground) * 100) / 100
        needed = f"{'large text' if look.is_large else 'text'} needs {_needed(look):g}"
        message = f"In the e-mail, `{color}` on `{ground}` has a contrast of {ratio:.2f}; {needed}."
        return rules.CONTRAST.at(self._place(look, spoken), message)

    def _place(self, look: Look, spoken: Spoken) -> Place:
        """The rule of the theme that gives the words their colour or ground, or the template that names its class."""
        sources = list(self._whereabouts.templates(spoken))
        for selector in look.selectors:
            for source in sources:
                place = _rule(source, selector)
                if place is not None:
                    return place
        named = (self._whereabouts.theme(f'class="{one[1:]}', spoken) for one in look.selectors if one.startswith("."))
        return next((place for place in named if place is not None), None) or front_place(spoken)


def _rule(source: Source, selector: str) -> Place | None:
    """Where styles of the theme give a class or an element its colour, or that of its ground."""
    text = _JINJA.sub(lambda match: " " * len(match[0]), source.text)
    name = re.escape(selector)
    found = re.search(
        rf"(?<![\w.#-]){name}(?![\w-])[^{{}};<>]*\{{[^{{}}]*(?<![\w-])(?:background(?:-color)?|color)\s*:", text
    )
    return source.place(found.start(), found.start() + len(selector)) if found is not None else None


def _color(token: Token | None) -> Color | None:
    return token.light.color if token is not None else None


def _pair(look: Look) -> tuple[str, str]:
    return look.color.hex, look.ground.hex


def _needed(look: Look) -> float:
    return _LARGE if look.is_large else _BODY


def _is_low(look: Look) -> bool:
    is_known = look.color is not UNKNOWN and look.ground is not UNKNOWN
    return is_known and _ratio(look.color, look.ground) < _needed(look)


@lru_cache(maxsize=1024)
def _ratio(color: Color, ground: Color) -> float:
    return contrast(color, ground)
