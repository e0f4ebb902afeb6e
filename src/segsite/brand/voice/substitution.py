"""Substitution: words that have a better one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from segsite.brand.guarding.addresses import is_part_of_address
from segsite.brand.patterns import Pattern, fault, uncaptured
from segsite.brand.voice.actions import expanded, recased, results
from segsite.brand.voice.choice import Choice, frame
from segsite.brand.voice.found import Found, Point
from segsite.brand.voice.messages import choice, message, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.brand.passages import Span
    from segsite.brand.voice.exceptions import Exceptions
    from segsite.model.voice import SubstitutionFile

_PHRASE = re.compile(r"[\w\s-]*")
_SEPARATOR = re.compile(r"(?<!\\)\|")
_QUOTED = re.compile(r"(?<!\w)['\"]")
_SPECIAL = frozenset("\\[](){}^$|?*+")
_START = re.compile(r"(?:^|[.!?:…—–|]\s+)[\"'“‘«(\[]*$")


class Substitution(Point):
    """Finds words of a list, each with what to write instead."""

    def __init__(self, file: SubstitutionFile, exceptions: Exceptions) -> None:
        self._file, self._exceptions = file, exceptions
        self._keys = sorted((key for key in file.swap if key and fault(key) is None), key=len, reverse=True)
        before, after = frame(nonword=file.nonword, ignorecase=file.ignorecase)
        self._choice = Choice(before, [uncaptured(key) for key in self._keys], after)
        self.needs = self._choice.needs

    def found(self, text: str, alternatives: Sequence[int]) -> Iterator[Found]:
        """Every match that is neither right already nor an exception."""
        for alternative, span in self._choice.matches(text, alternatives):
            words = text[slice(*span)]
            expected = self._expected(self._keys[alternative], words)
            if self._is_right(expected, words.strip(), text[: span[0]]) or self._exceptions.cover(words.strip()):
                continue
            if not self._exceptions.protect(text, span) and not is_part_of_address(text, span):
                yield self._told(span, words, expected)

    def _expected(self, key: str, words: str) -> str:
        value = self._file.swap[key]
        if "$" in value:
            match = Pattern(f"(?i){key}" if self._file.ignorecase else key).whole(words)
            return expanded(value, match) if match is not None else value
        return value

    def _is_right(self, expected: str, words: str, before: str) -> bool:
        """Whether words are what they should be already."""
        if self._file.action.name == "replace":
            return words in _options(expected) or self._is_right_at_a_start(expected, words, before)
        if _PHRASE.fullmatch(expected):
            return words == expected or self._is_right_at_a_start(expected, words, before)
        return _fits(expected, words, ignorecase=self._file.ignorecase)

    def _is_right_at_a_start(self, expected: str, words: str, before: str) -> bool:
        """Whether words differ from what they should be only by the capital that starts a sentence."""
        if words.casefold() not in {option.casefold() for option in _options(expected)}:
            return False
        return any(words == option[:1].upper() + option[1:] for option in _options(expected)) and bool(
            _START.search(before)
        )

    def _told(self, span: Span, words: str, expected: str) -> Found:
        file = self._file
        if file.action.name == "replace":
            options = tuple(file.action.params) or _options(expected)
            said = message(unquoted(file.message), choice(options), words.strip())
        else:
            options = results(file.action, words) or _shown(expected)
            said = message(file.message, self._cased(words, expected), words.strip())
        right = tuple(recased(words.strip(), option) for option in options)
        return Found(span, said, right, fixes=bool(file.action.name))

    def _cased(self, words: str, expected: str) -> str:
        return recased(words.strip(), expected) if self._file.capitalize else expected


def _options(expected: str) -> tuple[str, ...]:
    """The texts that a value offers, separated by `|`."""
    return tuple(option.replace(r"\|", "|") for option in _SEPARATOR.split(expected))


def _shown(expected: str) -> tuple[str, ...]:
    """What a value without an action offers; a pattern, or words in quotation marks, are only for the message."""
    options = _options(expected)
    return () if any(set(option) & _SPECIAL or _QUOTED.search(option) for option in options) else options


@lru_cache(maxsize=4096)
def _fits(expected: str, words: str, *, ignorecase: bool) -> bool:
    pattern = f"{'(?i)' if ignorecase else ''}(?:{expected})"
    return words == expected if fault(pattern) is not None else Pattern(pattern).whole(words) is not None
