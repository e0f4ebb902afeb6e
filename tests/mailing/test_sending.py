"""Messages to look at: whose values they have, what they say of themselves, and where their links lead."""

from __future__ import annotations

import datetime
import email
from email import policy

import pytest
from mail_site import MAILS

from segsite.building.mails import read_mails
from segsite.diagnostics import SegsiteError, UsageError
from segsite.mailing.sending import Sample, ready
from segsite.model.mailbox import Mailbox

NOW = datetime.datetime(2026, 12, 1, 9, 30, tzinfo=datetime.UTC)
ANN, BOB = Mailbox("ann@acme.example", "Ann"), Mailbox("bob@acme.example")


@pytest.fixture
def prepared(site):
    def make(name="welcome", text="", **sample):
        mails = read_mails(site(MAILS + text), NOW.date(), drafts=False)
        return ready(mails, mails.made(name), (ANN, BOB), Sample(**sample), NOW)

    return make


def parts(message: bytes):
    """A message, its text and its HTML, read by a strict parser."""
    read = email.message_from_bytes(message, policy=policy.SMTP.clone(raise_on_defect=True))
    text, html = read.iter_parts()
    return read, text.get_content(), html.get_content()


def test_the_values_of_the_first_sample_recipient_are_filled_in(prepared):
    made = prepared(variant=2)
    read, text, html = parts(made.message)
    assert made.recipient == ("robin", "On trial, first name known")
    assert (read["Subject"], made.subject) == ("[Test] Robin, begin today", "[Test] Robin, begin today")
    assert (read["From"], read["To"]) == ("Acme <hello@acme.example>", "Ann <ann@acme.example>, bob@acme.example")
    assert read["Date"].datetime == NOW
    for part in (text, html):
        assert "Hello Robin" in part
        assert "Your trial has begun." in part
        assert "Your plan" not in part
        assert "SEGSITE" not in part
        assert "1 Mill Lane, Cork" in part


def test_another_recipient_can_be_named_and_markup_in_values_is_text(prepared):
    _, text, html = parts(prepared(recipient="kim").message)
    assert "Hello Kim & Co" in text
    assert "Hello Kim &amp; Co" in html
    _, text, _ = parts(prepared(recipient="unknown").message)
    assert "Hello there" in text
    assert "Your plan has begun." in text


def test_links_that_only_a_platform_has_go_to_the_sender_or_nowhere(prepared):
    read, text, html = parts(prepared().message)
    assert "(mailto:hello@acme.example?subject=Unsubscribe)" in text
    assert 'href="mailto:hello@acme.example?subject=Unsubscribe"' in html
    assert "https://in-a-browser.invalid/" in text
    assert "List-Unsubscribe" not in read


ANSWERED = """\
-- content/segments/emails/later.md --
---
subject: Later
reply_to: desk@acme.example
---
[Stop]({{ merge.unsubscribe_url }})
"""


def test_answers_go_where_the_e_mail_says(prepared):
    read, text, _ = parts(prepared("later", ANSWERED).message)
    assert read["Reply-To"] == "desk@acme.example"
    assert "mailto:desk@acme.example?subject=Unsubscribe" in text


def test_the_mark_can_be_left_out(prepared):
    assert prepared(marked=False).subject == "Hello there"


def test_a_message_is_the_same_for_the_same_moment(prepared):
    assert prepared().message == prepared().message


@pytest.mark.parametrize(
    ("sample", "message", "hint"),
    [
        ({"recipient": "robyn"}, "There is no sample recipient `robyn`.", "Did you mean `robin`?"),
        ({"variant": 3}, "`welcome` has 2 variants of the subject.", "`--subject` takes a number from 1 to 2."),
        ({"variant": 0}, "`welcome` has 2 variants of the subject.", "`--subject` takes a number from 1 to 2."),
    ],
)
def test_what_is_not_there_is_wrong_usage(prepared, sample, message, hint):
    with pytest.raises(UsageError) as caught:
        prepared(**sample)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_nobody_sends_without_a_sender(prepared):
    text = "-- segsite.yaml --\nname: Acme\nbase_url: https://www.acme.example\ntheme: plain\n"
    with pytest.raises(SegsiteError, match="Nobody has said whom `welcome` comes from") as caught:
        prepared(text=text)
    assert caught.value.exit_code == 1
    assert "`from: Name <name@example.com>` below `email:` in segsite.yaml" in caught.value.hint
