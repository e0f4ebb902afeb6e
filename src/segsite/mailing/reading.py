"""An e-mail as one recipient reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.rendering.merge import for_recipient
from segsite.rendering.plaintext import lay_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segsite.model.recipients import Recipient
    from segsite.rendering.packages import Mail

NO_ADDRESS = {"unsubscribe_url": "https://unsubscribe.invalid/", "view_url": "https://in-a-browser.invalid/"}
"""What stands for addresses that only a platform has; names below `.invalid` lead nowhere, for ever (RFC 2606)."""


@dataclass(frozen=True, eq=False, slots=True)
class Read:
    """What somebody reads of an e-mail.

    Attributes:
        subjects: The subject, or its variants.
        preheader: The preheader; empty if there is none.
        html: The HTML part.
        text: The text part.
    """

    subjects: tuple[str, ...]
    preheader: str
    html: str
    text: str


def as_read(mail: Mail, recipient: Recipient, system: Mapping[str, str]) -> Read:
    """An e-mail as a recipient reads it.

    Args:
        mail: The e-mail.
        recipient: What is known of the recipient.
        system: What stands for the fields that are the platform's own.
    """
    values = {**recipient.fields, **system}
    return Read(
        tuple(for_recipient(subject, values) for subject in mail.subjects),
        for_recipient(mail.preheader, values),
        for_recipient(mail.html, values, markup=True),
        lay_out(for_recipient(mail.text, values)),
    )
