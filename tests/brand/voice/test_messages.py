"""Messages with words put in."""

from __future__ import annotations

import pytest

from segsite.brand.voice.messages import blank, choice, message, unquoted


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("Use '%s'.", ["a"], "Use 'a'."),
        ("Use '%s' for '%s'.", ["a", "b"], "Use 'a' for 'b'."),
        ("Use '%[2]s' for '%[1]s'.", ["a", "b"], "Use 'b' for 'a'."),
        ("No words.", ["a", "b"], "No words."),
        ("%d of 100%%", ["3"], "3 of 100%"),
        ("%s and %s!", ["a"], "a and !"),
        ("100% off", ["a"], "100% off"),
        ("Two\nlines", [], "Two lines"),
        ("%q", ["a"], '"a"'),
    ],
)
def test_values_are_put_in_as_go_does_it(text, values, said):
    assert message(text, *values) == said


def test_choices_are_a_list_in_words():
    assert [choice(["a"]), choice(["a", "b"]), choice(["a", "b", "c"])] == ["'a'", "'a' or 'b'", "'a', 'b', or 'c'"]
    assert choice(["a"], "“”") == "“a”"


def test_quotation_marks_go_where_choices_bring_their_own():
    assert unquoted("Use '%s' for '%s'.") == "Use %s for '%s'."
    assert unquoted('Use "%s".') == "Use %s."
    assert unquoted("Use %s.") == "Use %s."


def test_a_page_shows_what_is_put_in_as_dots():
    assert blank("Use '%s' for '%[1]s'.") == "Use '…' for '…'."
