"""The pictures in a theme's templates, as far as their attributes can be told before they are filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.diagnostics import Place, Source

_PICTURE = re.compile(r"<img\b(?:\{\{.*?\}\}|\{%.*?%\}|\"[^\"]*\"|'[^']*'|[^>\"'])*>", re.DOTALL | re.IGNORECASE)
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_COMMENT = re.compile(r"\{#.*?#\}|<!--(?!\[if).*?-->", re.DOTALL)


class TemplatePicture(NamedTuple):
    """A picture of a template: where it is written, and whether an expression could print an attribute there."""

    place: Place
    is_open: bool


def pictures_without(attribute: str, sources: Iterable[Source]) -> Iterator[TemplatePicture]:
    """The pictures of templates that do not name an attribute."""
    named = re.compile(rf"(?<![\w-]){attribute}\b", re.IGNORECASE)
    for source in sources:
        text = _COMMENT.sub(lambda match: " " * len(match[0]), source.text)
        for match in _PICTURE.finditer(text):
            names = _VALUE.sub("", match[0])
            if not named.search(names):
                yield TemplatePicture(source.place(*match.span()), "{{" in names)
