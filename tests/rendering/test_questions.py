"""Tests as platforms are asked them hold for the same recipients."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.model.merge_fields import Both, Choice, Comparison, Either, Not, comparisons
from segsite.model.platform import Questions, TestForm
from segsite.rendering.flat import flat
from segsite.rendering.merge import holds
from segsite.rendering.questions import by_the_first, exact, form_of, is_single, opposite

NUMBERS = st.builds(
    Comparison,
    st.just("points"),
    st.sampled_from(["==", "!=", ">", ">=", "<", "<="]),
    st.sampled_from([-1, 0, 5, 7.5]),
)
TEXTS = st.builds(Comparison, st.sampled_from(["plan", "country"]), st.sampled_from(["==", "!="]), st.just("pro"))
PRESENT = st.builds(Comparison, st.sampled_from(["plan", "country"]))
TESTS = st.recursive(
    st.one_of(NUMBERS, TEXTS, PRESENT),
    lambda inner: st.one_of(st.builds(Not, inner), st.builds(Both, inner, inner), st.builds(Either, inner, inner)),
    max_leaves=5,
)
RECIPIENTS = st.fixed_dictionaries(
    {},
    optional={
        "plan": st.sampled_from(["", "pro", "trial"]),
        "country": st.sampled_from(["", "pro"]),
        "points": st.sampled_from(["", -1, 0, 5, 6, 7.5, 8]),
    },
)
GUARDS = st.sampled_from([None, "present", "present or zero"])


@given(TESTS, RECIPIENTS, GUARDS)
def test_an_exact_test_holds_for_the_same_recipients(test, recipient, guard):
    assert holds(exact(test, guard), recipient) is holds(test, recipient)


@given(NUMBERS, st.sampled_from(["present", "present or zero"]))
def test_a_guarded_number_is_never_asked_of_who_has_none(test, guard):
    """Where a field without a value passes for 0, the test comes out as if it did not."""
    asked = exact(test, guard)
    as_zero = {"points": 0} if guard == "present" else {}

    def platform(one):
        if isinstance(one, Not):
            return not platform(one.test)
        if isinstance(one, Both):
            return platform(one.left) and platform(one.right)
        if isinstance(one, Either):
            return platform(one.left) or platform(one.right)
        return False if one.operator == "present" else holds(one, as_zero)

    assert platform(asked) is holds(test, {})


@given(TESTS, RECIPIENTS)
def test_the_opposite_holds_for_all_others(test, recipient):
    assert holds(opposite(test), recipient) is not holds(test, recipient)


@given(TESTS, RECIPIENTS, GUARDS)
def test_a_flat_choice_says_the_same(test, recipient, guard):
    choice = Choice(exact(test, guard), ("A", Choice(Comparison("plan"), ("B",), ("C",)), "D"), ("E",))
    flattened = list(flat(choice, guarded=guard is not None))
    assert all(not one.otherwise and all(isinstance(part, str) for part in one.then) for one in flattened)
    said = "".join(one.then[0] for one in flattened if holds(one.test, recipient))
    assert said == (f"A{'B' if recipient.get('plan') else 'C'}D" if holds(test, recipient) else "E")


@given(TESTS)
def test_a_choice_by_the_first_question_asks_the_others_within(test):
    choice = Choice(test, ("A",), ("B",))
    while not is_single(choice.test) and choice != by_the_first(choice):
        choice = by_the_first(choice)
    assert is_single(choice.test) or choice.test == Not(next(iter(comparisons(test))))


@pytest.mark.parametrize(
    ("test", "form"),
    [
        (Comparison("plan"), "<field>?"),
        (Not(Comparison("plan")), None),
        (Comparison("plan", "==", "pro"), "<field>=<value>"),
        (Comparison("plan", "==", 5), "<field>=#<value>"),
        (Comparison("plan", "!=", "pro"), "<field>!=<value>"),
        (Comparison("plan", "!=", 5), None),
        (Comparison("plan", "<", 5), TestForm(open="{", close="}")),
    ],
)
def test_a_question_is_asked_as_the_profile_says(test, form):
    questions = Questions(
        present="<field>?",
        equal="<field>=<value>",
        equal_number="<field>=#<value>",
        unequal="<field>!=<value>",
        less=TestForm(open="{", close="}"),
    )
    assert form_of(test, questions) == form
