"""`brand/recipients.yaml`: people whom e-mails are shown to before anybody gets them."""

from __future__ import annotations

from pydantic import Field

from segsite.model.written import Written


class Recipient(Written):
    """A sample recipient: what the platform knows of somebody."""

    label: str
    """Who that is, in a few words: `A trial of two days, first name known`."""
    fields: dict[str, str | int | float] = Field(default_factory=dict)
    """The values of merge fields by name: `{first_name: Robin, plan: trial}`."""


UNKNOWN = "unknown"
"""The id of the recipient that every site has."""
NOBODY = Recipient(label="Somebody of whom nothing is known")
"""The recipient who has no value for any field."""
