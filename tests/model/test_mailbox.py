"""Mailboxes: what is an address, and how servers pass it on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.model.mailbox import Mailbox, ascii_domain


@pytest.mark.parametrize(
    ("written", "address", "name"),
    [
        ("hello@acme.example", "hello@acme.example", ""),
        (" Acme <hello@acme.example> ", "hello@acme.example", "Acme"),
        ('"Acme, Inc." <hello@acme.example>', "hello@acme.example", "Acme, Inc."),
        ("<hello@acme.example>", "hello@acme.example", ""),
        ("o'neill+test@mail.acme.example", "o'neill+test@mail.acme.example", ""),
        ("root@localhost", "root@localhost", ""),
        ("用户@例え.テスト", "用户@例え.テスト", ""),
    ],
)
def test_a_mailbox_is_an_address_with_or_without_a_name(written, address, name):
    assert Mailbox.of(written) == Mailbox(address, name)


@pytest.mark.parametrize(
    ("address", "routed"),
    [
        ("Ann@ACME.example", "Ann@ACME.example"),
        ("ann@bücher.example", "ann@xn--bcher-kva.example"),
        ("änn@bücher.example", "änn@xn--bcher-kva.example"),
    ],
)
def test_a_domain_goes_in_ascii_and_what_stands_before_it_as_it_is(address, routed):
    assert Mailbox(address).routed == routed
    assert Mailbox(address).domain == routed.partition("@")[2]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "ann",
        "@acme.example",
        "ann@",
        "ann@@acme.example",
        "ann@bob@acme.example",
        "ann bob@acme.example",
        "ann@acme example",
        "ann@acme..example",
        "ann@-acme.example",
        ".ann@acme.example",
        "ann..bob@acme.example",
        "ann@acme.example, bob@acme.example",
        "ann@acme.example\nBcc: bob@acme.example",
        "ann\x00@acme.example",
        "ann\u2028@acme.example",
        "ann\ud800@acme.example",
        "<ann@acme.example",
        "Ann <ann@acme.example> Bob",
        "Ann <ann@acme.example> <bob@acme.example>",
        "ann@[127.0.0.1]",
        "ann@" + "a" * 64 + ".example",
        "a" * 250 + "@acme.example",
        "ann@" + ".".join(["acme"] * 60),
        "ann@\u3002",
        "ann@straße.example",
        "ann@x\u200dy.example",
    ],
)
def test_what_is_no_address_cannot_be_a_mailbox(written):
    with pytest.raises(ValueError, match=r"^(write|a domain is|an address has)"):
        Mailbox.of(written)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\nBcc: bob@acme.example", " "])
def test_nothing_can_follow_an_address(end):
    with pytest.raises(ValueError, match=r"^(write|a domain is)"):
        Mailbox(f"ann@acme.example{end}")


def test_a_letter_that_registries_and_python_read_differently_is_not_guessed():
    with pytest.raises(ValueError, match="begins with `xn--`, since it holds `ß`"):
        ascii_domain("straße.example")


@given(st.text())
def test_an_address_holds_nothing_that_could_end_a_line_or_a_command(text):
    try:
        mailbox = Mailbox(text)
    except ValueError:
        return
    assert not set("<>\r\n \x00,;") & set(mailbox.routed)
    assert mailbox.routed.count("@") == 1
    assert mailbox.domain.isascii()


def test_it_is_shown_as_people_write_it():
    assert str(Mailbox("ann@acme.example", "Ann")) == "Ann <ann@acme.example>"
    assert str(Mailbox("ann@acme.example")) == "ann@acme.example"
