"""Choices in a platform's tags."""

from __future__ import annotations

from functools import reduce

import pytest

from segsite.model.merge_fields import Both, Comparison, Either, Not, choice_placeholders
from segsite.model.platform import Conditions, FieldForm, PlatformFile, Questions, TestForm
from segsite.rendering.platforms import Platform

A, B, C = Comparison("a"), Comparison("b"), Comparison("c")
ASKED = Questions(present="<field>", equal="<field>=<value>", unequal="<field>!=<value>", more="<field>><value>")


def choice(test, then, otherwise=""):
    begun, other, ended = choice_placeholders(test)
    return f"{begun}{then}{other}{otherwise}{ended}" if otherwise else f"{begun}{then}{ended}"


def put(text, questions=ASKED, advice="", **how):
    conditions = Conditions(open="[if <test>]", otherwise="[else]", close="[end]", questions=questions, **how)
    field = FieldForm(plain="[<field>]")
    return Platform("mine", PlatformFile(name="Mine", field=field, conditions=conditions, advice=advice)).put_in(text)


def written(text, questions=ASKED, **how):
    template, lacks = put(text, questions, **how)
    assert not lacks
    return template


def test_a_second_question_is_nested_where_there_is_no_tag_for_it():
    text = choice(A, "1", choice(B, "2", "3"))
    assert written(text) == "[if a]1[else][if b]2[else]3[end][end]"
    assert written(text, otherwise_if="[elif <test>]") == "[if a]1[elif b]2[else]3[end]"


def test_words_beside_a_second_question_keep_it_nested():
    text = choice(A, "1", "or " + choice(B, "2"))
    assert written(text, otherwise_if="[elif <test>]") == "[if a]1[else]or [if b]2[end][end]"


def test_what_cannot_be_asked_is_asked_the_other_way_round():
    assert written(choice(Not(A), "no", "yes")) == "[if a]yes[else]no[end]"
    assert written(choice(Not(A), "no")) == "[if a][else]no[end]"
    questions = Questions(equal="<field>=<value>")
    assert written(choice(Comparison("a", "!=", "x"), "no", "yes"), questions) == '[if a="x"]yes[else]no[end]'
    text = choice(A, "1", choice(Not(B), "2", "3"))
    assert written(text, otherwise_if="[elif <test>]") == "[if a]1[elif b]3[else]2[end]"


def test_a_field_without_a_number_is_not_less_where_it_is_not_more():
    not_more = Not(Comparison("a", ">", 5))
    assert written(choice(not_more, "1", "2")) == "[if a>5]2[else]1[end]"
    assert written(choice(not_more, "1", "2"), guard="present") == "[if a][if a>5]2[else]1[end][else]1[end]"


def test_questions_with_tags_of_their_own_end_with_them():
    questions = Questions(present="<field>", equal=TestForm(open="[equal <field> <value>]", close="[/equal]"))
    text = choice(Comparison("a", "==", "x"), "1", choice(B, "2"))
    assert written(text, questions, quote="'") == "[equal a 'x']1[else][if b]2[end][/equal]"


def test_and_and_or_are_nested_where_the_platform_has_none():
    assert written(choice(Both(A, B), "1", "2")) == "[if a][if b]1[else]2[end][else]2[end]"
    assert written(choice(Either(A, B), "1", "2")) == "[if a]1[else][if b]1[else]2[end][end]"
    assert written(choice(Both(A, B), "1"), both="<left> and <right>") == "[if a and b]1[end]"
    assert written(choice(Either(A, B), "1"), either="<left> or <right>") == "[if a or b]1[end]"


def test_and_and_or_are_not_mixed_in_one_tag():
    joined = {"both": "<left> and <right>", "either": "<left> or <right>", "otherwise_if": "[elif <test>]"}
    assert written(choice(Either(Both(A, B), C), "1", "2"), **joined) == "[if a and b]1[elif c]1[else]2[end]"
    assert written(choice(Both(Both(A, B), C), "1"), **joined) == "[if a and b and c]1[end]"


def test_choices_that_cannot_stand_in_each_other_stand_in_a_row():
    text = choice(A, f"1{choice(B, '2', '3')}", "4")
    questions = ASKED.model_copy(update={"absent": "no <field>"})
    assert written(text, questions, both="<left>&<right>", nests=False) == (
        "[if a]1[end][if a&b]2[end][if a&no b]3[end][if no a]4[end]"
    )
    assert written(choice(A, "1", "2"), questions, both="<left>&<right>", nests=False) == "[if a]1[else]2[end]"


def test_choices_that_cannot_stand_in_each_other_or_in_a_row_are_lacking():
    template, (lack,) = put(choice(A, f"1{choice(B, '2', '3')}", "4"), nests=False)
    assert template == "[if a]13[else]4[end]"
    assert (lack.field, lack.what) == ("b", "a condition inside another")


@pytest.mark.parametrize(
    ("test", "words"),
    [
        (Comparison("a", "<", 5), "the question whether a field is less than a number"),
        (Comparison("a", ">=", 5), "the question whether a field is at least a number"),
        (Comparison("a", "==", "x"), "the question whether a field is a value"),
        (Not(A), "the question whether a field has a value"),
    ],
)
def test_a_question_that_cannot_be_asked_is_lacking(test, words):
    template, (lack,) = put(choice(test, "1", "2"), Questions(), advice="Do it by hand.")
    assert (template, lack.field, lack.what, lack.remedy) == ("2", "a", words, "Do it by hand.")


def test_conditions_that_would_multiply_without_end_are_lacking():
    pairs = [Either(Comparison(f"x{number}"), Comparison(f"y{number}")) for number in range(12)]
    test = reduce(Both, pairs)
    questions = ASKED.model_copy(update={"absent": "no <field>"})
    for how in ({}, {"nests": False, "both": "<left>&<right>"}):
        template, lacks = put(choice(test, "word " * 1000), questions, **how)
        assert (template, [lack.what for lack in lacks]) == ("", ["so many conditions"])
