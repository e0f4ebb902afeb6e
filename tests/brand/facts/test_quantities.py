"""Whether two statements of a number say the same."""

from __future__ import annotations

import pytest

from segsite.brand.facts.quantities import Bound, quantities, unit_of


def one(text):
    (quantity,) = quantities(text, "en")
    return quantity


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("2,400+", "more than 2,400"),
        ("2,400+", "over 2.4k"),
        ("2,400+", "two thousand four hundred"),
        ("2,400+", "at least 2400"),
        ("2,400+", "2,400 or more"),
        ("2,400+", "no fewer than 2,400"),
        ("€19", "19 euros"),
        ("€19", "EUR 19"),
        ("€19", "19"),
        ("87%", "87 percent"),
        ("87%", "eighty-seven per cent"),
        ("14 days", "two weeks"),
        ("90 seconds", "1.5 minutes"),
        ("12 months", "twelve months"),
        ("2 years", "24 months"),
        ("under 40 minutes", "40 minutes"),
    ],
)
def test_they_say_the_same(text, other):
    assert one(text).says(one(other))
    assert one(other).says(one(text))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("2,400+", "2,000"),
        ("2,400+", "nearly 2,400"),
        ("2,400+", "fewer than 2,400"),
        ("2,400+", "no more than 2,400"),
        ("€19", "$19"),
        ("87%", "€87"),
        ("30 days", "1.2 months"),
        ("14 days", "14 weeks"),
        ("under 40 minutes", "over 40 minutes"),
    ],
)
def test_they_do_not(text, other):
    assert not one(text).says(one(other))
    assert not one(other).says(one(text))


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("days", ("seconds", 86_400)),
        ("euro a month", ("€", 1)),
        ("percent of invoices", ("%", 1)),
        ("months", ("months", 1)),
        ("reminders", ("", 1)),
        ("", ("", 1)),
    ],
)
def test_a_unit_is_known_by_its_name(unit, kind):
    assert unit_of(unit) == kind


def test_a_count_of_things_has_no_kind():
    assert one("2,400 customers").kind == ""
    assert one("2,400 customers").bound is Bound.JUST
