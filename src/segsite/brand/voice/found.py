"""What a voice rule finds in a text, and what every kind of rule can be asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.brand.passages import Span
    from segsite.brand.voice.actions import Results
    from segsite.brand.voice.literals import Needs


@dataclass(frozen=True, slots=True)
class Found:
    """A breach in a text.

    Attributes:
        span: Where it is.
        message: What is said of it.
        results: What could stand there instead, if that is known.
        hint: How to mend it, where `results` do not say so.
        fixes: Whether the rule itself asks for the one result to be put in.
    """

    span: Span
    message: str
    results: Results | None = None
    hint: str = ""
    fixes: bool = False


class Point(ABC):
    """A rule that judges one text at a time; one class for each thing that a rule can extend."""

    needs: Sequence[Needs] = ((),)
    """For each alternative of its pattern, what a text must hold for it to match."""

    def clears(self, text: str) -> bool:
        """Whether no part of a text can break the rule, as far as that is quickly told."""
        return False

    @abstractmethod
    def found(self, text: str, alternatives: Sequence[int]) -> Iterator[Found]:
        """The breaches in a text, which can hold only some of the alternatives."""
