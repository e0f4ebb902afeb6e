"""Touchpoints of a segment that state different numbers for the same thing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from segsite.brand.cohesion.statements import statements
from segsite.brand.notes import is_told, noted
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel
from segsite.rulebook import cohesion as rules
from segsite.rulebook.facts import FACT_CONTRADICTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from segsite.brand.cohesion.statements import Statement
    from segsite.brand.passages import Passage, Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place
    from segsite.inheritance import Node

_FACTS = "brand/facts.yaml"


@dataclass(frozen=True, eq=False, slots=True)
class _Said:
    """A statement with the touchpoint and the passage that make it."""

    statement: Statement
    passage: Passage
    spoken: Spoken

    @property
    def place(self) -> Place:
        return self.passage.place(self.statement.block, self.statement.span)

    def agrees(self, other: _Said) -> bool:
        mine, theirs = self.statement.quantity, other.statement.quantity
        return mine.kind != theirs.kind or mine.says(theirs)


class Agreement(Standard):
    """Compares what the touchpoints of a segment state."""

    def __init__(self, grounds: Grounds) -> None:
        pass

    def of_segment(self, node: Node, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """Numbers that differ from what another touchpoint states, or a fact."""
        by_thing: dict[str, list[_Said]] = defaultdict(list)
        for one in sorted(spoken, key=lambda one: one.channel is not Channel.WEB):
            for passage in one.passages:
                if (found := noted(passage.wording, statements)) and "quotation" not in passage.parts:
                    for statement in found:
                        if not is_told(passage.wording, FACT_CONTRADICTED, statement.block, statement.span):
                            by_thing[statement.thing].append(_Said(statement, passage, one))
        for said in by_thing.values():
            if len(said) > 1 and not all(one.agrees(said[0]) for one in said[1:]):
                yield from _differing(said)


def _differing(said: list[_Said]) -> Iterator[Finding]:
    if _is_several_things(said):
        return
    typed = [one for one in said if one.place.file != _FACTS]
    vouched = next((one for one in said if one.place.file == _FACTS), said[0])
    for one in typed:
        if not one.agrees(vouched):
            message = f"This says “{one.statement.shown}”; {_source(vouched)} says “{vouched.statement.shown}”."
            hint = f"Both are about the {one.statement.thing}. {rules.NUMBERS.mend}"
            yield replace(rules.NUMBERS.at(one.place, message, hint), outputs=frozenset({one.spoken.path}))


def _is_several_things(said: list[_Said]) -> bool:
    """Whether one touchpoint states two numbers by itself: then there are two things that go by one name."""
    first: dict[str, _Said] = {}
    return any(not one.agrees(first.setdefault(one.spoken.path, one)) for one in said)


def _source(said: _Said) -> str:
    place = said.place
    return f"{place.file}:{place.line}"
