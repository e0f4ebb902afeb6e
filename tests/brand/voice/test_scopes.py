"""Scopes: which words a rule judges."""

from __future__ import annotations

import pytest

from segsite.brand.passages import Block
from segsite.brand.voice.scopes import Unit, selector, unknown_words, unsupported_words

PROSE = Block("Words.", ("text",))
HEADING = Block("Words", ("text", "heading", "h2"))
ITEM = Block("Words", ("text", "list"))
CELL = Block("Words", ("text", "table", "cell"))
QUOTE = Block("Words", ("text", "blockquote"))
ALT = Block("Words", ("text", "attr", "alt"))


def taken(entry: str, *parts: str) -> list[Block]:
    blocks = [PROSE, HEADING, ITEM, CELL, QUOTE, ALT]
    return [block for block in blocks if selector(entry).takes(block, frozenset(parts))]


@pytest.mark.parametrize(
    ("entry", "blocks"),
    [
        ("text", [PROSE, HEADING, ITEM, CELL, QUOTE, ALT]),
        ("text.md", [PROSE, HEADING, ITEM, CELL, QUOTE, ALT]),
        ("text.html", []),
        ("heading", [HEADING]),
        ("heading.h2", [HEADING]),
        ("h2.heading", [HEADING]),
        ("heading.h3", []),
        ("list", [ITEM]),
        ("table.cell", [CELL]),
        ("blockquote", [QUOTE]),
        ("alt", [ALT]),
        ("~heading", [PROSE, ITEM, CELL, QUOTE, ALT]),
        ("text & ~heading & ~list", [PROSE, CELL, QUOTE, ALT]),
        ("~heading.h3", [PROSE, HEADING, ITEM, CELL, QUOTE, ALT]),
        ("sentence", [PROSE, ITEM, QUOTE]),
        ("sentence & ~list", [PROSE, QUOTE]),
        ("sentence.heading", [HEADING]),
        ("paragraph", [PROSE]),
        ("link", [PROSE, HEADING, ITEM, CELL, QUOTE, ALT]),
        ("title", []),
        ("", [PROSE, HEADING, ITEM, CELL, QUOTE, ALT]),
    ],
)
def test_a_scope_takes_blocks_by_what_they_are(entry, blocks):
    assert taken(entry) == blocks


def test_a_scope_takes_passages_by_what_they_are():
    assert taken("title", "title", "web")
    assert taken("frontmatter.title", "title")
    assert taken("text.frontmatter.title", "title")
    assert not taken("title", "subject")
    assert not taken("title.web", "title", "email")
    assert taken("subject & ~web", "subject", "email")
    assert not taken("~subject", "subject")


def test_somebody_elses_words_are_judged_only_by_rules_that_name_them():
    assert not taken("text", "quotation")
    assert not taken("heading", "quotation")
    assert taken("quotation", "quotation")
    assert taken("text.quotation", "quotation")


@pytest.mark.parametrize("part", ["title", "subject", "option", "cta", "headline"])
def test_fragments_are_no_sentences_unless_the_scope_names_them(part):
    assert not taken("sentence", part)
    assert not taken("paragraph", part)
    assert PROSE in taken(f"sentence.{part}", part)
    assert taken("sentence", "description")


@pytest.mark.parametrize(
    ("entry", "unit"),
    [
        ("text", Unit.BLOCK),
        ("sentence", Unit.SENTENCE),
        ("paragraph.text", Unit.PARAGRAPH),
        ("link", Unit.LINK),
        ("summary", Unit.SUMMARY),
        ("raw", Unit.RAW),
        ("heading & ~sentence", Unit.BLOCK),
    ],
)
def test_a_scope_says_what_is_shown_at_once(entry, unit):
    assert selector(entry).unit is unit


def test_words_that_mean_nothing_are_found():
    assert unknown_words("headings") == ["headings"]
    assert unknown_words("text & ~paragraf.md") == ["paragraf"]
    assert unknown_words("text.frontmatter.summary_line") == []
    assert unknown_words("heading.h2 & ~list") == []
    assert unsupported_words("text & ~strong") == ["strong"]
    assert unsupported_words("link") == []
