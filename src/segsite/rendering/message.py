"""Messages: a rendered e-mail as one file, which mail programs open and servers pass on (RFC 5322, MIME)."""

from __future__ import annotations

import binascii
import hashlib
import re
from dataclasses import dataclass
from email.utils import format_datetime
from typing import TYPE_CHECKING

from segsite.rendering.mail_headers import header, mailbox_header, text_header, unsubscribe_headers

if TYPE_CHECKING:
    from datetime import datetime

    from segsite.model.mailbox import Mailbox

_BREAK = re.compile("\r\n?")
_OVERLONG = re.compile(rb"(=20|=09)\n(?<=[^\n]{77}\n)")
_CLEAR_OF_CONTENT = "=_"
"""What quoted-printable never writes: there, a digit or the end of the line follows an equals sign."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail as a message holds it.

    Attributes:
        identity: What tells it from all others, such as `generic/trades/welcome`.
        subject: The subject.
        html: The HTML part.
        text: The text part.
        sender: Whom it comes from, if that is known.
        reply_to: Where answers go, if elsewhere.
        unsubscribe: An https address, or what a platform writes for it, such as `{{ unsubscribe_url }}`.
    """

    identity: str
    subject: str
    html: str
    text: str
    sender: Mailbox | None = None
    reply_to: Mailbox | None = None
    unsubscribe: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """What makes a letter one that is sent.

    Attributes:
        recipients: Whom it goes to.
        date: When, with its time zone.
    """

    recipients: tuple[Mailbox, ...]
    date: datetime


def compose(letter: Letter, sending: Sending | None = None) -> bytes:
    """A letter as a message: the same bytes for the same letter, with CRLF at the end of each line.

    Args:
        letter: What it says.
        sending: Whom it goes to, and when. Without, it is a template, which mail programs open as a draft to be sent.
    """
    boundary = f"{_CLEAR_OF_CONTENT}segsite_{_digest(letter.identity)}"
    headers = _headers(letter, sending) + header("Content-Type", f'multipart/alternative; boundary="{boundary}"')
    between = f"\r\n--{boundary}".encode()
    parts = (_part("plain", letter.text), _part("html", letter.html))
    return between.join([headers.encode(), *(b"\r\n" + part for part in parts), b"--\r\n"])


def _headers(letter: Letter, sending: Sending | None) -> str:
    return "".join(
        [
            mailbox_header("From", _given(letter.sender)),
            mailbox_header("Reply-To", _given(letter.reply_to)),
            mailbox_header("To", sending.recipients if sending else ()),
            text_header("Subject", letter.subject),
            _trace(letter, sending) if sending else header("X-Unsent", "1"),
            unsubscribe_headers(letter.unsubscribe),
            header("MIME-Version", "1.0"),
        ]
    )


def _given(mailbox: Mailbox | None) -> tuple[Mailbox, ...]:
    return () if mailbox is None else (mailbox,)


def _trace(letter: Letter, sending: Sending) -> str:
    """The headers that tell one sending of a letter from another."""
    date = format_datetime(sending.date)
    digest = _digest("\0".join([letter.identity, date, *(mailbox.routed for mailbox in sending.recipients)]))
    domain = letter.sender.domain if letter.sender else "localhost"
    return header("Date", date) + header("Message-ID", f"<{digest}@{domain}>")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _part(kind: str, content: str) -> bytes:
    headers = header("Content-Type", f"text/{kind}; charset=utf-8") + header(
        "Content-Transfer-Encoding", "quoted-printable"
    )
    return f"{headers}\r\n".encode() + _quoted_printable(content)


def _quoted_printable(content: str) -> bytes:
    """A text in lines of up to 76 ASCII characters.

    `binascii` does it at the speed of C, with two traps: it breaks long lines the way the text's first line ends, so it
    is given bare line feeds; and a space that it escapes at the end of a line may make that line too long.
    """
    lines = _BREAK.sub("\n", content).encode("utf-8", "replace")
    return _OVERLONG.sub(rb"=\n\1\n", binascii.b2a_qp(lines)).replace(b"\n", b"\r\n")
