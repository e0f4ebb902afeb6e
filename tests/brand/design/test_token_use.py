"""Custom properties that nothing defines, and tokens on their way out, are found wherever a theme uses them."""

from __future__ import annotations

import json

import pytest
from looks import at, judged

from segsite.brand.design.token_use import TokenUse

RED = {"$value": {"colorSpace": "srgb", "components": [1, 0, 0]}}
LETTERS = {
    "fontFamily": "Acme", "fontSize": {"value": 1, "unit": "rem"}, "fontWeight": 400,
    "letterSpacing": {"value": 0, "unit": "px"}, "lineHeight": 1,
}  # fmt: skip
TOKENS = {
    "color": {
        "$type": "color",
        "text": {"muted": RED},
        "old": {**RED, "$deprecated": "Use `color.text.muted`."},
        "gone": {"$deprecated": True, "red": RED, "link": {"$value": "{color.gone.red}"}},
        "mark": {"$root": RED},
    },
    "type": {"body": {"$type": "typography", "$value": LETTERS}},
}
STYLE = "themes/plain/components/hero/style.css"
MAIL = "themes/plain/email/style.css"
FACE = "themes/plain/components/hero/web.html"


def found(site, file, text, tokens=TOKENS):
    folder = site(f"-- brand/tokens.json --\n{json.dumps(tokens)}\n-- {file} --\n{text}\n")
    return judged(folder, TokenUse)


def test_a_property_that_nothing_defines_is_found_with_the_nearest(site):
    (finding,) = found(site, STYLE, ".a { color: var( --color-text-mutted, black) }")
    assert at([finding]) == [("token/unknown-property", f"{STYLE}:1:18", "--color-text-mutted")]
    assert finding.message == "No token defines `--color-text-mutted`, and no style declares it."
    assert finding.hint == "Did you mean `--color-text-muted`?"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (STYLE, ".a { color: var(--color-text-muted); border-color: var(--color-mark) }"),
        (STYLE, ".a { font-family: var(--type-body-font-family); line-height: var(--type-body-line-height) }"),
        (STYLE, ":root { --own: 1px } .a { margin: var(--own) }"),
        (STYLE, "@property --own { inherits: false } .a { margin: var(--own) }"),
        (STYLE, ".a { margin: 0 } /* var(--nothing) */"),
        (FACE, '<p style="--own: 1px">x</p><p style="margin: var(--own)">x</p>'),
        (FACE, '<script>x.style.setProperty("--own", 1)</script><p style="margin: var(--own)">x</p>'),
    ],
)
def test_a_property_that_a_token_or_a_style_defines_is_silent(site, file, text):
    assert found(site, file, text) == []


def test_a_deprecated_token_in_use_is_a_warning_that_says_why(site):
    (finding,) = found(site, STYLE, ".a { color: var(--color-old) }")
    assert at([finding]) == [("token/deprecated", f"{STYLE}:1:17", "--color-old")]
    assert finding.message == "`color.old` is deprecated: Use `color.text.muted`."
    assert str(finding.severity) == "warning"


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (FACE, '<p title="{{ tokens.color.old }}">x</p>', ["tokens.color.old"]),
        (FACE, '<p title="{{ tokens_dark["color"].gone.red | upper }}">x</p>', ['tokens_dark["color"].gone.red']),
        (MAIL, "{%- set day = tokens.color %}.a { color: {{ day.old }} }", ["day.old"]),
        (MAIL, "{% set c = tokens.color %}{% set g = c.gone %}.a { color: {{ g.link }} }", ["g.link"]),
        (MAIL, "{% if tokens.color.old %}.a { margin: 0 }{% endif %}", ["tokens.color.old"]),
        (FACE, "{{ tokens.color.text.muted }} {{ data.color.old }} {{ my.tokens.color.old }}", []),
        (FACE, "tokens.color.old", []),
    ],
)
def test_a_deprecated_token_is_found_in_templates(site, file, text, expected):
    assert [finding.place.text for finding in found(site, file, text)] == expected


def test_a_token_that_refers_to_a_deprecated_one_is_found_unless_it_goes_with_it(site):
    tokens = {"color": {**TOKENS["color"], "new": {"$value": "{color.old}"}}}
    findings = found(site, STYLE, ".a { margin: 0 }", tokens)
    assert [(finding.rule.name, finding.place.file, finding.place.text) for finding in findings] == [
        ("token/deprecated", "brand/tokens.json", '"{color.old}"')
    ]
