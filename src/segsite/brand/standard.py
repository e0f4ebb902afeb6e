"""What every family of rules is: a standard that is shown what a site says, and tells what breaks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Sequence

    from segsite.brand.passages import Passage, Spoken
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node, Tree
    from segsite.model.site import Site


def _as_written(link: str, _: Node) -> str | None:
    return link


@dataclass(frozen=True, eq=False, slots=True)
class Grounds:
    """What standards judge by: the site as written, what its segments have, and the day."""

    site: Site
    tree: Tree
    date: datetime.date
    leads_to: Callable[[str, Node], str | None] = _as_written
    """The address a link of content leads to, from the host's root or in full; None if it leads nowhere."""

    @property
    def whole(self) -> bool:
        """Whether every touchpoint could be read; if not, nobody can tell what is missing."""
        return not any(
            segment.broken or any(document.broken for document in segment.touchpoints.values())
            for segment in self.site.segments
        )


class Standard:
    """A family of rules. Each method gives the findings at one level; a standard overrides those it needs."""

    def of_words(self, passage: Passage, node: Node) -> Iterable[Finding]:
        """What is wrong with words, said to a segment (the root, for the brand's own)."""
        return ()

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """What is wrong with a page or e-mail as a whole."""
        return ()

    def of_segment(self, node: Node, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """What is wrong between the touchpoints of a segment."""
        return ()

    def of_site(self, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """What is wrong with the site: in the brand's and theme's own files, and between segments."""
        return ()

    def learned(self) -> object:
        """What it has taken note of so far, as plain values for the same standard in another process."""
        return None

    def learn(self, learned: Any) -> None:
        """Take in what the same standard has taken note of in another process."""
