"""Capitalization: which words begin with a capital."""

from __future__ import annotations

import pytest
from voices import found

CASE = "extends: capitalization\nmessage: \"'%s' should be '%s'.\"\n"


def broken(rule: str, text: str, *accepted: str) -> bool:
    return bool(found(CASE + rule, text, *accepted))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Pages that your team keeps", True),
        ("Pages That Your Team Keeps", False),
        ("pages that your team keeps", False),
        ("Accepting a JSON response", True),
        ("Top-level entities", True),
        ("Non-member Predicates", False),
        ("Client's key share", True),
        ("Client’s key share", True),
        ("What it costs, and why.", True),
        ("12 reasons to stay", True),
        ("1. First steps here", True),
        ("iPhone and JavaScript tips", True),
        ("Ändern geht schnell", True),
        ("**** and more", True),
        ("", True),
    ],
)
def test_sentence_case(text, right):
    assert broken("match: $sentence", text) is not right


def test_sentence_case_knows_exceptions_indicators_accepted_words_and_a_prefix():
    assert broken("match: $sentence", "Find the thief: Introduction")
    assert not broken("match: $sentence\nindicators: [':']", "Find the thief: Introduction")
    assert not broken("match: $sentence\nindicators: [':']\nexceptions: [Kendal]", "Kendal: What it costs")
    assert broken("match: $sentence\nindicators: [':']\nexceptions: [Kendal]", "Kendal What it costs")
    assert not broken("match: $sentence\nexceptions: [Event Store]", "Connecting to Event Store")
    assert not broken("match: $sentence", "Connecting to Event Store", "Event Store")
    assert broken("match: $sentence\nvocab: false", "Connecting to Event Store", "Event Store")
    assert not broken("match: $sentence\nprefix: 'chapter \\d: '", "chapter 1: Getting started")


def test_enough_words_must_be_right():
    assert broken("match: $sentence", "Get more Done")
    assert not broken("match: $sentence\nthreshold: 0.6", "Get more Done")
    assert not broken("match: $sentence", "Get more out of the Day")


@pytest.mark.parametrize(
    ("text", "style", "right"),
    [
        ("The Way We Work", "AP", True),
        ("The way we work", "AP", False),
        ("A Day in the Life of a Team", "AP", True),
        ("A Day In The Life Of A Team", "AP", False),
        ("What We Stand For", "AP", True),
        ("State-of-the-Art Pages", "AP", True),
        ("Follow-up Mail", "AP", False),
        ("USING AN API", "AP", True),
        ("Words From Within", "AP", True),
        ("Words from Within", "AP", False),
        ("Words from Within", "Chicago", True),
    ],
)
def test_title_case(text, style, right):
    assert broken(f"match: $title\nthreshold: 1.0\nstyle: {style}", text) is not right


@pytest.mark.parametrize(
    ("rule", "text", "right"),
    [
        ("match: $lower", "all small", True),
        ("match: $lower", "Not small", False),
        ("match: $lower\nexceptions: [Acme]", "so says Acme", True),
        ("match: $upper", "LOUD", True),
        ("match: $upper", "Loud", False),
        ("match: '^[A-Z].*[^.]$'", "A title", True),
        ("match: '^[A-Z].*[^.]$'", "A title.", False),
    ],
)
def test_other_cases_and_patterns(rule, text, right):
    assert broken(rule, text) is not right


def test_the_message_and_the_hint_show_the_text_as_it_should_be():
    (one,) = found(CASE + "match: $sentence", "Get More Done: With “Acme” and JSON!")
    assert one.message == ("'Get More Done: With “Acme” and JSON!' should be 'Get more done: with “acme” and JSON!'.")
    assert one.results == ("Get more done: with “acme” and JSON!",)
    assert not one.fixes


def test_a_pattern_says_nothing_of_what_a_text_should_be():
    (one,) = found(CASE + "match: '^[A-Z]'", "small")
    assert one.results is None
