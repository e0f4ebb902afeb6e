"""Every pair that theme.yaml names is held to WCAG 2.2 AA, in light, in dark and with every accent in use."""

from __future__ import annotations

import json

import pytest
from looks import at, judged

from segsite.brand.design.contrast import Contrast


def hexed(digits, **more):
    components = [round(int(digits[at : at + 2], 16) / 255, 4) for at in (0, 2, 4)]
    return {"colorSpace": "srgb", "components": components, **more}


def token(digits, dark=None):
    extensions = {"$extensions": {"org.segsite.dark": hexed(dark)}} if dark else {}
    return {"$value": hexed(digits), **extensions}


def found(site, tokens, pairs, more=""):
    listed = "".join(f"  - {pair}\n" for pair in pairs)
    return judged(
        site(
            f"-- brand/tokens.json --\n{json.dumps({'color': {'$type': 'color', **tokens}})}\n"
            f"-- themes/plain/theme.yaml --\nname: plain\ncontrast:\n{listed}{more}"
        ),
        Contrast,
    )


TEXT = "{text: color.text, on: color.page}"


def test_a_pair_that_is_too_low_says_both_values_the_ratio_and_the_nearest_that_would_do(site):
    tokens = {
        "text": {"soft": token("777777"), "firm": token("6f6f6f"), "black": token("000000")},
        "page": token("ffffff"),
    }
    (finding,) = found(site, tokens, ["{text: color.text.soft, on: color.page}"])
    assert finding.rule.name == "contrast/too-low"
    assert finding.place.file == "brand/tokens.json"
    assert json.loads(finding.place.text) == hexed("777777")
    assert finding.message == (
        "In light and in dark, `color.text.soft` (#777777) on `color.page` (#ffffff) has a contrast of 4.47; "
        "text needs 4.5."
    )
    assert finding.hint == "`color.text.firm` (#6f6f6f, 5.02) is the nearest token that has enough."


def test_a_ratio_is_never_rounded_up(site):
    (finding,) = found(site, {"text": token("777777"), "page": token("ffffff")}, [TEXT])
    assert "a contrast of 4.47;" in finding.message  # 4.478
    assert found(site, {"text": token("767676"), "page": token("ffffff")}, [TEXT]) == []


@pytest.mark.parametrize(("size", "passes"), [("body", False), ("large", True), ("graphic", True)])
def test_large_text_and_marks_need_less(site, size, passes):
    pair = f"{{text: color.text, on: color.page, size: {size}}}"
    assert (found(site, {"text": token("888888"), "page": token("ffffff")}, [pair]) == []) is passes


def test_dark_is_judged_by_itself_and_found_where_its_value_is_written(site):
    tokens = {"text": token("111111", dark="333333"), "page": token("ffffff", dark="222222")}
    (finding,) = found(site, tokens, [TEXT])
    assert finding.message.startswith("In dark, `color.text` (#333333) on `color.page` (#222222)")
    assert json.loads(finding.place.text) == hexed("333333")


def test_a_surface_alone_can_differ_in_dark(site):
    (finding,) = found(site, {"text": token("111111"), "page": token("ffffff", dark="222222")}, [TEXT])
    assert finding.message.startswith("In dark,")
    assert json.loads(finding.place.text) == hexed("111111")


def test_what_shines_through_is_blended(site):
    tokens = {"text": {"$value": hexed("000000", alpha=0.5)}, "page": token("ffffff")}
    (finding,) = found(site, tokens, [TEXT])
    assert "has a contrast of 3.94" in finding.message


def test_where_no_token_would_do_the_surface_is_to_change(site):
    (finding,) = found(site, {"text": token("808080"), "page": token("7f7f7f")}, [TEXT])
    assert finding.hint == "No token has enough contrast there. Change the surface."


@pytest.mark.parametrize(
    ("pair", "place", "hint"),
    [
        ("{text: color.txt, on: color.page}", "themes/plain/theme.yaml:3:12", "Did you mean `color.text`?"),
        ("{text: color.text, on: color.pages}", "themes/plain/theme.yaml:3:28", "Did you mean `color.page`?"),
        ("{text: color, on: color.page}", "themes/plain/theme.yaml:3:12", ""),
    ],
)
def test_a_pair_that_names_no_colour_is_found_in_the_theme(site, pair, place, hint):
    (finding,) = found(site, {"text": token("000000"), "page": token("ffffff")}, [pair])
    assert (finding.rule.name, str(finding.place)) == ("contrast/unknown-token", place)
    assert hint in finding.hint


ACCENTS = {
    "accent": {"default": token("ffcc00"), "on": token("111111")},
    "accents": {
        "night": {"default": token("223344"), "on": token("111111")},
        "day": {"default": token("ffee88"), "on": token("111111")},
    },
}
LETS = """\
-- brand/brand.yaml --
name: Acme
variation:
  accent: {group: color.accents, replaces: color.accent}
"""
PAIR = "{text: color.accent.on, on: color.accent.default}"


def test_an_accent_that_a_segment_has_chosen_is_judged_and_found_where_it_is_written(site):
    chosen = "-- content/segments/one/segment.yaml --\nvariation: {accent: night}\n"
    findings = found(site, ACCENTS, [PAIR], LETS + chosen)
    (finding,) = findings
    assert finding.message.partition(" has")[0] == (
        "With the accent `night`, in light and in dark, `color.accent.on` (#111111) on `color.accent.default` (#223344)"
    )
    assert json.loads(finding.place.text) == hexed("223344")


def test_an_accent_that_nobody_has_chosen_is_not_judged(site):
    chosen = "-- content/segments/one/segment.yaml --\nvariation: {accent: day}\n"
    assert at(found(site, ACCENTS, [PAIR], LETS + chosen)) == []
