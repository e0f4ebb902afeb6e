"""`brand/tokens.json`: the format in full, and every breach of it at its place."""

from __future__ import annotations

import json

import pytest

from segsite.diagnostics import Findings, Source
from segsite.model.standards import Accent
from segsite.model.values import EMPTY
from segsite.reading.tokens import resolve_tokens
from segsite.reading.validate import as_mapping
from segsite.reading.yaml_values import parse_yaml

RED = {"colorSpace": "srgb", "components": [1, 0, 0]}
BLUE = {"colorSpace": "srgb", "components": [0, 0, 1]}
TEN, TWENTY = ({"value": size, "unit": "px"} for size in (10, 20))
SECOND = {"value": 1, "unit": "s"}
DROP = "10px 10px 10px 10px #ff0000"
SHADOW = {"color": RED, "offsetX": TEN, "offsetY": TEN, "blur": TEN, "spread": TEN}
LETTERS = {"fontFamily": "Acme", "fontSize": TEN, "fontWeight": 400, "letterSpacing": TEN, "lineHeight": 1.5}


def parsed(plain, name="brand/tokens.json"):
    text = plain if isinstance(plain, str) else json.dumps(plain)
    return as_mapping(parse_yaml(Source(name, text), Findings()))


def read(plain, dark=None, accent=None):
    findings = Findings()
    laid = parsed(dark, "brand/tokens.dark.json") if dark is not None else EMPTY
    return resolve_tokens(parsed(plain), findings, laid, accent), list(findings)


def tokens_of(plain, dark=None, accent=None):
    tokens, findings = read(plain, dark, accent)
    assert [str(finding) for finding in findings] == []
    return tokens


def light(plain, path, **more):
    return tokens_of(plain, **more).by_path[path].light.css


def findings_of(plain, **more):
    """Each finding as its rule, the text it is at, and what it says."""
    _, findings = read(plain, **more)
    return [(finding.rule.name, finding.place.text, finding.message, finding.hint) for finding in findings]


def only(plain, **more):
    findings = findings_of(plain, **more)
    assert len(findings) == 1, findings
    return findings[0]


