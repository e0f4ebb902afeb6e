"""Choices for platforms on which none can stand in another: one after the other, each by all that must hold."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from segsite.model.merge_fields import Both, Choice
from segsite.rendering.questions import (
    MAX_QUESTIONS,
    TooManyQuestionsError,
    by_the_first,
    complement,
    is_single,
    opposite,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from segsite.model.merge_fields import Part, Test


def flat(choice: Choice, *, guarded: bool) -> Iterator[Choice]:
    """A choice as several that hold no others and have no other way.

    Args:
        choice: The choice; it holds no merge fields any more.
        guarded: Numbers are compared only where a field is known to have one.
    """
    return _flat(choice, (), complement if guarded else opposite)


def _flat(part: Part, held: tuple[Test, ...], turned: Callable[[Test], Test]) -> Iterator[Choice]:
    if not isinstance(part, Choice):
        yield Choice(reduce(Both, held), (part,))
    elif len(held) >= MAX_QUESTIONS:
        raise TooManyQuestionsError(part.test)
    elif not is_single(part.test):
        yield from _flat(by_the_first(part), held, turned)
    else:
        ways = ((part.test, part.then), (turned(part.test), part.otherwise))
        known = [way for way in ways if way[0] in held]
        for test, way in known or ways:
            for piece in way:
                yield from _flat(piece, held if known else (*held, test), turned)
