"""A pattern of many alternatives, of which only those are tried that a text can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.patterns import Pattern
from segsite.brand.voice.literals import needs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.brand.passages import Span

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
        sources = [f"{before}{one}{after}" for one in alternatives]
        self._patterns = [Pattern(source) for source in sources]
        self.needs = tuple(map(needs, sources))

    def matches(self, text: str, alternatives: Sequence[int]) -> Iterator[tuple[int, Span]]:
        """What the alternatives match, each as its number and the stretch; as a pattern of all of them would.

        One pattern of all would have to be made for every set of alternatives that a text can hold.
        """
        if len(alternatives) == 1:
            yield from ((alternatives[0], match.span()) for match in self._patterns[alternatives[0]].matches(text))
            return
        ahead = {at: self._patterns[at].next_span(text, 0) for at in alternatives}
        while True:
            found = min(((span, at) for at, span in ahead.items() if span is not None), default=None, key=_first)
            if found is None:
                return
            span, at = found
            yield at, span
            ahead |= {
                other: self._patterns[other].next_span(text, span[1])
                for other, next_span in ahead.items()
                if next_span is not None and next_span[0] < span[1]
            }


def _first(found: tuple[Span, int]) -> tuple[int, int]:
    """Of two matches, the one that starts first, and else the one whose alternative is written first."""
    return found[0][0], found[1]
