"""Where an e-mail's merge fields are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.channels.fields import front_place
from segsite.model.merge_fields import choices_in, comparisons, fields_in, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.brand.passages import Spoken
    from segsite.diagnostics import Place


def merge_place(spoken: Spoken, field: str) -> Place:
    """Where an e-mail first names a merge field; its front matter if no words of content do."""
    return next((place for name, place in _named(spoken) if name == field), front_place(spoken))


def _named(spoken: Spoken) -> Iterator[tuple[str, Place]]:
    for passage in spoken.passages:
        if "SEGSITEM" in passage.wording.source:
            parts = parts_of(passage.wording.source)
            for field in fields_in(parts):
                yield field.name, passage.source_place(field.span)
            for choice in choices_in(parts):
                for comparison in comparisons(choice.test):
                    yield comparison.field, passage.source_place(choice.span)