# -- types -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value", "css"),
    [
        ("color", RED, "#ff0000"),
        ("color", {**RED, "alpha": 0.5}, "#ff000080"),
        ("color", {**RED, "hex": "#fe0100"}, "#ff0000"),
        ("color", {"colorSpace": "srgb", "components": ["none", 1, 0]}, "color(srgb none 1 0)"),
        ("color", {"colorSpace": "srgb-linear", "components": [0.5, 0.5, 0]}, "color(srgb-linear 0.5 0.5 0)"),
        ("color", {"colorSpace": "hsl", "components": [330, 100, 50]}, "hsl(330 100% 50%)"),
        ("color", {"colorSpace": "hsl", "components": ["none", 0, 50], "alpha": 0.5}, "hsl(none 0% 50% / 0.5)"),
        ("color", {"colorSpace": "hwb", "components": [330, 0, 10]}, "hwb(330 0% 10%)"),
        ("color", {"colorSpace": "lab", "components": [60, 93.5, -60.5]}, "lab(60 93.5 -60.5)"),
        ("color", {"colorSpace": "lch", "components": [60, 111, 327]}, "lch(60 111 327)"),
        ("color", {"colorSpace": "oklab", "components": [0.7, 0.2, -0.1]}, "oklab(0.7 0.2 -0.1)"),
        ("color", {"colorSpace": "oklch", "components": [0.7, 0.1, 30]}, "oklch(0.7 0.1 30)"),
        ("color", {"colorSpace": "display-p3", "components": [1, 0, 1]}, "color(display-p3 1 0 1)"),
        ("color", {"colorSpace": "a98-rgb", "components": [1, 0, 1]}, "color(a98-rgb 1 0 1)"),
        ("color", {"colorSpace": "prophoto-rgb", "components": [1, 0, 1]}, "color(prophoto-rgb 1 0 1)"),
        ("color", {"colorSpace": "rec2020", "components": [1, 0, 1]}, "color(rec2020 1 0 1)"),
        ("color", {"colorSpace": "xyz-d65", "components": [0.4, 0.2, 1]}, "color(xyz-d65 0.4 0.2 1)"),
        ("color", {"colorSpace": "xyz-d50", "components": [0.4, 0.2, 1]}, "color(xyz-d50 0.4 0.2 1)"),
        ("dimension", {"value": 1.5, "unit": "rem"}, "1.5rem"),
        ("dimension", {"value": 0, "unit": "px"}, "0px"),
        ("dimension", {"value": -4, "unit": "px"}, "-4px"),
        ("fontFamily", "Acme Sans", '"Acme Sans"'),
        ("fontFamily", ["Acme Sans", "serif"], '"Acme Sans", serif'),
        ("fontWeight", "semi-bold", "600"),
        ("fontWeight", 350.5, "350.5"),
        ("duration", {"value": 200, "unit": "ms"}, "200ms"),
        ("duration", {"value": 0.2, "unit": "s"}, "0.2s"),
        ("cubicBezier", [0, -1, 0.5, 2], "cubic-bezier(0, -1, 0.5, 2)"),
        ("number", 1.25, "1.25"),
        ("strokeStyle", "groove", "groove"),
        ("strokeStyle", {"dashArray": [TEN, TWENTY], "lineCap": "round"}, "dashed"),
        ("border", {"color": RED, "width": TEN, "style": "solid"}, "10px solid #ff0000"),
        (
            "transition",
            {"duration": SECOND, "delay": {"value": 0, "unit": "ms"}, "timingFunction": [0, 0, 1, 1]},
            "1s cubic-bezier(0, 0, 1, 1) 0ms",
        ),
        ("shadow", SHADOW, DROP),
        ("shadow", [SHADOW, {**SHADOW, "inset": True}], f"{DROP}, inset {DROP}"),
        ("gradient", [{"color": RED, "position": 0}, {"color": BLUE, "position": 0.333}], "#ff0000 0%, #0000ff 33.3%"),
        ("gradient", [{"color": RED, "position": -1}, {"color": BLUE, "position": 2}], "#ff0000 0%, #0000ff 100%"),
        (
            "typography",
            LETTERS,
            {
                "font-family": '"Acme"', "font-size": "10px", "font-weight": "400", "letter-spacing": "10px",
                "line-height": "1.5",
            },
        ),
    ],
)  # fmt: skip
def test_a_value_of_every_type_becomes_css(kind, value, css):
    assert light({"token": {"$type": kind, "$value": value}}, "token") == css


