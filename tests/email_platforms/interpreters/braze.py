"""Braze: Liquid in which attributes stand as `${first_name}` and `custom_attribute.${plan}`.

One that is missing is blank. Comments are taken out of HTML before Liquid is read, so none can stand in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from interpreters.liquid_engine import Nothing, Values, rendered
from interpreters.reading import ADDRESS, UNSUBSCRIBE, NotRead

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN = {"unsubscribe_url": UNSUBSCRIBE, "postal_address": ADDRESS}
_STANDARD = {
    "first_name",
    "last_name",
    "email_address",
    "phone_number",
    "city",
    "country",
    "set_user_to_unsubscribed_url",
}
_ATTRIBUTE = re.compile(r"(custom_attribute\.)?\$\{([^{}$%]+)\}")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    if any("{{" in comment or "{%" in comment for comment in _COMMENT.findall(text)):
        raise NotRead("Liquid in a comment")

    def attribute(match: re.Match[str]) -> str:
        if bool(match[1]) is (match[2] in _STANDARD):
            raise NotRead(match[0])
        return f"attributes['{match[2]}']"

    attributes = Values({**recipient, "set_user_to_unsubscribed_url": UNSUBSCRIBE}, Nothing())
    return rendered(_ATTRIBUTE.sub(attribute, text), {"attributes": attributes}, "default")
