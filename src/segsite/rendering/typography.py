"""Smart punctuation by locale: quotes, apostrophes, dashes, ellipses, and how numbers are grouped.

Quotation marks follow the Unicode CLDR's delimiters (cldr.unicode.org), number separators its symbols.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from segsite.rendering.lines import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_ENGLISH = ("“", "”", "‘", "’")
_GERMAN = ("„", "“", "‚", "‘")
_GUILLEMETS = ("«", "»", "‹", "›")
_FRENCH = ("«\u00a0", "\u00a0»", "“", "”")
_NORDIC = ("”", "”", "’", "’")
_POLISH = ("„", "”", "«", "»")
_JAPANESE = ("「", "」", "『", "』")

_QUOTES = {
    "en": _ENGLISH, "de": _GERMAN, "de-CH": _GUILLEMETS, "fr": _FRENCH, "fr-CH": _GUILLEMETS, "es": _GUILLEMETS,
    "it": _GUILLEMETS, "pt": _ENGLISH, "pt-PT": _GUILLEMETS, "nl": _ENGLISH, "da": _ENGLISH, "sv": _NORDIC,
    "fi": _NORDIC, "nb": _GUILLEMETS, "nn": _GUILLEMETS, "no": _GUILLEMETS, "pl": _POLISH, "cs": _GERMAN,
    "sk": _GERMAN, "sl": _GERMAN, "hu": _POLISH, "ro": _POLISH, "bg": _GERMAN, "ru": _GUILLEMETS,
    "uk": _GUILLEMETS, "el": _GUILLEMETS, "tr": _ENGLISH, "ja": _JAPANESE, "zh": _ENGLISH, "zh-TW": _JAPANESE,
}  # fmt: skip

_SEPARATORS = {
    "en": (",", "."), "ja": (",", "."), "zh": (",", "."), "ko": (",", "."), "he": (",", "."), "de-CH": ("’", "."),
    "de": (".", ","), "es": (".", ","), "it": (".", ","), "pt": (".", ","), "nl": (".", ","), "da": (".", ","),
    "tr": (".", ","), "el": (".", ","), "ro": (".", ","), "sl": (".", ","),
}  # fmt: skip
_SPACED = ("\u202f", ",")

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "dv", "ps", "sd"})

_MARKS = re.compile(r"""["']|\.\.\.|(?<![-\w])---?(?!-)|(?<=\w)---?(?=\w)""")
_SOFT_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_OPENS_AFTER = frozenset("\"'([{<«„“‘‚—–-/\u00a0¿¡")


def by_locale(table: Mapping[str, tuple[str, ...]], locale: str) -> tuple[str, ...] | None:
    """A table's entry for a locale, or for its language, or None."""
    return table.get(locale) or table.get(locale.partition("-")[0])


def separators(locale: str) -> tuple[str, str]:
    """The marks between thousands and before decimals."""
    group, point = by_locale(_SEPARATORS, locale) or _SPACED
    return group, point


def direction(locale: str) -> str:
    """`rtl` for languages written from right to left, else `ltr`."""
    return "rtl" if locale.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=4096)
def smarten(text: str, locale: str, before: str = "", after: str = "") -> str:
    """A text with the punctuation its locale prints.

    Args:
        text: As typed: `"It's done" -- at last...`.
        locale: Whose quotation marks.
        before: The character before the text, if it goes on within a paragraph.
        after: The character after it, likewise.
    """
    if not _MARKS.search(text):
        return text
    quotes = by_locale(_QUOTES, locale) or _ENGLISH

    def replaced(match: re.Match[str]) -> str:
        mark, start, end = match[0], match.start(), match.end()
        if mark[0] == ".":
            return "…"
        if mark[0] == "-":
            return "–" if len(mark) == 2 else "—"
        left = text[start - 1] if start else before
        right = text[end : end + 1] or after
        opens = (not left or left.isspace() or left in _OPENS_AFTER) and bool(right) and not right.isspace()
        if mark == '"':
            return quotes[0 if opens or (not left and not right) else 1]
        if opens and not _elided(text, end):
            return quotes[2]
        return "’" if left.isalnum() or opens else quotes[3]

    return _MARKS.sub(replaced, text)


def closed_up(text: str, before: str = "", after: str = "") -> str:
    """A text without its line breaks between characters of scripts that write no spaces; browsers show a space there.

    Args:
        text: A stretch of a paragraph.
        before: The character before it.
        after: The character after it.
    """

    def replaced(match: re.Match[str]) -> str:
        left, right = text[: match.start()][-1:] or before, text[match.end() :][:1] or after
        return "" if left and right and is_unspaced(left) and is_unspaced(right) else match[0]

    return _SOFT_BREAK.sub(replaced, text) if "\n" in text and not text.isascii() else text


def _elided(text: str, at: int) -> bool:
    """Whether what follows is a shortened word or year ('90s, 'tis), which takes an apostrophe."""
    return bool(re.match(r"\d\ds?\b|tis\b|twas\b|em\b|n\b", text[at:], re.IGNORECASE))


_CODE = frozenset({"code", "pre", "kbd", "samp"})
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "td",
        "th",
        "dt",
        "dd",
        "blockquote",
        "figcaption",
        "br",
    }
)
_PLACEHOLDER = re.compile("(\x02[^\x03]*\x03)")


def smarten_tree(root: Element, locale: str) -> None:
    """Smarten every text of a Markdown tree in place, but code; a paragraph is read through its inline elements."""
    _Smartener(locale).element(root)


class _Smartener:
    def __init__(self, locale: str) -> None:
        self._locale = locale
        self._before = ""

    def element(self, element: Element) -> None:
        if element.tag in _CODE:
            self._before = "x"
            return
        if element.tag in _BLOCKS:
            self._before = ""
        children = list(element)
        element.text = self._smart(element.text, children[:1])
        for at, child in enumerate(children):
            self.element(child)
            if child.tag in _BLOCKS:
                self._before = ""
            child.tail = self._smart(child.tail, children[at + 1 : at + 2])

    def _smart(self, text: str | None, following: list[Element]) -> str | None:
        if not text:
            return text
        after = "x" if following and following[0].tag not in _BLOCKS else ""
        text = closed_up(text, self._before, (following[0].text or "")[:1] if after else "")
        pieces = _PLACEHOLDER.split(text)
        for at, piece in enumerate(pieces):
            if at % 2:
                self._before = "x"
            elif piece:
                pieces[at] = smarten(piece, self._locale, self._before, "x" if at + 1 < len(pieces) else after)
                self._before = piece[-1]
        return "".join(pieces)
