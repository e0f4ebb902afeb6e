"""Choices by merge fields in converted text: a placeholder alone in its paragraph stands between paragraphs instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from segsite.model.merge_fields import PLACEHOLDER

_TAG = re.compile(rf"<(?P<slash>/?)(?P<name>[a-z][a-z0-9]*)\b[^>]*>|{PLACEHOLDER.pattern}")
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_MARKS = r"(?:SEGSITEM[ILE][A-Z2-7]*0ENDMT\s*)+"
_ALONE = re.compile(rf"<p>\s*({_MARKS})</p>(?:\s+(?=<p>\s*{_MARKS}</p>))?")
_APART_IN_TEXT = re.compile(rf"(\n\n|\A)({_MARKS})\n\n")


@dataclass(frozen=True, slots=True)
class Choices:
    """HTML with choices between whole elements, and which of the choices do not end where they begin."""

    markup: str
    torn: tuple[int, ...]


def choices_apart(markup: str) -> Choices:
    """Converted HTML, each placeholder that is alone in a paragraph without the paragraph."""
    markup = _ALONE.sub(lambda match: re.sub(r"\s+", "", match[1]), markup)
    return Choices(markup, tuple(_torn(markup)))


def choices_in_text(text: str) -> str:
    """The same of plain text: a placeholder that is alone stands at the head of what follows.

    So the way that is not taken leaves no empty lines.
    """
    return _APART_IN_TEXT.sub(lambda match: match[1] + re.sub(r"\s+", "", match[2]), text)


def _torn(markup: str) -> list[int]:
    """The numbers of choices whose end, or whose other way, is in another element than their test."""
    open_elements: list[int] = [0]
    open_choices: list[tuple[int, int]] = []
    torn: set[int] = set()
    count = elements = 0
    for match in _TAG.finditer(markup):
        kind = match[3]
        if kind is None:
            if match["name"] in _VOID:
                continue
            if match["slash"]:
                if len(open_elements) > 1:
                    open_elements.pop()
            else:
                elements += 1
                open_elements.append(elements)
        elif kind == "I":
            open_choices.append((count, open_elements[-1]))
            count += 1
        elif kind in "LE" and open_choices:
            number, element = open_choices.pop() if kind == "E" else open_choices[-1]
            if element != open_elements[-1]:
                torn.add(number)
    return sorted(torn | {number for number, _ in open_choices})
