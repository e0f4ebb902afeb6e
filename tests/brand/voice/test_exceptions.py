"""Exceptions: words that are no breach."""

from __future__ import annotations

from segsite.brand.voice.exceptions import exceptions


def test_an_exception_is_found_as_it_is_cased_unless_it_says_otherwise():
    known = exceptions(("Acme", "(?i)crm", "[Ww]ebhooks?"))
    assert [known.cover(words) for words in ("Acme Ltd", "acme", "CRM", "webhooks", "webhooked")] == [
        True,
        False,
        True,
        True,
        False,
    ]


def test_a_phrase_protects_the_words_in_it():
    known = exceptions(("Very Large Array", "cloud"))
    text = "The Very Large Array is very large."
    assert known.protect(text, (4, 8))
    assert not known.protect(text, (24, 28))
    assert known.spans(text) == [(4, 20)]


def test_what_is_no_pattern_is_left_out():
    known = exceptions(("(", "fine"))
    assert known.cover("fine")
    assert not exceptions(()).cover("anything")
