"""Guards: what a text must hold to be worth a try."""

from __future__ import annotations

import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from segsite.brand.guarding.guards import Guard, needed
from segsite.brand.patterns import compiled


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?P<value>\d+) customers", "customers"),
        (r"[Ff]ree for (?P<value>\d+ days)", "free for"),
        (r"€ ?(?P<value>\d+) a month", "a month"),
        (r"(?P<value>\d+)% of invoices", "of invoices"),
        (r"(?<!not )certified(?= by)", "certified"),
        ("(?:abc)?def", "def"),
    ],
)
def test_a_text_must_hold_words_of_the_pattern(pattern, words):
    assert any(all(words in alternative for alternative in choice) for choice in needed(pattern))


@pytest.mark.parametrize("pattern", ["a|b", r"\d+", "[abc]+", "2,400", "19"])
def test_digits_are_not_needed(pattern):
    assert needed(pattern) == []


@pytest.mark.parametrize(("pattern", "signs"), [("#1", {"#"}), ("€ ?19", {"€", "eur"}), (r"\d+%", {"%", "per", "pct"})])
def test_a_sign_is_needed_or_the_word_for_it(pattern, signs):
    assert needed(pattern) == [signs]


LITERALS = st.sampled_from(["ab", "Cde", "x", " ", "-", "é", "ß", "1", "#"])
ATOMS = st.one_of(LITERALS, st.sampled_from([r"\d", r"\w", ".", "[ab]", "[^a]", "[Aa]", r"\b", r"\s", r"\.", "[]x]"]))
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"(?:{part})?"),
        inner.map(lambda part: f"(?:{part})+"),
        inner.map(lambda part: f"(?:{part}){{0,2}}"),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?={part})"),
    ),
    max_leaves=8,
)


@given(
    PATTERNS,
    st.lists(st.sampled_from(["ab", "CDE", "cde", "x", "X", " ", "-", "É", "é", "ß", "1", "#", "a", "."]), max_size=12),
)
def test_no_match_is_missed(pattern, pieces):
    text = "".join(pieces)
    if regex.search(f"(?-f)(?i){pattern}", text, regex.VERSION1):
        assert all(any(words in text.casefold() for words in choice) for choice in needed(pattern))


def test_a_guard_that_takes_too_long_is_not_tried_again():
    guard = Guard("trial", compiled(r"(?:\w|\w\w|\s)+[?]?!"), r"(?:\w|\w\w|\s)+[?]?!", "")
    text = "This is a rather long sentence about ladders and bells and it goes on about them for quite a while yet, !"
    started = time.process_time()
    assert list(guard.matches(text)) == []
    once = time.process_time() - started
    assert guard.too_slow
    assert [*guard.matches(text), *guard.matches(text)] == []
    assert time.process_time() - started < 1.5 * once
