"""Everything that is said, held to the brand's standards while it is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segsite.brand.standards import Standards
from segsite.rendering.declared import Declared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Findings
    from segsite.rendering.renderer import Renderer


class Checker:
    """Holds touchpoints to the standards as they are made, and at the end segments and the site."""

    def __init__(self, renderer: Renderer, grounds: Grounds, *, enforce: bool) -> None:
        self._renderer, self._tree = renderer, grounds.tree
        self._standards = Standards(grounds) if enforce else None
        self._spoken: dict[str, list[Spoken]] = {}

    def touchpoint(self, spoken: Spoken, path: str) -> Iterable[Finding]:
        """What is wrong with a touchpoint; `path` is its output."""
        if self._standards is None or _is_broken(spoken):
            return ()
        spoken = replace(spoken, path=path)
        self._spoken.setdefault(spoken.node.id, []).append(replace(spoken, markup="", text=""))
        return self._standards.of_touchpoint(spoken)

    def finish(self, findings: Findings) -> None:
        """Judge what can be judged only when everything is made."""
        if self._standards is None:
            return
        declared = Declared(self._renderer)
        for node in self._tree.nodes.values():
            if node.broken:
                continue
            for passage in declared.of_segment(node):
                findings.extend(self._standards.of_words(passage, node))
            spoken = self._spoken.get(node.id, ())
            findings.extend(self._standards.of_segment(node, spoken))
        for passage in declared.of_brand():
            findings.extend(self._standards.of_words(passage, self._tree.root))
        every = [spoken for of_node in self._spoken.values() for spoken in of_node]
        findings.extend(self._standards.of_site(every))


def _is_broken(spoken: Spoken) -> bool:
    """Whether a file that a touchpoint is made of could not be read: what it says is then unknown."""
    own = (ancestor.source.touchpoints.get(spoken.touchpoint.key) for ancestor in spoken.node.lineage)
    return any(document is not None and document.broken for document in own)
