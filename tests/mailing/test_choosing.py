"""Names of e-mails and segments, as people give them."""

from __future__ import annotations

import datetime

import pytest
from mail_site import MAILS

from segsite.building.mails import read_mails
from segsite.diagnostics import UsageError
from segsite.mailing.choosing import chosen, the_one

OF_TRADES = ["trades/welcome", "trades/later", "trades/offer"]
OF_ROOFING = ["trades/roofing/welcome", "trades/roofing/later", "trades/roofing/offer"]


@pytest.fixture
def mails(site):
    return read_mails(site(MAILS), datetime.date(2026, 12, 1), drafts=False)


@pytest.mark.parametrize("asked", [[], ["/"], ["."], ["trades", "welcome", "/later"]])
def test_all_come_in_the_order_of_the_tree_and_of_the_flows(mails, asked):
    assert chosen(mails, asked) == ["welcome", "later", *OF_TRADES, *OF_ROOFING]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (["trades"], [*OF_TRADES, *OF_ROOFING]),
        (["trades/roofing/"], OF_ROOFING),
        (["trades/roofing/offer", "/welcome", "trades/roofing/offer"], ["welcome", "trades/roofing/offer"]),
        (["trades/emails/offer", "emails/welcome"], ["welcome", "trades/offer"]),
    ],
)
def test_segments_stand_for_what_is_below_and_e_mails_for_themselves(mails, asked, meant):
    assert chosen(mails, asked) == meant


@pytest.mark.parametrize("asked", ["welcome", "/welcome", "emails/welcome", "/emails/welcome"])
def test_one_e_mail_of_the_root_has_several_names(mails, asked):
    assert the_one(mails, asked) == "welcome"


def test_a_slash_before_a_name_tells_an_e_mail_from_a_segment(site):
    folder = site(MAILS + "-- content/segments/welcome/segment.yaml --\nname: Welcome\n")
    mails = read_mails(folder, datetime.date(2026, 12, 1), drafts=False)
    assert chosen(mails, ["/welcome"]) == ["welcome"]
    assert chosen(mails, ["welcome"])[0] == "welcome/welcome"


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        ("trades/roofing/ofer", "There is no e-mail `trades/roofing/ofer`.", "Did you mean `trades/roofing/offer`?"),
        ("drafts/welcome", "`drafts/welcome` is a draft.", "Add `--drafts`."),
        ("drafts", "`drafts` is a draft.", "Add `--drafts`."),
        ("gone/welcome", "The segment of `gone/welcome` is sunset, and sends nothing.", "segsite list --emails"),
        ("gone", "The segment of `gone` is sunset, and sends nothing.", "segsite list --emails"),
        ("xyzzy", "There is no e-mail `xyzzy`.", "segsite list --emails"),
    ],
)
def test_what_is_not_there_is_named(mails, asked, message, hint):
    with pytest.raises(UsageError) as caught:
        chosen(mails, [asked])
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(("asked", "example"), [("trades", "trades/later"), ("/", "later"), ("", "later")])
def test_a_segment_is_not_one_e_mail(mails, asked, example):
    with pytest.raises(UsageError, match=f"`{asked or '/'}` is a segment, not one e-mail") as caught:
        the_one(mails, asked)
    assert caught.value.hint == f"Name one of its e-mails, such as `{example}`."


def test_drafts_are_there_for_who_asks(site):
    mails = read_mails(site(MAILS), datetime.date(2026, 12, 1), drafts=True)
    assert chosen(mails, ["drafts"]) == ["drafts/welcome", "drafts/later"]


def test_a_segment_whose_file_is_broken_says_so(site):
    folder = site(MAILS + "-- content/segments/trades/segment.yaml --\nname: [\n")
    mails = read_mails(folder, datetime.date(2026, 12, 1), drafts=False)
    for asked in ("trades", "trades/roofing/welcome"):
        with pytest.raises(UsageError, match="a file of its segment has errors"):
            chosen(mails, [asked])


def test_a_segment_without_e_mails_says_so(site):
    folder = site()
    mails = read_mails(folder, datetime.date(2026, 12, 1), drafts=False)
    assert chosen(mails, []) == []
    with pytest.raises(UsageError, match="`/` has no e-mails"):
        chosen(mails, ["/"])
