"""What Outlook for Windows makes of an e-mail: its own comments opened, and no idea of what is newer than tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_FOR_OTHERS = re.compile(r"<!--\[if !mso\]><!-->.*?<!--<!\[endif\]-->", re.DOTALL)
_FOR_OUTLOOK = re.compile(r"<!--\[if mso\]>(.*?)<!\[endif\]-->", re.DOTALL)
_UNKNOWN = re.compile(r"\b(?:max-width|display|border-radius|background-(?:image|position|repeat|size)): [^;\"]*;?")
_LAYOUT = frozenset({"table", "tbody", "tr", "td", "th", "div", "center", "v:rect", "v:textbox", "v:roundrect"})
_AS_WIDE_AS_SAID = frozenset({"table", "td", "th", "img"})
_WITHOUT_END = 100_000


def as_outlook_reads(markup: str) -> str:
    """The HTML with what is for Outlook, and without what is not."""
    return _FOR_OUTLOOK.sub(r"\1", _FOR_OTHERS.sub("", markup))


def for_a_browser(markup: str) -> str:
    """The HTML so that a browser lays it out as Outlook does: without what is newer, with Outlook's own paddings."""
    return re.sub(
        r"\bstyle=\"[^\"]*\"", lambda style: _UNKNOWN.sub("", style[0]).replace("mso-padding-alt", "padding"), markup
    )


@dataclass
class _Open:
    """An element that is open: the room in it, whether that is said, and for a row what its cells say of theirs."""

    tag: str
    room: float
    is_said: bool = False
    cells: list[int | None] = field(default_factory=list)


class Layout(HTMLParser):
    """Finds what is wrong with the layout of an e-mail as Outlook reads it.

    Attributes:
        faults: What is wrong.
    """

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._open = [_Open("", _WITHOUT_END)]
        self.feed(markup)
        self.close()
        self.faults += [f"<{one.tag}> stays open" for one in self._open[1:]]

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        within, width = self._open[-1], _width(tag, given)
        if width is not None and width > within.room:
            self.faults.append(f"<{tag}> is {width} px wide where {within.room:.0f} px are left")
        if tag in {"td", "th"}:
            if within.tag != "tr":
                self.faults.append(f"a cell in <{within.tag}>")
            within.cells.append(width)
        if tag in _LAYOUT:
            room = within.room if width is None else width
            is_said = width is not None or (tag in {"tbody", "tr"} and within.is_said)
            self._open.append(_Open(tag, room - _paddings(tag, given), is_said))

    def handle_startendtag(self, tag, attrs):
        if tag not in _LAYOUT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag not in _LAYOUT:
            return
        last = self._open.pop() if len(self._open) > 1 else self._open[0]
        if last.tag != tag:
            self.faults.append(f"</{tag}> closes <{last.tag}>")
        said = [width for width in last.cells if width is not None]
        fills = last.is_said and len(said) == len(last.cells) > 0
        if sum(said) > last.room or (fills and sum(said) != last.room):
            self.faults.append(f"cells of {last.cells} px in {last.room:.0f} px")


def _width(tag: str, given: dict[str, str]) -> int | None:
    """How wide an element says it is, in pixels; None if it does not."""
    if tag in _AS_WIDE_AS_SAID and given.get("width", "").isdigit():
        return int(given["width"])
    drawn = re.search(r"(?<![-\w])width:(\d+)px", given.get("style", "")) if tag.startswith("v:") else None
    return int(drawn[1]) if drawn else None


def _paddings(tag: str, given: dict[str, str]) -> int:
    """The paddings at the two sides of a cell, in pixels."""
    style = given.get("style", "")
    if tag != "td" or "mso-padding-alt: 0" in style:
        return 0
    left = right = 0
    for side, value in re.findall(r"(?<![-\w])padding(-left|-right|): ([^;\"]+)", style):
        lengths = [int(length) for length in re.findall(r"\d+", value)]
        if side != "-left":
            right = lengths[min(1, len(lengths) - 1)]
        if side != "-right":
            left = lengths[3] if len(lengths) > 3 else lengths[min(1, len(lengths) - 1)]
    return left + right
