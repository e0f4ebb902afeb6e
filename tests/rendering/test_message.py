"""Messages: both parts come back as they were, from bytes that are the same every time."""

from __future__ import annotations

import datetime
import email
import re
import subprocess
import sys
from dataclasses import replace
from email import policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.model.mailbox import Mailbox
from segsite.rendering.message import Letter, Sending, compose

STRICT = policy.SMTP.clone(raise_on_defect=True)
ACME = Mailbox("hello@acme.example", "Acme, Inc.")
WELCOME = Letter(
    "generic/trades/welcome",
    "Grüße, {{ first_name }} 🎉",
    "<!DOCTYPE html>\n<p>Grüße – שלום</p>\n",
    "Grüße – שלום\n",
    ACME,
    Mailbox("answers@acme.example"),
    "{{ unsubscribe_url }}",
)
NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
TO_ANN = Sending((Mailbox("ann@bücher.example", "Ännchen"), Mailbox("bob@acme.example")), NOON)
TEXTS = st.text() | st.text(st.sampled_from("ab=.\t \r\n\x00é🎉-_"), max_size=300)
PLACES = st.integers(70, 80)


def parsed(message: bytes):
    return email.message_from_bytes(message, policy=STRICT)


def parts(message: bytes) -> list[tuple[str, str]]:
    """The parts of a message, with the line breaks of a text."""
    return [
        (part.get_content_type(), part.get_content().replace("\r\n", "\n")) for part in parsed(message).iter_parts()
    ]


def given_back(text: str) -> str:
    """A text as a message gives it back: one kind of line break, a question mark for what no encoding has."""
    return re.sub("\r\n?", "\n", text).encode("utf-8", "replace").decode()


def test_a_template_is_a_draft_of_two_parts():
    message = parsed(compose(WELCOME))
    assert message.items() == [
        ("From", '"Acme, Inc." <hello@acme.example>'),
        ("Reply-To", "answers@acme.example"),
        ("Subject", "Grüße, {{ first_name }} 🎉"),
        ("X-Unsent", "1"),
        ("List-Unsubscribe", "<{{ unsubscribe_url }}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("MIME-Version", "1.0"),
        ("Content-Type", message["Content-Type"]),
    ]
    assert message.get_content_type() == "multipart/alternative"
    assert parts(compose(WELCOME)) == [("text/plain", WELCOME.text), ("text/html", WELCOME.html)]
    assert [part["Content-Transfer-Encoding"] for part in message.iter_parts()] == ["quoted-printable"] * 2
    assert [part.get_content_charset() for part in message.iter_parts()] == ["utf-8"] * 2


def test_what_is_sent_says_to_whom_and_when_and_is_no_draft():
    message = parsed(compose(WELCOME, TO_ANN))
    assert message["To"] == "Ännchen <ann@xn--bcher-kva.example>, bob@acme.example"
    assert message["Date"].datetime == NOON
    assert message["Message-ID"].endswith("@acme.example>")
    assert "X-Unsent" not in message


def test_two_sendings_are_two_messages():
    later = replace(TO_ANN, date=NOON + datetime.timedelta(seconds=1))
    to_bob = replace(TO_ANN, recipients=TO_ANN.recipients[1:])
    sendings = (TO_ANN, later, to_bob)
    assert len({parsed(compose(WELCOME, sending))["Message-ID"] for sending in sendings}) == 3


def test_what_is_not_known_is_left_out():
    message = parsed(compose(Letter("generic/a", "Hello", "", "")))
    assert message.keys() == ["Subject", "X-Unsent", "MIME-Version", "Content-Type"]
    assert parsed(compose(Letter("generic/a", "Hello", "", ""), TO_ANN))["Message-ID"].endswith("@localhost>")


def test_the_same_letter_is_the_same_bytes_in_any_process():
    script = "from segsite.rendering.message import *; print(compose(Letter('a', 'é', 'b', 'c')))"
    assert subprocess.check_output([sys.executable, "-c", script], text=True).strip() == repr(
        compose(Letter("a", "é", "b", "c"))
    )


LETTERS = st.builds(
    Letter,
    identity=TEXTS,
    subject=TEXTS,
    html=TEXTS,
    text=TEXTS,
    sender=TEXTS.map(lambda name: replace(ACME, name=name)),
    unsubscribe=TEXTS,
)


@pytest.mark.parametrize("sending", [None, TO_ANN])
@given(letter=LETTERS)
def test_any_words_make_a_sound_message_with_no_header_of_their_own(sending, letter):
    message = compose(letter, sending)
    assert parts(message) == [("text/plain", given_back(letter.text)), ("text/html", given_back(letter.html))]
    extra = {"List-Unsubscribe", "List-Unsubscribe-Post"} if "List-Unsubscribe" in parsed(message) else set()
    own = {"X-Unsent"} if sending is None else {"To", "Date", "Message-ID"}
    assert set(parsed(message).keys()) == {"From", "Subject", "MIME-Version", "Content-Type"} | own | extra
    assert message.isascii()
    assert not re.search(rb"\r(?!\n)|(?<!\r)\n|\x00", message)


@given(st.lists(st.tuples(st.sampled_from("xé=.🎉"), PLACES, st.sampled_from(["", " ", "\t", "  "])), max_size=9))
def test_lines_of_the_parts_keep_to_76_characters(lines):
    text = "\n".join(character * length + end for character, length, end in lines)
    message = compose(replace(WELCOME, text=text))
    body = message.partition(b"\r\n\r\n")[2]
    assert all(len(line) <= 76 for line in body.split(b"\r\n"))
    assert parts(message)[0][1] == text


def test_no_content_can_end_a_part():
    boundary = parsed(compose(WELCOME)).get_boundary()
    text = f"--{boundary}\n--{boundary}--\nFrom the start\n.\n"
    assert parts(compose(replace(WELCOME, text=text, html=text))) == [("text/plain", text), ("text/html", text)]
    assert compose(replace(WELCOME, text=text)).count(boundary.encode()) == 4


def test_a_line_of_any_length_is_broken():
    html = "<p>" + "x" * 100_000
    assert max(map(len, compose(replace(WELCOME, html=html)).split(b"\r\n"))) <= 998
