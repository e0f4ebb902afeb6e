"""The findings a site had when it adopted its standards: they do not fail it, new ones do."""

from __future__ import annotations

from dataclasses import dataclass

VERSION = 1
"""The form of `brand/baseline.json`."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding of the baseline.

    Attributes:
        file: Where it stands, from the site's root.
        rule: The rule that is broken.
        text: The words in question, shortened.
        context: A hash of the words and those beside them.
        count: How often.
    """

    file: str
    rule: str
    text: str
    context: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """`brand/baseline.json`.

    Attributes:
        known: Its findings, sorted.
        drafts: Whether drafts were checked when it was written.
    """

    known: tuple[Known, ...] = ()
    drafts: bool = False

    def __len__(self) -> int:
        return sum(known.count for known in self.known)
