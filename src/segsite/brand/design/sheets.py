"""A theme's styles taken apart: declarations in style sheets, `<style>` tags and attributes, each with its place.

What says nothing about looks is blanked, character for character, so that places stay true: comments, what templates
fill in, scripts, quoted texts, addresses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.diagnostics import Place, Source
    from segsite.model.site import Theme

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_REMARK = re.compile(r"<!--(?!\[if).*?-->", re.DOTALL)  # what stands in `<!--[if mso]>` is shown by Outlook
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|\burl\([^)]*\)", re.DOTALL | re.IGNORECASE)
_FACE = re.compile(r"@(?:font-face|property\b[^{}]*)\s*\{[^{}]*\}", re.IGNORECASE)
_DECLARATION = re.compile(r"(?:\A|(?<=[{};]))\s*(-{0,2}[a-zA-Z_][-\w]*)\s*:([^{};]*)(?=[;}]|\Z)")
_STYLE_TAG = re.compile(r"<style\b[^<>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![-\w:])([a-zA-Z][-\w:]*)\s*=\s*([\"'])(.*?)\2", re.DOTALL)
_FONT_TAG = re.compile(r"<font\b[^<>]*>", re.IGNORECASE)
_THEME_COLOR = re.compile(r"<meta\b[^<>]*\btheme-color\b[^<>]*>", re.IGNORECASE)
_COLORED = re.compile(r"(?:bg|fill|stroke|border|(?:stop|flood|lighting)-)?color|fill|stroke")


@dataclass(frozen=True, eq=False, slots=True)
class Declaration:
    """A property and its value.

    Attributes:
        name: The property, in lower case unless it is a custom one.
        value: The value, quoted texts and addresses blanked.
        quoted: The same with its quoted texts.
        source: The file.
        start: Where the value starts in it.
    """

    name: str
    value: str
    quoted: str
    source: Source
    start: int

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of the value."""
        return self.source.place(self.start + start, self.start + end)


def declarations(theme: Theme) -> Iterator[Declaration]:
    """Every declaration in the style sheets and templates of a theme."""
    for name, source in theme.templates.items():
        if name.endswith(".css"):
            rendered = source not in theme.styles
            text = _blank(_JINJA, source.text) if rendered else source.text
            yield from _of_css(source, text, 0, len(text))
        elif name.endswith(".html"):
            yield from _of_template(source)


def _of_template(source: Source) -> Iterator[Declaration]:
    text = _blank(_SCRIPT, _blank(_REMARK, _blank(_JINJA, source.text)))
    for tag in _STYLE_TAG.finditer(text):
        yield from _of_css(source, text, *tag.span(1))
    text = _blank(_STYLE_TAG, text)
    for attribute in _ATTRIBUTE.finditer(text):
        name, span = attribute[1].lower(), attribute.span(3)
        if name == "style":
            yield from _of_css(source, text, *span)
        elif _COLORED.fullmatch(name):
            yield _declaration("color", source, text, *span)
        elif name in {"font-family", "font-size"}:
            yield _declaration(name, source, text, *span)
    yield from _of_tags(source, text)


def _of_tags(source: Source, text: str) -> Iterator[Declaration]:
    """What only certain tags say in attributes."""
    meanings = {"face": "font-family", "size": "font-size"}
    for tag in _FONT_TAG.finditer(text):
        for attribute in _ATTRIBUTE.finditer(text, *tag.span()):
            if attribute[1].lower() in meanings:
                yield _declaration(meanings[attribute[1].lower()], source, text, *attribute.span(3))
    for tag in _THEME_COLOR.finditer(text):
        for attribute in _ATTRIBUTE.finditer(text, *tag.span()):
            if attribute[1].lower() == "content":
                yield _declaration("color", source, text, *attribute.span(3))


def _of_css(source: Source, text: str, start: int, end: int) -> Iterator[Declaration]:
    quoted = _blank(_FACE, _blank(_COMMENT, text[start:end]))
    bare = _blank(_QUOTED, quoted)
    for found in _DECLARATION.finditer(bare):
        name = found[1] if found[1].startswith("--") else found[1].lower()
        at, stop = found.span(2)
        yield Declaration(name, bare[at:stop], quoted[at:stop], source, start + at)


def _declaration(name: str, source: Source, text: str, start: int, end: int) -> Declaration:
    return Declaration(name, text[start:end], text[start:end], source, start)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """A text with what a pattern finds replaced by as many spaces."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
