"""A segment varies what brand.yaml lets it, and what it chooses is there."""

from __future__ import annotations

import json

import pytest
from looks import at, judged

from segsite.brand.design.variation import Varied

RED = {"$value": {"colorSpace": "srgb", "components": [1, 0, 0]}}
TOKENS = {
    "color": {
        "$type": "color",
        "accent": {"default": RED, "hover": RED},
        "accents": {"sky": {"$extends": "{color.accent}"}, "sun": {"default": RED, "hover": RED}},
    }
}
ALL = """\
variation:
  accent: {group: color.accents, replaces: color.accent}
  hero: true
  tone:
    warm: {description: For those who have time.}
"""


def found(site, chosen="", lets=ALL, tokens=TOKENS):
    return judged(
        site(
            f"-- brand/tokens.json --\n{json.dumps(tokens)}\n-- brand/brand.yaml --\nname: Acme\n{lets}"
            f"-- content/segments/one/segment.yaml --\nname: One\n{chosen}"
            "-- content/segments/assets/scene.svg --\n<svg xmlns='http://www.w3.org/2000/svg'/>\n"
        ),
        Varied,
    )


def test_what_the_brand_allows_is_silent(site):
    assert found(site, "variation: {accent: sky, hero: scene.svg, tone: warm}\n") == []
    assert found(site, "variation: {accent: sun}\n") == []


@pytest.mark.parametrize(
    ("key", "value", "column"), [("accent", "sky", 21), ("hero", "scene.svg", 19), ("tone", "warm", 19)]
)
def test_what_the_brand_does_not_allow_is_found_where_it_is_chosen(site, key, value, column):
    (finding,) = found(site, f"variation: {{{key}: {value}}}\n", lets="")
    assert at([finding]) == [("variation/not-allowed", f"content/segments/one/segment.yaml:2:{column}", value)]
    assert finding.message == f"No segment may vary its {key}."


@pytest.mark.parametrize(
    ("key", "value", "said", "hint"),
    [
        ("accent", "sly", "There is no accent `sly`.", "Did you mean `sky`?"),
        ("hero", "scen.svg", "There is no picture `scen.svg`.", "Did you mean `scene.svg`?"),
        ("tone", "warn", "There is no tone `warn`.", "Did you mean `warm`?"),
    ],
)
def test_what_is_not_there_is_found_with_the_nearest(site, key, value, said, hint):
    (finding,) = found(site, f"variation: {{{key}: {value}}}\n")
    assert (finding.rule.name, finding.place.text) == ("variation/unknown", value)
    assert (finding.message, finding.hint) == (said, hint)


def test_what_is_inherited_is_found_once_where_it_is_chosen(site):
    folder_below = "variation: {tone: warn}\n-- content/segments/one/two/segment.yaml --\nname: Two\n"
    assert len(found(site, folder_below)) == 1


@pytest.mark.parametrize(
    ("lets", "said", "place"),
    [
        ("{group: color.accent, replaces: color.accent}", "`color.accent` and `color.accent` are parts", "4:19"),
        ("{group: color.tints, replaces: color.accent}", "There is no group of tokens `color.tints`.", "4:19"),
        ("{group: color.accents, replaces: colour}", "There is no group of tokens `colour`.", "4:44"),
    ],
)
def test_groups_of_accents_must_be_there_and_apart(site, lets, said, place):
    (finding,) = found(site, lets=f"variation:\n  tone: {{}}\n  accent: {lets}\n")
    assert finding.rule.name == "variation/accent"
    assert str(finding.place) == f"brand/brand.yaml:{place}"
    assert finding.message.startswith(said)


def test_an_accent_has_a_token_for_each_that_it_replaces_and_no_others(site):
    accents = {"sun": {"default": RED}, "sky": {"default": RED, "hover": RED, "hoover": RED}}
    findings = found(site, tokens={"color": {**TOKENS["color"], "accents": accents}})
    assert {finding.message for finding in findings} == {
        "The accent `sun` has no `hover`, which `color.accent` has.",
        "The accent `sky` has a `hoover`, which `color.accent` has not.",
    }
    assert {finding.place.file for finding in findings} == {"brand/tokens.json"}
