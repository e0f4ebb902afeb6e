"""Texts as wordings: each word of a block stands where it is written."""

from __future__ import annotations

import re

import pytest

from segsite.rendering.wordings import plain_wording


@pytest.mark.parametrize(
    "text",
    ["  Paid   late,\n\nor *not*  ", "See [it](/late/paid/){:class=x} paid", "It’s <b>paid</b>\xa0late", "&amp; late"],
)
def test_words_without_markdown_stand_where_they_are_written(text):
    wording = plain_wording(text, "en")
    [block] = wording.blocks
    for match in re.finditer(r"\S+", block.text):
        start, end = wording.written(0, match.span())
        assert text[start:end].replace("’", "'") == match[0]


def test_a_text_of_nothing_says_nothing():
    wording = plain_wording(" \n", "en")
    assert wording.blocks == ()
    assert wording.written(0, (0, 0)) == (0, 0)
