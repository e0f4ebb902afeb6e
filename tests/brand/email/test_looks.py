"""Words of an e-mail look as its inlined styles are nested."""

from __future__ import annotations

import pytest

from segsite.brand.email.css_colors import UNKNOWN
from segsite.brand.email.looks import looks


def look(markup):
    (found,) = looks(markup)
    return found.color.hex, found.ground.hex, round(found.size, 2), found.bold


def pairs(markup):
    return [(one.color.hex, one.ground.hex) for one in looks(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Hello</p>", ("#000000", "#ffffff", 16, False)),
        ('<p style="color: #123456">Hello</p>', ("#123456", "#ffffff", 16, False)),
        ('<p style="color:#abc">Hello</p>', ("#aabbcc", "#ffffff", 16, False)),
        ('<p style="color: rgb(18, 52, 86)">Hello</p>', ("#123456", "#ffffff", 16, False)),
        ('<p style="color: white; background: url(red.png) black">Hello</p>', ("#ffffff", "#000000", 16, False)),
        ('<p style="color: white; background: #000000 url(a.png)">Hello</p>', ("#ffffff", "#000000", 16, False)),
        ('<td bgcolor="#000000"><font color="#ffffff">Hello</font></td>', ("#ffffff", "#000000", 16, False)),
        ('<td bgcolor="#000000" style="background-color: #111111">Hello</td>', ("#000000", "#111111", 16, False)),
        ('<p style="color: #111111 !important">Hello</p>', ("#111111", "#ffffff", 16, False)),
        ('<p style="color: inherit; background: none">Hello</p>', ("#000000", "#ffffff", 16, False)),
        ('<div style="background: rgba(0, 0, 0, 0.5)">Hello</div>', ("#000000", "#808080", 16, False)),
        ('<a href="https://a.example">Hello</a>', ("#0000ee", "#ffffff", 16, False)),
        ('<a href="https://a.example" style="color: inherit">Hello</a>', ("#000000", "#ffffff", 16, False)),
        ('<a name="top">Hello</a>', ("#000000", "#ffffff", 16, False)),
        ('<p style="font-size: 18pt">Hello</p>', ("#000000", "#ffffff", 24, False)),
        ('<td style="font-size: 20px"><p style="font-size: 1.5em">Hello</p></td>', ("#000000", "#ffffff", 30, False)),
        ('<td style="font-size: 20px"><p style="font-size: 50%">Hello</p></td>', ("#000000", "#ffffff", 10, False)),
        ("<h1>Hello</h1>", ("#000000", "#ffffff", 32, True)),
        ('<h2 style="font-weight: normal; font-size: 20px">Hello</h2>', ("#000000", "#ffffff", 20, False)),
        ('<p style="font-size: .5.5em; font-weight: ²">Hello</p>', ("#000000", "#ffffff", 16, False)),
        ('<!DOCTYPE html><p style="font-weight: 700">Hello</p>', ("#000000", "#ffffff", 16, True)),
    ],
)
def test_words_have_the_look_that_their_element_gives_them(markup, expected):
    assert look(markup) == expected


def test_an_element_hands_its_look_down_and_ends_with_its_tag():
    markup = '<div style="background: #222222; color: #eeeeee"><img alt="x"><p>In<br>side</p></div><p>Outside</p>'
    assert pairs(markup) == [("#eeeeee", "#222222"), ("#000000", "#ffffff")]


def test_tags_that_are_never_closed_do_no_harm():
    markup = '<div style="color: #111111"><p>One<p style="color: #222222">Two</div></span>Three'
    assert ("#111111", "#ffffff") in pairs(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<head><title>Hello</title><style>p { color: red }</style></head>",
        '<div style="display: none">Hello</div>',
        '<div style="visibility: hidden"><p>Hello</p></div>',
        '<div style="font-size: 0; line-height: 0">Hello</div>',
        '<div style="font-size:1px;overflow:hidden">Hello</div>',
        '<div style="opacity: 0">Hello</div>',
        "<p> </p><p>&nbsp;&#847;&zwnj;</p><p>·</p>",
        "<!-- <p>Hello</p> -->",
        "<!--[if mso]><p>Hello</p><![endif]-->",
        "<td>SEGSITEMILMRHA4TFONSW45BCFQRHM2LFO5PXK4TMEIWCEIS50ENDMT</td>",
    ],
)
def test_what_nobody_reads_has_no_look(markup):
    assert looks(markup) == []


def test_what_all_but_outlook_see_is_looked_at():
    assert pairs('<!--[if !mso]><!--><p style="color: #111111">Hello</p><!--<![endif]-->') == [("#111111", "#ffffff")]


def test_a_merge_field_is_words():
    assert pairs("<p>SEGSITEMTMZUXE43UL5XGC3LFAA0ENDMT</p>") == [("#000000", "#ffffff")]


@pytest.mark.parametrize("color", ["navy", "hsl(20 50% 50%)", "oklch(50% 0.1 160)", "color(display-p3 1 0 0)"])
def test_a_colour_that_cannot_be_read_is_known_to_be_unknown(color):
    (ink,) = looks(f'<p style="color: {color}">Hello</p>')
    assert ink.color is UNKNOWN
    grounds = looks(f'<div style="background: {color}"><p style="background: rgba(0, 0, 0, 0.5)">Hello</p></div>')
    assert [one.ground for one in grounds] == [UNKNOWN]
    (covered,) = looks(f'<div style="background: {color}"><p style="background: #111111">Hello</p></div>')
    assert covered.ground.hex == "#111111"


@pytest.mark.parametrize(
    ("style", "large"),
    [
        ("font-size: 24px", True),
        ("font-size: 23.9px", False),
        ("font-size: 18.66px; font-weight: bold", True),
        ("font-size: 18.6px; font-weight: bold", False),
        ("font-size: 20px; font-weight: 500", False),
    ],
)
def test_large_text_is_told_from_body_text(style, large):
    (found,) = looks(f'<p style="{style}">Hello</p>')
    assert found.is_large is large


def test_a_look_knows_what_gave_it_its_colours():
    markup = '<td class="night deep" style="background: #111111"><p style="color: #eeeeee">Hello</p></td>'
    (found,) = looks(markup)
    assert found.selectors == (".night", ".deep", "p")
