"""What can be counted in running text: words, sentences, syllables; and the grades that are worked out of them."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from segsite.brand.sentences import sentences
from segsite.brand.voice.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from segsite.brand.passages import Block

_WORD = re.compile(r"(?:[A-Z]\.){2,}|(?:[^\W_]|')+")
_RUNNING = frozenset({("text",), ("text", "list"), ("text", "blockquote")})


class Counts(NamedTuple):
    """How much of everything a text has."""

    characters: int = 0
    """Letters and digits."""
    words: int = 0
    sentences: int = 0
    syllables: int = 0
    paragraphs: int = 0
    complex_words: int = 0
    """Words of more than two syllables, the endings -es, -ed and -ing not counted."""
    long_words: int = 0
    """Words of more than six letters."""
    polysyllabic_words: int = 0
    """Words of more than two syllables."""


NOTHING = Counts()


@lru_cache(maxsize=8192)
def counted(text: str) -> Counts:
    """What a paragraph comes to."""
    words = [word for word in _WORD.findall(text) if word.strip("'")]
    if not words:
        return NOTHING
    characters, lengths, complex_words, long_words, polysyllabic = map(sum, zip(*map(_of_word, words), strict=True))
    return Counts(characters, len(words), len(sentences(text)), lengths, 1, complex_words, long_words, polysyllabic)


@lru_cache(maxsize=65536)
def _of_word(word: str) -> tuple[int, int, bool, bool, bool]:
    """Letters and digits of a word, its syllables, and whether it is complex, long, of many syllables."""
    length = syllables(word)
    return sum(map(str.isalnum, word)), length, _complex(word, length), len(word) > 6, length > 2


def summed(counts: Iterable[Counts]) -> Counts:
    """Several counts together."""
    rows = list(counts)
    return Counts(*map(sum, zip(*rows, strict=True))) if rows else NOTHING


def counts_of(blocks: Iterable[Block]) -> Counts:
    """What the running text among blocks comes to: paragraphs, lists and quotes, no headings and no cells."""
    return summed(counted(block.text) for block in blocks if block.scope in _RUNNING)


def grade(name: str, counts: Counts) -> float | None:
    """A school grade by the name of its formula; None if there is no such formula, or nothing to read."""
    formula = GRADES.get(name.lower().replace("_", " ").replace("-", " "))
    return formula(counts) if formula is not None and counts.words and counts.sentences else None


def _complex(word: str, length: int) -> bool:
    return length > 2 and length - (word.lower().endswith(("es", "ed", "ing"))) > 2


def _flesch_kincaid(counts: Counts) -> float:
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def _gunning_fog(counts: Counts) -> float:
    return 0.4 * (counts.words / counts.sentences + 100 * counts.complex_words / counts.words)


def _coleman_liau(counts: Counts) -> float:
    return (5.88 * counts.characters - 29.6 * counts.sentences) / counts.words - 15.8


def _smog(counts: Counts) -> float:
    return 1.043 * math.sqrt(30 * counts.polysyllabic_words / counts.sentences) + 3.1291


def _automated(counts: Counts) -> float:
    return 4.71 * counts.characters / counts.words + 0.5 * counts.words / counts.sentences - 21.43


GRADES: dict[str, Callable[[Counts], float]] = {
    "flesch kincaid": _flesch_kincaid,
    "gunning fog": _gunning_fog,
    "coleman liau": _coleman_liau,
    "smog": _smog,
    "automated readability": _automated,
}
"""Formulas of reading grades, by name."""
