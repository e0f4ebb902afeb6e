"""Capitals: title case and sentence case, and what a text would be in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from segsite.brand.passages import Span
    from segsite.brand.voice.exceptions import Exceptions

_WORD = regex.compile(r"[\p{N}\p{L}*]+\S*")
_NUMBERED = regex.compile(r"\d+[.)]?")
_CORE = regex.compile(r"[^-–—'’]*")
_RESTARTS = (":", "—", "–", "?", "!", ".")
_AFTER_HYPHEN = regex.compile(r"(?<=[-–—/])\p{Ll}")
_CAPITAL_AFTER_HYPHEN = regex.compile(r"(?<=[-–—/])\p{Lu}(?=\p{Ll})")
_SMALL = "a an and as at but by en for if in nor of on or per the to vs vs. via v v."
_PREPOSITIONS = (
    "about above across after against along among around before behind below beneath beside between beyond down during "
    "except from inside into like near off onto out outside over past since than through throughout till toward under "
    "until up upon with within without"
)
_SMALL_AP = frozenset(_SMALL.split())
_SMALL_CHICAGO = _SMALL_AP | frozenset(_PREPOSITIONS.split())
STYLES = {"AP": _SMALL_AP, "Chicago": _SMALL_CHICAGO}
"""The words that title case leaves small, by style."""


def word_spans(text: str, exceptions: Exceptions) -> list[Span]:
    """Where the words of a text are; an exception is one word, however many it has."""
    kept = exceptions.spans(text)
    spans = [match.span() for match in _WORD.finditer(text)]
    return sorted([*kept, *(span for span in spans if not any(start <= span[0] < end for start, end in kept))])


def in_title_case(text: str, spans: Sequence[Span], style: str, exceptions: Exceptions) -> list[str]:
    """The words of a text as they are in title case."""
    small = STYLES.get(style, _SMALL_AP)

    def cased(at: int, word: str) -> str:
        if _has_its_own_case(word, exceptions):
            return word
        edge = at in {0, len(spans) - 1} or text[: spans[at][0]].rstrip("\"'“‘ ").endswith(_RESTARTS)
        if word.lower().rstrip(",;") in small and not edge:
            return word.lower()
        raised = word[:1].upper() + word[1:]
        return str(_AFTER_HYPHEN.sub(lambda match: _part(match, raised, small), raised))

    return _cased(text, spans, cased)


def in_sentence_case(text: str, spans: Sequence[Span], indicators: Sequence[str], exceptions: Exceptions) -> list[str]:
    """The words of a text as they are in sentence case: a capital only at its start, and where one may follow."""

    def cased(at: int, word: str) -> str:
        before = text[slice(*spans[at - 1])] if at else ""
        if _has_its_own_case(word, exceptions) or _core(word) == _core(word).upper():
            return word
        if at == 0:
            return word[:1].upper() + word[1:]
        led = text[: spans[at][0]].rstrip()  # an exception ends before the sign behind it
        may = led.endswith(tuple(indicators)) or (at == 1 and _NUMBERED.fullmatch(before) is not None)
        if may or not word[:1].isupper():
            return word
        return str(_CAPITAL_AFTER_HYPHEN.sub(lambda match: match[0].lower(), word[:1].lower() + word[1:]))

    return _cased(text, spans, cased)


def rewritten(text: str, spans: Sequence[Span], words: Sequence[str]) -> str:
    """A text with other words in the places of its own."""
    pieces, done = [], 0
    for (start, end), word in zip(spans, words, strict=True):
        pieces += [text[done:start], word]
        done = end
    return "".join([*pieces, text[done:]])


def _cased(text: str, spans: Sequence[Span], cased: Callable[[int, str], str]) -> list[str]:
    return [cased(at, text[slice(*span)]) for at, span in enumerate(spans)]


def _core(word: str) -> str:
    """A word up to its first hyphen or apostrophe: of `Client's` and `Top-level`, what shows its case."""
    match = _CORE.match(word)
    return str(match[0]) if match is not None else word


def _has_its_own_case(word: str, exceptions: Exceptions) -> bool:
    """Whether a word is an exception, or has capitals further in, as `iPhone` has."""
    core = _core(word)
    return exceptions.cover(word) or (any(map(str.isupper, core[1:])) and any(map(str.islower, core)))


def _part(match: regex.Match[str], word: str, small: frozenset[str]) -> str:
    """The first letter after a hyphen: a capital, but in the middle of `state-of-the-art`."""
    rest = regex.split(r"[-–—/]", word[match.start() :])
    small_word = rest[0].lower() in small and len(rest) > 1
    return str(match[0]) if small_word else str(match[0]).upper()
