"""Tokens become CSS: custom properties in light and dark, plain values for e-mail, and refusals."""

from __future__ import annotations

import json

import pytest

from segsite.diagnostics import Findings, Source
from segsite.reading.tokens import resolve_tokens
from segsite.reading.validate import as_mapping
from segsite.reading.yaml_values import parse_yaml
from segsite.rendering.styles import custom_properties, token_view
from segsite.rendering.views import UndefinedName

RED = {"colorSpace": "srgb", "components": [1, 0, 0]}
BLUE = {"colorSpace": "srgb", "components": [0, 0, 1], "alpha": 0.5}


def tokens_of(plain):
    findings = Findings()
    tokens = resolve_tokens(as_mapping(parse_yaml(Source("brand/tokens.json", json.dumps(plain)), findings)), findings)
    return tokens, [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("kind", "value", "css"),
    [
        ("color", RED, "#ff0000"),
        ("color", BLUE, "#0000ff80"),
        ("color", {"colorSpace": "oklch", "components": [0.7, 0.1, 30]}, "oklch(0.7 0.1 30)"),
        ("dimension", {"value": 16, "unit": "px"}, "16px"),
        ("dimension", {"value": 1.5, "unit": "rem"}, "1.5rem"),
        ("dimension", {"value": 0, "unit": "px"}, "0"),
        ("fontFamily", ["Acme Sans", "serif"], '"Acme Sans", serif'),
        ("fontWeight", "semi-bold", "600"),
        ("duration", {"value": 200, "unit": "ms"}, "200ms"),
        ("cubicBezier", [0, 0, 0.5, 1], "cubic-bezier(0, 0, 0.5, 1)"),
        ("number", 1.25, "1.25"),
    ],
)
def test_a_token_is_a_custom_property(kind, value, css):
    tokens, messages = tokens_of({"group": {"$type": kind, "name": {"$value": value}}})
    assert messages == []
    assert custom_properties(tokens) == f":root {{\n  --group-name: {css};\n}}"


def test_an_alias_follows_its_target_in_light_and_in_dark():
    dark = {"$value": RED, "$extensions": {"org.segsite.dark": BLUE}}
    tokens, messages = tokens_of({"color": {"$type": "color", "ink": dark, "text": {"$value": "{color.ink}"}}})
    assert messages == []
    css = custom_properties(tokens)
    assert css.count("#ff0000") == css.count("#0000ff80") == 2
    assert css.index("prefers-color-scheme: dark") < css.index("#0000ff80")


def test_templates_see_plain_values():
    tokens, _ = tokens_of({"color": {"$type": "color", "ink": {"$value": RED}}})
    assert token_view(tokens, dark=False)["color"]["ink"] == "#ff0000"
    with pytest.raises(UndefinedName):
        token_view(tokens, dark=False)["color"]["inc"]


@pytest.mark.parametrize(
    "token",
    [
        {"$type": "color", "$value": "red; } body { display: none"},
        {"$type": "color", "$value": {"colorSpace": "srgb", "components": [2, 0, 0]}},
        {"$type": "color", "$value": {"colorSpace": "srgb; }", "components": [0, 0, 0]}},
        {"$type": "dimension", "$value": {"value": "1; }", "unit": "px"}},
        {"$type": "dimension", "$value": {"value": 1, "unit": "px; }"}},
        {"$type": "fontFamily", "$value": 'x"; } body { }'},
        {"$type": "fontFamily", "$value": "x\\"},
        {"$type": "fontWeight", "$value": 1001},
        {"$type": "cubicBezier", "$value": [0, 0, 1]},
        {"$type": "shadow", "$value": {"color": RED}},
        {"$type": "gradient", "$value": []},
        {"$type": "typography", "$value": {"fontFamily": "x"}},
        {"$type": "nonsense", "$value": 1},
        {"$value": 1},
        {"$type": "color", "$value": "{nowhere}"},
        {"$type": "color", "$value": "{token}"},
        {"$type": "color", "$value": None},
        {"$type": ["color"], "$value": RED},
        {"$type": "gradient", "$value": [RED]},
        {"$type": "number", "$value": True},
        {"$type": "strokeStyle", "$value": "wavy"},
        {"$type": "border", "$value": {"color": RED, "width": 1, "style": {}}},
        {"$type": "transition", "$value": [1]},
    ],
)
def test_what_is_not_of_its_type_is_refused_and_never_reaches_css(token):
    tokens, messages = tokens_of({"token": token})
    assert len(messages) == 1
    assert custom_properties(tokens) in {"", ":root {\n  --token: ;\n}"}
