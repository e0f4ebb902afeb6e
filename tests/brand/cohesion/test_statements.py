"""What a text states of something the company has one of; and what may be about two things."""

from __future__ import annotations

import pytest
from words import said

from segsite.brand.cohesion.statements import statements


def stated(text: str, **more: object) -> list[tuple[str, str]]:
    return [(one.thing, one.shown) for one in statements(said(text, **more).wording)]


@pytest.mark.parametrize(
    ("text", "thing", "shown"),
    [
        ("From €19 a month.", "price from, € m", "€19"),
        ("Plans from €19 per month.", "price from, € m", "€19"),
        ("Prices start at $19/month.", "price from, $ m", "$19"),
        ("It starts from 19 euros a month.", "price from, € m", "19 euros"),
        ("Halfday costs less. Starting at €19 a month.", "price from, € m", "€19"),
        ("The Team plan costs €49 a month.", "price of team, € m", "€49"),
        ("Take the solo plan for £9 per user per month.", "price of solo, £ user m", "£9"),
        ("Team: €49 a month", "price of team, € m", "€49"),
        ("Team is only €490 a year.", "price of team, € y", "€490"),
        ("Start your 14-day trial.", "length of trial", "14"),
        ("Start with a 30 day free trial.", "length of trial", "30"),
        ("A two-week trial is enough.", "length of trial", "two"),
        ("There is a 60-day money-back guarantee.", "length of money-back guarantee", "60"),
        ("With 30 days' notice.", "length of notice", "30"),
        ("It is free for 30 days.", "length of trial", "30"),
        ("Free for 30 days", "length of trial", "30"),
        ("Try it free for two weeks.", "length of trial", "two"),
        ("Try Halfday free for 14 days.", "length of trial", "14"),
        ("The trial lasts 14 days.", "length of trial", "14"),
        ("Trusted by 2,400 businesses.", "number of businesses", "2,400"),
        ("Join more than 2,000 happy customers.", "number of happy customers", "2,000"),
        ("2,400+ customers", "number of customers", "2,400+"),
        ("Two thousand teams trust it.", "number of teams", "Two thousand"),
        ("We have 300 customers in Germany.", "number of customers in germany", "300"),
        ("Available in 14 countries.", "number of countries", "14"),
    ],
)
def test_a_statement_names_its_thing(text, thing, shown):
    assert stated(text) == [(thing, shown)]


@pytest.mark.parametrize(
    "text",
    [
        "Nine a month.",
        "€19 a month.",  # of which plan?
        "It costs €19 a month.",
        "A van costs €19 a month in parking.",
        "From €19 a month for teams.",
        "If you pay from €19 a month elsewhere, stay there.",
        "Prices rose from €19 to €29.",
        "You save €19 a month.",
        "Delivery is free for 30 days.",
        "The trial of Acme in court took 30 days.",
        "A 14-day trial was offered in 2019, a 14-day trial was not.",
        "Unlike others, we offer no 14-day trial.",
        "A 5-day week for your team.",
        "Your 500 customers use it.",
        "If 500 customers use it, it slows down.",
        "Up to 500 users.",
        "Includes 50 users.",
        "Two customers told us.",
        "Every 500 customers, a party.",
        "They serve 500 customers a day.",
        "Our 300 customers a week.",
        "In 2019, 500 customers used it.",
        "Another 100 businesses use it.",
        "Nearly 2,400 businesses use it.",
        "5 steps to 100 customers",
        "`2,400+ customers`".replace("`", "*"),
    ][:-1],
)
def test_what_may_be_about_two_things_is_no_statement(text):
    assert stated(text) == []


def test_quotations_and_other_languages_are_passed_over():
    text = "“Trusted by 2,400 businesses”"
    assert stated(text, quoted=((0, len(text)),)) == []
    assert stated("Trusted by 2,400 businesses.", scope=("text", "blockquote")) == []
    assert stated("Trusted by 2,400 businesses.", locale="de") == []


def test_each_statement_of_a_text_is_given_with_its_stretch():
    text = "From €19 a month. It is free for 30 days."
    assert [text[slice(*one.span)] for one in statements(said(text).wording)] == ["€19", "30"]
