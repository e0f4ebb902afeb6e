"""The line of an inbox: as much of sender, subject and preheader as there is room for.

No client counts characters; it cuts where its column ends, and letters differ in width. The numbers are those that
senders of e-mail go by, the small end where they differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.reporting.text import width

if TYPE_CHECKING:
    from segsite.model.mailbox import Mailbox

_APART = 3


@dataclass(frozen=True, slots=True)
class Inbox:
    """An inbox.

    Attributes:
        name: What people call it.
        subject: How many characters of a subject it shows.
        preheader: How many of a preheader.
        line: How many of both together, where they stand on one line; 0 where each has its own.
    """

    name: str
    subject: int
    preheader: int
    line: int = 0


INBOXES = (
    Inbox("Gmail on the web", 70, 100, 110),
    Inbox("Gmail on Android", 33, 40),
    Inbox("Gmail on iPhone", 37, 40),
    Inbox("Mail on iPhone", 41, 90),
)
"""The inboxes that a preview shows."""


@dataclass(frozen=True, slots=True)
class Line:
    """What an inbox shows of an e-mail; `…` stands where it cuts."""

    inbox: Inbox
    sender: str
    subject: str
    preheader: str


def line_of(inbox: Inbox, sender: Mailbox | None, subject: str, after: str) -> Line:
    """The line of an e-mail in an inbox.

    Args:
        inbox: Which one.
        sender: Whom it comes from; None if nobody has said it yet.
        subject: The subject.
        after: The preheader, or the first words of the e-mail where it has none.
    """
    shown = cut(subject, inbox.subject)
    room = min(inbox.preheader, inbox.line - width(shown) - _APART) if inbox.line else inbox.preheader
    name = (sender.name or sender.address) if sender is not None else ""
    return Line(inbox, name, shown, cut(after, room))


def cut(text: str, room: int) -> str:
    """As much of a text as there is room for, with `…` where it ends too early; wide characters take two."""
    text = " ".join(text.split())
    if width(text) <= room:
        return text
    end = 0
    while width(text[: end + 1]) <= room - 1:
        end += 1
    return f"{text[:end].rstrip()}…"
