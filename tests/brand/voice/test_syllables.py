"""Syllables of English words."""

from __future__ import annotations

import pytest

from segsite.brand.voice.syllables import syllables

WORDS = {
    1: "the make makes made planned page called changed guide league true year our don't we're thought",
    2: "table tables little landing boxes wishes service lately movement trying going prism rhythm royal acre "
    "centre settled handled unique colleague people client being react creates isn't didn't",
    3: "audience employer various museum volunteer continue radio created influence",
    4: "situation variety society experience actually technology information continuous",
}


@pytest.mark.parametrize("count", WORDS)
def test_words_have_the_syllables_one_hears(count):
    words = WORDS[count].split()
    assert {word: syllables(word) for word in words} == dict.fromkeys(words, count)


def test_every_word_has_one():
    assert [syllables(word) for word in ("", "x", "42", "hmm", "’tis")] == [1, 1, 1, 1, 1]
