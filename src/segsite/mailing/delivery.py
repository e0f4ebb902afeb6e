"""Delivery: one message handed to a mail server, and an answer to what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.mailing import failures
from segsite.mailing.connection import connected
from segsite.mailing.recipients import refuse_crowd

if TYPE_CHECKING:
    import smtplib
    from collections.abc import Sequence

    from segsite.mailing.server import Server
    from segsite.model.mailbox import Mailbox

SECONDS = 10.0
"""How long to wait for an answer."""
_PATIENCE = 6
"""How many times as long to wait at the end, while servers look through the message."""
_GO_AHEAD = 354
_DOT = re.compile(rb"^\.", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What was done: a message was handed over for all its recipients.

    Attributes:
        server: The server that took it.
        sender: The address it comes from.
        recipients: The addresses it goes to.
        size: How many bytes it has.
        reply: What the server said when it took it.
    """

    server: Server
    sender: str
    recipients: tuple[str, ...]
    size: int
    reply: str


def deliver(
    server: Server, message: bytes, sender: Mailbox, recipients: Sequence[Mailbox], *, seconds: float = SECONDS
) -> Delivered:
    """Hand a message to a server.

    Args:
        server: Which one.
        message: The message, with CRLF at the end of each line.
        sender: Whom it comes from.
        recipients: Whom it goes to.
        seconds: How long to wait for each answer.

    Raises:
        UsageError: If there are too many recipients, or none.
        DeliveryError: If it did not reach the server for all of them; says whom it did.
    """
    refuse_crowd(recipients)
    addresses = tuple(mailbox.routed for mailbox in recipients)
    with connected(server, seconds) as connection:
        try:
            refused = _addressed(connection, server, message, sender.routed, addresses)
            _hand_over(connection, server, message)
        except OSError as error:
            raise failures.dropped(server, error) from error
        reached = tuple(address for address in addresses if address not in refused)
        reply = _confirmation(connection, server, reached, seconds)
    if refused:
        raise failures.recipients_refused(server, refused, reached)
    return Delivered(server, sender.routed, reached, len(message), reply)


def _addressed(
    connection: smtplib.SMTP, server: Server, message: bytes, sender: str, recipients: tuple[str, ...]
) -> dict[str, str]:
    """Tell the server from whom and to whom; what it said to those it refuses.

    Raises:
        DeliveryError: If it refuses the sender, or all recipients.
        OSError: If the connection ends.
    """
    code, reply = connection.mail(sender, _options(connection, server, message, (sender, *recipients)))
    if not _is_yes(code):
        raise failures.sender_refused(server, sender, code, reply)
    refused: dict[str, str] = {}
    for recipient in recipients:
        code, reply = connection.rcpt(recipient)
        if not _is_yes(code):
            refused[recipient] = failures.said(code, reply)
    if len(refused) == len(recipients):
        raise failures.recipients_refused(server, refused, ())
    return refused


def _options(connection: smtplib.SMTP, server: Server, message: bytes, addresses: tuple[str, ...]) -> list[str]:
    options = [f"SIZE={len(message)}"] if connection.has_extn("size") else []
    if message.isascii() and all(map(str.isascii, addresses)):
        return options
    if not connection.has_extn("smtputf8"):
        raise failures.no_such_letters(server)
    return [*options, "SMTPUTF8", "BODY=8BITMIME"]


def _hand_over(connection: smtplib.SMTP, server: Server, message: bytes) -> None:
    """Send the message up to the dot that ends it.

    Raises:
        DeliveryError: If the server does not want it.
        OSError: If the connection ends; the server then has a part, which it drops.
    """
    code, reply = connection.docmd("DATA")
    if code != _GO_AHEAD:
        raise failures.message_refused(server, code, reply)
    end = b".\r\n" if message.endswith(b"\r\n") else b"\r\n.\r\n"
    connection.send(_DOT.sub(b"..", message) + end)


def _confirmation(connection: smtplib.SMTP, server: Server, recipients: tuple[str, ...], seconds: float) -> str:
    """The server's word that it has taken the message over.

    Raises:
        DeliveryError: If it refuses the message, or does not say.
    """
    if connection.sock is not None:
        connection.sock.settimeout(seconds * _PATIENCE)
    try:
        code, reply = connection.getreply()
    except OSError as error:
        raise failures.in_doubt(server, failures.reason(error), recipients) from error
    if code < 0:
        raise failures.in_doubt(server, f"it said `{failures.said(code, reply)}`", recipients)
    if not _is_yes(code):
        raise failures.message_refused(server, code, reply)
    return failures.said(code, reply)


def _is_yes(code: int) -> bool:
    return 200 <= code < 300
