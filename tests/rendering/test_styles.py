"""Tokens become CSS: custom properties in light, in dark and with an accent, and plain values for templates."""

from __future__ import annotations

import json

import pytest

from segsite.diagnostics import Findings, Source
from segsite.model.standards import Accent
from segsite.reading.tokens import resolve_tokens
from segsite.reading.validate import as_mapping
from segsite.reading.yaml_values import parse_yaml
from segsite.rendering.styles import accent_properties, custom_properties, token_view
from segsite.rendering.views import UndefinedName

RED = {"colorSpace": "srgb", "components": [1, 0, 0]}
BLUE = {"colorSpace": "srgb", "components": [0, 0, 1], "alpha": 0.5}
GREEN = {"colorSpace": "display-p3", "components": [0, 1, 0]}


def tokens_of(plain, accent=None):
    findings = Findings()
    written = as_mapping(parse_yaml(Source("brand/tokens.json", json.dumps(plain)), findings))
    tokens = resolve_tokens(written, findings, accent=accent)
    assert [str(finding) for finding in findings] == []
    return tokens


def test_a_token_is_a_custom_property_and_its_groups_own_has_the_groups_name():
    tokens = tokens_of({"group": {"$type": "color", "$root": {"$value": RED}, "of two": {"$value": BLUE}}})
    assert custom_properties(tokens) == ":root {\n  --group: #ff0000;\n  --group-of-two: #0000ff80;\n}"


def test_a_typography_token_is_a_property_for_each_part():
    letters = {
        "fontFamily": "Acme", "fontSize": {"value": 1, "unit": "rem"}, "fontWeight": "bold",
        "letterSpacing": {"value": 0, "unit": "px"}, "lineHeight": 1.5,
    }  # fmt: skip
    tokens = tokens_of({"body": {"$type": "typography", "$value": letters}})
    assert "--body-font-weight: 700;\n" in custom_properties(tokens)
    assert token_view(tokens, dark=False)["body"]["line_height"] == "1.5"


def test_what_differs_in_dark_stands_in_a_media_query():
    dark = {"$value": RED, "$extensions": {"org.segsite.dark": BLUE}}
    tokens = tokens_of(
        {"color": {"$type": "color", "ink": dark, "text": {"$value": "{color.ink}"}, "line": {"$value": RED}}}
    )
    light, _, dark_part = custom_properties(tokens).partition("@media (prefers-color-scheme: dark)")
    assert light.count("#ff0000") == 3
    assert dark_part.count("#0000ff80") == 2
    assert "--color-line" not in dark_part


def test_a_token_that_is_broken_never_reaches_css():
    findings = Findings()
    text = '{"a": {"$type": "color", "$value": "red; } body { display: none"}}'
    tokens = resolve_tokens(as_mapping(parse_yaml(Source("brand/tokens.json", text), findings)), findings)
    assert custom_properties(tokens) == ""


def test_an_accent_says_what_it_changes_in_light_and_all_of_it_again_in_dark():
    dark = {"$extensions": {"org.segsite.dark": BLUE}}
    plain = {
        "$type": "color",
        "accent": {"default": {"$value": RED}, "on": {"$value": RED}},
        "accents": {"sea": {"$extends": "{accent}", "default": {"$value": BLUE}}},
        "button": {"$value": "{accent.default}", **dark},
        "line": {"$value": RED, **dark},
    }
    tokens = tokens_of(plain, Accent(group="accents", replaces="accent"))
    assert accent_properties(tokens, "sea") == (
        '[data-accent="sea"] {\n  --accent-default: #0000ff80;\n  --button: #0000ff80;\n}\n\n'
        '@media (prefers-color-scheme: dark) {\n  [data-accent="sea"] {\n'
        "    --accent-default: #0000ff80;\n    --button: #0000ff80;\n  }\n}"
    )
    assert accent_properties(tokens, "nothing") == ""


def test_templates_see_plain_values():
    tokens = tokens_of({"color": {"$type": "color", "ink": {"$value": RED}}})
    assert token_view(tokens, dark=False)["color"]["ink"] == "#ff0000"
    with pytest.raises(UndefinedName):
        token_view(tokens, dark=False)["color"]["inc"]


def test_a_group_prints_as_its_own_token_or_not_at_all():
    tokens = tokens_of(
        {"color": {"$type": "color", "$root": {"$value": RED}, "ink": {"$value": RED}}, "empty": {"x": {}}}
    )
    view = token_view(tokens, dark=False)
    assert str(view["color"]) == "#ff0000"
    with pytest.raises(UndefinedName, match="is a group of tokens"):
        str(view)


def test_e_mail_gets_colours_that_mail_clients_read():
    tokens = tokens_of({"wide": {"$type": "color", "$value": GREEN}})
    assert token_view(tokens, dark=False)["wide"] == "color(display-p3 0 1 0)"
    assert token_view(tokens, dark=False, mail=True)["wide"] == "#00ff00"