@pytest.mark.parametrize(
    ("kind", "value", "at", "said"),
    [
        ("color", "#ff0000", '"#ff0000"', "This takes `colorSpace` and `components`."),
        ("color", {"components": [1, 0, 0]}, '{"components": [1, 0, 0]}', "`colorSpace` is missing."),
        ("color", {"colorSpace": "rgb", "components": [1, 0, 0]}, '"rgb"', "`rgb` is not a colour space."),
        ("color", {"colorSpace": "srgb", "components": [2, 0, 0]}, "2", "2 is not from 0 to 1."),
        ("color", {"colorSpace": "srgb", "components": [1, 0]}, "[1, 0]", "A colour in `srgb` has a list of three"),
        ("color", {"colorSpace": "srgb", "components": [1, 0, "nil"]}, '"nil"', "A number belongs here."),
        ("color", {"colorSpace": "hsl", "components": [360, 0, 0]}, "360", "A hue is less than 360."),
        ("color", {"colorSpace": "oklch", "components": [0.5, -0.1, 0]}, "-0.1", "-0.1 is not from 0 to inf."),
        ("color", {**RED, "alpha": 1.5}, "1.5", "1.5 is not from 0 to 1."),
        ("color", {**RED, "hex": "#f00"}, '"#f00"', "`#f00` is not a colour in six digits."),
        ("color", {**RED, "hex": "#00ff00"}, '"#00ff00"', "`#00ff00` is not the colour that the components say."),
        ("color", {**RED, "colour": 1}, '"colour"', "`colour` is not a part of this value."),
        ("dimension", "16px", '"16px"', "This takes `value` and `unit`."),
        ("dimension", {"value": 16}, '{"value": 16}', "`unit` is missing."),
        ("dimension", {"value": 16, "unit": "em"}, '"em"', "`em` is not a unit here."),
        ("dimension", {"value": "16", "unit": "px"}, '"16"', "A number belongs here."),
        ("dimension", {"value": "1; }", "unit": "px"}, '"1; }"', "A number belongs here."),
        ("fontFamily", [], "[]", "A list of fonts has at least one name."),
        ("fontFamily", ["Acme", 3], "3", "A font is a name, or a list of names."),
        ("fontFamily", 'x"; } body { }', '"x\\"; } body { }"', "A font is a name, or a list of names."),
        ("fontWeight", "Bold", '"Bold"', "A font weight is a number from 1 to 1000"),
        ("fontWeight", 1001, "1001", "A font weight is a number from 1 to 1000"),
        ("fontWeight", True, "true", "A font weight is a number from 1 to 1000"),
        ("duration", {"value": 1, "unit": "m"}, '"m"', "`m` is not a unit here."),
        ("cubicBezier", [0, 0, 1], "[0, 0, 1]", "A curve is a list of four numbers."),
        ("cubicBezier", [-1, 0, 1, 1], "-1", "-1 is not from 0 to 1."),
        ("number", "1", '"1"', "A number belongs here."),
        ("strokeStyle", "wavy", '"wavy"', "`wavy` is not a style of strokes."),
        ("strokeStyle", {"dashArray": [], "lineCap": "butt"}, "[]", "A dash pattern is a list of dimensions."),
        ("border", {"color": RED, "width": TEN}, None, "`style` is missing."),
        ("border", {"color": RED, "width": 1, "style": "solid"}, "1", "This takes `value` and `unit`."),
        ("shadow", {**SHADOW, "inset": "yes"}, '"yes"', "This is true or false."),
        ("shadow", [[SHADOW]], None, "This takes"),
        ("gradient", [], "[]", "A gradient is a list of stops."),
        ("gradient", [RED], '"colorSpace"', "`colorSpace` is not a part of this value."),
        (
            "typography",
            {"fontFamily": "x"},
            '{"fontFamily": "x"}',
            "`fontSize`, `fontWeight`, `letterSpacing` and `line",
        ),
    ],
)
def test_a_value_that_is_not_of_its_type_is_found_at_the_part_that_is_wrong(kind, value, at, said):
    rule, text, message, hint = only({"token": {"$type": kind, "$value": value}})
    assert rule == "token/value"
    assert at is None or text == at
    assert message.startswith(said)
    assert hint


def test_a_token_that_is_broken_has_no_value_and_is_there_all_the_same():
    tokens, _ = read({"token": {"$type": "color", "$value": "red; } body { display: none"}})
    assert tokens.by_path["token"].light.css == ""


# -- types of tokens -------------------------------------------------------------------------------------------


def test_a_type_is_the_tokens_own_or_its_referents_or_the_nearest_groups():
    tokens = tokens_of({
        "$type": "color",
        "red": {"$value": RED},
        "size": {"$type": "dimension", "gap": {"$value": TEN}, "deep": {"gap": {"$value": TEN}}},
        "borrowed": {"$value": "{size.gap}"},
        "own": {"$type": "number", "$value": 3},
    })  # fmt: skip
    kinds = {path: token.type for path, token in tokens.by_path.items()}
    assert kinds == {
        "red": "color", "size.gap": "dimension", "size.deep.gap": "dimension", "borrowed": "dimension", "own": "number",
    }  # fmt: skip


def test_a_type_is_never_guessed():
    rule, _, message, hint = only({"loose": {"$value": 3}})
    assert (rule, message) == ("token/type", "`loose` has no type.")
    assert hint == "Give it, or its group, a `$type`."


def test_an_unknown_type_is_found_where_it_is_said_and_once_for_a_whole_group():
    rule, text, message, hint = only({"ink": {"$type": "colour", "a": {"$value": RED}, "b": {"$value": RED}}})
    assert (rule, text, message) == ("token/type", '"colour"', "`colour` is not a type of tokens.")
    assert hint == "Did you mean `color`?"


