"""Where a text holds addresses: of the web, of mail, of files. What stands in one is said by nobody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segsite.brand.passages import Span

_ADDRESS = re.compile(
    r"\b(?:https?://|www\.|mailto:)\S+"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w/])(?:[\w-]+\.)+(?:com|org|net|io|co|eu|de|fr|uk|ie|example|gov|edu|dev|app)\b(?:/\S*)?"
    r"|(?<!\w)(?:\.{0,2}/)?(?:[\w-]+/)+[\w-]+\.\w{2,5}\b|(?<![\w.])/(?:[\w-]+/)+[\w-]*"
    r"|\b[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|csv|png|jpe?g|svg|gif|zip|md|html?|ya?ml|json|txt|mp4)\b",
    re.IGNORECASE,
)
_LONGEST = 2_000
"""No address is longer; looking for one in a longer run of letters would take its time."""
_RUN = re.compile(rf"\S{{{_LONGEST},}}")


@lru_cache(maxsize=1024)
def addresses(text: str) -> tuple[Span, ...]:
    """The stretches of a text that are addresses."""
    if not any(mark in text for mark in "/@.") or _RUN.search(text) is not None:
        return ()
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def is_part_of_address(text: str, span: Span) -> bool:
    """Whether a stretch is a part of an address, and not the whole: a brand may be called as its address is."""
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in addresses(text))


def is_in_address(text: str, span: Span) -> bool:
    """Whether a stretch touches an address."""
    return any(start < span[1] and span[0] < end for start, end in addresses(text))
