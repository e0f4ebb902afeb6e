"""Flows: e-mails that come one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.channels.fields import field_place
from segsite.brand.standard import Standard
from segsite.model.touchpoint import EmailFile, minutes
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node


class Sequences(Standard):
    """Holds the e-mails of a segment to flows that can be built from them."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds

    def of_segment(self, node: Node, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """E-mails with a time and no flow, and two of one flow at one time."""
        taken: dict[tuple[str, int], str] = {}
        for said, front in ((said, said.touchpoint.front) for said in spoken):
            if isinstance(front, EmailFile):
                yield from self._of_email(said, front, taken)

    def _of_email(self, spoken: Spoken, front: EmailFile, taken: dict[tuple[str, int], str]) -> Iterator[Finding]:
        name = spoken.touchpoint.name
        if front.sequence is None:
            if front.after is not None:
                message = f"It comes after {front.after}, but no `sequence` says of what."
                yield rules.SEQUENCE.at(field_place(spoken, "after"), message)
            return
        at = (front.sequence, minutes(front.after or "at once"))
        other = taken.setdefault(at, name)
        if other != name:
            message = f"In `{front.sequence}` it comes at the same time as `{other}`."
            yield rules.SEQUENCE.at(field_place(spoken, "after"), message, "Give one of the two another `after`.")
