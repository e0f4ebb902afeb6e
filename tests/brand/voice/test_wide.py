"""Consistency and conditional: what shows only in all that a touchpoint says."""

from __future__ import annotations

import pytest
from voices import rule_file

from segsite.brand.voice.points import point_of
from segsite.brand.voice.wide import Wide

EITHER = "extends: consistency\nmessage: \"'%s' is spelt in two ways.\"\n"
FIRST = "extends: conditional\nmessage: \"'%s' is not explained.\"\n"
ACRONYMS = "first: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\n"


def breaches(rule: str, *texts: str, accepted: tuple[str, ...] = ()) -> list[tuple[int, str]]:
    """The texts that break a rule, by their number, with the words."""
    point = point_of(rule_file(rule), accepted)
    assert isinstance(point, Wide)
    traces = [(number, point.trace(text)) for number, text in enumerate(texts)]
    return [(number, texts[number][slice(*found.span)]) for number, found in point.breaches(traces)]


@pytest.mark.parametrize(
    ("rule", "texts", "expected"),
    [
        ("either: {centre: center}", ["The centre.", "A centre."], []),
        ("either: {centre: center}", ["The centre.", "A center.", "My centre."], [(1, "center"), (2, "centre")]),
        ("either: {centre: center}", ["A centre, a center."], [(0, "center")]),
        ("either: {centre: center}", ["A Centre, a center."], []),
        ("ignorecase: true\neither: {centre: center}", ["A Centre, a center."], [(0, "center")]),
        ("either: {centre: center}", ["centres", "center"], []),
        ("nonword: true\neither: {centre: center}", ["centres", "centers"], [(1, "center")]),
        (
            "either: {centre: center, 'colou?rful': bright}",
            ["centre bright", "colourful center"],
            [(1, "colourful"), (1, "center")],
        ),
        ("either: {}", ["centre"], []),
        ("anything: goes\neither: {centre: center}", ["centre"], []),
    ],
)
def test_a_touchpoint_keeps_to_one_of_each_pair(rule, texts, expected):
    assert breaches(EITHER + rule, *texts) == expected


def test_the_hint_names_the_other_spelling():
    point = point_of(rule_file(f"{EITHER}either: {{centre: center}}"), ())
    assert isinstance(point, Wide)
    ((_, found),) = point.breaches([(0, point.trace("A centre, a center."))])
    assert found.hint == "“centre” is used here as well; keep to one of the two."


@pytest.mark.parametrize(
    ("rule", "texts", "expected"),
    [
        (ACRONYMS, ["We like the DAFB."], [(0, "DAFB")]),
        (ACRONYMS, ["The Dayton Air Base (DAB) is here.", "The DAB is large."], []),
        (ACRONYMS, ["The DAB is large.", "The Dayton Air Base (DAB) is here."], [(0, "DAB")]),
        (ACRONYMS, ["The DAB, or Dayton Air Base (DAB)."], []),
        (f"{ACRONYMS}exceptions: [FAQ]", ["A FAQ or a DAB."], [(0, "DAB")]),
        ("first: free\nsecond: terms", ["It is free.", "The free terms apply."], [(0, "free")]),
        ("first: ''\nsecond: terms", ["It is free."], []),
    ],
)
def test_what_is_said_needs_what_comes_before_or_with_it(rule, texts, expected):
    assert breaches(FIRST + rule, *texts) == expected


def test_accepted_words_need_nothing():
    assert not breaches(FIRST + ACRONYMS, "Our CRM.", accepted=("CRM",))
    assert breaches(f"{FIRST}vocab: false\n{ACRONYMS}", "Our CRM.", accepted=("CRM",))