# -- references ------------------------------------------------------------------------------------------------


def test_references_are_followed_as_far_as_they_lead():
    plain = {"$type": "color", "a": {"$value": RED}, "b": {"$value": "{a}"}, "c": {"$value": {"$ref": "#/b"}}}
    assert light({**plain, "d": {"$ref": "#/c/$value"}}, "d") == "#ff0000"


def test_parts_of_values_can_be_references():
    border = {"color": "{red}", "width": "{gap}", "style": {"$ref": "#/stroke"}}
    plain = {
        "red": {"$type": "color", "$value": RED},
        "gap": {"$type": "dimension", "$value": {"value": {"$ref": "#/red/$value/components/0"}, "unit": "px"}},
        "stroke": {"$type": "strokeStyle", "$value": "solid"},
        "edge": {"$type": "border", "$value": border},
    }
    assert light(plain, "edge") == "1px solid #ff0000"


def test_a_pointer_leads_to_any_part_of_a_value_by_way_of_other_references():
    plain = {
        "$type": "color",
        "base": {"$value": {"colorSpace": "oklch", "components": [0.7, 0.1, 30]}},
        "alias": {"$value": "{base}"},
        "pale": {
            "$value": {"colorSpace": "oklch", "components": [0.9, {"$ref": "#/alias/$value/components/1"}, "none"]}
        },
        "whole": {"$value": {"colorSpace": "oklch", "components": {"$ref": "#/base/$value/components"}, "alpha": 0.5}},
    }
    tokens = tokens_of(plain)
    assert tokens.by_path["pale"].light.css == "oklch(0.9 0.1 none)"
    assert tokens.by_path["whole"].light.css == "oklch(0.7 0.1 30 / 0.5)"


def test_a_pointer_spells_slashes_tildes_and_spaces_out():
    plain = {"$type": "color", "a/b ~": {"$value": RED}, "c": {"$ref": "#/a~1b%20~0"}}
    assert light(plain, "c") == "#ff0000"


def test_a_shadow_lists_other_shadows_but_lists_of_them_do_not_flatten():
    plain = {"$type": "shadow", "one": {"$value": SHADOW}, "two": {"$value": ["{one}", SHADOW]}}
    assert light(plain, "two").count("10px 10px 10px 10px") == 2
    rule, *_ = only({**plain, "three": {"$value": ["{two}"]}})
    assert rule == "token/value"


@pytest.mark.parametrize(
    ("value", "said", "hint"),
    [
        ("{color.gren}", "There is no token `color.gren`.", "Did you mean `color.green`?"),
        ("{color}", "`color` is a group, not a token.", "Name one of its tokens."),
        ("{color.dark}", "`color.dark` is a group, not a token.", "Write `{color.dark.$root}`."),
        ("{color.green", "There is no token `color.green`.", "Did you mean `color.green`?"),
        ({"$ref": "#/color/gren"}, "There is no token `color.gren`.", "Did you mean `color.green`?"),
        ({"$ref": "#/color"}, "`color` is a group, not a token.", "Correct the reference."),
        ({"$ref": "color.green"}, "A `$ref` is a pointer into this file.", 'Write `{"$ref": "#/group/token"}`.'),
        ({"$ref": "#/color/green/$value/parts"}, "`color.green` has nothing at `$value/parts`.", "Its value is"),
        ({"$ref": "#/color/green/$value/components/9"}, "`color.green` has nothing at `$value/components/9`.", "Its"),
    ],
)
def test_a_reference_that_leads_nowhere_is_found_where_it_is_written(value, said, hint):
    dark = {"$root": {"$value": RED}}
    plain = {"color": {"$type": "color", "green": {"$value": RED}, "dark": dark, "accent": {"$value": value}}}
    rule, _, message, given = only(plain)
    assert (rule, message) == ("token/reference", said)
    assert given.startswith(hint)


