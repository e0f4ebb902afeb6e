"""Colours, fonts and sizes that are written by hand are found at their place; what only looks like them is not."""

from __future__ import annotations

import pytest
from looks import at, judged

from segsite.brand.design.raw_values import RawValues

STYLE = "themes/plain/components/hero/style.css"
MAIL = "themes/plain/email/style.css"
FACE = "themes/plain/components/hero/web.html"
COLOR, FONT, SIZE = "style/raw-color", "style/raw-font", "style/raw-size"


def found(site, file, text):
    return [(rule, where) for rule, _, where in at(judged(site(f"-- {file} --\n{text}\n"), RawValues))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".a { color: #fff }", [(COLOR, "#fff")]),
        (".a{background:#14342A80}", [(COLOR, "#14342A80")]),
        (".a { border: 1px solid red; }", [(COLOR, "red")]),
        (".a { box-shadow: 0 1px 2px RGB(0 0 0 / 20%), 0 0 var(--b) rgba(1, 2, 3, .5) }",
         [(COLOR, "RGB(0 0 0 / 20%)"), (COLOR, "rgba(1, 2, 3, .5)")]),
        (".a { fill: oklch(0.7 0.1 30) }", [(COLOR, "oklch(0.7 0.1 30)")]),
        (".a { color: color(display-p3 1 0 0) }", [(COLOR, "color(display-p3 1 0 0)")]),
        (".a { color: var(--x, hsl(1 2% 3%)) }", [(COLOR, "hsl(1 2% 3%)")]),
        (".a { background: linear-gradient(to right, white, var(--b) 40%) }", [(COLOR, "white")]),
        (".a { --tone: tomato }", [(COLOR, "tomato")]),
        (".a { color: color-mix(in srgb, var(--a), black) }", [(COLOR, "black")]),
        ("@media print { .a { color: #000 } }", [(COLOR, "#000")]),
        ("@layer x { .a { &:hover { color: Navy } } }", [(COLOR, "Navy")]),
        (".a { COLOR: #000 !important }", [(COLOR, "#000")]),
        (".a { font-family: Georgia, serif }", [(FONT, "Georgia")]),
        (".a { font-family: var(--f), \"Acme Sans\", 'B', sans-serif }", [(FONT, "\"Acme Sans\", 'B'")]),
        (".a { font: italic bold 16px/1.5 'Acme Sans', serif }", [(SIZE, "16px"), (FONT, "'Acme Sans'")]),
        (".a { font: 1em Acme }", [(FONT, "Acme")]),
        ('h2 { font: bold 1.5rem/1.2 "Comic Sans MS", cursive }', [(SIZE, "1.5rem"), (FONT, '"Comic Sans MS"')]),
        (".a { --face: Acme, serif } .b { font-family: var(--face) }", [(FONT, "Acme")]),
        (".a { font-size: 14px }", [(SIZE, "14px")]),
        (".a { font-size: .875rem }", [(SIZE, ".875rem")]),
        (".a { font-size: clamp(1rem, 5vw, var(--x)) }", [(SIZE, "1rem")]),
        (".a { --big: 20pt; font-size: var(--big) }", [(SIZE, "20pt")]),
        (".a { color: #000; } /* { } */ .b { color: #111 }", [(COLOR, "#000"), (COLOR, "#111")]),
        ('.a::before { content: "}"; color: #000 }', [(COLOR, "#000")]),
    ],
)  # fmt: skip
def test_what_is_written_by_hand_in_a_style_sheet_is_found(site, text, expected):
    assert found(site, STYLE, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        ".a { color: var(--red); background: transparent; border-color: currentColor; fill: inherit; outline: none }",
        ".a { color: CanvasText; background: none; color: unset }",
        ".a { color: rgb(from var(--x) r g b / 50%) }",
        ".a { color: rgb(var(--channels) / 50%) }",
        ".a { color: color-mix(in oklab, var(--a), transparent 40%) }",
        "#fff { margin: 0 } a#abc:hover { margin: 0 } .red, red { margin: 0 }",
        ".a { animation: red 1s; grid-area: gold; will-change: auto }",
        ".a { background: url(#fff) } .b { background: url('red.svg'); mask: url(x.svg#abc) }",
        '.a::after { content: "red #fff 14px" }',
        "/* color: #fff; font-size: 14px */",
        ".a { --red-ish: var(--color-red) } .b { color: var(--red-ish) }",
        ".a { font-family: inherit } .b { font: inherit } .c { font-family: sans-serif }",
        ".a { font-family: var(--font-family-text) !important }",
        '@font-face { font-family: "Acme Sans"; src: url(acme.woff2) } .a { margin: 0 }',
        "@property --x { syntax: '<color>'; inherits: false; initial-value: #fff }",
        ".a { font-size: 1.2em } .b { font-size: 90% } .c { font-size: 0 } .d { font-size: 0px }",
        ".a { font-size: calc(var(--x) * 1.2) } .b { font-size: larger } .c { font-size: 5vw }",
        ".a { line-height: 20px; padding: 1rem; border-width: 2px }",
        ".a { font: var(--x)/1.2 var(--y) }",
        "@media (min-width: 40rem) { .a { margin: 0 } }",
    ],
)
def test_what_only_looks_like_it_is_silent(site, text):
    assert found(site, STYLE, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<p style="color: #fff; padding: 1px">x</p>', [(COLOR, "#fff")]),
        ("<p style='font-family: Acme'>x</p>", [(FONT, "Acme")]),
        ('<td bgcolor="#eee">x</td>', [(COLOR, "#eee")]),
        ('<font color="red" face="Acme" size="3">x</font>', [(COLOR, "red"), (FONT, "Acme"), (SIZE, "3")]),
        ('<v:rect fillcolor="#123456" strokecolor="none"/>', [(COLOR, "#123456")]),
        ('<svg><path fill="#abc" stroke="currentColor"/></svg>', [(COLOR, "#abc")]),
        ('<text font-size="14" font-family="Acme">x</text>', [(SIZE, "14"), (FONT, "Acme")]),
        ("<style>\n.a { color: #fff }\n</style>", [(COLOR, "#fff")]),
        ('<meta name="theme-color" content="#fff">', [(COLOR, "#fff")]),
        ('<!--[if mso]><td bgcolor="#eee"></td><![endif]-->', [(COLOR, "#eee")]),
        ('<p style="{% if section.id %}color: {{ section.id }}; {% endif %}background: #fff">x</p>', [(COLOR, "#fff")]),
    ],
)
def test_what_is_written_by_hand_in_a_template_is_found(site, text, expected):
    assert sorted(found(site, FACE, text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color: {{ tokens.color.text }}; font-size: {{ size }}">x</p>',
        '<p style="font-family: {{ face | replace(\'"\', "\'") }}">x</p>',
        '<p data-color="#fff" class="red" id="fff">color: #fff</p>',
        '<a href="#fff" title="red">x</a>',
        '<!-- <p style="color: #fff"> -->{# style="color: #fff" #}',
        '{% set brand = "#ffffff" %}{{ "red" }}',
        '<script>document.body.style = "color: #fff"</script>',
        '<input size="20"><path fill="none" stroke="f"/>',
        "<style>{{ style }}</style>",
        '<ol style="--days: {{ days }}">x</ol>',
    ],
)
def test_what_a_template_fills_in_or_only_mentions_is_silent(site, text):
    assert found(site, FACE, text) == []


