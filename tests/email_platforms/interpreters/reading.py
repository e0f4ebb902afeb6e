"""What all interpreters share: the platform's own values, and conditions that open, go another way and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

UNSUBSCRIBE = "https://mail.example/out?who=1&list=2"
VIEW = "https://mail.example/view/3"
ADDRESS = "Acme Ltd., 1 Main Street, 12345 Springfield"
OWN = {"unsubscribe_url": UNSUBSCRIBE, "view_url": VIEW, "postal_address": ADDRESS}


class NotRead(Exception):  # noqa: N818 - it says what happened to the template
    """The platform would not read this, or nobody says what it would make of it."""


@dataclass(frozen=True)
class Tag:
    """A piece of a template: words to send, or a tag that begins, turns or ends a condition.

    `content` is the words, or what is asked; `name` is what the tag of the end repeats, where it does.
    """

    kind: Literal["words", "if", "elif", "else", "end"]
    content: str = ""
    name: str = ""


@dataclass
class _Open:
    name: str
    reached: bool
    holds: bool
    settled: bool
    last: bool = False


def conditions(tags: Iterable[Tag], holds: Callable[[str], bool], *, nest: bool = True) -> str:
    """The words that stand where conditions hold."""
    sent: list[str] = []
    stack: list[_Open] = []
    for tag in tags:
        reached = all(one.holds for one in stack)
        if tag.kind == "words":
            sent += [tag.content] if reached else []
        elif tag.kind == "if":
            if stack and not nest:
                raise NotRead("a condition inside another")
            result = reached and holds(tag.content)
            stack.append(_Open(tag.name, reached, result, result))
        else:
            _go_on(stack, tag, holds)
    if stack:
        raise NotRead("a condition without an end")
    return "".join(sent)


def _go_on(stack: list[_Open], tag: Tag, holds: Callable[[str], bool]) -> None:
    if not stack or (tag.kind != "end" and stack[-1].last) or (tag.kind == "end" and tag.name != stack[-1].name):
        raise NotRead(f"{tag} has no beginning")
    one = stack[-1]
    if tag.kind == "end":
        stack.pop()
        return
    one.last = tag.kind == "else"
    one.holds = one.reached and not one.settled and (one.last or holds(tag.content))
    one.settled = one.settled or one.holds


def without(marks: str, words: str) -> str:
    """Words, if no tag is left over in them; `marks` are apart by spaces."""
    for mark in marks.split():
        if mark in words:
            raise NotRead(f"{mark} is left over in {words!r}")
    return words


def tokens(pattern: re.Pattern[str], text: str) -> list[str]:
    """A text taken apart, from its start to its end."""
    found, at, text = [], 0, text.strip()
    while at < len(text):
        match = pattern.match(text, at)
        if match is None:
            raise NotRead(text[at:])
        found.append(match[1])
        at = match.end()
    return found


def number(value: object) -> float:
    """A value as a number; what nothing is as a number, nobody says."""
    try:
        return float(str(value))
    except ValueError:
        raise NotRead(f"{value!r} is compared with a number") from None


def ordered(left: float, operator: str, right: float) -> bool:
    """Whether two numbers are as a sign between them says."""
    return {">": left > right, ">=": left >= right, "<": left < right, "<=": left <= right}[operator]
