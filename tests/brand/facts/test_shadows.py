"""Shadows of texts, and the way back from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.brand.facts.shadows import shadows

PIECES = st.lists(
    st.sampled_from(
        [
            "two thousand",
            "2.4k",
            "€19",
            "19 euros",
            "87 per cent",
            " ",
            " and ",
            "customers",
            ", ",
            "ten",
            "x",
            "3.1 million",
            "EUR 5",
        ]
    ),
    max_size=12,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "shadow"),
    [
        ("two thousand customers", "2000 customers"),
        ("a thirty-day trial", "a 30-day trial"),
        ("2,400+ of them", "2400+ of them"),
        ("nineteen euros a month", "€19 a month"),
        ("from EUR 19 a month", "from €19 a month"),
        ("87 per cent of them", "87% of them"),
        ("nothing to count", "nothing to count"),
    ],
)
def test_the_last_shadow_has_digits_and_signs(text, shadow):
    assert shadows(text, "en")[-1].text == shadow


@given(PIECES)
def test_the_first_is_the_text_itself(text):
    first = shadows(text, "en")[0]
    assert first.text == text
    assert first.back((0, len(text))) == (0, len(text))


@given(PIECES, st.data())
def test_a_stretch_leads_back_to_a_stretch(text, data):
    for shadow in shadows(text, "en"):
        start = data.draw(st.integers(0, len(shadow.text)))
        end = data.draw(st.integers(start, len(shadow.text)))
        low, high = shadow.back((start, end))
        assert 0 <= low <= len(text)
        assert 0 <= high <= len(text)
        assert low <= high or start == end
        assert shadow.back((0, len(shadow.text))) == (0, len(text))


@given(PIECES)
def test_what_is_not_rewritten_leads_back_to_itself(text):
    for shadow in shadows(text, "en"):
        for at, character in enumerate(shadow.text):
            if character == "x":
                assert text[slice(*shadow.back((at, at + 1)))] == "x"
