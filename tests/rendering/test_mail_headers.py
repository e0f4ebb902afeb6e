"""Headers: any text comes back as it was, folded and encoded on the way, and never as a second header."""

from __future__ import annotations

import email
from email import policy
from email.header import decode_header, make_header
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.model.mailbox import Mailbox
from segsite.rendering.mail_headers import mailbox_header, one_line, text_header, unsubscribe_headers

STRICT = policy.SMTP.clone(raise_on_defect=True)
TEXTS = st.text() | st.text(st.sampled_from("ab =?_-\\\"'<>@,:;\t\r\néß—🎉\u05d0\u200d\u202e\x00\x85\u2028"))
WORDS = st.lists(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), max_size=90), max_size=40)


def parsed(headers: str):
    return email.message_from_bytes(headers.encode("ascii") + b"\r\n", policy=STRICT)


@given(TEXTS | WORDS.map(" ".join))
def test_a_text_comes_back_on_one_line(text):
    headers = text_header("Subject", text)
    message = parsed(headers)
    assert message["Subject"] == one_line(text)
    assert message.keys() == ["Subject"]
    assert all(len(line) <= 76 for line in headers.split("\r\n"))


def people(headers: str) -> list[tuple[str, str]]:
    """The names and addresses in a header. Up to Python 3.13, the newer parser puts spaces between encoded words."""
    raw = email.message_from_string(headers, policy=policy.compat32)
    return [(str(make_header(decode_header(name))), address) for name, address in getaddresses(raw.values())]


@given(TEXTS | WORDS.map(" ".join))
def test_a_name_comes_back_with_single_spaces(name):
    headers = mailbox_header("From", [Mailbox("hello@acme.example", name)])
    assert people(headers) == [(" ".join(one_line(name).split()), "hello@acme.example")]
    assert parsed(headers).keys() == ["From"]
    assert len(parsed(headers)["From"].addresses) == 1
    assert all(len(line) <= 76 for line in headers.split("\r\n"))


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_several_mailboxes_stay_several(names):
    mailboxes = [Mailbox(f"a{at}@acme.example", name) for at, name in enumerate(names)]
    headers = mailbox_header("To", mailboxes)
    assert people(headers) == [(" ".join(one_line(one.name).split()), one.address) for one in mailboxes]
    assert [one.addr_spec for one in parsed(headers)["To"].addresses] == [one.address for one in mailboxes]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Your demo is booked", "Your demo is booked"),
        ("Hello {{ first_name }}, 100% yours", "Hello {{ first_name }}, 100% yours"),
        ("Zurück zum Büro", "=?utf-8?q?Zur=C3=BCck_zum_B=C3=BCro?="),
        ("日本語", "=?utf-8?b?5pel5pys6Kqe?="),
        ("=?utf-8?q?fake?=", "=?utf-8?q?=3D=3Futf-8=3Fq=3Ffake=3F=3D?="),
        ("two  spaces", "=?utf-8?q?two__spaces?="),
        ("Hello\r\nBcc: everybody@acme.example", "Hello Bcc: everybody@acme.example"),
        (" \n ", ""),
    ],
)
def test_a_text_stands_as_it_is_where_that_is_safe_and_legible_where_most_of_it_is_ascii(text, line):
    assert text_header("Subject", text) == f"Subject: {line}\r\n"


def test_a_long_text_is_folded_between_words():
    text = "Invoices that used to take an evening are paid before the van is back in the yard of the company"
    first, second, end = text_header("Subject", text).split("\r\n")
    assert first == "Subject: Invoices that used to take an evening are paid before the van is"
    assert second == " back in the yard of the company"
    assert end == ""


def test_nobody_is_no_header():
    assert mailbox_header("Reply-To", []) == ""


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://acme.example/u?id=1&t=2", "https://acme.example/u?id=1&t=2"),
        ("{{ unsubscribe_url }}", "{{ unsubscribe_url }}"),
        ("https://acme.example/u?id={{ id }}", "https://acme.example/u?id={{ id }}"),
        ("https://acme.example/abbestellen/für", "https://acme.example/abbestellen/f%C3%BCr"),
    ],
)
def test_an_address_to_unsubscribe_is_offered_for_one_click(address, target):
    message = parsed(unsubscribe_headers(address))
    assert message["List-Unsubscribe"] == f"<{target}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#",
        "http://acme.example/u",
        "mailto:off@acme.example",
        "https://",
        "https://acme.example/>, <mailto:all@acme.example",
        "https://acme.example/" + "a" * 1000,
    ],
)
def test_an_address_that_mail_programs_would_not_take_is_not_offered(address):
    assert unsubscribe_headers(address) == ""


@given(TEXTS)
def test_an_address_to_unsubscribe_adds_no_header_but_its_two(text):
    for address in (text, f"https://{text}", f"{{{{{text}}}}}"):
        assert parsed(unsubscribe_headers(address)).keys() in ([], ["List-Unsubscribe", "List-Unsubscribe-Post"])