@pytest.mark.parametrize(
    "plain",
    [
        {"a": {"$value": "{b}"}, "b": {"$value": "{a}"}},
        {"a": {"$value": "{b}"}, "b": {"$ref": "#/c"}, "c": {"$value": {"$ref": "#/a/$value"}}},
        {"a": {"$value": "{a}"}},
        {"a": {"$ref": "#/a/$value"}},
        {"a": {"$value": {"$ref": "#/a/$value/components"}}},
        {"a": {"$value": {"colorSpace": "srgb", "components": {"$ref": "#/a/$value/components"}}}},
        {"a": {"$value": {"colorSpace": "srgb", "components": [{"$ref": "#/a/$value/components/0"}, 0, 0]}}},
        {"a": {"$value": "{b}"}, "b": {"$value": "{b}"}},
    ],
)
def test_a_circle_of_references_is_found_once(plain):
    rule, _, message, _ = only({"$type": "color", **plain})
    assert rule == "token/reference"
    assert "itself" in message


def test_a_chain_of_references_may_be_long_but_not_without_end():
    chain = {f"t{at}": {"$value": f"{{t{at + 1}}}"} for at in range(3000)}
    tokens, findings = read({"$type": "color", **chain, "t3000": {"$value": RED}})
    assert tokens.by_path["t2900"].light.css == "#ff0000"
    assert tokens.by_path["t2899"].light.css == ""
    assert len(findings) == 2900
    assert findings[0].message == "More than 100 references lead on from here, one to the next."


@pytest.mark.parametrize("value", ["{" + ".".join("a" * 2000) + "}", {"$ref": "#" + "/a" * 2000}])
def test_a_reference_may_be_as_deep_as_it_likes(value):
    assert only({"token": {"$type": "color", "$value": value}})[0] == "token/reference"


def test_pointers_and_groups_that_lead_on_and_on_are_refused():
    def pointing(at):
        return {"$value": {"colorSpace": "srgb", "components": {"$ref": f"#/t{at + 1}/$value/components/0"}}}

    found = findings_of({"$type": "color", **{f"t{at}": pointing(at) for at in range(500)}, "t500": {"$value": RED}})
    assert {rule for rule, *_ in found} == {"token/reference", "token/value"}
    found = findings_of({**{f"g{at}": {"$extends": f"{{g{at + 1}}}"} for at in range(500)}, "g500": {}})
    assert {rule for rule, *_ in found} == {"token/reference"}


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("color", "{gap}", "`gap` is a `dimension`, but a `color` belongs here."),
        ("color", {"$ref": "#/gap/$value"}, "`gap` is a `dimension`, but a `color` belongs here."),
        ("fontWeight", "{lines}", "`lines` is a `number`, but a `fontWeight` belongs here."),
        ("typography", {**LETTERS, "fontSize": "{lines}"}, "`lines` is a `number`, but a `dimension` belongs here."),
        ("dimension", {"value": "{lines}", "unit": "px"}, "`lines` is a `number`"),
        ("dimension", {"value": 1, "unit": "{lines}"}, "A whole token cannot stand here, but `lines` is one."),
    ],
)
def test_a_reference_to_a_token_of_another_type_is_found(kind, value, said):
    gap, lines = {"$type": "dimension", "$value": TEN}, {"$type": "number", "$value": 3}
    plain = {"gap": gap, "lines": lines, "token": {"$type": kind, "$value": value}}
    if kind == "dimension" and isinstance(value["value"], str):
        assert light(plain, "token") == "3px"  # a number is a token's type
        return
    rule, _, message, hint = only(plain)
    assert rule == "token/type"
    assert message.startswith(said)
    assert hint


def test_one_broken_token_is_one_finding_however_many_refer_to_it():
    plain = {"$type": "color", "a": {"$value": "red"}, "b": {"$value": "{a}"}, "c": {"$value": "{b}"}}
    assert only(plain)[1] == '"red"'


# -- groups ----------------------------------------------------------------------------------------------------


