"""What a judge has found in a wording, found once however often the wording is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from segsite.brand.passages import Wording

T = TypeVar("T")
_UNKNOWN = object()


def noted(wording: Wording, find: Callable[[Wording], T]) -> T:
    """What a function finds in a wording; worked out when it is first asked for. The function is the key."""
    found = wording.notes.get(find, _UNKNOWN)
    if found is _UNKNOWN:
        found = wording.notes[find] = find(wording)
    return cast("T", found)
