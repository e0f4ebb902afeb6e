"""Campaign Monitor: `[firstname,fallback=there]`, `[if:Plan=trial] … [elseif:Plan=pro] … [else] … [endif]`.

Two links are elements, `<unsubscribe>words</unsubscribe>` and `<webversion>words</webversion>`; in a text part they are
`[unsubscribe]` and `[webversion]`. One condition inside another is not documented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from interpreters.reading import OWN, UNSUBSCRIBE, VIEW, NotRead, Tag, conditions, without

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["OWN", "sent"]

_TAG = re.compile(r"(\[(?:(?:if:|elseif:|\w+,fallback=)[^\[\]]*|else|(?<!<!\[)endif|unsubscribe|webversion)\])")
_OUTLOOK = re.compile(r"<!(?:--)?\[(?:if [^\]:]*|endif)\]")
_ELEMENT = re.compile(r"<(unsubscribe|webversion)([^>]*)>(.*?)</\1>", re.DOTALL)


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    links = {"unsubscribe": UNSUBSCRIBE, "webversion": VIEW}
    text = _ELEMENT.sub(lambda match: f'<a href="{links[match[1]]}"{match[2]}>{match[3]}</a>', text)

    def tags() -> Iterator[Tag]:
        for at, piece in enumerate(_TAG.split(text)):
            yield _tag(piece) if at % 2 else _words(piece)

    def _tag(tag: str) -> Tag:
        inner = tag.removeprefix("[").removesuffix("]")
        if inner in links:
            return Tag("words", links[inner])
        kind, colon, test = inner.partition(":")
        if kind in {"if", "elseif", "else", "endif"} and bool(colon) is (kind in {"if", "elseif"}):
            return Tag({"if": "if", "elseif": "elif", "else": "else", "endif": "end"}[kind], test)
        field, comma, fallback = inner.partition(",fallback=")
        if not comma:
            raise NotRead(tag)
        return Tag("words", str(recipient.get(field, "")) or fallback)

    def holds(test: str) -> bool:
        field, sign, value = test.partition("=")
        if not re.fullmatch(r"\w+", field):
            raise NotRead(test)
        return str(recipient.get(field, "")) == value if sign else recipient.get(field, "") != ""

    return conditions(tags(), holds, nest=False)


def _words(piece: str) -> Tag:
    without("[if [else [end fallback= <unsub <webv", _OUTLOOK.sub("", piece))
    return Tag("words", piece)
