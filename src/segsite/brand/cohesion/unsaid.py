"""Messages that no touchpoint says.

A theme may print a message by itself, so the words are looked for in what is made. What is looked for is the longest
run of words in a text that nothing changes on the way: no expression, no punctuation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.brand.standard import Standard
from segsite.model.segment import Status
from segsite.model.values import Mapping, dotted, leaves
from segsite.rulebook import cohesion as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Mapping as MappingType

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place
    from segsite.inheritance import Node

_BETWEEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|(?<=\])\([^)]*\)|\[\^[^\]]*\]", re.DOTALL)
_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Message:
    """A text under `message:` in a segment's own file, and the words it is known by."""

    name: str
    words: str
    place: Place


class Unsaid(Standard):
    """Looks for messages that segments write and nobody says."""

    def __init__(self, grounds: Grounds) -> None:
        self._tree, self._whole = grounds.tree, grounds.whole
        self._unsaid: dict[str, list[_Message]] = {}
        """What each segment has written and nobody has said yet; of segments with a touchpoint."""

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Nothing yet: it takes note of the messages that a touchpoint says, its segment's and those it inherits."""
        for node in spoken.node.lineage:
            if node is spoken.node and node.id not in self._unsaid:
                self._unsaid[node.id] = list(_messages(node))
            unsaid = self._unsaid.get(node.id)
            if unsaid:
                self._unsaid[node.id] = [message for message in unsaid if message.words not in spoken.markup]
        return ()

    def learned(self) -> dict[str, frozenset[str]]:
        """The messages that nobody has said yet, by name."""
        return {node_id: frozenset(one.name for one in unsaid) for node_id, unsaid in self._unsaid.items()}

    def learn(self, learned: MappingType[str, frozenset[str]]) -> None:
        """Leave out what has been said elsewhere."""
        for node_id, names in learned.items():
            known = self._unsaid.get(node_id)
            unsaid = list(_messages(self._tree.nodes[node_id])) if known is None else known
            self._unsaid[node_id] = [message for message in unsaid if message.name in names]

    def of_site(self, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """Texts under `message:` that neither the segment says nor any that inherits from it."""
        for node_id, unsaid in self._unsaid.items() if self._whole else ():
            if self._tree.nodes[node_id].segment.status is Status.LIVE:
                for message in unsaid:
                    hint = f"Say it: `{{{{ {message.name} }}}}` in a page or e-mail. Otherwise remove it."
                    yield rules.UNSAID.at(message.place, f"No touchpoint says `{message.name}`.", hint)


def _messages(node: Node) -> Iterator[_Message]:
    written = node.source.file.as_written.get("message")
    for path, scalar in leaves(written, ("message",)) if isinstance(written, Mapping) else ():
        if isinstance(scalar.value, str) and path[-1] != "claim":
            words = max(_RUN.findall(_BETWEEN.sub("\n", scalar.value)), key=len, default="")
            if words:
                yield _Message(dotted(path), words, scalar.place)
