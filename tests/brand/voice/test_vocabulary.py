"""Vocabularies as rules."""

from __future__ import annotations

import pytest
from voices import said_of, text_of, voice_of


def vocabulary(accept: str = "", reject: str = "") -> str:
    folder = "brand/voice/config/vocabularies/Base"
    return f"-- {folder}/accept.txt --\n{accept}\n-- {folder}/reject.txt --\n{reject}\n"


@pytest.mark.parametrize(
    ("accept", "text", "found"),
    [
        ("JavaScript", "Javascript and JavaScript", ["Javascript"]),
        ("# JavaScript", "javascript", []),
        ("Acme Cloud", "the acme cloud", ["acme cloud"]),
        ("webhook", "Webhook here, a Webhook there", ["Webhook"]),
        ("[Ww]ebhooks?", "WEBHOOK", []),
        ("e-Post", "E-post", ["E-post"]),
        ("Java\nJava Bean", "a java bean, a Java bean", ["java bean"]),
    ],
)
def test_accepted_words_are_written_as_they_are_listed(tmp_path, accept, text, found):
    voice = voice_of(tmp_path, vocabulary(accept))
    assert said_of(voice, text_of(text)) == [("Vale.Terms", 1, words) for words in found]


def test_the_finding_offers_the_right_word_as_a_fix(tmp_path):
    voice = voice_of(tmp_path, vocabulary("JavaScript"))
    (finding,) = voice.of_words(text_of("Use javascript."), voice._grounds.tree.root)
    assert finding.message == "Use 'JavaScript' instead of 'javascript'."
    assert finding.hint == "Write “JavaScript”."
    assert finding.fix is not None
    assert (finding.fix.place.text, finding.fix.text) == ("javascript", "JavaScript")


@pytest.mark.parametrize(
    ("reject", "text", "found"),
    [
        ("cheap", "Cheap and cheaper", ["Cheap"]),
        ("che+ap(?:er|est)?", "cheapest", ["cheapest"]),
        ("(", "cheap (", []),
    ],
)
def test_rejected_words_are_not_used(tmp_path, reject, text, found):
    voice = voice_of(tmp_path, vocabulary("", reject))
    assert said_of(voice, text_of(text)) == [("Vale.Avoid", 1, words) for words in found]


def test_all_vocabularies_hold_together(tmp_path):
    more = "-- brand/voice/config/vocabularies/More/reject.txt --\nslow\n"
    voice = voice_of(tmp_path, vocabulary("", "cheap") + more)
    assert said_of(voice, text_of("cheap and slow")) == [("Vale.Avoid", 1, "cheap"), ("Vale.Avoid", 1, "slow")]
