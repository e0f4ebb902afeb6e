"""Merge fields: placeholders that survive, texts as recipients read them, and nothing that content could smuggle in."""

from __future__ import annotations

import pytest

from segsite.model.merge_fields import (
    Both,
    Comparison,
    Either,
    Not,
    choice_placeholders,
    longest,
    parts_of,
    seen_length,
)
from segsite.rendering.merge import MergeField, MergeView, for_recipient
from segsite.rendering.views import Refused


def choice(test, then, otherwise=""):
    opened, other, ended = choice_placeholders(test)
    return f"{opened}{then}{other}{otherwise}{ended}"


TRIAL = Comparison("plan", "==", "trial")


@pytest.mark.parametrize("fallback", ["Łukasz 🙂", "a\0b", "x" * 500, "}}", "<b>"])
def test_any_fallback_survives_the_placeholder(fallback):
    assert for_recipient(f"Hello {MergeField.of('first_name', fallback)}!") == f"Hello {fallback}!"


def test_a_recipient_reads_their_own_value():
    assert for_recipient(MergeField.of("first_name", "there"), {"first_name": "Robin"}) == "Robin"


def test_in_html_values_are_no_markup():
    assert for_recipient(MergeField.of("a", "<i>"), {"a": "<b>&"}, markup=True) == "&lt;b&gt;&amp;"
    assert for_recipient(MergeField.of("a", "<i>"), markup=True) == "&lt;i&gt;"


@pytest.mark.parametrize(
    ("test", "values", "holds"),
    [
        (Comparison("plan"), {"plan": "trial"}, True),
        (Comparison("plan"), {}, False),
        (Comparison("plan"), {"plan": ""}, False),
        (TRIAL, {"plan": "trial"}, True),
        (TRIAL, {}, False),
        (Comparison("plan", "!=", "trial"), {}, True),
        (Comparison("seats", ">", 5), {"seats": 6}, True),
        (Comparison("seats", ">=", 5), {"seats": "5"}, True),
        (Comparison("seats", "<", 5), {}, False),
        (Comparison("seats", "<=", 5), {"seats": "many"}, False),
        (Not(TRIAL), {"plan": "paid"}, True),
        (Both(TRIAL, Comparison("town")), {"plan": "trial"}, False),
        (Either(TRIAL, Comparison("town")), {"plan": "trial"}, True),
    ],
)
def test_a_choice_goes_by_the_recipients_values(test, values, holds):
    assert for_recipient(choice(test, "yes", "no"), values) == ("yes" if holds else "no")


def test_choices_stand_in_choices():
    text = choice(TRIAL, f"a{choice(Comparison('town'), 'b', 'c')}", "d")
    assert for_recipient(text, {"plan": "trial"}) == "ac"
    assert for_recipient(text, {"plan": "trial", "town": "Cork"}) == "ab"
    assert for_recipient(text) == "d"


def test_a_text_is_as_long_as_the_longest_way_through_it():
    assert longest(f"To {choice(TRIAL, 'you', 'your whole team')}") == "To your whole team"
    assert seen_length(f"{MergeField.of('name')}!") == 11


@pytest.mark.parametrize("name", ["<script>", "a b", "a}}", "", "é", "1a", "a" * 101])
def test_a_field_has_a_plain_name(name):
    with pytest.raises(Refused):
        MergeView("merge")[name]


FORGED = [
    "SEGSITEMT",
    "SEGSITEMT0ENDMT",
    "SEGSITEMTZZZ0ENDMT",
    "SEGSITEMTA70ENDMT",
    "SEGSITEML0ENDMT",
    "SEGSITEME0ENDMT",
    "SEGSITEMI0ENDMT",
    f"SEGSITEMI{'MU' * 50}0ENDMT",
    choice(TRIAL, "a")[:-20],
]


@pytest.mark.parametrize("text", FORGED)
def test_a_forged_placeholder_is_left_as_it_is(text):
    assert for_recipient(f"<{text}>") == f"<{text}>"


def test_thousands_of_tests_that_never_end_are_read_all_the_same():
    text = choice_placeholders(TRIAL)[0] * 5_000
    assert parts_of(text)
    assert len(for_recipient(text)) <= len(text)


@pytest.mark.parametrize("depth", [30, 900, 20_000])
def test_a_test_nested_too_deeply_is_no_test(depth):
    import base64

    nested = '["not",' * depth + '["present","a",""]' + "]" * depth
    forged = f"SEGSITEMI{base64.b32encode(nested.encode()).decode().rstrip('=')}0ENDMT"
    assert for_recipient(forged) == forged
