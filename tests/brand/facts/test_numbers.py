"""Numbers as people write them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.brand.facts.numbers import numbers, plain_digits, word_value

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
ONES = SMALL.split()
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number):
    """A number in English words."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = f" {spelled(number % scale)}" if number % scale else ""
            return f"{spelled(number // scale)} {name}{rest}"
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def values(text, locale="en"):
    return [(text[slice(*number.span)], number.value) for number in numbers(text, locale)]


@given(st.integers(0, 10**12 - 1))
def test_what_is_spelled_out_is_read_back(number):
    assert word_value(spelled(number)) == number


@given(
    st.integers(2, 10**12 - 1), st.sampled_from(["We have {} in all.", "({})", "{}", "{}-day trial", "over {}, or so"])
)
def test_words_are_found_in_a_sentence(number, sentence):
    words = spelled(number)
    assert values(sentence.format(words)) == [(words, number)]


@given(
    st.integers(0, 10**12),
    st.sampled_from(["{:,}", "{}"]),
    st.sampled_from(["We have {} in all.", "({})", "€{}", "{}+"]),
)
def test_digits_are_found_in_a_sentence(number, written, sentence):
    ((text, value),) = values(sentence.format(written.format(number)))
    assert value == number
    assert text.rstrip("+") == written.format(number)


@given(
    st.integers(1000, 10**12),
    st.sampled_from([("de", "."), ("fr", " "), ("de-CH", "'"), ("en", ","), ("sv", "\u00a0")]),
)
def test_grouping_is_read_as_the_language_writes_it(number, language):
    locale, mark = language
    written = f"{number:,}".replace(",", mark)
    assert values(f"({written})", locale) == [(written, number)]


@given(st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False))
def test_plain_digits_say_the_same_number(value):
    digits = plain_digits(value)
    assert Decimal(digits) == value
    assert "E" not in digits
    assert not ("." in digits and digits.endswith("0"))


@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr"]))
def test_numbers_stand_in_order_and_apart(text, locale):
    found = numbers(text, locale)
    for number in found:
        assert 0 <= number.span[0] <= number.figure[0] < number.figure[1] <= number.span[1] <= len(text)
    assert all(before.span[1] <= after.span[0] for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,400+", 2400),
        ("2.4k", 2400),
        ("2.4K", 2400),
        ("3.1M", 3_100_000),
        ("3.1m", 3_100_000),
        ("3.1 million", 3_100_000),
        ("3-million", 3_000_000),
        ("1.2bn", 1_200_000_000),
        ("24 hundred", 2400),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("a hundred and five", 105),
        ("a hundred thousand", 100_000),
        ("two and a half million", 2_500_000),
        ("twenty-four hundred", 2400),
        ("TWO THOUSAND", 2000),
        ("one hundred", 100),
        ("99.96", Decimal("99.96")),
        ("2,4", Decimal("2.4")),
        ("1,234.5", Decimal("1234.5")),
        ("1.234,5", Decimal("1234.5")),
        ("0.125", Decimal("0.125")),
        ("2'400", 2400),
    ],
)
def test_a_number_comes_to(text, value):
    assert values(text) == [(text, value)]


@pytest.mark.parametrize(
    "text",
    [
        "one",
        "v2",
        "2.4.1",
        "07:00",
        "24/7",
        "1st",
        "ISO27001",
        "A4",
        "twenty seventeen",
        "hundreds",
        "someone",
        "tenth",
        "a",
        "and",
    ],
)
def test_what_is_no_number_of_something_is_left_alone(text):
    assert values(f"So {text} it is") == []


def test_numbers_joined_by_and_are_two():
    assert values("ten and twenty") == [("ten", 10), ("twenty", 20)]


def test_number_words_are_read_in_english_only():
    assert values("six, dix et onze", "fr") == []


def test_a_plus_is_a_part_of_its_number():
    (number,) = numbers("2,400+ customers")
    assert number.plus
    assert number.digits == "2400+"
