"""Lists as people type them: nested by two, three or four spaces, and right below a paragraph.

Python-Markdown wants four spaces and an empty line before a list; other Markdown tools, and so most writers, do not.
"""

from __future__ import annotations

import re

from markdown.preprocessors import Preprocessor

_ITEM = re.compile(r"(?P<indent> {0,40})(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> +)(?P<text>\S.*)")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_NOT_A_PARAGRAPH = re.compile(r"\s*(#{1,6}\s|>|\||[-*_]{3,}\s*$|:\s|<|\[\^?[^\]]+\]:)")


class ListLayout(Preprocessor):
    """Indents list items by four spaces a level and sets lists apart from the paragraph above."""

    def run(self, lines: list[str]) -> list[str]:
        """The same lines, laid out as Python-Markdown reads them."""
        if not any(_ITEM.match(line) for line in lines):
            return lines
        layout = _Layout()
        for line in lines:
            layout.take(line)
        return layout.lines


class _Layout:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self._levels: list[tuple[int, int]] = []
        """Of each open item: the column of its mark and that of its text."""
        self._fence = ""

    def take(self, line: str) -> None:
        fence = _FENCE.match(line)
        if self._fence or fence:
            self._take_fenced(line, fence[1] if fence else "")
            return
        item = _ITEM.fullmatch(line)
        if item is not None and self._is_item(item):
            self._take_item(item)
        elif not line.strip():
            self.lines.append("")
        else:
            self._take_text(line)

    def _take_fenced(self, line: str, mark: str) -> None:
        if self._fence:
            self._fence = "" if mark.startswith(self._fence) else self._fence
        else:
            self._fence = mark
        self.lines.append(line)

    def _is_item(self, item: re.Match[str]) -> bool:
        if self._levels:
            return True
        if len(item["indent"]) > 3:
            return False  # an indented code block
        above = self.lines[-1] if self.lines else ""
        interrupts = item["mark"] in "-*+" or item["mark"][:-1] == "1"
        return not above.strip() or interrupts or bool(_NOT_A_PARAGRAPH.match(above))

    def _take_item(self, item: re.Match[str]) -> None:
        column = len(item["indent"])
        fresh = not self._levels
        while self._levels and column < self._levels[-1][0] + 2:
            self._levels.pop()
        above = self.lines[-1] if self.lines else ""
        if above.strip() and not _ITEM.match(above) and (fresh or above.startswith("    ")):
            self.lines.append("")
        text_column = column + len(item["mark"]) + len(item["gap"])
        mark = item["mark"].replace(")", ".")
        self.lines.append(f"{'    ' * len(self._levels)}{mark} {item['text']}")
        self._levels.append((column, text_column))

    def _take_text(self, line: str) -> None:
        indent = len(line) - len(line.lstrip(" "))
        after_gap = bool(self.lines) and not self.lines[-1].strip()
        while after_gap and self._levels and indent < min(self._levels[-1][1], self._levels[-1][0] + 2):
            self._levels.pop()
        level = len(self._levels)
        self.lines.append(f"{'    ' * level}{line.lstrip(' ')}" if level and indent else line)
