from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segsite.rendering.prose import Converter

CONVERTER = Converter("en")


def written(markdown, needle, occurrence=0):
    """What stands in the source where some words of a block are written, and where that is."""
    wording = CONVERTER.convert(markdown).wording
    for at, block in enumerate(wording.blocks):
        found = [match.span() for match in re.finditer(re.escape(needle), block.text)]
        if len(found) > occurrence:
            start, end = wording.written(at, found[occurrence])
            return markdown[start:end], start
        occurrence -= len(found)
    raise AssertionError(f"{needle!r} is in no block")


@pytest.mark.parametrize(
    ("markdown", "needle", "stands"),
    [
        ("Get **paid** sooner", "paid", "paid"),
        ("Get **paid** sooner", "Get paid sooner", "Get **paid** sooner"),
        ("wo**rd**s", "words", "wo**rd**s"),
        ("See [here](https://x.example/now) now", "now", "now"),
        ("A &amp; B", "&", "&amp;"),
        ("It’s done", "It's", "It’s"),
        ("> over\n> two lines", "over two", "over\n> two"),
        ("- one\n  more", "one more", "one\n  more"),
        (r"so \*called\*", "*called*", r"*called\*"),
        ("| A | B |\n| - | - |\n| x | paid |", "paid", "paid"),
        ("<div><p>Raw <b>words</b></p></div>", "Raw words", "Raw <b>words"),
        ("![A cat](cat.png 'A cat')", "cat", "cat"),
        ("`paid` is paid", "paid", "paid"),
        ("Paid &nbsp;at last", "Paid at", "Paid &nbsp;at"),
        ("One [two][ref] three\n\n[ref]: https://three.example", "three", "three"),
        ("Get {{ braces }} paid", "paid", "paid"),
        ("Get\xa0[paid](/late/)\xa0on [time](/late/)", "time", "time"),
    ],
)
def test_words_are_found_where_they_are_written(markdown, needle, stands):
    assert written(markdown, needle)[0] == stands


def test_the_words_of_an_address_are_not_taken_for_words_of_the_text():
    markdown = "[Paid](https://x.example/late-fees) late"
    assert written(markdown, "late")[1] == markdown.rindex("late")


def test_the_words_of_code_are_not_taken_for_words_of_the_text():
    markdown = "```\nlate\n```\n\nNever late"
    assert written(markdown, "late")[1] == markdown.rindex("late")


def test_a_word_that_stands_twice_is_found_twice():
    markdown = "paid\n\n# Not *paid*\n\n- paid"
    assert [written(markdown, "paid", at)[1] for at in range(3)] == [0, 13, 22]


def test_a_footnote_that_stands_before_its_paragraph_is_found():
    markdown = "[^1]: The note.\n\nWords[^1] here."
    assert written(markdown, "The note.")[1] == 6
    assert written(markdown, "here")[1] == markdown.index("here")


def test_a_picture_without_words_stands_where_it_is():
    markdown = "One ![](a.png) and ![B](b.png)"
    wording = CONVERTER.convert(markdown).wording
    assert markdown[slice(*wording.written(0, (0, 0)))] == "![](a.png)"
    assert markdown[slice(*wording.written(1, (0, 1)))] == "B"


def test_a_comment_stands_where_it_is():
    markdown = "vale off\n\n<!-- vale off -->\n\nWords"
    wording = CONVERTER.convert(markdown).wording
    start, end = wording.written(1, (0, 8))
    assert (markdown[start:end], start) == ("vale off", 15)


WORD = st.text("abcdefghijklmnopqrstuvwxyzäöüß0123456789’", min_size=1, max_size=7)
PIECE = st.one_of(
    WORD,
    WORD.map("**{}**".format),
    WORD.map("*{}*".format),
    WORD.map("`{}`".format),
    st.tuples(WORD, WORD).map(lambda two: f"[{two[0]}](https://{two[1]}.example/{two[0]})"),
    WORD.map("{} &amp;".format),
    WORD.map("<b>{}</b>".format),
)
LINE = st.lists(PIECE, min_size=1, max_size=6).map(" ".join)
BLOCK = st.one_of(
    LINE,
    LINE.map("## {}".format),
    LINE.map("> {}".format),
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    st.tuples(LINE, LINE).map("\n".join),
    LINE.map("```\n{}\n```".format),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(BLOCK, min_size=1, max_size=5).map("\n\n".join))
def test_every_word_of_every_block_stands_in_the_source_in_their_order(markdown):
    wording = CONVERTER.convert(markdown).wording
    last = -1
    for at, block in enumerate(wording.blocks):
        for match in re.finditer(r"[^\s*]+", block.text):
            start, end = wording.written(at, match.span())
            bare = re.sub(r"<[^>]*>|[*`\[\]]", "", html.unescape(markdown[start:end])).replace("’", "'")
            assert bare == match[0]
            assert start > last
            last = start
