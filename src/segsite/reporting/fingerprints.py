"""What a finding is known by when the file around it has changed: rule, file, its words and those beside them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segsite.diagnostics import Finding, Place

_BESIDE = 40
"""How many characters before and after the words count, on their own lines."""
_LENGTH = 16


def fingerprint(finding: Finding) -> str:
    """A hash that stays the same while lines come and go above a finding, and changes with its words.

    A finding about no words in particular is known by its message.
    """
    before, words, after = _around(finding.place)
    said = (words, before, after) if words else (finding.message,)
    parts = (finding.rule.name, finding.place.file, *(" ".join(part.split()) for part in said))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _around(place: Place) -> tuple[str, str, str]:
    text = place.source.text
    line_start = text.rfind("\n", 0, place.start) + 1
    line_end = text.find("\n", place.end)
    before = text[max(line_start, place.start - _BESIDE) : place.start]
    after = text[place.end : min(line_end if line_end >= 0 else len(text), place.end + _BESIDE)]
    return before, place.text, after
