"""What an e-mail loses, and where."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.brand.email.losses import losses
from segsite.brand.email.support import lacking

CLIENTS = ["outlook-windows", "gmail", "apple-mail"]
LACKING = lacking(CLIENTS)
FLEX = '<div style="display: flex"></div>'
POSITION = '<div style="position: absolute"></div>'


def lost(markup: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(loss.use.feature, loss.clients, loss.carries) for loss in losses(markup, LACKING)]


@pytest.mark.parametrize(
    ("markup", "clients"),
    [
        (POSITION, ("outlook-windows", "gmail")),
        (FLEX, ("outlook-windows",)),
        (f"<!--[if mso]>{POSITION}<![endif]-->", ("outlook-windows",)),
        (f"<!--[if !mso]><!-->{POSITION}<!--<![endif]-->", ("gmail",)),
        (f"<!--[if mso]>{POSITION}<![endif]--><!--[if !mso]><!-->{POSITION}<!--<![endif]-->", CLIENTS[:2]),
        (POSITION.replace("absolute", "absolute; mso-hide: all"), ("gmail",)),
        ("<style>.a { position: absolute }</style>", ("outlook-windows", "gmail")),
        ("<!--[if mso]><style>.a { position: absolute }</style><![endif]-->", ("outlook-windows",)),
    ],
)
def test_a_client_loses_what_it_sees_and_lacks(markup, clients):
    assert [one[1] for one in lost(markup)] == [tuple(clients)]


@pytest.mark.parametrize(
    "markup",
    [
        f"<!--[if !mso]><!-->{FLEX}<!--<![endif]-->",
        f"<!-- {FLEX} -->",
        f"<!--[if mso]><table><tr><td><![endif]-->{FLEX}",
        FLEX.replace("></div>", "><!--[if mso]><table><tr><td>a</td></tr></table><![endif]--></div>"),
        "<style>@media screen { .a { position: absolute } }</style>",
        "<style>.a { color: red }</style>",
        '<img src="a.png" style="max-width: 100%">',
    ],
)
def test_nothing_is_lost_where_each_client_has_its_own_or_all_have_it(markup):
    assert lost(markup) == []


def test_a_table_for_outlook_must_serve_every_such_tag():
    served = f"<!--[if mso]><table><tr><td><![endif]-->{FLEX}"
    assert lost(served * 2) == []
    assert lost(served + FLEX) == [("flex", ("outlook-windows",), True)]


def test_a_table_for_outlook_does_not_bring_back_a_colour():
    markup = '<!--[if mso]><table><tr><td><![endif]--><div style="color: oklch(0.5 0.1 200)"></div>'
    assert lost(markup) == [("modern-color", ("outlook-windows", "gmail"), True)]


@pytest.mark.parametrize(
    ("inside", "carries"),
    [
        ('<a href="https://acme.example/"><img src="still.png"></a>', False),
        ("Watch it on our page.", False),
        ('<source src="a.mp4"> <track src="a.vtt">', True),
        ("<!-- nothing -->", True),
        ("", True),
    ],
)
def test_content_in_a_video_stands_for_it(inside, carries):
    assert lost(f"<video>{inside}</video>") == [("video", ("outlook-windows", "gmail"), carries)]


def test_decoration_is_told_apart():
    assert lost('<td style="border-radius: 3px; display: flex">') == [
        ("border-radius", ("outlook-windows",), False),
        ("flex", ("outlook-windows",), True),
    ]
    assert lost('<td bgcolor="#fff" style="background-image: url(a.png)">') == [
        ("background-image", ("outlook-windows",), False)
    ]


def test_without_clients_nothing_is_lost():
    assert losses(POSITION + FLEX + "<style>.a { position: absolute }</style>", lacking([])) == []


def test_what_html_breaks_off_in_is_no_trouble():
    for markup in ("<", "<div", '<div style="', "<!--[if mso]>", "<style>", "<video>", "<a <a <a", "<!--[if"):
        assert isinstance(lost(markup), list)


@pytest.mark.parametrize(
    "markup",
    [
        "<a " * 50_000,
        "<!--" * 5_000,
        "<!--[if mso]>" * 2_000,
        f"<p {'hidde ' * 20_000}>",
        f'<p style="{"width:calc(" * 20_000}">',
        f"<style>{'@media x {' * 2_000}</style>",
        f'<section style="{"; " * 50_000}">',
        FLEX * 10_000,
    ],
)
def test_odd_html_is_judged_in_no_time(markup):
    start = time.perf_counter()
    losses(markup, LACKING)
    assert time.perf_counter() - start < 3


@given(st.text(alphabet="<>/!-[]if mso\"'=;:{}@a svgstyledisplayflex", max_size=200))
def test_no_html_is_too_odd(markup):
    assert isinstance(losses(markup, LACKING), list)
