"""Metric and readability: a number worked out of all that a touchpoint says in running text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from segsite.brand.voice.formulas import Formula, FormulaError
from segsite.brand.voice.messages import message
from segsite.brand.voice.metrics import GRADES, NOTHING, Counts, grade
from segsite.model.voice import MetricFile, ReadabilityFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segsite.brand.passages import Block

_BLOCKS = ("pre", "list", "blockquote", *(f"heading_h{level}" for level in range(1, 7)))


class Reading(ABC):
    """A rule about a number: what it comes to, and whether that is a breach."""

    @abstractmethod
    def breach(self, counts: Counts, blocks: Iterable[Block]) -> str | None:
        """What is said of a text that breaks the rule; None if it keeps it."""


class Metric(Reading):
    """A formula, and the condition under which its value is a breach."""

    def __init__(self, file: MetricFile) -> None:
        """Read the formula.

        Raises:
            FormulaError: If the formula or the condition is none.
        """
        self._file = file
        self._formula = Formula(file.formula)
        self._condition = Formula(f"value {file.condition}")
        known = {**_values(NOTHING, ()), "value": 0.0}
        self._formula.value(known)
        self._condition.value(known)

    def breach(self, counts: Counts, blocks: Iterable[Block]) -> str | None:
        """The message with the value, if the condition holds; nothing is said of a text without words."""
        values = _values(counts, blocks)
        value = self._formula.value(values) if counts.words else None
        if value is None or not self._condition.value({**values, "value": value}):
            return None
        return message(self._file.message, f"{value:.2f}")


class Readability(Reading):
    """The mean of several grades, and the highest that is allowed."""

    def __init__(self, file: ReadabilityFile) -> None:
        self._file = file

    def breach(self, counts: Counts, blocks: Iterable[Block]) -> str | None:
        """The message with the mean grade, if it is too high."""
        grades = [value for name in self._file.metrics if (value := grade(name, counts)) is not None]
        mean = sum(grades) / len(grades) if grades else 0.0
        return message(self._file.message, f"{mean:.2f}") if grades and mean > self._file.grade else None


def reading(file: MetricFile | ReadabilityFile) -> Reading | None:
    """The rule that a file holds; None if its formula is none."""
    if isinstance(file, ReadabilityFile):
        return Readability(file)
    try:
        return Metric(file)
    except FormulaError:
        return None


def formula_faults(file: MetricFile) -> list[tuple[str, str]]:
    """The keys whose formulas cannot be worked out, each with the reason."""
    found = []
    for key, text in (("formula", file.formula), ("condition", f"value {file.condition}")):
        try:
            Formula(text).value({**_values(NOTHING, ()), "value": 0.0})
        except FormulaError as error:
            found.append((key, str(error)))
    return found


def unknown_grades(file: ReadabilityFile) -> list[int]:
    """Which of a rule's metrics, by index, there are no formulas for."""
    return [at for at, name in enumerate(file.metrics) if name.lower().replace("-", " ") not in GRADES]


def _values(counts: Counts, blocks: Iterable[Block]) -> dict[str, float]:
    values = {**counts._asdict(), **dict.fromkeys(_BLOCKS, 0)}
    for block in blocks:
        for name in (block.scope[-1], "_".join(block.scope[1:])):
            if name in _BLOCKS:
                values[name] += 1
                break
    return {name: float(value) for name, value in values.items()}
