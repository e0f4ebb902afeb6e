"""Everything that is said, held to the brand's standards while it is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segsite.brand.standards import Standards
from segsite.rendering.declared import Declared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.building.making import Made
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node
    from segsite.rendering.renderer import Renderer


class Checker:
    """Holds touchpoints to the standards as they are made, then their segments, and at the end the site."""

    def __init__(self, renderer: Renderer, grounds: Grounds, *, enforce: bool) -> None:
        self._tree = grounds.tree
        self._standards = Standards(grounds) if enforce else None
        self._declared = Declared(renderer)
        self._said: list[Spoken] = []
        """What the touchpoints of the segment in hand say."""

    def touchpoint(self, spoken: Spoken, path: str, made: Made) -> Iterable[Finding]:
        """What is wrong with a touchpoint; `path` is its output."""
        if self._standards is None or spoken.touchpoint.broken:
            return ()
        spoken = replace(spoken, path=path)
        self._said.append(replace(spoken, markup="", text=""))
        # what is kept to the end is kept small
        fields = {name: passage.bare() for name, passage in spoken.fields.items()}
        made.spoken.append(replace(spoken, markup="", text="", passages=(), ctas=(), fields=fields))
        return self._standards.of_touchpoint(spoken)

    def segment(self, node: Node, made: Made) -> None:
        """Judge a segment whose touchpoints are made: its definition, and they among each other."""
        said, self._said = self._said, []
        if self._standards is not None:
            for passage in self._declared.of_segment(node):
                made.findings.extend(self._standards.of_words(passage, node))
            made.findings.extend(self._standards.of_segment(node, said))

    def site(self, made: Made) -> None:
        """Judge what can be judged only when everything is made."""
        if self._standards is not None:
            for passage in self._declared.of_brand():
                made.findings.extend(self._standards.of_words(passage, self._tree.root))
            made.findings.extend(self._standards.of_site(made.spoken))

    def learned(self) -> Sequence[object]:
        """What the standards have taken note of, for those of another process."""
        return self._standards.learned() if self._standards is not None else ()

    def learn(self, learned: Sequence[object]) -> None:
        """Take in what the standards of another process have taken note of."""
        if self._standards is not None:
            self._standards.learn(learned)
