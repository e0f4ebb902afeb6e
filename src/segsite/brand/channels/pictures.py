"""What pictures say to those who cannot see them: in content, and in the templates of the theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.brand.notes import noted
from segsite.brand.standard import Standard
from segsite.rulebook import access as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from segsite.brand.passages import Passage, Spoken, Wording
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Source
    from segsite.inheritance import Node

_FILE_NAME = re.compile(
    r"\S+\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)|(?:img|dsc|dscn|pxl|scan)[-_]?\d+", re.IGNORECASE
)
_IMAGE_OF = re.compile(
    r"(?:(?:an?|the) )?(?:image|picture|pic|photo|photograph|graphic) (?:of|showing)\b"
    r"|(?:(?:ein|das) )?(?:bild|foto|grafik) (?:von|mit|der|des|eines|einer)\b"
    r"|(?:une |l')?(?:image|photo) (?:(?:de|du|des|montrant)\b|d')"
    r"|(?:(?:una|la) )?(?:imagen|foto|fotografía) (?:de|del)\b",
    re.IGNORECASE,
)
_TEMPLATE_PICTURE = re.compile(
    r"<img\b(?:\{\{.*?\}\}|\{%.*?%\}|\"[^\"]*\"|'[^']*'|[^>\"'])*>", re.DOTALL | re.IGNORECASE
)
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)


class Pictures(Standard):
    """Looks at the words that stand for pictures."""

    def __init__(self, grounds: Grounds) -> None:
        self._theme = grounds.site.theme

    def of_words(self, passage: Passage, node: Node) -> Iterable[Finding]:
        """Pictures without words, or with words that say nothing."""
        flawed = noted(passage.wording, _flawed_option if "alt" in passage.parts else _flawed)
        return [_finding(passage, index) for index in flawed] if flawed else ()

    def of_site(self, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """Pictures of the theme that say neither what they show nor that they only decorate."""
        for name, source in self._theme.templates.items():
            if name.endswith(".html") and "<img" in source.text:
                yield from _of_template(source)


def _flawed(wording: Wording) -> tuple[int, ...]:
    return tuple(index for index, block in enumerate(wording.blocks) if "alt" in block.scope and not _says(block.text))


def _flawed_option(wording: Wording) -> tuple[int, ...]:
    return tuple(index for index, block in enumerate(wording.blocks) if not _says(block.text))


def _says(text: str) -> bool:
    """Whether words can stand for a picture."""
    return bool(text) and not _FILE_NAME.fullmatch(text) and not _IMAGE_OF.match(text)


def _finding(passage: Passage, index: int) -> Finding:
    text = passage.wording.blocks[index].text
    place = passage.place(index, (0, len(text)))
    if not text:
        return rules.PICTURE_ALT.at(place, "The picture has no words that say what it shows.")
    start = _IMAGE_OF.match(text)
    if start is None:
        message = f"The words “{text}” are the name of a file, not what the picture shows."
        return rules.PICTURE_ALT_WORDS.at(place, message)
    hint = f"Leave out “{start[0]}”, and begin with what can be seen."
    return rules.PICTURE_ALT_WORDS.at(place, f"The words “{text}” begin with “{start[0]}”.", hint)


def _of_template(source: Source) -> Iterator[Finding]:
    text = _COMMENT.sub(lambda match: " " * len(match[0]), source.text)
    for match in _TEMPLATE_PICTURE.finditer(text):
        names = _VALUE.sub("", match[0])
        # an expression outside the values may print any attribute
        if "{{" not in names and not re.search(r"(?<![\w-])alt\b", names):
            hint = 'Add `alt="…"` with what it shows, or `alt=""` if it only decorates.'
            yield rules.PICTURE_ALT.at(source.place(*match.span()), "This picture of the theme has no `alt`.", hint)
