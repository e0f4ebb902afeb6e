"""What a text must hold for a pattern to match in it."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from segsite.brand.patterns import compiled, fault
from segsite.brand.voice.literals import CAPITALS, DIGIT, EDGE, bare, folded, met, needs, whole_word


def shown(pattern: str) -> list[set[str]]:
    return [{one.replace(EDGE, "|").replace(DIGIT, "#") for one in choice} for choice in needs(pattern)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("Synergy", [{"synergy"}]),
        (r"\b(?:very|in order to)\b", [{"|very|", "|in order to|"}]),
        ("utili[sz]e[ds]?", [{"utilise", "utilize", "utilised", "utilized", "utilises", "utilizes"}]),
        (r"\bis \w+ed\b", [{"|is "}, {"ed|"}]),
        (r"(?:^|\s)I\s", [{"|i|"}]),
        (r"\d+ customers", [{" customers"}, {"#"}]),
        ("[0-9]+", [{"#"}]),
        ("a+b", [{"b"}, {"a"}]),
        ("a*b?", []),
        ("ab|c*", []),
        ("(?=soon)er", [{"er"}]),
        ("(?<name>one)|(?P<other>two)|(?i:three)|(?>four)", [{"one", "two", "three", "four"}]),
        (r"\x41\u0042\.", [{"ab."}]),
        (r"a\pLb\p{Lu}c", [{"c"}, {"b"}, {"a"}]),
        ("[A-Z]{3,5}", [{CAPITALS}]),
        (r"(?<![A-Z]{2} )\b([A-Z]{3})\b", [{CAPITALS}]),
        ("(?i)[A-Z]{3}", []),
        ("(?i:[A-Z]{3})", []),
        ("[A-Z][a-z]+", []),
        ("a{2,}", [{"aa"}]),
        ("[ab]{2,}", [{"aa", "ab", "ba", "bb"}]),
        ("(?:a|bc){2}", [{"aa", "abc", "bca", "bcbc"}]),
        ("[abcd]{6}", [{"a", "b", "c", "d"}]),
        ("[^a]", []),
        ("[a-z]", []),
        (r"(\w)\1", []),
        ("(?(1)a|b)", []),
        ("(a", []),
        ("a)", []),
        ("[a", []),
        ("*", []),
        ("[[:alpha:]]x", []),
    ],
)
def test_what_every_match_holds(pattern, expected):
    assert shown(pattern) == expected


def test_a_word_is_whole_where_both_its_ends_are_known():
    assert whole_word(f"{EDGE}very{EDGE}") == "very"
    assert whole_word(f"{EDGE}in order to{EDGE}") == "order"
    assert whole_word("very") is None
    assert whole_word("to very little") == "very"
    assert bare(f"{EDGE}very{EDGE}") == "very"


def test_a_text_meets_what_is_needed():
    assert met(needs(r"\d+ Users"), folded("12 USERS"))
    assert not met(needs(r"\d+ Users"), folded("Many users"))
    assert met((), folded(""))


ATOMS = st.sampled_from(["a", "b", "A", r"\w", r"\s", r"\d", ".", "[ab]", "[^a]", r"\b", "1", " ", "(?:a|b1)", "(?=a)"])
PIECES = st.tuples(ATOMS, st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{0,1}"])).map("".join)
PATTERNS = st.recursive(
    st.lists(PIECES, min_size=1, max_size=4).map("".join),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda some: f"(?:{'|'.join(some)})"),
    max_leaves=6,
)


@given(PATTERNS, st.text("aAbB1 .", max_size=12))
def test_no_match_is_ever_missed(pattern, text):
    if fault(pattern) is None and compiled(pattern).search(text) is not None:
        assert met(needs(pattern), folded(text))


@given(PATTERNS, st.text("aAbB1 .", max_size=12))
def test_a_whole_word_of_a_literal_is_a_word_of_the_text(pattern, text):
    if fault(pattern) is not None or compiled(pattern).search(text) is None:
        return
    words = set(regex.findall(r"\w+", folded(text)))
    for choice in needs(pattern):
        assert any(
            bare(one) in folded(text) and (whole_word(one) is None or whole_word(one) in words) for one in choice
        )