def test_a_style_sheet_for_e_mail_is_a_template(site):
    text = (
        '{%- set day = tokens.color %}\n.a { color: {{ day.text }}; font-size: {{ "14px" }}; }\n'
        ".b { font: bold {{ x }}/{{ y }} {{ f }}; color: #222 }"
    )
    findings = judged(site(f"-- {MAIL} --\n{text}\n"), RawValues)
    assert at(findings) == [(COLOR, f"{MAIL}:3:49", "#222")]
    assert findings[0].message == "`#222` is a colour that no token names."


def test_artwork_may_have_colours(site):
    folder = site('-- themes/plain/assets/sun.svg --\n<svg xmlns="http://www.w3.org/2000/svg" fill="#fc0"/>\n')
    assert judged(folder, RawValues) == []


def test_a_token_with_just_this_value_is_named(site):
    tokens = (
        '-- brand/tokens.json --\n{"color": {"$type": "color", "quiet": {"$value": {"colorSpace": "srgb", '
        '"components": [0.6, 0.8, 1]}}}, '
        '"size": {"$type": "dimension", "s": {"$value": {"value": 14, "unit": "px"}}}}\n'
    )
    css = f"-- {STYLE} --\n.a {{ color: #9CF; background: #99ccfe; font-size: 14px }}\n"
    known, other, size = judged(site(tokens + css), RawValues)
    assert known.message == "`#9CF` is the colour of the token `color.quiet`, written by hand."
    assert known.hint == "Write `var(--color-quiet)`; in a template, `{{ tokens.color.quiet }}`."
    assert other.message == "`#99ccfe` is a colour that no token names."
    assert "`var(--size-s)`" in size.hint
