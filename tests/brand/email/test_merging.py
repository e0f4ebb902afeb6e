"""Which recipients lack a field, by what has been asked of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from segsite.brand.email.merging import _present
from segsite.model.merge_fields import OPERATORS, Both, Comparison, Either, Not
from segsite.rendering.merge import holds

NAMES = st.sampled_from(["plan", "seats", "town"])
VALUES = st.sampled_from(["trial", "pro", 0, 5])
COMPARISONS = st.builds(Comparison, NAMES, st.sampled_from(OPERATORS), VALUES)
TESTS = st.recursive(
    COMPARISONS, lambda one: st.one_of(st.builds(Not, one), st.builds(Both, one, one), st.builds(Either, one, one))
)
RECIPIENTS = st.dictionaries(NAMES, st.sampled_from(["", "trial", "pro", 0, 5, 7]))


@given(TESTS, RECIPIENTS)
def test_a_field_that_is_taken_to_have_a_value_has_one(test, recipient):
    known = _present(test, holds=holds(test, recipient))
    assert [name for name in known if recipient.get(name, "") == ""] == []


def test_who_lacks_a_number_is_among_those_who_do_not_have_more():
    more = Comparison("seats", ">", 5)
    assert _present(more, holds=True) == {"seats"}
    assert _present(more, holds=False) == frozenset()


def test_whoever_lacks_neither_of_two_fields_has_both():
    neither = Not(Either(Not(Comparison("plan")), Not(Comparison("town"))))
    assert _present(neither, holds=True) == {"plan", "town"}
