"""The text part of e-mails: there, about as full as the HTML, and text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from segsite.brand.channels.layouts import layout_place
from segsite.brand.notes import noted
from segsite.brand.standard import Standard
from segsite.model.merge_fields import PLACEHOLDER
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Passage, Spoken, Wording
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding

_ENOUGH = 0.25
"""So much of what the HTML says the text part has to say."""
_FEW = 20
"""With fewer words than these in the HTML, nobody can tell."""
_NOT_ITS_OWN = frozenset({"subject", "preheader", "legal", "fallback"})
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"https?://\S+")
_MARKUP = re.compile(
    r"</?(?:a|b|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|su[bp]|table|tbody|td|th|tr|u|ul)"
    r"(?:\s[^<>]{0,500})?/?>|&(?:nbsp|amp|lt|gt|quot|apos|[mn]dash|hellip|copy|[lr][sd]quo|zwnj|shy|#\d{2,6}|#x[0-9a-f]{2,6});",
    re.IGNORECASE,
)


class TextParts(Standard):
    """Holds text parts to saying what the HTML says."""

    def __init__(self, grounds: Grounds) -> None:
        self._theme = grounds.site.theme

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Text parts that are thin, and such as hold HTML."""
        if spoken.channel is not Channel.EMAIL or not spoken.markup.strip():
            return ()
        return [*self._thin(spoken), *self._marked(spoken)]

    def _thin(self, spoken: Spoken) -> Iterator[Finding]:
        said = sum(noted(passage.wording, _count) for passage in spoken.passages if not passage.parts & _NOT_ITS_OWN)
        legal = sum(noted(passage.wording, _count) for passage in spoken.passages if "legal" in passage.parts)
        written = len(_WORD.findall(_ADDRESS.sub("", PLACEHOLDER.sub("", spoken.text)))) - legal
        if said >= _FEW and written < said * _ENOUGH:
            place = layout_place(spoken, self._theme, "txt")
            counted = f"{_whose(spoken)} the HTML says {said} words, the text part {max(written, 0)}."
            hint = f"{counted} {rules.TEXT_PART.mend}"
            yield rules.TEXT_PART.at(place, "The text part says much less than the HTML.", hint)

    def _marked(self, spoken: Spoken) -> Iterator[Finding]:
        marks = _MARKUP.findall(spoken.text) if _may_hold(spoken.text) else ()
        shown = next((mark for mark in dict.fromkeys(marks) if not _is_said(mark, spoken)), None)
        if shown is not None:
            place = layout_place(spoken, self._theme, "txt")
            hint = "Print the texts of sections there, `{{ section.text }}`, not their HTML."
            finding = rules.TEXT_PART.at(place, f"`{shown}` stands in the text part as it is.", hint)
            yield replace(finding, topic="markup")  # whichever mark comes first in which e-mail


def _may_hold(text: str) -> bool:
    return "<" in text or ("&" in text and ";" in text)


def _is_said(mark: str, spoken: Spoken) -> bool:
    """Whether content shows a tag or an entity as it is."""
    return any(mark in text for passage in spoken.passages for text in _as_words(passage))


def _as_words(passage: Passage) -> Iterator[str]:
    """Where it can do so: in code, which blocks cover, and in words whose own marks are written as entities."""
    if "`" in passage.wording.source or "    " in passage.wording.source or "&amp;" in passage.wording.source:
        yield passage.wording.source
    yield from (block.text for block in passage.wording.blocks if "<" in block.text or "&" in block.text)


def _count(wording: Wording) -> int:
    return sum(len(_WORD.findall(block.text)) for block in wording.blocks if "attr" not in block.scope)


def _whose(spoken: Spoken) -> str:
    return f"For `{spoken.node.id}`" if spoken.node.id else "Here"
