"""Rendered HTML as standards look at it."""

from __future__ import annotations

import pytest

from segsite.brand.channels.markup import headings, leads_to, spelled, spelled_markup, words_in


def test_headings_come_in_order_with_their_words():
    shown = "<h1 class='a'>Don’t <em>wait</em></h1>\n<h2\n>Two<br>lines</h2>"
    markup = f"<head><title>T</title></head><!-- <h2>no</h2> -->{shown}"
    assert [(one.level, one.text, one.named) for one in headings(markup)] == [
        (1, "Don't wait", True),
        (2, "Two lines", True),
    ]


@pytest.mark.parametrize(
    ("inside", "named"),
    [("", False), (" <span> </span>", False), ('<img alt="Acme">', True), ('<img alt="">', False), ("&nbsp;", False)],
)
def test_a_heading_is_named_by_words_or_by_a_pictures(inside, named):
    assert [one.named for one in headings(f"<h2>{inside}</h2>")] == [named]


@pytest.mark.parametrize("attributes", [" hidden", ' aria-hidden="true"'])
def test_a_heading_that_nobody_meets_is_none(attributes):
    assert list(headings(f"<h2{attributes}>Gone</h2>")) == []


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<b>Half</b>day", "Halfday"),
        ("<p>One</p><p>two &amp; three</p>", "One two & three"),
        ("“It’s” 9\u00a0€", '"It\'s" 9 €'),
    ],
)
def test_words_are_what_readers_see(markup, words):
    assert words_in(markup) == words


def test_what_is_not_shown_has_no_words():
    markup = "<head><title>No</title></head><style>no</style><script>no()</script><!-- no --><p>Yes.</p>"
    assert spelled_markup(markup) == "yes"


def test_texts_that_differ_in_punctuation_are_spelled_alike():
    assert spelled("“Don't” – wait…") == spelled("don’t wait") == "don t wait"


@pytest.mark.parametrize(
    ("markup", "url", "leads"),
    [
        ('<a href="/privacy/">x</a>', "/privacy/", True),
        ('<a class="b" href="https://a.example/privacy/#top">x</a>', "/privacy/", True),
        ("<a href='/privacy/?a=b'>x</a>", "/privacy/", True),
        ('<a href="https://p.example/a?b&amp;c">x</a>', "https://p.example/a?b&c", True),
        ('<a href="/privacy/more/">x</a>', "/privacy/", False),
        ('<a href="/en/privacy/">x</a>', "/privacy/", False),
        ("<p>/privacy/</p>", "/privacy/", False),
    ],
)
def test_a_link_leads_to_an_address_or_a_part_of_it(markup, url, leads):
    assert leads_to(markup, url) is leads
