"""Occurrence and repetition."""

from __future__ import annotations

import pytest
from voices import found, hits

COUNT = "extends: occurrence\nmessage: There are %s.\n"
TWICE = "extends: repetition\nmessage: \"'%s' is repeated.\"\n"


@pytest.mark.parametrize(
    ("rule", "text", "messages"),
    [
        ("max: 2\ntoken: \\b\\w+\\b", "One two three.", ["There are 3."]),
        ("max: 3\ntoken: \\b\\w+\\b", "One two three.", []),
        ("min: 1\ntoken: free", "It costs money.", ["There are 0."]),
        ("min: 1\ntoken: FREE\nignorecase: true", "It is free.", []),
        ("max: 1\ntoken: free\nignorecase: true", "Free as in free.", ["There are 2."]),
        ("token: free", "Free, free, free.", []),
        ("max: 1\ntoken: '!'", "Now!!", ["There are 2."]),
    ],
)
def test_too_many_and_too_few_are_one_finding(rule, text, messages):
    assert [one.message for one in found(COUNT + rule, text)] == messages


def test_the_finding_is_at_the_first_match_or_at_all_of_the_text():
    assert hits(COUNT + "max: 1\ntoken: very", "So very, very good.") == ["very"]
    assert hits(COUNT + "min: 1\ntoken: very", "So good.") == ["So good."]


def test_the_hint_says_how_many_there_may_be():
    assert (
        found(COUNT + "max: 1\ntoken: very", "Very, very, very very.")[0].hint == "Bring it down from 3 to 1 at most."
    )
    assert found(COUNT + "min: 2\ntoken: very", "Very, very.")[0].hint == "Bring it up from 1 to 2 at least."


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        ("tokens: ['[^\\s]+']\nalpha: true", "This is is wrong wrong.", ["is is"]),
        ("tokens: ['[^\\s]+']\nalpha: true\nignorecase: true", "The the end.", ["The the"]),
        ("tokens: ['[^\\s]+']\nalpha: true", "The the end.", []),
        ("tokens: ['\\w+']", "12 12 times", ["12 12"]),
        ("tokens: ['\\w+']\nalpha: true", "12 12 times", []),
        ("tokens: ['\\w+']\nignorecase: true", "We do that. That is good.", []),
        ("tokens: ['\\w+']\nmax: 1", "very very good, very very very good", ["very very"]),
        ("tokens: ['\\w+']\nexceptions: [bye]", "Bye, bye bye, so so", ["so so"]),
        ("tokens: ['(a|b)']", "aab", ["aa"]),
        ("tokens: ['\\w+']", "In 5.1.1.2, ha-ha, and and 1 1.", ["and and", "1 1"]),
        ("tokens: []", "is is", []),
    ],
)
def test_what_follows_itself_in_a_sentence_is_found(rule, text, words):
    assert hits(TWICE + rule, text) == words
