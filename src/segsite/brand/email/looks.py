"""How the words of a finished e-mail look, as its elements are nested: their colour, their ground, their size.

It is worked out for light, as the HTML has it. What an e-mail looks like in the dark is made by media queries, and by
clients of their own accord; the pairs of colours in theme.yaml hold it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from segsite.brand.email.audiences import Audience, parts
from segsite.brand.email.css_colors import color_in, ground_over
from segsite.brand.email.elements import element
from segsite.brand.email.features import declarations
from segsite.model.color import BLACK, WHITE, Color

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(r"<(?:(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)|!)[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")
_UNSAID = re.compile(r"&#?\w+;|SEGSITEM[ILE][A-Z2-7]*0ENDMT")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_UNREAD = frozenset({"head", "style", "title", "script"})
_LENGTH = re.compile(r"(\d*\.?\d+)(px|pt|em|rem|%)?")
_LINK = Color("srgb", (0, 0, 0xEE / 255))
"""What a link is in that says no colour of its own (https://html.spec.whatwg.org/#phrasing-content-3)."""
_HEADINGS = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "h5": 0.83, "h6": 0.67}
_BOLD = frozenset({*_HEADINGS, "b", "strong", "th"})


@dataclass(frozen=True, eq=False, slots=True)
class Look:
    """How words look; one that comes again is the same object, and quickly found.

    Attributes:
        color: Their colour.
        ground: What they stand on.
        size: Their height in pixels.
        bold: Whether they are bold.
        selectors: What the rule can be known by that gives them their colour or their ground, whichever is nearer; the
            likeliest first.
        classes: The classes of the nearest element that has some.
        hidden: Whether nobody sees them.
    """

    color: Color
    ground: Color
    size: float
    bold: bool
    selectors: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def is_large(self) -> bool:
        """Whether they are large text by WCAG: 18 points, or 14 if bold."""
        return self.size >= 24 or (self.bold and self.size >= 18.66)


_FIRST = Look(BLACK, WHITE, 16, bold=False)


def looks(markup: str) -> list[Look]:
    """The looks that words of an e-mail have for those who do not use Outlook for Windows."""
    found: dict[Look, None] = {}
    stack = [("", _FIRST)]
    for audience, (start, end) in parts(markup):
        if audience is not Audience.OUTLOOK:
            _walk(markup, start, end, stack, found)
    return list(found)


def _walk(markup: str, at: int, end: int, stack: list[tuple[str, Look]], found: dict[Look, None]) -> None:
    """Go through a stretch of HTML; `stack` is what is open, `found` takes the looks of words."""
    for token in _TOKEN.finditer(markup, at, end):
        if token.start() > at and not stack[-1][1].hidden and _says(markup[at : token.start()]):
            found[stack[-1][1]] = None
        at = token.end()
        name = (token["name"] or "").lower()
        if token["end"]:
            _close(name, stack)
        elif name and name not in _VOID and not markup.endswith("/>", 0, at):
            stack.append((name, _opened(stack[-1][1], name, token[0])))


def _says(text: str) -> bool:
    """Whether a stretch between two tags has words."""
    if text.isspace():
        return False
    return any(map(str.isalnum, _UNSAID.sub("", text) if "&" in text or "SEGSITEM" in text else text))


def _close(name: str, stack: list[tuple[str, Look]]) -> None:
    for at in range(len(stack) - 1, 0, -1):
        if stack[at][0] == name:
            del stack[at:]
            return


@lru_cache(maxsize=4096)
def _opened(outer: Look, name: str, tag: str) -> Look:
    """How words look inside an element."""
    attributes = element(tag).attributes
    styles = {one.name: one.value.partition("!")[0].strip() for one in declarations(attributes.get("style", ""))}
    color = color_in(styles.get("color") or attributes.get("color"))
    if color is None and name == "a" and "href" in attributes and styles.get("color") != "inherit":
        color = _LINK
    ground = color_in(styles.get("background-color") or styles.get("background") or attributes.get("bgcolor"))
    classes = tuple(f".{one}" for one in attributes.get("class", "").split()) or outer.classes
    return Look(
        color or outer.color,
        ground_over(ground, outer.ground) if ground is not None else outer.ground,
        _size(outer.size, name, styles.get("font-size")),
        _is_bold(outer, name, styles.get("font-weight")),
        (*classes, name) if color is not None or ground is not None else outer.selectors,
        classes,
        outer.hidden or name in _UNREAD or _is_hidden(styles),
    )


def _size(outer: float, name: str, written: str | None) -> float:
    match = _LENGTH.fullmatch(written) if written else None
    if match is None:
        return outer * _HEADINGS.get(name, 1.0)
    number = float(match[1])
    units = {"pt": 4 / 3, "em": outer, "rem": 16, "%": outer / 100}
    return number * units.get(match[2], 1)


def _is_bold(outer: Look, name: str, written: str | None) -> bool:
    if not written:
        return outer.bold or name in _BOLD
    return written.startswith("bold") or (written.isdecimal() and int(written) >= 600)


def _is_hidden(styles: Mapping[str, str]) -> bool:
    is_small = styles.get("font-size", "").rstrip("px") in {"0", "1"}
    return (
        styles.get("display") == "none"
        or styles.get("visibility") == "hidden"
        or styles.get("opacity") == "0"
        or (is_small and "overflow" in styles)
        or styles.get("font-size") in {"0", "0px"}
    )
