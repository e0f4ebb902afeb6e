"""Existence: words that must not be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.guarding.addresses import is_part_of_address
from segsite.brand.patterns import fault
from segsite.brand.voice.actions import completed, hint, is_whole, keeps_apart, recased, results
from segsite.brand.voice.choice import Choice, frame
from segsite.brand.voice.found import Found, Point
from segsite.brand.voice.messages import choice, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.brand.passages import Span
    from segsite.brand.voice.exceptions import Exceptions
    from segsite.model.voice import ExistenceFile


class Existence(Point):
    """Finds words of a list."""

    def __init__(self, file: ExistenceFile, exceptions: Exceptions) -> None:
        self._file, self._exceptions = file, exceptions
        tokens = [token for token in file.tokens if token.strip() and fault(token) is None]
        raw = "".join(file.raw)
        if fault(raw) is not None:
            raw = ""
        before, after = frame(nonword=file.nonword or not tokens, ignorecase=file.ignorecase)
        before, after = (before, after + raw) if file.append else _led_by(raw, before, after)
        self._choice = Choice(before, tokens or ([""] if raw else []), after)
        self.needs = self._choice.needs

    def found(self, text: str, alternatives: Sequence[int]) -> Iterator[Found]:
        """Every match that is no exception."""
        for _, span in self._choice.matches(text, alternatives):
            words = text[slice(*span)].strip()
            excepted = self._exceptions.cover(words) or self._exceptions.protect(text, span)
            if not excepted and not is_part_of_address(text, span):
                yield self._told(text, span)

    def _told(self, text: str, span: Span) -> Found:
        words = text[slice(*span)]
        options = results(self._file.action, words)
        if options is None:
            return Found(span, message(self._file.message, words), hint=_advice(words))
        said = message(self._file.message, words, choice(options))
        if options == ("",) and not is_whole(text, span):
            return Found(span, said, hint=_advice(words))  # what is taken out of a word leaves no word
        cased = tuple(recased(words, option) for option in options if option != words)
        shown = completed(text, span, cased) if keeps_apart(self._file.action, words) else cased
        return Found(span, said, cased, hint=hint(shown), fixes=len(options) == 1)


def _advice(words: str) -> str:
    """How to mend what no action mends: words can be left out, signs and numbers are written in another way."""
    plain = all(char.isalpha() or char in " -'’" for char in words)
    return f"Leave “{words.strip()}” out, or say it in other words." if plain else "Write it in another way."


def _led_by(raw: str, before: str, after: str) -> tuple[str, str]:
    """What comes before and after the tokens when `raw` leads; a flag for capitals holds for `raw` too."""
    flag = "(?i)" if before.startswith("(?i)") else ""
    return f"{flag}{raw}{before.removeprefix('(?i)')}", after
