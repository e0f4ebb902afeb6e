"""Brevo: much like Django's templates, in which attributes stand as `contact.FIRSTNAME`.

A space may follow the colon of a filter. Nothing counts as 0 when it is compared with a number, but does not equal it.
What `and` and `or` mean together is not documented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from interpreters.django_engine import rendered
from interpreters.reading import OWN, UNSUBSCRIBE, VIEW, NotRead

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OWN", "sent"]

_IF = re.compile(r"\{% (?:el)?if .*? %\}")
_FILTER = re.compile(r"\| *default *: *")


class _Nothing(str):
    """An empty text that passes for 0."""

    __slots__ = ()

    def __lt__(self, other: Any) -> bool:
        return bool(other > 0)

    def __le__(self, other: Any) -> bool:
        return bool(other >= 0)

    def __gt__(self, other: Any) -> bool:
        return bool(other < 0)

    def __ge__(self, other: Any) -> bool:
        return bool(other <= 0)


class _Contact(dict[str, Any]):
    def __missing__(self, name: str) -> str:
        if not re.fullmatch("[A-Z][A-Z0-9_]*", name):
            raise NotRead(name)
        return _Nothing()


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    if any(" and " in test and " or " in test for test in _IF.findall(text)):
        raise NotRead("`and` and `or` together")
    names = {"contact": _Contact(recipient), "unsubscribe": UNSUBSCRIBE, "mirror": VIEW}
    return rendered(_FILTER.sub("|default:", text), names, escapes=False)
