"""Whom a message goes to: a few people who look at it. Campaigns are sent by platforms, which keep to opt-outs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import UsageError
from segsite.model.mailbox import Mailbox

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 5
"""To how many recipients a message may go."""


def recipients_of(written: Iterable[str]) -> tuple[Mailbox, ...]:
    """The mailboxes that a person names, each once.

    Raises:
        UsageError: If one has no address, or if there are too many or none.
    """
    recipients = tuple({mailbox.routed: mailbox for mailbox in map(_recipient, written)}.values())
    refuse_crowd(recipients)
    return recipients


def refuse_crowd(recipients: Sequence[Mailbox]) -> None:
    """See that there are a few recipients.

    Raises:
        UsageError: If there are too many, or none.
    """
    if not recipients:
        raise UsageError("Nobody is named to send it to.", "Name an address, such as ann@acme.example.")
    if len(recipients) > MOST:
        raise UsageError(
            f"{len(recipients)} recipients are too many: segsite sends to {MOST} at most, for them to look at it.",
            "Name fewer. To reach an audience, import the e-mail into your platform, which keeps to opt-outs.",
        )


def _recipient(written: str) -> Mailbox:
    try:
        return Mailbox.of(written)
    except ValueError as reason:
        remedy = str(reason)
        raise UsageError(f"`{written}` cannot be a recipient.", f"{remedy[:1].upper()}{remedy[1:]}.") from None
