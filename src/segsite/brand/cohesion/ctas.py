"""Calls to action between touchpoints: one destination, one label."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segsite.brand.channels.markup import spelled
from segsite.brand.cohesion.destinations import destination
from segsite.brand.standard import Standard
from segsite.rulebook import cohesion as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from segsite.brand.passages import CtaUse, Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node


class CtaLabels(Standard):
    """Looks for two labels of one destination."""

    def __init__(self, grounds: Grounds) -> None:
        self._config = grounds.site.config

    def of_segment(self, node: Node, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """Calls to action that lead to the same address as one declared before them and are called something else."""
        shown = {cta.name: cta for one in spoken for cta in one.ctas if _is_labelled(cta, node)}
        first: dict[str, CtaUse] = {}
        for cta in (shown[name] for name in node.segment.ctas if name in shown):
            other = first.setdefault(destination(cta.url, self._config), cta)
            if spelled(other.label) != spelled(cta.label):
                outputs = frozenset(one.path for one in spoken if any(use.name == cta.name for use in one.ctas))
                yield replace(_finding(cta, other), outputs=outputs)


def _is_labelled(cta: CtaUse, node: Node) -> bool:
    """Whether it is shown with its label, and not linked to in the words of a sentence."""
    return cta.place.key == node.segment.place("ctas", cta.name, "label").key


def _finding(cta: CtaUse, other: CtaUse) -> Finding:
    message = f"The cta “{cta.label}” leads to the same address as “{other.label}”, `{other.name}` at {other.place}."
    return rules.CTA_LABEL.at(cta.place, message)
