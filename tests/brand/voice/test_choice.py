"""A pattern of many alternatives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.brand.patterns import compiled
from segsite.brand.voice.choice import Choice, frame


def test_a_frame_makes_words_or_pieces_of_alternatives():
    assert frame(nonword=False, ignorecase=False) == (r"(?m)\b(?:", r")\b")
    assert frame(nonword=True, ignorecase=True) == ("(?i)(?m)(?:", ")")


@pytest.mark.parametrize(
    ("alternatives", "text", "expected"),
    [
        (["b", "a"], "a b a", [(1, (0, 1)), (0, (2, 3)), (1, (4, 5))]),
        (["in order to", "order to"], "in order to order to", [(0, (0, 11)), (1, (12, 20))]),
        (["a", "a b"], "a b", [(0, (0, 1))]),
        (["a b", "b c", "c"], "a b c", [(0, (0, 3)), (2, (4, 5))]),
        ([r"(\w)\1", r"(x)y\1"], "aa xyx", [(0, (0, 2)), (1, (3, 6))]),
        (["a", "b"], "", []),
    ],
)
def test_the_leftmost_match_comes_first_and_takes_its_words(alternatives, text, expected):
    choice = Choice(*frame_around(alternatives))
    assert list(choice.matches(text, range(len(alternatives)))) == expected


def frame_around(alternatives):
    before, after = frame(nonword=False, ignorecase=False)
    return before, alternatives, after


@given(
    st.lists(
        st.sampled_from(["a", "ab", "b a", "b", "[ab]+", r"a\b", r"\ba", "(?<=a)b", "ba?"]), min_size=1, max_size=4
    ),
    st.text("ab ", max_size=10),
    st.booleans(),
)
def test_it_finds_what_one_pattern_of_all_would(alternatives, text, nonword):
    before, after = frame(nonword=nonword, ignorecase=False)
    spans = [span for _, span in Choice(before, alternatives, after).matches(text, range(len(alternatives)))]
    whole = compiled(f"{before}{'|'.join(alternatives)}{after}")
    assert spans == [match.span() for match in whole.finditer(text)]
