"""What other Markdown tools read and Python-Markdown does not: tables without a head, attributes on their own line.

Words that come from Jekyll, Hugo or a wiki hold both; unread they would show as bars and braces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_ROW = re.compile(r" {0,3}\|.*\|\s*")
_DELIMITER = re.compile(r"[\s|:-]*-[\s|:-]*")
_CELL_END = re.compile(r"`[^`]*`|\\.|(?P<bar>\|)")
_ATTRIBUTES = re.compile(r"\s*\{:(?P<attributes>[^{}\n]*)\}[ \t]*(?:\n|\Z)")


class HeadlessTables(Preprocessor):
    """Gives rows between bars that have no head an empty one, which `Dialects` takes out again."""

    def run(self, lines: list[str]) -> list[str]:
        """The same lines, each table with a head."""
        laid_out: list[str] = []
        for block in _blocks(lines):
            rows = len(block) > 1 and all(_ROW.fullmatch(line) for line in block)
            if rows and not any(_DELIMITER.fullmatch(line) for line in block):
                columns = max(map(_columns, block))
                laid_out += ["|" + "  |" * columns, "|" + "--|" * columns]
            laid_out += block
        return laid_out


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Lines in blocks: those between two empty ones; an empty line is a block of its own."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
            continue
        if block:
            yield block
        yield [line]
        block = []
    if block:
        yield block


def _columns(row: str) -> int:
    return sum(match["bar"] is not None for match in _CELL_END.finditer(row)) - 1


class Dialects(Treeprocessor):
    """Takes empty table heads out of the tree, and gives attributes on their own line to the block they are for."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._attributes = AttrListTreeprocessor(md)

    def run(self, root: Element) -> None:
        """Mend a tree in place."""
        for parent in list(root.iter()):
            if parent.tag == "table":
                _drop_empty_head(parent)
            elif any(child.tag == "p" for child in parent):
                self._attach(parent)

    def _attach(self, parent: Element) -> None:
        """`{: .class}` above a block is that block's; one with nothing below it is the block's above."""
        blocks = list(parent)
        for at, block in enumerate(blocks):
            match = _ATTRIBUTES.match(block.text or "") if block.tag == "p" else None
            if match is None:
                continue
            owner = block
            if match.end() < len(block.text or "") or len(block):
                block.text = (block.text or "")[match.end() :]
            else:
                parent.remove(block)
                owner = blocks[at + 1] if at + 1 < len(blocks) else blocks[at - 1] if at else parent
            if owner is not parent:
                self._attributes.assign_attrs(owner, match["attributes"])


def _drop_empty_head(table: Element) -> None:
    head = table.find("thead")
    if head is not None and not "".join(head.itertext()).strip() and not list(head.iter("img")):
        table.remove(head)
