"""Whose statement a number is; most of it is tested with the facts."""

from __future__ import annotations

import time

import pytest

from segsite.brand.guarding.attribution import Attribution, is_quoted
from segsite.brand.guarding.companies import Companies
from segsite.brand.passages import Block

OURS = Attribution(Companies(["Halfday", "Halfday Ltd."], ["Montague"]), 2026)


def is_ours(text: str, kind: str = "") -> bool:
    at = text.index("500")
    return OURS.is_ours(Block(text, ("text",)), (at, at + 3), may_be_theirs=not kind)


@pytest.mark.parametrize(
    "text",
    [
        "500 customers",
        "We have 500 customers.",
        "ServiceCo sends paper, but we have 500 customers.",
        "Unlike Acme, Halfday has 500 customers.",
        "Montague is slow; we serve 500 customers.",
        "Our team in Cork looks after 500 customers.",
        "In 2026, we serve 500 customers.",
        "You join 500 customers.",
        "If you join today, 500 customers welcome you.",
        "Nobody waits: 500 customers agree.",
        "Why 500 Customers Trust Halfday",
        "As per 500 customers",
        "Halfday has over 90 million shared records with more than 500 customers.",
        "Halfday works with 500 customers.",
        "We work with 500 customers.",
        "Each day starts with 500 customers.",
        "A total of 500 customers",
        "We are a garage with 500 customers.",
        "A third of our 500 customers have written.",
    ],
)
def test_a_number_is_ours(text):
    assert is_ours(text)


@pytest.mark.parametrize(
    "text",
    [
        "Acme has 500 customers.",
        "Montague has 500 customers.",
        "With us, ServiceCo reached 500 customers.",
        "Pennywright's 500 customers wait.",
        "Our customers have 500 customers each.",
        "They have 500 customers.",
        "Your 500 customers",
        "You manage 500 customers.",
        "If you have 500 customers",
        "Imagine: you have 500 customers.",
        "up to 500 customers",
        "In 2020, we had 500 customers.",
        "We do not have 500 customers.",
        "500 customers of Acme",
        "A firm nearby has 500 customers.",
        "One studio has 500 customers.",
        "A plumber in Leeds looks after his trade and serves 500 customers.",
        "The bakery next door says it sends 500 customers.",
        "We help workshops with 500 customers.",
        "A salon with 500 customers",
        "For plumbers with more than 500 customers",
    ],
)
def test_a_number_is_not_ours(text):
    assert not is_ours(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A studio in Cork charges 500.", False),
        ("The salon next door costs 500.", False),
        ("A demo takes 500.", True),
        ("A plan costs 500.", True),
        ("A shop pays 500.", True),
    ],
)
def test_a_price_of_somebody_is_not_ours_but_that_of_something_is(text, expected):
    assert is_ours(text, "€") is expected


def test_what_we_promise_readers_is_ours():
    for text in ("You get your money back.", "You have money back.", "Up to all your money back"):
        at = text.index("money back")
        assert OURS.is_ours(Block(text, ("text",)), (at, at + 10), may_be_theirs=False)


@pytest.mark.parametrize("kind", ["seconds", "€", "%"])
def test_times_and_prices_that_readers_get_are_ours(kind):
    assert is_ours("Your 500", kind)
    assert is_ours("You have 500", kind)


@pytest.mark.parametrize(
    "text",
    [
        "He said: “It is 500 at most.”",
        '"It is 500 at most," he said.',
        "„Es sind 500 hier“",
        "« Ce sont 500 ici »",
        "»Es sind 500 hier«",
    ],
)
def test_words_between_quotation_marks_are_somebody_elses(text):
    at = text.index("500")
    assert is_quoted(Block(text, ("text",)), (at, at + 3))


def test_two_words_between_quotation_marks_are_our_own():
    assert not is_quoted(Block("Our “500 club” is open", ("text",)), (5, 8))


@pytest.mark.parametrize(
    "piece",
    ["your ", "Acme ", "Acme Acme ", "a", "A", "you have ", ", ", "“", "their very ", ". ", "in 2019 ",
     "a garage ", "plumbers with ", "one ", "the bakery "],
)  # fmt: skip
def test_a_text_made_to_take_long_does_not(piece):
    text = piece * (100_000 // len(piece)) + " 500"
    started = time.process_time()
    is_ours(text)
    is_quoted(Block(text, ("text",)), (len(text) - 3, len(text)))
    assert time.process_time() - started < 3
