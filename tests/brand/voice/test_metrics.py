"""What is counted in running text, and the grades that come of it."""

from __future__ import annotations

import pytest

from segsite.brand.passages import Block
from segsite.brand.voice.metrics import Counts, counted, counts_of, grade


def test_a_paragraph_is_counted():
    assert counted("We publish pages. They're accurate, and 24 people agreed: U.S.A. rules!") == Counts(
        characters=53,
        words=11,
        sentences=2,
        syllables=18,
        paragraphs=1,
        complex_words=1,
        long_words=3,
        polysyllabic_words=1,
    )


def test_endings_do_not_make_a_word_complex():
    assert counted("Decided.").polysyllabic_words == 1
    assert counted("Decided.").complex_words == 0
    assert counted("Interesting.").complex_words == 1


def test_only_running_text_counts():
    blocks = [
        Block("A heading of six words here.", ("text", "heading", "h2")),
        Block("Two words.", ("text",)),
        Block("Three more words.", ("text", "list")),
        Block("Cell.", ("text", "table", "cell")),
        Block("vale off", ("comment",)),
    ]
    assert counts_of(blocks).words == 5
    assert counts_of(blocks).paragraphs == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Flesch-Kincaid", 4.83),
        ("Gunning Fog", 8.0),
        ("Coleman-Liau", 10.64),
        ("SMOG", 8.84),
        ("Automated Readability", 7.12),
        ("automated_readability", 7.12),
    ],
)
def test_grades_are_those_of_their_formulas(name, value):
    counts = Counts(characters=500, words=100, sentences=10, syllables=140, complex_words=10, polysyllabic_words=10)
    assert grade(name, counts) == pytest.approx(value, abs=0.01)


def test_there_is_no_grade_without_words_or_by_an_unknown_formula():
    assert grade("Flesch-Kincaid", Counts()) is None
    assert grade("Flesch", Counts(words=1, sentences=1)) is None
