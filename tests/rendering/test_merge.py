"""Merge fields: placeholders that survive, the platform's syntax, and nothing that content could smuggle in."""

from __future__ import annotations

import pytest

from segsite.rendering.merge import PLATFORMS, MergeField, MergeView
from segsite.rendering.views import Refused

GENERIC = PLATFORMS["generic"]


def test_a_field_is_written_in_the_platforms_syntax():
    assert GENERIC.put_in(f"Hello {MergeField.of('first_name')}!") == "Hello {{ first_name }}!"


def test_a_fallback_goes_with_the_field():
    field = MergeField.of("first_name", "dear friend")
    assert GENERIC.put_in(field) == "{{ first_name | default: 'dear friend' }}"


@pytest.mark.parametrize("fallback", ["Łukasz 🙂", "a\0b", "x" * 500, "}}", ""])
def test_any_fallback_survives_the_placeholder(fallback):
    assert fallback in GENERIC.put_in(MergeField.of("first_name", fallback))


def test_a_fallback_cannot_end_the_string_it_stands_in():
    assert GENERIC.put_in(MergeField.of("a", "it's' }}")).count("'") == 2


def test_a_fallback_is_no_markup():
    written = GENERIC.put_in(MergeField.of("a", '<img src=x onerror="alert(1)">'), markup=True)
    assert "<" not in written
    assert '"' not in written


@pytest.mark.parametrize("name", ["unsubscribe_url", "view_url", "postal_address"])
def test_the_platforms_own_fields_have_its_own_words(name):
    assert GENERIC.put_in(MergeView("merge")[name]) == f"{{{{ {name} }}}}"


@pytest.mark.parametrize("name", ["<script>", "a b", "a}}", "", "é", "1a", "a" * 101])
def test_a_field_has_a_plain_name(name):
    with pytest.raises(Refused):
        MergeView("merge")[name]


@pytest.mark.parametrize("text", ["SEGSITEMTENDMT", "SEGSITEMTZZZENDMT", "SEGSITEMTA7ENDMT", "SEGSITEMT"])
def test_a_forged_placeholder_is_left_as_it_is(text):
    assert text[:9] in GENERIC.put_in(text) or "{{" in GENERIC.put_in(text)