def test_a_group_has_what_it_extends_and_its_own_over_it():
    tokens = tokens_of({
        "base": {
            "$type": "color",
            "text": {"$value": RED, "$description": "Words."},
            "line": {"$value": RED},
            "deep": {"one": {"$value": RED}, "two": {"$value": RED}},
        },
        "night": {"$extends": "{base}", "text": {"$value": BLUE}, "deep": {"two": {"$value": BLUE}}},
        "dusk": {"$extends": {"$ref": "#/night"}, "more": {"$value": RED}},
        "eve": {"$extends": "#/dusk/deep", "$type": "color"},
    })  # fmt: skip
    values = {path: token.light.css for path, token in tokens.by_path.items() if not path.startswith("base")}
    assert values == {
        "night.text": "#0000ff", "night.line": "#ff0000", "night.deep.one": "#ff0000", "night.deep.two": "#0000ff",
        "dusk.text": "#0000ff", "dusk.line": "#ff0000", "dusk.deep.one": "#ff0000", "dusk.deep.two": "#0000ff",
        "dusk.more": "#ff0000",
        "eve.one": "#ff0000", "eve.two": "#0000ff",
    }  # fmt: skip
    assert tokens.by_path["night.text"].description == ""  # a token replaces a whole token
    assert tokens.by_path["night.line"].path == ("night", "line")


def test_a_token_replaces_a_group_and_a_group_a_token():
    tokens = tokens_of({
        "$type": "color",
        "base": {"a": {"$value": RED}, "b": {"c": {"$value": RED}}},
        "other": {"$extends": "{base}", "a": {"d": {"$value": BLUE}}, "b": {"$value": BLUE}},
    })  # fmt: skip
    assert [path for path in tokens.by_path if path.startswith("other")] == ["other.a.d", "other.b"]


def test_a_group_has_a_token_of_its_own():
    plain = {
        "accent": {"$type": "color", "$root": {"$value": RED}, "soft": {"$value": BLUE}},
        "mark": {"$value": "{accent.$root}"},
        "other": {"$extends": "{accent}"},
        "pointed": {"$ref": "#/accent/$root"},
    }
    tokens = tokens_of(plain)
    assert tokens.by_path["accent.$root"].name == "accent"
    assert tokens.by_path["mark"].light.css == tokens.by_path["other.$root"].light.css == "#ff0000"
    assert tokens.by_path["pointed"].light.css == "#ff0000"
    assert tokens.get("accent") is tokens.by_path["accent.$root"]
    assert tokens.get("other.soft") is tokens.by_path["other.soft"]
    assert tokens.get("nothing") is None


@pytest.mark.parametrize(
    ("plain", "rule", "said"),
    [
        ({"a": {"$extends": "{b}"}}, "token/reference", "There is no group `b`."),
        ({"a": {"$extends": "{red}"}}, "token/reference", "`red` is a token, and only a group can be extended."),
        ({"a": {"$extends": "b"}}, "token/reference", "`$extends` takes a reference to a group."),
        ({"a": {"$extends": "{a}"}}, "token/reference", "The group `a` extends itself, by way of this."),
        ({"a": {"$extends": "{a.b}", "b": {}}}, "token/reference", "The group `a` extends itself, by way of this."),
    ],
)
def test_a_group_that_cannot_be_extended_is_found(plain, rule, said):
    found = findings_of({"red": {"$type": "color", "$value": RED}, **plain})
    assert [(one[0], one[2]) for one in found] == [(rule, said)]


@pytest.mark.parametrize(
    "plain",
    [
        {"a": {"x": {"$value": RED}, "b": {"$extends": "{a}"}}},
        {"a": {"b": {"$extends": "{c}"}}, "c": {"x": {"$extends": "{a}"}}},
    ],
)
def test_a_group_that_would_hold_itself_is_found(plain):
    assert {rule for rule, *_ in findings_of({"$type": "color", **plain})} == {"token/reference"}


def test_groups_that_multiply_are_stopped():
    doubled = {f"g{at}": {side: {"$extends": f"{{g{at + 1}}}"} for side in "xy"} for at in range(30)}
    found = findings_of({**doubled, "g30": {"ink": {"$type": "color", "$value": RED}}})
    assert {rule for rule, *_ in found} == {"schema/too-complex"}


def test_groups_that_extend_each_other_are_found_with_all_that_refers_to_them():
    found = findings_of({
        "$type": "color", "a": {"$extends": "{b}", "x": {"$value": RED}}, "b": {"$extends": "{a}"},
        "use": {"$value": "{a.x}"},
    })  # fmt: skip
    assert {rule for rule, *_ in found} == {"token/reference"}
    assert all("extends itself" in message for _, _, message, _ in found)


