"""Klaviyo: Django's templates, in which properties stand as `person.plan` or `person|lookup:'Plan name'`.

Three of them stand by themselves. Values are escaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreters.django_engine import rendered
from interpreters.reading import OWN

if TYPE_CHECKING:
    from collections.abc import Mapping


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    bare = {name: recipient[name] for name in ("first_name", "last_name", "email") if name in recipient}
    return rendered(text, {**bare, "person": recipient, **OWN}, escapes=True)
