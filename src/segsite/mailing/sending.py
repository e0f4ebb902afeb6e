"""One e-mail made ready for a few people to look at: a message with a sample recipient's values filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from segsite.diagnostics import SegsiteError, UsageError, did_you_mean
from segsite.mailing.reading import NO_ADDRESS, as_read
from segsite.rendering.message import Letter, Sending, compose

if TYPE_CHECKING:
    from datetime import datetime

    from segsite.building.mails import MadeEmail, Mails
    from segsite.model.mailbox import Mailbox
    from segsite.model.recipients import Recipient

MARK = "[Test] "
"""What the subject begins with, so that nobody takes it for the real one."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What is filled in.

    Attributes:
        recipient: The id of a sample recipient; None for the first.
        variant: Which variant of the subject, counted from 1.
        marked: Whether the subject says that this is a test.
    """

    recipient: str | None = None
    variant: int = 1
    marked: bool = True


@dataclass(frozen=True, eq=False, slots=True)
class Ready:
    """A message that can be sent.

    Attributes:
        name: The e-mail's name.
        sender: Whom it comes from.
        to: Whom it goes to.
        subject: Its subject.
        recipient: The sample recipient's id, and who that is.
        html: The bytes of its HTML part.
        message: The whole of it.
    """

    name: str
    sender: Mailbox
    to: tuple[Mailbox, ...]
    subject: str
    recipient: tuple[str, str]
    html: int
    message: bytes


def ready(mails: Mails, made: MadeEmail, to: tuple[Mailbox, ...], sample: Sample, now: datetime) -> Ready:
    """An e-mail as a message.

    Args:
        mails: The e-mails of the site.
        made: Which of them.
        to: Whom it goes to.
        sample: What is filled in.
        now: When it is sent.

    Raises:
        UsageError: If there is no such recipient or variant.
        SegsiteError: If nobody has said whom e-mails come from.
    """
    sender = made.mail.sender
    if sender is None:
        raise SegsiteError(
            f"Nobody has said whom `{made.name}` comes from.",
            "Add `from: Name <name@example.com>` below `email:` in segsite.yaml, or to the front matter of the e-mail.",
        )
    name, recipient = _recipient(mails, sample.recipient)
    read = as_read(made.mail, recipient, _system(mails, made.mail.reply_to or sender))
    subject = (MARK if sample.marked else "") + _variant(made, read.subjects, sample.variant)
    letter = Letter(f"test/{made.name}", subject, read.html, read.text, sender, made.mail.reply_to)
    message = compose(letter, Sending(to, now))
    return Ready(made.name, sender, to, subject, (name, recipient.label), len(read.html.encode()), message)


def _recipient(mails: Mails, asked: str | None) -> tuple[str, Recipient]:
    name = asked if asked is not None else next(iter(mails.site.recipients))
    if name not in mails.site.recipients:
        hint = did_you_mean(name, mails.site.recipients)
        raise UsageError(f"There is no sample recipient `{name}`.", hint)
    return name, mails.site.recipients[name]


def _variant(made: MadeEmail, subjects: tuple[str, ...], wanted: int) -> str:
    if not 1 <= wanted <= len(subjects):
        there = "one subject" if len(subjects) == 1 else f"{len(subjects)} variants of the subject"
        raise UsageError(f"`{made.name}` has {there}.", f"`--subject` takes a number from 1 to {len(subjects)}.")
    return subjects[wanted - 1]


def _system(mails: Mails, answers: Mailbox) -> dict[str, str]:
    """What stands for a platform's own fields: whoever wants no more of these writes to the sender."""
    way_out = f"mailto:{quote(answers.address, safe='@')}?subject=Unsubscribe"
    address = mails.site.brand.file.address.one_line
    return {**NO_ADDRESS, "unsubscribe_url": way_out, "postal_address": address}
