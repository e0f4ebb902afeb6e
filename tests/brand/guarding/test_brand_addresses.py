"""Addresses in texts."""

from __future__ import annotations

import time

import pytest

from segsite.brand.guarding.addresses import addresses, is_in_address, is_part_of_address


@pytest.mark.parametrize(
    "address",
    [
        "https://halfday.example/2,000/customers",
        "http://halfday.example",
        "www.halfday.example/best",
        "mailto:best@halfday.example",
        "best@halfday.example",
        "halfday.com/best",
        "best.example",
        "brand/best.pdf",
        "/best/only/",
        "best.pdf",
        "./best/only.md",
    ],
)
def test_an_address_is_found_as_a_whole(address):
    text = f"See {address} for more."
    assert [text[slice(*span)] for span in addresses(text)] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "24/7 and 50/50",
        "and/or",
        "It is 3.1 million.",
        "Fast. Simple. Best.",
        "e.g. this",
        "best in class",
        "a @ b",
        "U.S. firms",
        "7 km/h",
    ],
)
def test_words_are_not(text):
    assert addresses(text) == ()


def test_a_part_of_an_address_is_told_from_all_of_it():
    text = "See Best.example now"
    assert is_part_of_address(text, (4, 8))
    assert not is_part_of_address(text, (4, 16))
    assert not is_part_of_address(text, (0, 16))


def test_a_stretch_that_touches_an_address_is_in_it():
    text = "See /best/only/ now"
    assert is_in_address(text, (5, 9))
    assert is_in_address(text, (2, 6))
    assert not is_in_address(text, (0, 3))


@pytest.mark.parametrize(
    "text", ["a." * 20_000, "a/" * 20_000, "a-" * 20_000, "a. " * 20_000, "a@" * 20_000, "a.a@ " * 9_000]
)
def test_a_text_made_to_take_long_does_not(text):
    started = time.perf_counter()
    addresses(text)
    assert time.perf_counter() - started < 2
