"""All standards of a site together: what is wrong with what it says, at the levels the brand gives to the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.levels import Levels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from segsite.brand.passages import Passage, Spoken
    from segsite.brand.standard import Grounds, Standard
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node

STANDARDS: tuple[Callable[[Grounds], Standard], ...] = ()
"""The families of rules, each made from the grounds it judges by."""


class Standards:
    """Every standard of a site."""

    def __init__(self, grounds: Grounds) -> None:
        self._standards = [make(grounds) for make in STANDARDS]
        self._levels = Levels(grounds)

    def of_words(self, passage: Passage, node: Node) -> Iterator[Finding]:
        """What is wrong with words that are said to a segment."""
        for standard in self._standards:
            yield from self._levels.applied(standard.of_words(passage, node), node)

    def of_touchpoint(self, spoken: Spoken) -> Iterator[Finding]:
        """What is wrong with a page or e-mail: with its words, and as a whole."""
        for passage in spoken.passages:
            yield from self.of_words(passage, spoken.node)
        yield from self._of(spoken.node, lambda standard: standard.of_touchpoint(spoken))

    def of_segment(self, node: Node, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """What is wrong between the touchpoints of a segment."""
        return self._of(node, lambda standard: standard.of_segment(node, spoken))

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """What is wrong with the site as a whole."""
        return self._of(None, lambda standard: standard.of_site(spoken))

    def _of(self, node: Node | None, judged: Callable[[Standard], Iterable[Finding]]) -> Iterator[Finding]:
        for standard in self._standards:
            yield from self._levels.applied(judged(standard), node)
