"""What a mail client loads to show an e-mail is known, wherever it is named."""

from __future__ import annotations

import pytest

from segsite.brand.email.loads import loads


@pytest.mark.parametrize(
    ("markup", "loaded"),
    [
        ('<img src="https://a.example/1.png">', ["https://a.example/1.png"]),
        ('<img src="HTTPS://a.example/1.png?a=1&amp;b=2">', ["HTTPS://a.example/1.png?a=1&b=2"]),
        ('<img srcset="https://a.example/1.png 1x, //b.example/2">', ["https://a.example/1.png", "//b.example/2"]),
        ('<td background="http://a.example/1.png">', ["http://a.example/1.png"]),
        ("<p style=\"background: url('https://a.example/1.png')\">", ["https://a.example/1.png"]),
        ('<p style="background: url( https://a.example/1.png )">', ["https://a.example/1.png"]),
        ('<video poster="https://a.example/1.png" src="https://a.example/1.mp4">', ["https://a.example/1.mp4", "https://a.example/1.png"]),
        ('<link rel="stylesheet" href="https://a.example/1.css">', ["https://a.example/1.css"]),
        ("<style>@import 'https://a.example/1.css';</style>", ["https://a.example/1.css"]),
        ("<style>@font-face { src: url(https://a.example/1.woff2) }</style>", ["https://a.example/1.woff2"]),
        ('<!--[if mso]><v:fill src="https://a.example/1.png"/><![endif]-->', ["https://a.example/1.png"]),
        ('<img src="https://a.example/1.png"><img alt="" src="https://a.example/1.png">', ["https://a.example/1.png"]),
    ],
)  # fmt: skip
def test_what_is_loaded_is_found(markup, loaded):
    assert list(loads(markup)) == loaded


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://a.example/">a</a>',
        '<img src="data:image/png;base64,AAAA">',
        '<img src="cid:logo">',
        '<img src="SEGSITEMTOZUWK527OVZGYAA0ENDMT">',
        '<!-- <img src="https://a.example/1.png"> -->',
        '<html xmlns="http://www.w3.org/1999/xhtml">',
        "<p>url(https://a.example/1.png)</p>",
    ],
)
def test_what_nobody_loads_is_not(markup):
    assert list(loads(markup)) == []
