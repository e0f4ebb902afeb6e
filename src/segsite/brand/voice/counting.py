"""Occurrence and repetition: how often something may be there, and what must not follow itself."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from segsite.brand.patterns import Pattern, fault, uncaptured
from segsite.brand.sentences import sentence_at
from segsite.brand.voice.actions import results
from segsite.brand.voice.found import Found, Point
from segsite.brand.voice.literals import needs
from segsite.brand.voice.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import regex

    from segsite.brand.voice.exceptions import Exceptions
    from segsite.model.voice import OccurrenceFile, RepetitionFile


class Occurrence(Point):
    """Counts what a pattern matches."""

    def __init__(self, file: OccurrenceFile) -> None:
        self._file = file
        token = file.token if fault(file.token) is None else ""
        self._pattern = Pattern(f"(?i){token}" if file.ignorecase else token)
        self.needs = () if not token else (needs(token) if file.max and not file.min else (),)

    def clears(self, text: str) -> bool:
        """Whether all of a text holds no more than one part of it may."""
        return bool(self._file.max) and not self._file.min and len(self._pattern.words(text)) <= self._file.max

    def found(self, text: str, alternatives: Sequence[int]) -> Iterator[Found]:
        """One finding, at the first match, if there are too many or too few; at all of a text that has none."""
        if self.clears(text):
            return
        matches = list(self._pattern.matches(text))
        count, file = len(matches), self._file
        if (file.max and count > file.max) or (file.min and count < file.min):
            shown = next((match for match in matches if set(match[0].strip()) - {"*"}), None)
            span = shown.span() if shown is not None else (0, len(text))
            yield Found(span, message(file.message, str(count)), hint=self._hint(count))

    def _hint(self, count: int) -> str:
        if self._file.max and count > self._file.max:
            return f"Bring it down from {count} to {self._file.max} at most."
        return f"Bring it up from {count} to {self._file.min} at least."


class Repetition(Point):
    """Finds what is said twice in a row."""

    def __init__(self, file: RepetitionFile, exceptions: Exceptions) -> None:
        self._file, self._exceptions = file, exceptions
        tokens = [token for token in file.tokens if token.strip() and fault(token) is None]
        flag = "(?i)" if file.ignorecase else ""
        self._pattern = Pattern(f"{flag}(?:{'|'.join(map(uncaptured, tokens))})")
        self.needs = ((),) if tokens else ()

    def clears(self, text: str) -> bool:
        """Whether nothing follows itself."""
        words = list(map(str.strip, self._pattern.words(text)))
        if self._file.ignorecase:
            words = list(map(str.casefold, words))
        return not any(map(operator.eq, words, words[1:]))

    def found(self, text: str, alternatives: Sequence[int]) -> Iterator[Found]:
        """Every stretch of equal matches that is longer than it may be."""
        if self.clears(text):
            return
        before: regex.Match[str] | None = None
        count = 0
        for match in self._pattern.matches(text):
            if before is not None and self._equal(before[0].strip(), match[0].strip()):
                count += 1
                if count > self._file.max and self._is_breach(text, before, match):
                    yield self._told(text, before, match)
                    count = 0
            before = match

    def _equal(self, first: str, second: str) -> bool:
        equal = first.casefold() == second.casefold() if self._file.ignorecase else first == second
        return equal and bool(first) and (first.isalpha() or not self._file.alpha)

    def _is_breach(self, text: str, before: regex.Match[str], match: regex.Match[str]) -> bool:
        gap = text[before.end() : match.start()]
        return (
            "\n" not in gap
            and (not gap or " " in gap)  # `1.1` and `ha-ha` are one word
            and sentence_at(text, before.start()) == sentence_at(text, match.start())
            and not self._exceptions.cover(match[0].strip())
        )

    def _told(self, text: str, before: regex.Match[str], match: regex.Match[str]) -> Found:
        span = (before.start(), match.end())
        options = results(self._file.action, text[slice(*span)])
        said = message(self._file.message, match[0].strip(), text[slice(*span)])
        return Found(span, said, options or (before[0].strip(),), fixes=options is not None)
