"""Marketo's tokens: `{{lead.First Name:default=there}}`, `{{company.Company Name}}`, `{{system.unsubscribeLink}}`.

The default stands for what is empty. Values are escaped. Velocity's words after `#` are taken for Velocity anywhere.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from interpreters.reading import OWN, UNSUBSCRIBE, VIEW, NotRead, without

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OWN", "sent"]

_TOKEN = re.compile(r"\{\{(lead|company|system)\.([A-Za-z][\w ]*)(?::default=([^{}\n]*))?\}\}")
_VELOCITY = re.compile("#(?:if|elseif|else|foreach|end|set|define|macro|include|parse|break|stop|evaluate)")


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    if _VELOCITY.search(text):
        raise NotRead(text)
    given = {"unsubscribeLink": UNSUBSCRIBE, "viewAsWebpageLink": VIEW}

    def token(match: re.Match[str]) -> str:
        group, name, default = match.groups()
        if group == "system":
            return html.escape(given[name])
        if (group == "company") is not (name == "Company Name"):
            raise NotRead(match[0])
        value = str(recipient.get(name, ""))
        return html.escape(value) if value else default or ""

    without("{{ }} ${", _TOKEN.sub("", text))
    return _TOKEN.sub(token, text)
