"""Actions: what could stand in place of words."""

from __future__ import annotations

import pytest

from segsite.brand.voice.actions import completed, hint, is_safe, recased, results
from segsite.model.voice import Action


def action(name: str, *params: str) -> Action:
    return Action(name=name, params=list(params))


@pytest.mark.parametrize(
    ("done", "found", "expected"),
    [
        (action("replace", "use", "apply"), "utilize", ("use", "apply")),
        (action("replace"), "utilize", None),
        (action("remove"), "very", ("",)),
        (action("convert", "simple"), "auto-detect", ("auto detect",)),
        (action("convert", "simple"), "autoDetect", ("auto detect",)),
        (action("convert", "title"), "auto", None),
        (action("suggest", "spellings"), "auto", None),
        (action("edit", "trim", " "), " — ", ("—",)),
        (action("edit", "trim_left", "-"), "--a-", ("a-",)),
        (action("edit", "trim_right", "."), "end.", ("end",)),
        (action("edit", "remove", "(s)"), "key(s)", ("key",)),
        (action("edit", "truncate", ","), "one, two", ("one",)),
        (action("edit", "split", " ", "1"), "one two", ("two",)),
        (action("edit", "split", " ", "0"), "one two three", ("one",)),
        (action("edit", "split", " ", "1"), "one two three", None),
        (action("edit", "split", " ", "1"), "one  two", None),
        (action("edit", "split", " ", "-1"), "one two", None),
        (action("edit", "split", " ", "7"), "one two", None),
        (action("edit", "split", "", "0"), "one two", None),
        (action("edit", "regex", "(\\w+)-(\\w+)", "$2 ${1}"), "a-b", ("b a",)),
        (action("edit", "regex", "(", "x"), "a", None),
        (action("edit", "regex", "a"), "a", None),
        (action("edit", "regex", "[-–]", "to"), "9-5", ("9 to 5",)),
        (action("edit", "regex", "[-–]", "to"), "9am - 5pm", ("9am to 5pm",)),
        (action("edit", "regex", " ?& ?", "and"), "salt & oil", ("salt and oil",)),
        (action("edit", "regex", "-", ""), "on-line", ("online",)),
        (action("edit", "regex", "i(?=z)", "y"), "sizer", ("syzer",)),
        (action("edit", "regex", "(?<=9)(?=m)", "0"), "9m", ("90m",)),
        (action("edit", "replace", "-", " "), "newly-made", ("newly made",)),
        (action("edit", "replace", ".", ""), "a.b.", ("ab",)),
        (action("edit", "replace", "-", "$1"), "a-b", ("a$1b",)),
        (action("edit", "replace", "[-–]", "to"), "9-5", None),
        (action("edit", "replace", "", "x"), "a", None),
        (action("edit", "replace", "a"), "a", None),
        (action("edit", "unheard", "x"), "a", None),
        (action("edit"), "a", None),
        (action(""), "a", None),
    ],
)
def test_an_action_gives_what_could_stand_there(done, found, expected):
    assert results(done, found) == expected


def test_a_capital_is_kept_where_the_result_has_none():
    assert recased("Utilize", "use") == "Use"
    assert recased("utilize", "use") == "use"
    assert recased("UTILIZE", "use") == "use"
    assert recased("Javascript", "JavaScript") == "JavaScript"
    assert recased("I", "we") == "We"
    assert recased("Front Yard", "yard") == "Yard"


def test_a_capital_that_is_itself_wrong_is_not_kept():
    assert recased("Platform", "platform") == "platform"
    assert recased("Front Yard", "front yard") == "front yard"


def test_the_hint_is_a_sentence():
    assert hint(None) == hint(()) == ""
    assert hint(("",)) == "Remove it."
    assert hint(("use",)) == "Write “use”."
    assert hint(("a", "b", "c")) == "Write “a”, “b”, or “c”."
    assert hint(tuple("abcdefg")) == "Write “a”, “b”, “c”, “d”, or “e”, for example."


def test_what_would_glue_words_or_looks_like_a_pattern_is_not_put_in_unasked():
    assert is_safe(action("replace"), "utilize", "use")
    assert not is_safe(action("replace"), "e.g. ", "for example")
    assert not is_safe(action("replace"), "airman", "pilot(s)")
    assert is_safe(action("edit", "trim", " "), " — ", "—")


def test_a_result_is_shown_with_the_rest_of_the_word():
    assert completed("It costs.", (7, 9), ("s",)) == ("costs",)
    assert completed("It costs.", (3, 8), ("is",)) == ("is",)
