"""HubSpot: HubL, here by Jinja2, with `personalization_token(name, default)` and no filters on tokens.

A template begins with annotations; conditions on contacts need `isEnabledForEmailV3Rendering` among them. What is not
there cannot be compared with a number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from jinja2.exceptions import TemplateError

from interpreters.reading import OWN, UNSUBSCRIBE, VIEW, NotRead

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN = OWN | {"postal_address": "Acme Ltd., 1 Main Street, Springfield, IL 12345"}
_SETTINGS = {
    "company_name": "Acme Ltd.", "company_street_address_1": "1 Main Street", "company_city": "Springfield",
    "company_state": "IL", "company_zip": "12345",
}  # fmt: skip
_ANNOTATIONS = re.compile(r"\A(?:<!--\n(?:  \w+: \w+\n)+-->\n)+")


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    head = _ANNOTATIONS.match(text)
    if head is not None and "{% if" in text and "isEnabledForEmailV3Rendering: true" not in head[0]:
        raise NotRead("a condition in an e-mail that is not programmable")

    def personalization_token(name: str, default: str) -> Any:
        return recipient.get(name.removeprefix("contact."), "") or default

    environment = Environment(keep_trailing_newline=True)  # nothing says that HubSpot escapes
    environment.filters = {}
    environment.globals = {"personalization_token": personalization_token, "contact": recipient}
    names = {"unsubscribe_link": UNSUBSCRIBE, "view_as_page_url": VIEW, "site_settings": _SETTINGS}
    try:
        return environment.from_string(text[head.end() if head is not None else 0 :]).render(names)
    except (TemplateError, TypeError) as error:
        raise NotRead(str(error)) from error
