"""Raw values in a theme: colours, fonts and font sizes that are written by hand where a design token belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.brand.design.color_names import COLOR_NAMES
from segsite.brand.design.sheets import declarations
from segsite.brand.standard import Grounds, Standard
from segsite.rulebook import styles as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.brand.design.sheets import Declaration
    from segsite.brand.passages import Span, Spoken
    from segsite.diagnostics import Finding, Place, Rule
    from segsite.model.tokens import Token

_HEX = re.compile(r"(?<![-\w&])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![-\w])", re.IGNORECASE)
_FUNCTION = re.compile(
    r"(?<![-\w])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\((?!\s*from\b)((?:[^()]|\([^()]*\))*)\)", re.IGNORECASE
)
_NAMED = re.compile(rf"(?<![-\w.#$])(?:{'|'.join(sorted(COLOR_NAMES))})(?![-\w(])", re.IGNORECASE)
_COLORED = re.compile(
    r"--|color|background|border|outline|fill|stroke|shadow|column-rule|decoration|emphasis|filter|mask"
)
_INNER = re.compile(r"\([^()]*\)")
_SIZE = re.compile(r"(?<![-\w.#])(\d*\.?\d+)(?:px|rem|pt|pc|cm|mm|in|q)(?![-\w])", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"\s*(\d*\.?\d+)\s*")
_SHORTHAND = re.compile(
    r"(?:^|\s)(?P<size>[-+\d.]+[a-z%]+|(?:var|calc|clamp|min|max)\((?:[^()]|\([^()]*\))*\)|[a-z-]*(?:small|large|medium))"
    r"(?:\s*/\s*[^\s,]+)?\s+(?P<family>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FAMILY = re.compile(r"\s*((?:[^,()]|\((?:[^()]|\([^()]*\))*\))*)")
_GENERIC = "serif sans-serif monospace cursive fantasy system-ui math emoji fangsong"
_OF_SYSTEM = "ui-serif ui-sans-serif ui-monospace ui-rounded"
_KEYWORDS = "inherit initial unset revert revert-layer"
_FREE_FAMILIES = frozenset(f"{_GENERIC} {_OF_SYSTEM} {_KEYWORDS}".split())
_VARIABLE = re.compile(r"var\(\s*(--[-\w]+)")


class RawValues(Standard):
    """Finds what is written by hand in a theme's styles and templates."""

    def __init__(self, grounds: Grounds) -> None:
        self._theme = grounds.site.theme
        tokens = reversed(list(grounds.site.brand.tokens.by_path.values()))
        self._by_value = {_value(token): token for token in tokens if token.deprecated is None}

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """Every raw colour, font and font size."""
        found = list(declarations(self._theme))
        fonts, sizes = _used_for(found, "font-family"), _used_for(found, "font-size")
        for declaration in found:
            for start, end in _color_spans(declaration):
                yield self._raw(rules.RAW_COLOR, "colour", declaration.place(start, end))
            if declaration.name in {"font-family", "font"} or declaration.name in fonts:
                yield from _fonts(declaration)
            if declaration.name in {"font-size", "font"} or declaration.name in sizes:
                for start, end in _size_spans(declaration):
                    yield self._raw(rules.RAW_SIZE, "font size", declaration.place(start, end))

    def _raw(self, rule: Rule, what: str, place: Place) -> Finding:
        """A raw value; where a token has just this value, the hint names it."""
        token = self._by_value.get(_in_full(place.text))
        if token is None:
            return rule.at(place, f"`{place.text}` is a {what} that no token names.")
        hint = f"Write `var(--{token.name})`; in a template, `{{{{ tokens.{token.dotted} }}}}`."
        return rule.at(place, f"`{place.text}` is the {what} of the token `{token.dotted}`, written by hand.", hint)


def _value(token: Token) -> str:
    """What a token is worth where the reader prefers light, as one would write it by hand."""
    worth = token.light
    return worth.color.hex if worth.color is not None else str(worth.css).lower()


def _in_full(value: str) -> str:
    """A value in lower case, and a colour of three or four digits with all of them."""
    value = value.lower()
    is_short = value.startswith("#") and len(value) < 6
    return "#" + "".join(digit * 2 for digit in value[1:]) if is_short else value


def _used_for(found: list[Declaration], name: str) -> set[str]:
    """The custom properties that a property takes its value from, so that a value cannot hide in one."""
    users = [one.value for one in found if one.name in {name, "font"}]
    return {variable for value in users for variable in _VARIABLE.findall(value)}


def _color_spans(declaration: Declaration) -> Iterator[Span]:
    yield from (match.span() for match in _HEX.finditer(declaration.value))
    for match in _FUNCTION.finditer(declaration.value):
        channels = _INNER.sub("", match[1]).partition("/")[0]
        if any(mark.isdigit() for mark in channels):  # else it is made of tokens, or of what a template fills in
            yield match.span()
    if _COLORED.search(declaration.name):
        yield from (match.span() for match in _NAMED.finditer(declaration.value))


def _fonts(declaration: Declaration) -> Iterator[Finding]:
    start = 0
    if declaration.name == "font":
        shorthand = _SHORTHAND.search(declaration.quoted)
        if shorthand is None:
            return
        start = shorthand.start("family")
    raw = [span for span in _families(declaration.quoted, start) if not _is_free(declaration.quoted[slice(*span)])]
    if raw:
        place = declaration.place(raw[0][0], raw[-1][1])
        yield rules.RAW_FONT.at(place, f"`{place.text}` {'is a font' if len(raw) == 1 else 'are fonts'} of no token.")


def _families(value: str, start: int) -> Iterator[Span]:
    while start < len(value):
        match = _FAMILY.match(value, start)
        if match is None:
            return
        yield match.start(1), match.start(1) + len(match[1].rstrip())
        start = match.end() + 1


def _is_free(family: str) -> bool:
    name = family.lower().removesuffix("!important").strip()
    return not name or name in _FREE_FAMILIES or name.startswith("var(")


def _size_spans(declaration: Declaration) -> Iterator[Span]:
    start, end = 0, len(declaration.value)
    if declaration.name == "font":
        shorthand = _SHORTHAND.search(declaration.quoted)
        if shorthand is None:
            return
        start, end = shorthand.span("size")
    plain = _PLAIN_NUMBER.fullmatch(declaration.value)
    for match in [plain] if plain else _SIZE.finditer(declaration.value, start, end):
        if float(match[1]) != 0:
            yield match.start(1), match.end() if not plain else match.end(1)
