"""What happens during a command, as values: the terminal, JSON and tests are listeners."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the work begins.

    Attributes:
        name: What is done, as a participle: `Reading`, `Rendering`.
        count: How many things it is done to; 0 where nobody knows yet.
    """

    name: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Some of the stage's work is done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A segment or touchpoint is not in the build, and why: `draft`, `sunset`."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a command came to.

    Attributes:
        pages: Landing pages made.
        emails: E-mail templates made.
        segments: Segments they speak to.
        outputs: Files in all.
        left_out: What is not in the build.
        seconds: How long it took.
        folder: Where the outputs are, as the user would type it; empty if nothing was written.
        written: How many outputs are new or different.
        unchanged: How many were there already.
        removed: Which ones are gone.
    """

    pages: int
    emails: int
    segments: int
    outputs: int
    left_out: tuple[LeftOut, ...]
    seconds: float
    folder: str = ""
    written: int = 0
    unchanged: int = 0
    removed: tuple[str, ...] = ()


Event: TypeAlias = Stage | Progress | LeftOut | Summary
"""One thing that happened."""

Listener: TypeAlias = Callable[[Event], None]
"""Who is told."""


def ignore(_event: Event) -> None:
    """A listener for those who do not care."""
