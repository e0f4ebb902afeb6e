"""Where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.brand.sentences import sentence_at, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["We have 2,400.", "It is late."],
        ["It is 3.1 million, e.g. today.", "Mr. Smith left!", "“Yes.”", "He said."],
        ["U.S. firms pay.", "See No. 5.", "We said no.", "They left."],
        ["It works… maybe.", "A. B. Smith came."],
        ["Is it?", "Yes, but only once."],
        ["We pay 2,400 people.*", "It was a success.**", "They say so.¹", "We agree."],
        ["z.B. hier.", "Und dort."],
        ["One sentence without an end"],
    ],
)
def test_a_text_is_divided_into(parts):
    text = " ".join(parts)
    assert [text[slice(*span)] for span in sentences(text)] == parts


@given(st.text(alphabet="aB.!? 1“”e,g", max_size=60))
def test_sentences_hold_everything_but_spaces(text):
    spans = sentences(text)
    assert "".join("".join(text[slice(*span)] for span in spans).split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_a_place_is_in_its_sentence():
    text = "One. Two. Three."
    assert sentence_at(text, 6) == (5, 9)
    assert sentence_at("", 0) == (0, 0)
