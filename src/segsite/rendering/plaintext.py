"""Markdown's tree as plain text, for the text part of e-mails: headings, lists, tables, links with their address."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from segsite.rendering.lines import fold, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

WIDTH = 72
_TAGS = re.compile(r"<br\s*/?>|</p>|</div>|</h\d>|</li>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^>]*>")
FOOTNOTE_MARKS = {"footnote-ref": "[{}]", "footnote-backref": ""}
"""How the two ends of a footnote stand in plain text, by the class of the link."""
_UNDERLINE = "\x01_"
_VERBATIM = "\x01|"
_LEAD = re.compile(r"[ >]*(?:(?:- |\d+\. )[ >]*)*")
_SPACES = re.compile(r"[ \t\n]+")
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "table",
        "dl",
        "hr",
    }
)


def plain_text(root: Element, stash: Callable[[str], str]) -> str:
    """The text of a Markdown tree: paragraphs apart by an empty line, to be laid out by `lay_out`.

    Args:
        root: The tree after all inline patterns have run.
        stash: Puts raw HTML back where the tree holds a placeholder for it.
    """
    return "\n\n".join(block for block in _Writer(stash).blocks(root) if block.strip())


def strip_tags(markup: str) -> str:
    """HTML without its tags, entities resolved; block ends become line breaks."""
    return html.unescape(_ANY_TAG.sub("", _TAGS.sub("\n", markup)))


@lru_cache(maxsize=16)
def lay_out(text: str) -> str:
    """A finished text part: paragraphs wrapped at 72 columns, headings underlined; addresses are never broken.

    It comes when every address has its final length, and before a platform's syntax is put in: no recipient sees how
    long that is.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        if line.startswith(_UNDERLINE):
            lines.append(line[len(_UNDERLINE) :] * min(width(lines[-1]) if lines else 0, WIDTH))
        elif line.startswith(_VERBATIM):
            lines.append(line[len(_VERBATIM) :])
        else:
            lines.extend(_wrapped(line))
    return "\n".join(lines)


def _wrapped(line: str) -> list[str]:
    if width(line) <= WIDTH:
        return [line]
    lead = _LEAD.match(line)
    indent = lead[0] if lead is not None else ""
    hanging = indent if ">" in indent else " " * len(indent)
    return fold(line[len(indent) :], WIDTH, indent, hanging)


def _lines(text: str) -> str:
    """A paragraph as its lines; those that the writer broke stay broken, and two breaks leave an empty line."""
    return re.sub(r"\s*\n\s*\n\s*|\s*\n\s*", lambda match: "\n" * min(match[0].count("\n"), 2), text.strip())


class _Writer:
    def __init__(self, stash: Callable[[str], str]) -> None:
        self._stash = stash

    def blocks(self, parent: Element) -> Iterator[str]:
        loose = self._text(parent.text)
        for child in parent:
            if child.tag in _BLOCKS:
                if loose.strip():
                    yield _lines(loose)
                loose = ""
                yield from self._block(child)
            else:
                loose += self._inline(child)
            loose += self._text(child.tail)
        if loose.strip():
            yield _lines(loose)

    def _block(self, element: Element) -> Iterator[str]:
        tag = element.tag
        if tag in {"h1", "h2"}:
            title = " ".join(self._inside(element).split())
            yield f"{title}\n{_UNDERLINE}{'=' if tag == 'h1' else '-'}"
        elif tag == "p" or tag in {"h3", "h4", "h5", "h6"}:
            yield _lines(self._inside(element))
        elif tag in {"ul", "ol"}:
            yield "\n".join(self._items(element))
        elif tag == "blockquote":
            quoted = "\n\n".join(self.blocks(element))
            yield "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))
        elif tag == "pre":
            code = html.unescape(self._stash("".join(element.itertext()))).rstrip("\n")
            yield "\n".join(f"{_VERBATIM}{line}" for line in code.split("\n"))
        elif tag == "table":
            yield "\n".join(self._rows(element))
        elif tag == "hr":
            yield "-" * 8
        elif tag == "dl":
            yield "\n".join(self._definitions(element))
        else:
            yield from self.blocks(element)

    def _items(self, element: Element) -> Iterator[str]:
        start = int(element.get("start", "1")) if element.get("start", "1").isdigit() else 1
        for number, item in enumerate(element, start):
            mark = f"{number}. " if element.tag == "ol" else "- "
            body = "\n".join(self.blocks(item)).split("\n")
            yield "\n".join(f"{mark if at == 0 else ' ' * len(mark)}{line}".rstrip() for at, line in enumerate(body))

    def _rows(self, table: Element) -> Iterator[str]:
        for row in table.iter("tr"):
            yield " | ".join(self._inside(cell).strip() for cell in row)

    def _definitions(self, element: Element) -> Iterator[str]:
        for child in element:
            text = " ".join(self.blocks(child))
            yield f"  {text}" if child.tag == "dd" else text

    def _inside(self, element: Element) -> str:
        return self._text(element.text) + "".join(self._inline(child) + self._text(child.tail) for child in element)

    def _inline(self, element: Element) -> str:
        if element.tag == "br":
            return "\n"
        if element.tag == "img":
            return element.get("alt", "")
        if element.get("class") in FOOTNOTE_MARKS:
            return FOOTNOTE_MARKS[element.get("class", "")].format(self._inside(element))
        inside = self._inside(element)
        target = self._stash(element.get("href", "")) if element.tag == "a" else ""
        if not target or target.startswith("#") or target.removeprefix("mailto:") == inside.strip():
            return inside
        return f"{inside} ({target})" if target != inside else target

    def _text(self, text: str | None) -> str:
        if not text:
            return ""
        spaced = _SPACES.sub(" ", text)
        return strip_tags(_SPACES.sub(" ", self._stash(spaced))) if "\x02" in text else html.unescape(spaced)
