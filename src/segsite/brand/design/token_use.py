"""How a theme uses tokens: properties that none defines, and tokens that are on their way out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.brand.design.sheets import declarations
from segsite.brand.standard import Grounds, Standard
from segsite.diagnostics import did_you_mean
from segsite.rulebook import tokens as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.brand.design.sheets import Declaration
    from segsite.brand.passages import Spoken
    from segsite.diagnostics import Finding, Place, Source
    from segsite.model.tokens import Token

_VARIABLE = re.compile(r"\bvar\(\s*(--[-\w]+)", re.IGNORECASE)
_DECLARED = re.compile(r"@property\s+(--[-\w]+)|[\"'](--[-\w]+)[\"']")  # the second is how a script names one
_BLOCK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_STEPS = r"((?:\s*\.\s*\w+|\s*\[\s*[\"'][^\"']+[\"']\s*\])*)"
_STEP = re.compile(r"\w[^\"'\].\s]*")


class TokenUse(Standard):
    """Holds a theme's styles and templates, and the tokens themselves, to the tokens there are."""

    def __init__(self, grounds: Grounds) -> None:
        self._theme, self._tokens = grounds.site.theme, grounds.site.brand.tokens
        self._properties: dict[str, Token] = {}
        for token in self._tokens.by_path.values():
            parts = [f"{token.name}-{part}" for part in token.light.css] if not isinstance(token.light.css, str) else []
            self._properties.update(dict.fromkeys((f"--{name}" for name in parts or [token.name]), token))

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """Every unknown custom property, and every use of a deprecated token."""
        found = list(declarations(self._theme))
        known = {*self._properties, *(one.name for one in found if one.name.startswith("--")), *self._declared()}
        for declaration in found:
            yield from self._variables(declaration, known)
        if any(token.deprecated is not None for token in self._tokens.by_path.values()):
            yield from self._references()
            for name, source in self._theme.templates.items():
                if name.endswith((".html", ".txt", ".css")) and source not in self._theme.styles:
                    yield from self._names(source)

    def _declared(self) -> Iterator[str]:
        for source in self._theme.templates.values():
            for match in _DECLARED.finditer(source.text):
                yield match[1] or match[2]

    def _variables(self, declaration: Declaration, known: set[str]) -> Iterator[Finding]:
        for match in _VARIABLE.finditer(declaration.value):
            place = declaration.place(*match.span(1))
            if match[1] not in known:
                hint = did_you_mean(match[1], known)
                yield rules.UNKNOWN_PROPERTY.at(
                    place, f"No token defines `{match[1]}`, and no style declares it.", hint
                )
            elif match[1] in self._properties:
                yield from _deprecated(self._properties[match[1]], place)

    def _references(self) -> Iterator[Finding]:
        for reference in self._tokens.references:
            holder = self._tokens.by_path.get(reference.holder)
            target = self._tokens.by_path.get(reference.target)
            if target is not None and holder is not None and holder.deprecated is None:
                yield from _deprecated(target, reference.place)

    def _names(self, source: Source) -> Iterator[Finding]:
        """The deprecated tokens a template names, by themselves or by way of `{% set color = tokens.color %}`."""
        short = {"tokens": "", "tokens_dark": ""}
        for block in _BLOCK.finditer(source.text):
            names = "|".join(short)
            for match in re.finditer(rf"(?<![\w.\"'])({names})\b{_STEPS}", block[0]):
                path = ".".join(filter(None, [short[match[1]], *_STEP.findall(match[2])]))
                token = self._tokens.get(path)
                if token is not None:
                    start = block.start() + match.start()
                    yield from _deprecated(token, source.place(start, start + len(match[0].rstrip())))
            given = re.search(rf"\bset\s+(\w+)\s*=\s*({names})\b{_STEPS}\s*-?%\}}", block[0])
            if given is not None:
                short[given[1]] = ".".join(filter(None, [short[given[2]], *_STEP.findall(given[3])]))


def _deprecated(token: Token, place: Place) -> Iterator[Finding]:
    if token.deprecated is not None:
        reason = f": {token.deprecated.rstrip('.')}" if token.deprecated else ""
        yield rules.TOKEN_DEPRECATED.at(place, f"`{token.dotted}` is deprecated{reason}.")
