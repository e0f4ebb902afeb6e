"""Sentences of a text that stands on one line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segsite.brand.passages import Span

_SHORT = "mr mrs ms dr prof st vs approx inc ltd co corp dept est cf ca resp incl excl abs bzw sr sra str tel"
_ABBREVIATIONS = frozenset(_SHORT.split())
_BEFORE_NUMBERS = frozenset(["no", "nos", "nr", "fig", "vol", "art", "p", "pp"])
_END = re.compile(r"(?P<mark>[.!?…]+)[\"'”’»)\]]*[*†‡§¹²³]{0,3}\s+(?=[\"'“‘„«(\[¿¡]*(?P<next>\S))|[。！？]")
_WORD = re.compile(r"[^\s.!?…]*$")
_WITH_POINTS = re.compile(r"(?:^|[\s(\"'“‘„«])(?:[^\W\d_]\.)+[^\W\d_]$")
"""Letters with points between them: `e.g`, `z.B`, `U.S`."""


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[Span, ...]:
    """Where each sentence of a text begins and ends, without the spaces between them."""
    starts = [0, *(match.end() for match in _END.finditer(text) if _ends(text, match))]
    stops = [*starts[1:], len(text)]
    spans = ((start, start + len(text[start:stop].rstrip())) for start, stop in zip(starts, stops, strict=True))
    return tuple(span for span in spans if span[1] > span[0])


def sentence_at(text: str, at: int) -> Span:
    """The sentence that a place of a text is in."""
    found = (0, len(text))
    for span in sentences(text):
        if span[0] > at:
            break
        found = span
    return found


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a mark ends a sentence: not after an abbreviation, and not before a word in lower case."""
    if match["mark"] is None or match["mark"] != ".":
        return match["next"] is None or not match["next"].islower()
    last = _WORD.search(text, max(match.start() - 40, 0), match.start())
    word = last[0].lstrip("([\"'“‘„«") if last is not None else ""
    if word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I"):
        return False
    if word.lower() in _BEFORE_NUMBERS and match["next"].isdigit():
        return False
    before = text[max(match.start() - len(word) - 12, 0) : match.start()]
    return _WITH_POINTS.search(before) is None and not match["next"].islower()
