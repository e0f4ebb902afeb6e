"""Merge fields: each is one that there is, has a name on every platform, and says what stands in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.standard import Standard
from segsite.diagnostics import did_you_mean, nearest
from segsite.model.merge_fields import (
    SYSTEM_FIELDS,
    Both,
    Choice,
    Comparison,
    Field,
    Not,
    comparisons,
    parts_of,
)
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Passage
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node
    from segsite.model.merge_fields import Part, Test


class Merging(Standard):
    """Holds the merge fields of content to those that segsite.yaml lists, and asks each for a fallback."""

    def __init__(self, grounds: Grounds) -> None:
        self._known = grounds.site.config.email.fields

    def of_words(self, passage: Passage, node: Node) -> Iterable[Finding]:
        """Fields that are not listed, and fields without a fallback."""
        if "SEGSITEM" not in passage.wording.source:
            return ()
        return self._of_parts(passage, parts_of(passage.wording.source), frozenset())

    def _of_parts(self, passage: Passage, parts: tuple[Part, ...], present: frozenset[str]) -> Iterator[Finding]:
        """What is wrong with parts that stand where some fields are known to have a value."""
        for part in parts:
            if isinstance(part, Field):
                yield from self._of_field(passage, part, present)
            elif isinstance(part, Choice):
                for comparison in comparisons(part.test):
                    yield from self._unknown(passage, comparison.field, part.span)
                yield from self._of_parts(passage, part.then, present | _present(part.test, holds=True))
                yield from self._of_parts(passage, part.otherwise, present | _present(part.test, holds=False))

    def _of_field(self, passage: Passage, field: Field, present: frozenset[str]) -> Iterator[Finding]:
        yield from self._unknown(passage, field.name, field.span)
        if not field.fallback and field.name not in present and field.name not in SYSTEM_FIELDS:
            place = passage.source_place(field.span)
            message = f"`merge.{field.name}` does not say what stands there for recipients who lack it."
            yield rules.FALLBACK.at(place, message, f"Write `{{{{ merge.{field.name} | fallback('…') }}}}`.")

    def _unknown(self, passage: Passage, name: str, span: tuple[int, int]) -> Iterator[Finding]:
        if not self._known or name in self._known or name in SYSTEM_FIELDS:
            return
        place = passage.source_place(span)
        known = [*self._known, *SYSTEM_FIELDS]
        hint = did_you_mean(name, known)
        if nearest(name, known) is None:
            hint = f"{hint} If there is such a field, add it to `email: fields:` in segsite.yaml."
        yield rules.FIELD.at(place, f"`merge.{name}` is not a field that segsite.yaml lists.", hint)


def _present(test: Test, *, holds: bool) -> frozenset[str]:
    """The fields that have a value wherever a test holds, or wherever it does not."""
    if isinstance(test, Not):
        return _present(test.test, holds=not holds)
    if isinstance(test, Comparison):
        return frozenset({test.field}) if (test.operator != "!=") is holds else frozenset()
    left, right = _present(test.left, holds=holds), _present(test.right, holds=holds)
    return left | right if isinstance(test, Both) is holds else left & right
