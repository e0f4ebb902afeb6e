"""Formulas of metric rules."""

from __future__ import annotations

import pytest

from segsite.brand.voice.formulas import Formula, FormulaError

COUNTS = {"words": 100.0, "sentences": 8.0, "heading_h2": 3.0, "value": 9.0}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("words / sentences", 12.5),
        ("0.39 * (words / sentences) - 15.59", pytest.approx(-10.715)),
        ("\n  1.0 * math.sqrt(words * 30.0) \n", pytest.approx(54.772, abs=0.001)),
        ("words +\n sentences", 108),
        ("-words + +sentences", -92),
        ("heading.h2 * 2", 6),
        ("value > 8 && words < 50", 0),
        ("value > 8 || words < 50", 1),
        ("!(value == 9) != true", 1),
        ("math.max(words, sentences) % 7", 2),
        ("words / (sentences - 8)", None),
        ("math.sqrt(-1)", None),
    ],
)
def test_a_formula_is_worked_out(text, value):
    assert Formula(text).value(COUNTS) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", "words /", "paragraphs", "__import__('os')", "words.real", "math.system('ls')", "[1]"),
        *("words if 1 else 2", "lambda: 1", "math.pow(1)", "2 ** 9", "words < 'a'", "1 < words in [1]"),
        *("(" * 300, "9" * 2000),
    ],
)
def test_what_is_no_arithmetic_over_counts_is_refused(text):
    with pytest.raises(FormulaError):
        Formula(text).value(COUNTS)
