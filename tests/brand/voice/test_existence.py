"""Existence: words that must not be there."""

from __future__ import annotations

import pytest
from voices import found, hits

JARGON = "extends: existence\nmessage: \"'%s' is jargon.\"\n"


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        ("tokens: [leverage]", "We leverage it. Leverage is leveraged.", ["leverage"]),
        ("ignorecase: true\ntokens: [leverage]", "We leverage it. Leverage!", ["leverage", "Leverage"]),
        ("tokens: [cat, 'dog(?:s|gy)?']", "A cat, two dogs, a concat, a doggy.", ["cat", "dogs", "doggy"]),
        ("nonword: true\ntokens: [cat]", "A concat.", ["cat"]),
        ("raw: ['(?:is|was)\\s', '\\w+ed']", "It is planned, it was rushed.", ["is planned", "was rushed"]),
        ("raw: ['(?:is|was)\\s']\ntokens: ['\\w+ed', made]", "It is planned, was made.", ["is planned", "was made"]),
        ("append: true\nraw: [' again']\ntokens: [do, try]", "Do try again, do again.", ["try again", "do again"]),
        ("tokens: ['', ' ']", "Anything at all.", []),
        ("tokens: []", "Anything at all.", []),
        ("nonword: true\ntokens: ['[a-z][.]$']", "It ends here.", ["e."]),
        ("nonword: true\ntokens: ['(?<!: [^ ]+?):\\s[A-Z]']", "Note: This", [": T"]),
        ("tokens: ['(?i)API', api]", "Our Api and api.", ["Api", "api"]),
        ("tokens: [naïve, Ärger]", "A naïve Ärger, naïvely.", ["naïve", "Ärger"]),
        ("tokens: 404", "A 404 is not 4040.", ["404"]),
        ("tokens: true", "It is true.", ["true"]),
    ],
)
def test_it_finds_what_its_patterns_match(rule, text, words):
    assert hits(JARGON + rule, text) == words


@pytest.mark.parametrize(
    ("rule", "accepted", "text", "words"),
    [
        ("tokens: ['\\w+ing']\nexceptions: [thing, king]", [], "A thing for kings, being.", ["being"]),
        ("tokens: [ai]\nignorecase: true", ["AI"], "ai or AI", ["ai"]),
        ("tokens: [ai]\nignorecase: true", ["(?i)AI"], "ai or AI", []),
        ("tokens: [ai]\nignorecase: true\nvocab: false", ["AI"], "ai or AI", ["ai", "AI"]),
        ("tokens: [ai]\nignorecase: true\nnonword: true", ["AI"], "AI", ["AI"]),
        ("tokens: [cloud]\nignorecase: true", ["Cloud Nine"], "Cloud Nine in the cloud", ["cloud"]),
    ],
)
def test_exceptions_and_accepted_words_are_no_breach(rule, accepted, text, words):
    assert hits(JARGON + rule, text, *accepted) == words


def test_the_message_names_the_words_as_they_stand():
    (one,) = found(JARGON + "ignorecase: true\ntokens: [synergy]", "Synergy.")
    assert one.message == "'Synergy' is jargon."
    assert one.hint == "Leave “Synergy” out, or say it in other words."


@pytest.mark.parametrize(
    ("action", "text", "results", "hint"),
    [
        ("{name: replace, params: [use]}", "We xx it.", ("use",), "Write “use”."),
        ("{name: replace, params: [use, apply]}", "We xx it.", ("use", "apply"), "Write “use” or “apply”."),
        ("{name: replace, params: [use]}", "Xx it.", ("Use",), "Write “Use”."),
        ("{name: remove}", "We xx it.", ("",), "Remove it."),
        ("{name: edit, params: [regex, x+, y]}", "We xx it.", ("y",), "Write “y”."),
        ("{name: edit, params: [dance]}", "We xx it.", None, "Leave “xx” out, or say it in other words."),
    ],
)
def test_an_action_says_what_to_write(action, text, results, hint):
    (one,) = found(f"{JARGON}ignorecase: true\ntokens: [xx]\naction: {action}", text)
    assert (one.results, one.hint) == (results, hint)


def test_the_hint_shows_the_whole_word_that_an_edit_leaves():
    rule = f"{JARGON}nonword: true\ntokens: ['[a-z][.]$']\naction: {{name: edit, params: [remove, .]}}"
    (one,) = found(rule, "What it costs.")
    assert one.hint == "Write “costs”."


def test_nothing_is_removed_from_inside_a_word():
    (one,) = found(f"{JARGON}nonword: true\ntokens: ['[a-z][.][A-Z]']\naction: {{name: remove}}", "Done.Now go.")
    assert (one.results, one.hint) == (None, "Write it in another way.")
