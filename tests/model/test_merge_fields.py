"""What stands for a merge field until a platform's syntax is put in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from segsite.model.merge_fields import FIELD_LENGTH, PLACEHOLDER, meaning, placeholder, seen_length


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])), st.text(max_size=40))
def test_a_placeholder_says_what_it_stands_for(field, fallback):
    match = PLACEHOLDER.fullmatch(placeholder(field, fallback))
    assert match is not None
    assert meaning(match) == (field, fallback)


def test_what_only_looks_like_a_placeholder_stands_for_nothing():
    match = PLACEHOLDER.fullmatch("SEGSITEMTZZZ0ENDMT")
    assert match is not None
    assert meaning(match) is None


def test_readers_see_a_field_as_a_word_of_its_own():
    assert seen_length("名前 é") == 6  # the first two are as wide as two each
    assert seen_length(f"Hello {placeholder('first_name', 'there')}!") == len("Hello !") + FIELD_LENGTH