def test_what_is_deprecated_is_said_of_all_below_until_one_says_no():
    tokens = tokens_of({
        "$type": "color",
        "old": {"$deprecated": "Use `new`.", "a": {"$value": RED}, "b": {"$value": RED, "$deprecated": False}},
        "gone": {"$value": RED, "$deprecated": True},
        "new": {"$value": RED},
    })  # fmt: skip
    reasons = {path: token.deprecated for path, token in tokens.by_path.items()}
    assert reasons == {"old.a": "Use `new`.", "old.b": None, "gone": "", "new": None}


def test_extensions_are_kept_as_written():
    tokens = tokens_of({"a": {"$type": "color", "$value": RED, "$extensions": {"com.acme": {"id": 7}}}})
    assert tokens.by_path["a"].extensions.plain() == {"com.acme": {"id": 7}}


# -- form ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plain", "rule", "at", "said"),
    [
        ({"a": {"$type": "color", "$value": RED, "b": {"$value": RED}}}, "token/format", '"b"', "`a` has a value"),
        ({"a": {"$type": "color", "$value": RED, "$ref": "#/b"}}, "token/format", '"$ref"', "`a` has both a `$value`"),
        (
            {"a": {"$type": "color", "$value": RED, "$descripton": ""}},
            "token/format",
            '"$descripton"',
            "`a` is a token",
        ),
        ({"a": {"$types": "color"}}, "token/format", '"$types"', "`a` is a group"),
        ({"$extend": "{a}"}, "token/format", '"$extend"', "The file is a group"),
        ({"a": {"$root": RED}}, "token/format", None, "`$root` is a group's own token"),
        ({"a": "#ff0000"}, "token/format", '"#ff0000"', "`a` is neither a token nor a group."),
        ({"a": {"$description": 3}}, "token/format", "3", "`$description` takes a text."),
        ({"a": {"$deprecated": 3}}, "token/format", "3", "`$deprecated` takes true, false"),
        ({"a": {"$extensions": []}}, "token/format", "[]", "`$extensions` takes a map"),
        ({"a.b": {}}, "token/name", '"a.b"', "The name `a.b` has `.` in it."),
        ({"{a}": {}}, "token/name", '"{a}"', "The name `{a}` has `{` and `}` in it."),
        ({"": {}}, "token/name", '""', "The name `` is empty."),
    ],
)
def test_what_the_format_does_not_allow_is_found(plain, rule, at, said):
    found = findings_of(plain)
    assert found[0][0] == rule
    assert at is None or found[0][1] == at
    assert found[0][2].startswith(said)
    assert found[0][3]


def test_editors_may_name_their_schema():
    assert tokens_of({"$schema": "https://www.designtokens.org/schemas/2025.10/format.json"}).by_path == {}


def test_two_tokens_of_one_name_in_css_are_found():
    rule, _, message, _ = only({"$type": "color", "a": {"b": {"$value": RED}}, "a-b": {"$value": RED}})
    assert (rule, message) == ("token/name", "`a-b` and `a.b` are both `--a-b` in CSS.")


# -- light and dark --------------------------------------------------------------------------------------------

NIGHT = {"$value": RED, "$extensions": {"org.segsite.dark": BLUE}}


def test_references_follow_what_a_token_is_worth_in_dark():
    tokens = tokens_of({"$type": "color", "ink": NIGHT, "text": {"$value": "{ink}"}})
    for path in ("ink", "text"):
        assert tokens.by_path[path].light.css == "#ff0000"
        assert tokens.by_path[path].dark.css == "#0000ff"
    assert tokens.by_path["ink"].dark.place.text.startswith('{"colorSpace"')


def test_a_second_file_says_what_tokens_are_worth_in_dark():
    plain = {"$type": "color", "ink": {"$value": RED}, "text": {"$value": "{ink}"}, "line": NIGHT}
    dark = {"ink": {"$value": BLUE}, "line": {"$value": RED}}
    tokens = tokens_of(plain, dark)
    assert {path: token.dark.css for path, token in tokens.by_path.items()} == {
        "ink": "#0000ff", "text": "#0000ff", "line": "#ff0000",
    }  # fmt: skip
    assert tokens.by_path["ink"].dark.place.file == "brand/tokens.dark.json"


