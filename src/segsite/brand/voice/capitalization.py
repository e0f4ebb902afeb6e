"""Capitalization: which words of a text begin with a capital."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.patterns import Pattern, fault
from segsite.brand.voice.casing import in_sentence_case, in_title_case, rewritten, word_spans
from segsite.brand.voice.found import Found, Point
from segsite.brand.voice.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.brand.voice.exceptions import Exceptions
    from segsite.model.voice import CapitalizationFile

_ENDS = "?!.:"


class Capitalization(Point):
    """Compares a text with what it would be in the case that the rule asks for."""

    def __init__(self, file: CapitalizationFile, exceptions: Exceptions) -> None:
        self._file, self._exceptions = file, exceptions
        self._prefix = Pattern(f"^(?:{file.prefix})") if file.prefix and fault(file.prefix) is None else None
        self._pattern = Pattern(file.match)
        self.needs = () if not file.match or fault(file.match) is not None else ((),)

    def found(self, text: str, alternatives: Sequence[int]) -> Iterator[Found]:
        """One finding, of all of the text, if too few of its words are as they should be."""
        start = next((match.end() for match in self._prefix.matches(text)), 0) if self._prefix is not None else 0
        expected = self._expected(text[start:])
        if expected is not None:
            right = text[:start] + expected
            results = (right,) if right != text else None
            said = message(self._file.message, text, right)
            yield Found((0, len(text)), said, results, fixes=bool(self._file.action.name))

    def _expected(self, text: str) -> str | None:
        """What a text should be; None if it is right, or right enough."""
        match self._file.match:
            case "$lower":
                return None if text == text.lower() or self._exceptions.cover(text) else text.lower()
            case "$upper":
                return None if text == text.upper() or self._exceptions.cover(text) else text.upper()
            case "$title":
                return self._in_case(text, title=True)
            case "$sentence":
                return self._in_case(text, title=False)
        return None if self._pattern.found_in(text) or self._exceptions.cover(text) else text

    def _in_case(self, text: str, *, title: bool) -> str | None:
        body = text if title else text.rstrip(_ENDS)
        spans = word_spans(body, self._exceptions)
        if title:
            expected = in_title_case(body, spans, self._file.style, self._exceptions)
        else:
            expected = in_sentence_case(body, spans, self._file.indicators, self._exceptions)
        words = [body[slice(*span)] for span in spans]
        right = [word in {wanted, wanted.upper()} for word, wanted in zip(words, expected, strict=True)]
        if not title and right and not right[0]:
            return rewritten(text, spans, expected)
        enough = not right or sum(right) / len(right) >= (self._file.threshold or 0.8)
        return None if enough else rewritten(text, spans, expected)
