"""Iterable's Handlebars: `{{defaultIfEmpty firstName 'there'}}`, `#if`, `#unless`, `#ifEq`, `#ifGt`, `#ifGte`, `#ifLt`,
`#ifLte`; helpers can be arguments. A missing field that is compared with a number skips the send.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreters.handlebars import Handlebars, has_value
from interpreters.reading import OWN, UNSUBSCRIBE, VIEW, number

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OWN", "sent"]

_DIALECT = Handlebars(
    blocks={
        "if": has_value,
        "unless": lambda value: not has_value(value),
        "ifEq": lambda left, right: left == right,
        "ifGt": lambda left, right: number(left) > number(right),
        "ifGte": lambda left, right: number(left) >= number(right),
        "ifLt": lambda left, right: number(left) < number(right),
        "ifLte": lambda left, right: number(left) <= number(right),
    },
    helpers={"defaultIfEmpty": lambda value, default: default if value in (None, "") else value},
    quotes="\"'",
    nested=True,
)


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    return _DIALECT.sent(text, {**recipient, "unsubscribeUrl": UNSUBSCRIBE, "viewInBrowserUrl": VIEW})
