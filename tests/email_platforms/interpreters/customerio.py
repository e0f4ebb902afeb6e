"""Customer.io: Liquid in which attributes stand as `customer.first_name`, all of them texts.

One that is missing is blank; to print it fails the message. Two tags give addresses. `default` is not known to older
accounts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from interpreters.liquid_engine import Nothing, Values, rendered
from interpreters.reading import OWN, UNSUBSCRIBE, VIEW, NotRead

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OWN", "sent"]

_URL = re.compile(r"\{%\s*(unsubscribe_url|view_in_browser_url)\s*%\}")


class _Failing(Nothing):
    def __str__(self) -> str:
        raise NotRead("the message fails: an attribute is missing")


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    customer = Values({name: str(value) for name, value in recipient.items()}, _Failing())
    text = _URL.sub(lambda match: UNSUBSCRIBE if match[1] == "unsubscribe_url" else VIEW, text)
    return rendered(text, {"customer": customer}, "plus")
