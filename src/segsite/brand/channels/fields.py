"""The fields of a front matter as people know them: their words, and the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.model.merge_fields import PLACEHOLDER, meaning

if TYPE_CHECKING:
    import re

    from segsite.brand.passages import Passage, Spoken
    from segsite.diagnostics import Place


def field_text(passage: Passage) -> str:
    """A field as readers see it, with merge fields as they are written in content."""
    return PLACEHOLDER.sub(_merge_field, " ".join(passage.wording.source.split()))


def _merge_field(match: re.Match[str]) -> str:
    said = meaning(match)
    if said is not None:
        return f"{{{{ merge.{said[0]} }}}}"
    return {"I": "[", "L": " / ", "E": "]"}.get(match[1], match[0])  # a choice: `[this / that]`


def field_place(spoken: Spoken, name: str) -> Place:
    """Where a field is written; the front matter, or else the file, where it is not."""
    value = spoken.touchpoint.written.get(name)
    return value.place if value is not None else front_place(spoken)


def front_place(spoken: Spoken) -> Place:
    """Where a touchpoint's front matter stands, or its file if it has none."""
    document = spoken.touchpoint.document
    return document.front.as_written.place if document.front.as_written.entries else document.place
