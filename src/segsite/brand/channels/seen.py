"""What readers see of a touchpoint, in each of its parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.brand.channels.markup import linked_before, spelled, spelled_markup
from segsite.model.merge_fields import PLACEHOLDER, meaning
from segsite.model.touchpoint import Channel

if TYPE_CHECKING:
    from segsite.brand.passages import Spoken

_PLAIN_RUN = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")


class Seen:
    """What readers see of one touchpoint, worked out when it is first needed."""

    def __init__(self, spoken: Spoken) -> None:
        self._written = {"html": spoken.markup}
        if spoken.channel is Channel.EMAIL:
            self._written["txt"] = spoken.text
        self._spelled: dict[str, str] = {}
        self.parts = tuple(self._written)

    def has(self, words: str, part: str) -> bool:
        """Whether readers see some words; nearly always the longest plain run of them stands there as it is."""
        plain = max(_PLAIN_RUN.findall(words), key=len, default="")
        is_telling = plain == words or len(plain) > 10
        return (is_telling and _stands_in(plain, self._written[part])) or f" {spelled(words)} " in self._words(part)

    def _words(self, part: str) -> str:
        if part not in self._spelled:
            text = self._written[part]
            words = spelled_markup(text) if part == "html" else spelled(PLACEHOLDER.sub(" ", text))
            self._spelled[part] = f" {words} "
        return self._spelled[part]

    def missing_address(self, pieces: list[str], part: str) -> list[str]:
        """What a part lacks of a postal address, unless the platform puts in its own."""
        missing = [piece for piece in pieces if not self.has(piece, part)]
        return missing if missing and "postal_address" not in self.fields(part) else []

    def has_way_out(self, part: str) -> bool:
        """Whether a part leads to where readers unsubscribe."""
        return "unsubscribe_url" in self.fields(part, linked=part == "html")

    def fields(self, part: str, *, linked: bool = False) -> set[str]:
        """The merge fields in a part; `linked`: only those that a link leads to."""
        text = self._written[part]
        found = (
            meaning(match)
            for match in PLACEHOLDER.finditer(text)
            if not linked or linked_before(text, match.start()) == ""
        )
        return {field[0] for field in found if field is not None}


def _stands_in(words: str, text: str) -> bool:
    """Whether words stand in a text as they are, and not as parts of others."""
    at, end = text.find(words), len(words)
    while words and at >= 0:
        if not (text[at - 1 : at].isalnum() or text[at + end : at + end + 1].isalnum()):
            return True
        at = text.find(words, at + 1)
    return False
