"""Inbox lines: what is seen before an e-mail is opened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.mailing.inboxes import INBOXES, Inbox, cut, line_of
from segsite.model.mailbox import Mailbox
from segsite.reporting.text import width

ACME = Mailbox("hello@acme.example", "Acme")


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Hello", 5, "Hello"),
        ("Hello!", 5, "Hell…"),
        ("To be or not", 7, "To be…"),
        ("two  \n spaces", 20, "two spaces"),
        ("日本語", 6, "日本語"),
        ("日本語!", 6, "日本…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("", 5, ""),
    ],
)
def test_texts_are_cut_where_there_is_no_more_room(text, room, shown):
    assert cut(text, room) == shown


@given(st.text(), st.integers(1, 40))
def test_what_is_shown_never_takes_more_room(text, room):
    assert width(cut(text, room)) <= room


def test_each_inbox_cuts_subject_and_preheader_in_its_own_way():
    subject, preheader = "x" * 60, "y" * 120
    lines = [line_of(inbox, ACME, subject, preheader) for inbox in INBOXES]
    assert [(len(line.subject), len(line.preheader)) for line in lines] == [(60, 47), (33, 40), (37, 40), (41, 90)]
    assert {line.sender for line in lines} == {"Acme"}


def test_a_sender_without_a_name_is_an_address_and_nobody_is_nothing():
    inbox = Inbox("Any", 20, 20)
    assert line_of(inbox, Mailbox("hello@acme.example"), "Hi", "").sender == "hello@acme.example"
    assert line_of(inbox, None, "Hi", "").sender == ""
