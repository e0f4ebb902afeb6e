"""Delivery to real servers: what arrives, and what is said when it does not."""

from __future__ import annotations

import datetime
import email
import socket
import time
from dataclasses import replace
from email import policy

import pytest
from mail_servers import HOST, scripted

from segsite.diagnostics import UsageError
from segsite.mailing.delivery import deliver
from segsite.mailing.failures import DeliveryError
from segsite.mailing.recipients import MOST
from segsite.mailing.server import Server
from segsite.model.mailbox import Mailbox
from segsite.rendering.message import Letter, Sending, compose

ACME, ANN, BOB = (
    Mailbox("hello@acme.example", "Acme"),
    Mailbox("ann@bücher.example", "Änn"),
    Mailbox("bob@acme.example"),
)
HTML = "<!DOCTYPE html>\n<p>Grüße 🎉</p>\n.\n..\n.hidden\n" + "<p>" + "x" * 3000 + "</p>\n"
TEXT = "Grüße 🎉\n\n.\n..two dots\n"
SENT = Sending((ANN, BOB), datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC))
MESSAGE = compose(Letter("generic/trades/welcome", "Grüße", HTML, TEXT, ACME, None, "https://acme.example/off"), SENT)
TO = (ANN, BOB)
HELLO, HERE = "220 mail.acme.example", "250 mail.acme.example"


def refusal(server, *, message=MESSAGE, sender=ACME, to=TO, seconds=10.0):
    """What is said of a message that does not arrive."""
    with pytest.raises(DeliveryError) as caught:
        deliver(server, message, sender, to, seconds=seconds)
    assert caught.value.exit_code == 1
    assert caught.value.hint.endswith(".")
    return caught.value.message


def plain(port):
    return Server(HOST, port, "none")


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
def test_a_message_arrives_as_it_was(serve, office, security):
    delivered = deliver(serve(security), MESSAGE, ACME, TO)
    (envelope,) = office.kept
    assert envelope.mail_from == "hello@acme.example"
    assert envelope.rcpt_tos == ["ann@xn--bcher-kva.example", "bob@acme.example"]
    assert envelope.content == MESSAGE
    assert office.sessions[0].authenticated
    assert bool(office.sessions[0].ssl) == (security == "starttls")
    assert (delivered.recipients, delivered.size) == (tuple(envelope.rcpt_tos), len(MESSAGE))
    assert delivered.reply == "250 2.0.0 queued as 42"


def test_both_parts_and_the_subject_are_there_when_it_is_read(serve, office):
    deliver(serve(), MESSAGE, ACME, TO)
    message = email.message_from_bytes(office.kept[0].content, policy=policy.SMTP.clone(raise_on_defect=True))
    assert (message["Subject"], message["To"].addresses[0].display_name) == ("Grüße", "Änn")
    assert [part.get_content().replace("\r\n", "\n") for part in message.iter_parts()] == [TEXT, HTML]


def test_a_message_whose_last_line_is_open_is_closed(serve, office):
    deliver(serve(), b"Subject: Hello\r\n\r\n.Hello", ACME, TO)
    assert office.kept[0].content == b"Subject: Hello\r\n\r\n.Hello\r\n"


def test_a_server_that_wants_no_login_is_given_none(serve, office):
    deliver(serve(user=""), MESSAGE, ACME, TO)
    assert not office.sessions[0].authenticated


def test_a_password_may_have_any_letters(serve, office):
    office.password = "Öffne dich 🔑"
    deliver(serve(user="änn", password=office.password), MESSAGE, ACME, TO)
    assert office.sessions[0].authenticated
    assert "refuses the user `änn` with this password" in refusal(serve(user="änn", password="falsch"))


def test_letters_in_an_address_go_where_they_are_known(serve, office):
    deliver(serve(), MESSAGE, ACME, (Mailbox("änn@bücher.example"),))
    assert office.kept[0].rcpt_tos == ["änn@xn--bcher-kva.example"]
    assert {"SMTPUTF8", "BODY=8BITMIME"} <= set(office.kept[0].mail_options)
    said = refusal(serve(enable_SMTPUTF8=False), to=(Mailbox("änn@acme.example"),))
    assert "takes only addresses in plain letters" in said


