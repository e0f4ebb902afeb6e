"""Until when something may be said."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segsite.diagnostics import Finding, Place, Rule

NOTICE = datetime.timedelta(days=30)
"""So long before its last day the owner is told."""


def has_expired(expires: datetime.date | None, today: datetime.date) -> bool:
    """Whether a last day is over."""
    return expires is not None and expires < today


def expires_soon(expires: datetime.date | None, today: datetime.date) -> bool:
    """Whether a last day is near, and not over."""
    return expires is not None and today <= expires <= today + NOTICE


def soon(rule: Rule, what: str, expires: datetime.date | None, owner: str | None, place: Place) -> Finding:
    """The finding that something in use is about to expire."""
    hint = f"Have {owner or 'its owner'} confirm it, and set a new day."
    return rule.at(place, f"{what} is in use, and expires on {expires}.", hint)