@pytest.mark.parametrize(
    ("dark", "rule", "said"),
    [
        ({"inc": {"$value": BLUE}}, "token/reference", "There is no token `inc` for light."),
        ({"ink": {"$type": "number", "$value": 3}}, "token/type", "`ink` has another type for light."),
        ({"ink": {"$value": "blue"}}, "token/value", "This takes `colorSpace` and `components`."),
    ],
)
def test_the_second_file_is_held_to_the_first(dark, rule, said):
    found = only({"$type": "color", "ink": {"$value": RED}}, dark=dark)
    assert (found[0], found[2]) == (rule, said)


# -- e-mail ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "mail"),
    [
        (RED, "#ff0000"),
        ({"colorSpace": "display-p3", "components": [0, 1, 0]}, "#00ff00"),
        ({"colorSpace": "display-p3", "components": [0, 1, 0], "hex": "#12e012"}, "#12e012"),
        ({"colorSpace": "oklch", "components": [0.51975, 0.17686, 142.495], "alpha": 0.5}, "#00800080"),
    ],
)
def test_mail_clients_get_every_colour_in_srgb_by_its_fallback_or_clipped(value, mail):
    assert tokens_of({"a": {"$type": "color", "$value": value}}).by_path["a"].light.mail == mail


def test_mail_clients_get_the_colours_in_composites_in_srgb_too():
    color = {"colorSpace": "display-p3", "components": [0, 1, 0]}
    token = tokens_of({"a": {"$type": "shadow", "$value": {**SHADOW, "color": color}}}).by_path["a"]
    assert token.light.css.endswith("color(display-p3 0 1 0)")
    assert token.light.mail.endswith("#00ff00")


# -- accents ---------------------------------------------------------------------------------------------------

ACCENT = Accent(group="accents", replaces="accent")
GREEN = {"colorSpace": "srgb", "components": [0, 1, 0]}
ACCENTED = {
    "$type": "color",
    "accent": {"default": {"$value": RED}, "hover": {"$value": BLUE}},
    "accents": {
        "house": {"$extends": "{accent}"},
        "grass": {"$extends": "{accent}", "default": {"$value": GREEN}},
    },
    "button": {"$value": "{accent.default}"},
}


def test_an_accent_takes_the_place_of_what_it_replaces_wherever_that_is_referred_to():
    tokens = tokens_of(ACCENTED, accent=ACCENT)
    assert set(tokens.accents) == {"house", "grass"}
    grass = tokens.with_accent("grass").by_path
    assert grass["button"].light.css == grass["accent.default"].light.css == "#00ff00"
    assert grass["accent.hover"].light.css == "#0000ff"
    assert tokens.with_accent("house").by_path["button"].light.css == "#ff0000"
    assert grass["accents.house.default"].light.css == "#ff0000"
    assert tokens.with_accent(None) is tokens
    assert tokens.with_accent("nothing") is tokens


def test_an_accent_has_values_for_dark_from_both_files():
    plain = {**ACCENTED, "accents": {"grass": {"default": NIGHT, "hover": {"$value": GREEN}}}}
    dark = {"accent": {"default": {"$value": GREEN}}, "accents": {"grass": {"hover": {"$value": RED}}}}
    tokens = tokens_of(plain, dark, ACCENT)
    grass = tokens.with_accent("grass").by_path
    assert tokens.by_path["button"].dark.css == "#00ff00"
    assert grass["button"].dark.css == "#0000ff"
    assert grass["accent.hover"].dark.css == "#ff0000"


def test_an_accent_that_refers_to_what_it_replaces_is_a_circle():
    plain = {**ACCENTED, "accents": {"grass": {"default": {"$value": "{accent.default}"}}}}
    rule, *_ = only(plain, accent=ACCENT)
    assert rule == "token/reference"


def test_accents_that_are_part_of_what_they_replace_are_none():
    assert tokens_of(ACCENTED, accent=Accent(group="accent", replaces="accent")).accents == {}
