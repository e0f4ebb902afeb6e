"""SendGrid's part of Handlebars: `{{insert first_name "default=there"}}`, `#if`, `#unless`, `#equals`, `#notEquals`,
`#greaterThan`, `#lessThan`; texts stand in double quotes. Values are compared as JavaScript does with `==`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreters.handlebars import Handlebars, has_value
from interpreters.reading import OWN, UNSUBSCRIBE, VIEW, NotRead, number

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OWN", "sent"]


def _equals(left: Any, right: Any) -> bool:
    if left is None or right is None:
        return left is right
    if isinstance(left, str) is isinstance(right, str):
        return bool(left == right)
    return left != "" != right and number(left) == number(right)


def _insert(value: Any, default: str) -> Any:
    if not default.startswith("default="):
        raise NotRead(default)
    return value if has_value(value) else default.removeprefix("default=")


_DIALECT = Handlebars(
    blocks={
        "if": has_value,
        "unless": lambda value: not has_value(value),
        "equals": _equals,
        "notEquals": lambda left, right: not _equals(left, right),
        "greaterThan": lambda left, right: number(left) > number(right),
        "lessThan": lambda left, right: number(left) < number(right),
    },
    helpers={"insert": _insert},
    quotes='"',
)


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    return _DIALECT.sent(text, {**recipient, "unsubscribe": UNSUBSCRIBE, "Weblink": VIEW})
