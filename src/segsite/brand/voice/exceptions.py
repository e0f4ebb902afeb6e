"""Exceptions: words that no rule, or not this one, takes for a breach."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from segsite.brand.patterns import Pattern, fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segsite.brand.passages import Span


class Exceptions:
    """Patterns of words that are no breach; each is found only as it is cased, unless it begins with `(?i)`."""

    def __init__(self, patterns: tuple[str, ...]) -> None:
        usable = sorted((pattern for pattern in patterns if fault(pattern) is None), key=len, reverse=True)
        self._words = _joined(usable)
        self._phrases = _joined([pattern for pattern in usable if " " in pattern or r"\s" in pattern])

    def cover(self, found: str) -> bool:
        """Whether words that a rule has found hold an exception."""
        return self._words is not None and self._words.found_in(found)

    def protect(self, text: str, span: Span) -> bool:
        """Whether a stretch of a text lies in an exception of several words."""
        return self._phrases is not None and any(
            match.start() <= span[0] and span[1] <= match.end() for match in self._phrases.matches(text)
        )

    def spans(self, text: str) -> list[Span]:
        """Where exceptions stand in a text."""
        return [match.span() for match in self._words.matches(text)] if self._words is not None else []


@lru_cache(maxsize=4096)
def exceptions(patterns: tuple[str, ...]) -> Exceptions:
    """The exceptions that patterns make."""
    return Exceptions(patterns)


def _joined(patterns: Iterable[str]) -> Pattern | None:
    cased = [pattern if pattern.startswith("(?i)") else f"(?-i){pattern}" for pattern in patterns]
    return Pattern(rf"(?m)\b(?:{'|'.join(cased)})\b") if cased else None
