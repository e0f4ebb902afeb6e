"""What a judge has found in a wording, found once however often the wording is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from segsite.brand.passages import Span, Wording
    from segsite.diagnostics import Rule

    Stretch = tuple[int, Span]
    """The number of a block, and a stretch of it."""

T = TypeVar("T")
_UNKNOWN = object()


def noted(wording: Wording, find: Callable[[Wording], T]) -> T:
    """What a function finds in a wording; worked out when it is first asked for. The function is the key."""
    found = wording.notes.get(find, _UNKNOWN)
    if found is _UNKNOWN:
        found = wording.notes[find] = find(wording)
    return cast("T", found)


def leave(wording: Wording, rule: Rule, stretches: tuple[Stretch, ...]) -> None:
    """Leave where a rule has found a breach in a wording, for others that need not say it again."""
    wording.notes[rule.name] = stretches


def is_told(wording: Wording, rule: Rule, block: int, span: Span) -> bool:
    """Whether a rule has found a breach in a stretch of a wording."""
    told = cast("tuple[Stretch, ...]", wording.notes.get(rule.name, ()))
    return any(block == other and span[0] < end and start < span[1] for other, (start, end) in told)