def test_a_wrong_password_is_said_to_be_one(serve, office):
    server = serve(password="guess")
    said = refusal(server)
    assert said == (
        f"`{server}` refuses the user `ann` with this password: `535 5.7.8 Authentication credentials invalid`. "
        "Nothing was sent."
    )
    assert not office.kept


def test_a_server_that_hangs_up_on_a_wrong_password_is_understood():
    with scripted(HELLO, f"{HERE[:3]}-x\r\n250 AUTH PLAIN") as (port, _):
        said = refusal(Server(HOST, port, "none", "ann", "guess"))
    assert "refuses the user `ann`" in said


@pytest.mark.parametrize("offer", ["250 SIZE", "250 AUTH XOAUTH2"])
def test_a_server_without_a_login_by_password_is_told_no_password(offer):
    with scripted(HELLO, f"250-x\r\n{offer}", "221 bye") as (port, heard):
        assert "offers no way to log in with a password" in refusal(Server(HOST, port, "none", "ann", "secret"))
    assert not any(line.startswith(b"AUTH") for line in heard)


def test_a_login_that_is_asked_for_is_named():
    with (
        scripted(HELLO, HERE, "530 5.7.0 Authentication required") as (port, _),
        pytest.raises(DeliveryError) as caught,
    ):
        deliver(plain(port), MESSAGE, ACME, TO)
    assert caught.value.hint == "Set SEGSITE_SMTP_USER and SEGSITE_SMTP_PASSWORD."


def test_a_sender_who_is_refused_is_named(serve, office):
    office.refuses["hello@acme.example"] = "553 5.7.1 not yours"
    assert "does not send for `hello@acme.example`: `553 5.7.1 not yours`. Nothing was sent." in refusal(serve())


def test_recipients_who_are_all_refused_get_nothing(serve, office):
    office.refuses |= {"ann@xn--bcher-kva.example": "550 no Ann", "bob@acme.example": "551 no Bob"}
    assert refusal(serve()).endswith(
        "does not send to `ann@xn--bcher-kva.example` (`550 no Ann`), `bob@acme.example` (`551 no Bob`). "
        "Nothing was sent."
    )
    assert not office.kept


def test_of_several_recipients_it_is_said_who_got_it_and_who_did_not(serve, office):
    office.refuses["bob@acme.example"] = "550 5.1.1 no Bob"
    assert refusal(serve()).endswith(
        "does not send to `bob@acme.example` (`550 5.1.1 no Bob`). It was sent to `ann@xn--bcher-kva.example`."
    )
    assert [envelope.rcpt_tos for envelope in office.kept] == [["ann@xn--bcher-kva.example"]]


def test_a_message_that_is_refused_was_not_sent(serve, office):
    office.refuses["DATA"] = "554 5.6.0 looks like spam"
    assert refusal(serve()).endswith("refuses the message: `554 5.6.0 looks like spam`. Nothing was sent.")


def test_a_message_that_is_too_large_is_refused_before_it_is_sent(serve, office):
    with pytest.raises(DeliveryError) as caught:
        deliver(serve(data_size_limit=100), MESSAGE, ACME, TO)
    assert "refuses the message: `552 " in caught.value.message
    assert "too large" in caught.value.hint
    assert not office.kept


def test_a_server_that_does_not_want_the_data_is_understood():
    with scripted(HELLO, HERE, "250 ok", "250 ok", "250 ok", "451 4.3.0 later") as (port, _):
        assert refusal(plain(port)).endswith("refuses the message: `451 4.3.0 later`. Nothing was sent.")


@pytest.mark.parametrize(
    "answers", [(), (HELLO,), (HELLO, HERE), (HELLO, HERE, "250 ok"), (HELLO, HERE, *["250 ok"] * 3)]
)
def test_a_connection_that_ends_before_the_message_is_there_has_sent_nothing(answers):
    with scripted(*answers) as (port, _):
        said = refusal(plain(port))
    assert "failed: " in said or "ended too early: " in said
    assert said.endswith("Nothing was sent.")


