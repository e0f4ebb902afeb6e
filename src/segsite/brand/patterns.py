"""Patterns of the brand's files, written for .NET and RE2 as Vale reads them, made ready for `regex`."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import regex

from segsite.brand.pattern_work import is_tame, too_much

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.brand.passages import Span

SECONDS: Final = 1.0
"""How long one text may take a pattern."""

_SHORT = 4096
_RUN = regex.compile(r"\[\^?(?:[\w.!?,;:' ]|\\[wsd])+-?\]\+")
_QUANTIFIER = regex.compile(r"\{\d+(?:,\d*)?\}")
_NAMED = regex.compile(r"\(\?P?<(?![=!])\w+>|\(\?'\w+'")
_REFERENCE = regex.compile(r"\\(?:[1-9]|k[<{'])")
_CODE = regex.compile(r"\\x\{([0-9a-fA-F]{1,6})\}")
_KEPT = regex.compile(r"\\[pP]\{[^}]*\}|\\k<\w+>|\\.", regex.DOTALL)
_POSIX = regex.compile(r"\[:\^?\w+:\]")
_ESCAPES = {r"\z": r"\Z", r"\Z": r"(?=\n?\Z)", r"\e": r"\x1b"}


class TooSlowError(Exception):
    """A pattern took more time on a text than it may; happens when its parts can share the same words in many ways."""


class Pattern:
    """A pattern that is compiled when it is first used. What `regex` makes of it, in bounded time.

    Every method raises a `TooSlowError` if a text takes it too long.
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        return compiled(self.source)

    @cached_property
    def _is_tame(self) -> bool:
        """Whether it repeats so little that no short text can take it long."""
        return is_tame(self.source)

    def matches(self, text: str) -> Iterator[regex.Match[str]]:
        """Every match in a text that is not empty."""
        try:
            for match in self._compiled.finditer(text, timeout=self._seconds(text)):
                if match.end() > match.start():
                    yield match
        except (TimeoutError, MemoryError):
            raise TooSlowError from None

    def next_span(self, text: str, start: int) -> Span | None:
        """Where its first match is that is not empty, from a place of a text on."""
        try:
            match = self._compiled.search(text, start, timeout=self._seconds(text))
            while match is not None and match.end() == match.start():
                match = self._compiled.search(text, match.end() + 1, timeout=self._seconds(text))
        except (TimeoutError, MemoryError):
            raise TooSlowError from None
        return match.span() if match is not None else None

    def words(self, text: str) -> list[str]:
        """What it matches in a text, one after the other; quicker than the matches themselves."""
        if self._run is not None:
            return self._run.findall(text)
        try:
            return list(self._compiled.findall(text, timeout=self._seconds(text)))
        except (TimeoutError, MemoryError):
            raise TooSlowError from None

    @cached_property
    def _run(self) -> re.Pattern[str] | None:
        """The same for Python's own engine, if it is a run of a class: both see that alike, and it is quicker there."""
        return re.compile(self.source) if _RUN.fullmatch(self.source) is not None else None

    def found_in(self, text: str) -> bool:
        """Whether it matches anywhere in a text, if only at a place."""
        try:
            return self._compiled.search(text, timeout=self._seconds(text)) is not None
        except (TimeoutError, MemoryError):
            raise TooSlowError from None

    def whole(self, text: str) -> regex.Match[str] | None:
        """The match of all of a text, if there is one."""
        try:
            return self._compiled.fullmatch(text, timeout=self._seconds(text))
        except (TimeoutError, MemoryError):
            raise TooSlowError from None

    def _seconds(self, text: str) -> float | None:
        """The time that a text may take; looking at the clock takes longer than a tame pattern does."""
        return None if len(text) < _SHORT and self._is_tame else SECONDS


@lru_cache(maxsize=8192)
def compiled(source: str) -> regex.Pattern[str]:
    """A pattern of `regex`, whose second version keeps a flag to its group, as .NET does.

    Raises:
        regex.error: If it is no pattern.
    """
    return regex.compile(f"(?-f){translated(source)}", regex.VERSION1)


