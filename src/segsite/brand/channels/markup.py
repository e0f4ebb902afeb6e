"""Rendered HTML as standards look at it: the words in it, its headings, its links.

It is read with a few regular expressions, since it is read for every output of a build and comes from our own
templates. What they miss in odd HTML is looked at again, or passed over; nothing is built on it.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.model.merge_fields import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNREAD = re.compile(r"<!--.*?-->|<(head|script|style|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|su[bp]|u|wbr)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"<h([1-6])\b([^>]*)>(.*?)</h\1\s*>", re.DOTALL)
_HEADING_TAG = re.compile(r"(?<=[</])H(?=[1-6][\s>])")
_BEFORE_ADDRESS = re.compile(r"""\bhref\s*=\s*["']?\s*(?P<host>https?://[^/"'\s>]*)?$""", re.IGNORECASE)
_AFTER_ADDRESS = frozenset("?#\"' >")
_NAMED = re.compile(r"""\b(?:alt|aria-label)\s*=\s*(?:"\s*[^"\s]|'\s*[^'\s])""", re.IGNORECASE)
_HIDDEN = re.compile(r"\s(?:hidden\b|aria-hidden\s*=\s*[\"']?true)", re.IGNORECASE)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\xa0": " ", "\u202f": " ", "\xad": ""})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as readers meet it.

    Attributes:
        level: 1 to 6.
        text: Its words, apostrophes straight.
        named: Whether it has words, or a picture that says some.
    """

    level: int
    text: str
    named: bool


def headings(markup: str) -> Iterator[Heading]:
    """The headings of a page or e-mail, in order."""
    if "<!--" in markup:
        markup = _COMMENT.sub("", markup)
    if "<H" in markup:
        markup = _HEADING_TAG.sub("h", markup)
    for level, attributes, inside in _HEADING.findall(markup):
        if not _HIDDEN.search(attributes):
            text = words_in(inside)
            yield Heading(int(level), text, bool(text or _NAMED.search(inside)))


def words_in(markup: str) -> str:
    """What readers see of HTML, on one line: tags gone, apostrophes and quotation marks straight."""
    bare = _TAG.sub(" ", _INLINE.sub("", markup)) if "<" in markup else markup
    return " ".join(html.unescape(bare).translate(_STRAIGHT).split())


def spelled(text: str) -> str:
    """A text as its words alone, parted by single spaces: equal for texts that differ in punctuation or case only."""
    return " ".join(_WORD.findall(text.casefold()))


def spelled_markup(markup: str) -> str:
    """The words that readers see of a whole page or e-mail, as `spelled` gives them; merge fields left out."""
    return spelled(words_in(PLACEHOLDER.sub(" ", _UNREAD.sub(" ", markup))))


def leads_to(markup: str, url: str) -> bool:
    """Whether HTML has a link to an address or a part of it: written in full, or from the host's root."""
    escaped = html.escape(url)
    at = markup.find(escaped)
    while at >= 0:
        end, before = at + len(escaped), linked_before(markup, at)
        on_the_site = before and url.startswith("/")
        if (before == "" or on_the_site) and markup[end : end + 1] in _AFTER_ADDRESS:
            return True
        at = markup.find(escaped, at + 1)
    return False


def linked_before(markup: str, at: int) -> str | None:
    """The scheme and host of a link before a place in it; None if no link's address begins there."""
    found = _BEFORE_ADDRESS.search(markup, max(at - 200, 0), at)
    return found["host"] or "" if found is not None else None
