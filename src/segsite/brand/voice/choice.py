"""A pattern of many alternatives, of which only those are tried that a text can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.patterns import Pattern
from segsite.brand.voice.literals import needs

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = (r"(?m)\b(?:", r")\b")
"""What makes alternatives whole words."""
PIECES = ("(?m)(?:", ")")
"""What lets alternatives begin and end inside words."""


def frame(*, nonword: bool, ignorecase: bool) -> tuple[str, str]:
    """What stands before and after the alternatives of a rule."""
    before, after = PIECES if nonword else WORDS
    return f"(?i){before}" if ignorecase else before, after


class Choice:
    """Alternatives between what comes before and after each of them."""

    def __init__(self, before: str, alternatives: Sequence[str], after: str) -> None:
        self._before, self._alternatives, self._after = before, alternatives, after
        self._patterns: dict[tuple[int, ...], Pattern] = {}
        self.needs = tuple(needs(f"{before}{one}{after}") for one in alternatives)

    def of(self, alternatives: Sequence[int]) -> Pattern:
        """The pattern of some of the alternatives. It finds what all of them would, where no other can match."""
        key = tuple(alternatives)
        if key not in self._patterns:
            chosen = "|".join(self._alternatives[at] for at in key)
            self._patterns[key] = Pattern(f"{self._before}{chosen}{self._after}")
        return self._patterns[key]