def fault(source: str) -> str | None:
    """Why a pattern cannot be used, or None if it can."""
    if not any(char in source for char in "\\[](){}.^$|?*+"):
        return None
    reason = too_much(source)
    if reason is not None:
        return reason
    try:
        compiled(f"(?:{source})")  # as it will be used: among others
    except regex.error as error:
        return str(error.msg)
    except (RecursionError, OverflowError, ValueError):
        return "it is too complex"
    return None


def uncaptured(source: str) -> str:
    """A pattern whose groups are not counted, so that the group it is put in can be found by its number."""
    return source if _REFERENCE.search(source) else translated(source, captures=False)


def translated(source: str, *, captures: bool = True) -> str:
    """A pattern in the dialect of `regex`.

    Args:
        source: The pattern as .NET and RE2 know it.
        captures: Whether its groups stay groups that can be counted.
    """
    return "".join(_Translator(source, captures=captures).pieces())


class _Translator:
    def __init__(self, source: str, *, captures: bool) -> None:
        self._source = source
        self._captures = captures
        self._at = 0

    def pieces(self) -> Iterator[str]:
        while self._at < len(self._source):
            char = self._source[self._at]
            if char == "\\":
                yield self._escape()
            elif char == "[":
                yield self._class()
            elif char == "(":
                yield self._group()
            elif char == "{":
                yield self._brace()
            else:
                self._at += 1
                yield char

    def _escape(self) -> str:
        code = _CODE.match(self._source, self._at)
        if code is not None:
            self._at = code.end()
            return rf"\U{int(code[1], 16):08X}"
        if self._source.startswith(r"\Q", self._at):
            quoted = self._source[self._at + 2 :].partition(r"\E")[0]
            self._at = min(self._at + len(quoted) + 4, len(self._source))
            return str(regex.escape(quoted, special_only=True))
        match = _KEPT.match(self._source, self._at)
        escaped = match[0] if match is not None else self._source[self._at :]
        self._at += len(escaped)
        if escaped.startswith(r"\k<"):
            return f"(?P={escaped[3:-1]})"
        return _ESCAPES.get(escaped, escaped)

    def _group(self) -> str:
        named = _NAMED.match(self._source, self._at)
        if named is not None:
            self._at = named.end()
            name = named[0].strip("(?P<>'")
            return f"(?P<{name}>" if self._captures else "(?:"
        self._at += 1
        plain = not self._source.startswith("?", self._at)
        return "(?:" if plain and not self._captures else "("

    def _brace(self) -> str:
        """A brace that opens no count stands for itself; to `regex` it would open a fuzzy match."""
        count = _QUANTIFIER.match(self._source, self._at)
        self._at += len(count[0]) if count is not None else 1
        return count[0] if count is not None else r"\{"

    def _class(self) -> str:
        """A class. In it, what `regex` takes for sets and their operators stands for itself, but for .NET's `-[`."""
        start = self._at
        self._at += 1
        pieces = ["["]
        if self._source.startswith("^", self._at):
            pieces.append("^")
            self._at += 1
        first = True
        while self._at < len(self._source):
            char = self._source[self._at]
            if char == "]" and not first:
                self._at += 1
                return "".join([*pieces, "]"])
            pieces.append(self._member(char, pieces[-1]))
            first = False
        return self._source[start:]

    def _member(self, char: str, before: str) -> str:
        posix = _POSIX.match(self._source, self._at)
        if posix is not None:
            self._at = posix.end()
            return str(posix[0])
        if char == "\\":
            return self._escape()
        if self._source.startswith("-[", self._at) and not _POSIX.match(self._source, self._at + 1):
            return self._difference()
        self._at += 1
        doubled = char in "&|~-" and before.endswith(char)
        return f"\\{char}" if doubled or char in "[]" else char

    def _difference(self) -> str:
        """`[a-z-[aeiou]]` takes the second class from the first; elsewhere the bracket stands for itself."""
        start = self._at
        self._at += 1
        taken = self._class()
        if self._source.startswith("]", self._at):
            return f"--{taken}"
        self._at = start + 2
        return r"-\["
