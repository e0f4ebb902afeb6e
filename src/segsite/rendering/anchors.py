"""Headings can be linked to: each gets an id made of its words, as code hosts and other generators give it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from segsite.rendering.prose import iter_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADING = re.compile(r"<(?P<tag>h[1-6])(?P<attributes>(?:\s[^>]*)?)>(?P<inside>.*?)</(?P=tag)>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NOTE = re.compile(r"<sup[^>]*>\s*<a class=\"footnote-ref\".*?</sup>", re.DOTALL)
_UNSPOKEN = re.compile(r"[^\w\s-]")


class Anchors:
    """The ids of one page's headings, no two alike.

    Args:
        taken: Ids the page has anyway, such as those of its sections; no heading gets one of these.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def put_in(self, markup: str) -> str:
        """HTML whose headings have an id; one that content gives stays."""
        if "<h" not in markup:
            return markup
        self._taken.update(iter_ids(markup))
        return _HEADING.sub(self._with_id, markup)

    def _with_id(self, match: re.Match[str]) -> str:
        slug = slugify(match["inside"])
        if " id=" in match["attributes"] or not slug:
            return match[0]
        unique, number = slug, 1
        while unique in self._taken:
            number += 1
            unique = f"{slug}-{number}"
        self._taken.add(unique)
        return f'<{match["tag"]} id="{unique}"{match["attributes"]}>{match["inside"]}</{match["tag"]}>'


def slugify(markup: str) -> str:
    """A heading's words as an id: lower case, hyphens for spaces, no punctuation; letters of every script stay."""
    words = html.unescape(_TAG.sub("", _NOTE.sub("", markup))).lower()
    return re.sub(r"\s+", "-", _UNSPOKEN.sub("", words).strip())
