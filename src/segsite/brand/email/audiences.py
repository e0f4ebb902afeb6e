"""Who sees which parts of an e-mail's HTML: Outlook for Windows reads comments that all others pass over.

What stands in `<!--[if mso]>…<![endif]-->` is for Outlook alone, what stands in `<!--[if !mso]><!-->…<!--<![endif]-->`
for all others. Any other comment is for nobody.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.brand.passages import Span

OUTLOOK = "outlook-windows"
"""The one client that reads such comments."""


class Audience(Enum):
    """Who sees a part of an e-mail."""

    ALL = "all"
    OUTLOOK = "Outlook for Windows"
    OTHERS = "all others"

    def has(self, client: str) -> bool:
        """Whether a client belongs to it."""
        return self is Audience.ALL or (self is Audience.OUTLOOK) == (client == OUTLOOK)


_COMMENT = re.compile(
    r"<!--\[if\s+(?P<test>[^\]]*)\]>(?P<shown><!-->|<!--\s*-->|-->)?(?P<inside>.*?)(?:<!--\s*)?<!\[endif\]-->|<!--.*?-->",
    re.DOTALL,
)
_IS_OUTLOOK = re.compile(r"(?P<no>!\s*\(?\s*(?:[gl]te?\s+)?)?\bmso\b", re.IGNORECASE)
_SERVES = re.compile(r"<(?:table|td|v:\w+)\b", re.IGNORECASE)


def parts(markup: str) -> Iterator[tuple[Audience, Span]]:
    """The stretches of HTML that somebody sees, each with its audience."""
    start = 0
    for comment in _COMMENT.finditer(markup):
        if start < comment.start():
            yield Audience.ALL, (start, comment.start())
        start = comment.end()
        if comment["test"] is not None:
            audience = _audience(comment["test"], shown=comment["shown"] is not None)
            if audience is not None:
                yield audience, comment.span("inside")
    if start < len(markup):
        yield Audience.ALL, (start, len(markup))


def _audience(test: str, *, shown: bool) -> Audience | None:
    asked = _IS_OUTLOOK.search(test)
    outlook = asked is not None and asked["no"] is None
    if shown:
        return Audience.ALL if outlook or asked is None else Audience.OTHERS
    return Audience.OUTLOOK if outlook else None


def is_served(markup: str, span: Span) -> bool:
    """Whether a comment right before or after a tag gives Outlook a table, a cell or VML for it."""
    start, end = span
    while start > 0 and markup[start - 1].isspace():
        start -= 1
    while end < len(markup) and markup[end].isspace():
        end += 1
    preceding = _COMMENT.match(markup, max(markup.rfind("<!--[if", 0, start), 0))
    following = _COMMENT.match(markup, end)
    before = preceding is not None and preceding.end() == start and _serves(preceding)
    return before or (following is not None and _serves(following))


def _serves(comment: re.Match[str]) -> bool:
    if comment["test"] is None or _SERVES.search(comment["inside"]) is None:
        return False
    return _audience(comment["test"], shown=comment["shown"] is not None) is Audience.OUTLOOK
