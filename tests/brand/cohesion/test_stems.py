"""Words that carry what a text says, in a form that their forms share."""

from __future__ import annotations

import pytest

from segsite.brand.cohesion.stems import stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("invoice", "invoicing"), ("invoices", "invoiced"), ("payment", "payments"), ("queue", "queueing"),
        ("quickly", "quick"), ("company", "companies"), ("rechnung", "rechnungen"), ("facture", "factures"),
        ("send", "sending"),
    ],
)  # fmt: skip
def test_forms_of_a_word_share_their_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("price", "pride"), ("station", "state"), ("card", "care")])
def test_other_words_do_not(one, other):
    assert stem(one) != stem(other)


def test_small_words_and_short_ones_carry_nothing():
    assert stems("What we have for you: the van's invoices, and 40 more.", "en") == {"invoic": "invoices", "40": "40"}


def test_a_language_whose_small_words_are_unknown_has_none():
    assert stems("Facturen op dezelfde dag", "nl") == {}
