from __future__ import annotations

import pytest

from segsite.rendering.prose import Converter


def blocks(markdown):
    return Converter("en").convert(markdown).wording.blocks


def words(markdown):
    return [(".".join(block.scope), block.text) for block in blocks(markdown)]


def test_marks_of_markdown_are_gone_and_white_space_is_one_space():
    assert words("Get **paid**\n  *sooner*, [today](page:x 'now').") == [("text", "Get paid sooner, today.")]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("## Title {#id}", [("text.heading.h2", "Title")]),
        ("- one\n- two", [("text.list", "one"), ("text.list", "two")]),
        ("- one\n    - inner", [("text.list", "one"), ("text.list", "inner")]),
        ("> said", [("text.blockquote", "said")]),
        ("> - said\n> - so", [("text.blockquote", "said"), ("text.blockquote", "so")]),
        ("- > said", [("text.list", "said")]),
        ("| A |\n| - |\n| x |", [("text.table.header", "A"), ("text.table.cell", "x")]),
        ("Term\n:   Meaning", [("text.list", "Term"), ("text.list", "Meaning")]),
        ("![A cat](cat.png)", [("text.attr.alt", "A cat")]),
        ("See ![](cat.png) here", [("text.attr.alt", ""), ("text", "See here")]),
        ("![](cat.png){role=presentation}", []),
        ("```\nsynergy\n```", []),
        ("    synergy", []),
        ("<!-- vale off -->\n\nWords", [("comment", "vale off"), ("text", "Words")]),
        ("<div><p>One</p><p>Two</p></div>", [("text", "One"), ("text", "Two")]),
        ("<pre>synergy</pre>", []),
        ('<img src="a.png" alt="A dog">', [("text.attr.alt", "A dog")]),
        ("One[^1].\n\n[^1]: The note.", [("text", "One."), ("text.footnote", "The note.")]),
        ("One<br>two", [("text", "One two")]),
        ("A&nbsp;b &amp; c", [("text", "A b & c")]),
        (r"Not \*bold\*", [("text", "Not *bold*")]),
    ],
)
def test_a_block_has_its_scope_and_its_words(markdown, expected):
    assert words(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "is_quotation"),
    [("> “It is late,” she says.", True), ("> It is late.”", True), ("> Mind: it is late.", False), ("“Late.”", False)],
)
def test_a_block_quote_in_quotation_marks_is_what_somebody_has_said(markdown, is_quotation):
    [block] = Converter("en").convert(markdown).wording.blocks
    assert ("quotation" in block.scope) is is_quotation


def test_spaces_doubled_between_sentences_stay_for_those_who_mind():
    assert words("It is done.  It  is  sent.\nPaid.") == [("text", "It is done.  It is sent. Paid.")]


def test_inline_code_is_covered_so_that_no_rule_meets_it():
    assert words("Run `synergy` now") == [("text", "Run ******* now")]


@pytest.mark.parametrize(
    ("markdown", "covered"),
    [
        ("Press <kbd>utilise</kbd> and <code>go *on*</code> now", "Press ******* and ** ** now"),
        ("<samp>a <code>b</code> c</samp> d", "* * * d"),
        ("</code>open <CODE>to\nthe end", "open **********"),
    ],
)
def test_so_is_code_that_is_written_in_tags(markdown, covered):
    assert words(markdown) == [("text", covered)]


def test_an_open_tag_ends_with_its_paragraph():
    assert words("A <code> open\n\nB") == [("text", "A ****"), ("text", "B")]


@pytest.mark.parametrize(
    ("markdown", "covered"),
    [
        ("Write to hello@acme.example.", "Write to ******************."),
        ("See https://acme.example/late-fees?a=1, now", "See **********************************, now"),
        ("See <https://acme.example/> now", "See ********************* now"),
        ("At www.acme.example now", "At **************** now"),
        ("Half @ each", "Half @ each"),
    ],
)
def test_addresses_are_covered(markdown, covered):
    assert [block.text for block in blocks(markdown)] == [covered]


def test_apostrophes_are_straight_and_other_quotes_as_written():
    assert words("It’s “done”") == [("text", "It's “done”")]


def test_a_merge_field_is_covered_as_code_is():
    [block] = Converter("en").plain("Hi SEGSITEMTMZUXE43U0ENDMT, hello").blocks
    assert block.text == f"Hi {'*' * 23}, hello"


def test_a_link_knows_its_words_and_its_target():
    [block] = blocks("Please [click *here*](page:pricing) now")
    [link] = block.links
    assert block.text[slice(*link.span)] == "click here"
    assert link.target == "page:pricing"


@pytest.mark.parametrize("markdown", ["We say <q>so there</q> now", "By <cite>so there</cite>"])
def test_words_marked_as_quoted_are_known(markdown):
    [block] = blocks(markdown)
    assert [block.text[slice(*span)].strip() for span in block.quoted] == ["so there"]


def test_a_text_without_markdown_is_one_block_as_it_is():
    [block] = Converter("en").plain("Paid *sooner*\n than `ever`").blocks
    assert (block.text, block.scope) == ("Paid *sooner* than `ever`", ("text",))