@pytest.mark.parametrize("last", [(), ("nonsense",)])
def test_a_connection_that_ends_before_the_message_is_confirmed_may_have_sent_it(last):
    answers = (HELLO, HERE, "250 ok", "250 ok", "250 ok", "354 go", *last)
    with scripted(*answers) as (port, heard):
        said = refusal(plain(port))
    assert heard[-1] in {b".\r\n", b""}
    assert "has the whole message, but did not confirm it: " in said
    assert said.endswith("It may have been sent.")


def test_a_server_that_hangs_up_after_its_yes_has_sent_it():
    answers = (HELLO, HERE, "250 ok", "250 ok", "250 ok", "354 go", "250 queued")
    with scripted(*answers) as (port, _):
        assert deliver(plain(port), MESSAGE, ACME, TO).reply == "250 queued"


def test_a_server_that_takes_no_messages_says_why():
    with scripted("421 too busy\x1b[31m") as (port, _):
        assert "takes no messages now: `421 too busy" in refusal(plain(port))


def test_a_server_that_says_nothing_is_not_waited_for_for_ever():
    with socket.create_server((HOST, 0)) as listener:
        server = plain(listener.getsockname()[1])
        begun = time.monotonic()
        assert "did not answer within 0.2 seconds. Nothing was sent." in refusal(server, seconds=0.2)
        assert time.monotonic() - begun < 5


def test_a_port_where_nobody_listens_is_said_to_be_one():
    with socket.create_server((HOST, 0)) as listener:
        server = plain(listener.getsockname()[1])
    assert refusal(server) == f"`{server}` refuses the connection: nothing listens there. Nothing was sent."


def test_a_server_that_there_is_not_is_named():
    assert "There is no server `mail.invalid`" in refusal(Server("mail.invalid", 25, "none"))


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_is_refused(serve, office, security):
    said = refusal(replace(serve(security), authorities=None))
    assert "is not trusted: " in said
    assert said.endswith("Nothing was sent.")
    assert not office.kept


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_of_another_server_is_refused(serve, security):
    assert "is not trusted: " in refusal(serve(security, name="other.example"))


def test_a_server_without_starttls_is_told_nothing(serve, office):
    said = refusal(serve("starttls", offered="none"))
    assert "does not offer STARTTLS. Nothing was sent, and no password." in said
    assert not office.kept


def test_an_offer_that_was_taken_away_on_the_way_is_not_passed_over():
    with scripted(HELLO, "250-x\r\n250 AUTH PLAIN") as (port, heard):
        assert "does not offer STARTTLS" in refusal(Server(HOST, port, "starttls", "ann", "secret"))
    assert [line[:4] for line in heard] == [b"ehlo", b""]


def test_a_server_that_cannot_start_tls_is_told_no_password():
    with scripted(HELLO, "250-x\r\n250 STARTTLS", "454 4.7.0 not now") as (port, heard):
        assert "takes no messages now: `454 4.7.0 not now`" in refusal(Server(HOST, port, "starttls", "ann", "secret"))
    assert not any(line.upper().startswith(b"AUTH") for line in heard)


def test_tls_where_starttls_is_spoken_is_explained(serve):
    server = serve("tls", offered="starttls")
    with pytest.raises(DeliveryError, match="No protected connection") as caught:
        deliver(server, MESSAGE, ACME, TO)
    assert "Servers on port 587 want `security` to be `starttls`." in caught.value.hint


@pytest.mark.parametrize("text", [None, "no certificate"])
def test_a_file_of_authorities_that_cannot_be_used_is_named(serve, tmp_path, text):
    path = tmp_path / "mine.pem"
    if text is not None:
        path.write_text(text, "utf-8")
    said = refusal(replace(serve(), authorities=path))
    assert said.startswith(f"`{path}`, which SEGSITE_SMTP_CA names, cannot be used: ")


def test_a_crowd_is_refused_before_anything_is_sent(serve, office):
    crowd = [Mailbox(f"a{number}@acme.example") for number in range(MOST + 1)]
    with pytest.raises(UsageError, match="6 recipients are too many"):
        deliver(serve(), MESSAGE, ACME, crowd)
    with pytest.raises(UsageError, match="Nobody is named"):
        deliver(serve(), MESSAGE, ACME, [])
    assert not office.sessions
