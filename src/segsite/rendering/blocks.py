"""Markdown's tree as blocks of words: what rules about words judge, before punctuation is made typographic.

Scopes are those of Vale (https://vale.sh/docs/topics/scoping/): of nested lists, quotes and headings the outermost
names a block.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER

from segsite.brand.passages import Block, Link
from segsite.model.merge_fields import PLACEHOLDER
from segsite.rendering.claim_notes import NOTE_ID
from segsite.rendering.plaintext import FOOTNOTE_MARKS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from segsite.brand.passages import Span

_HEADINGS = {f"h{level}": ("text", "heading", f"h{level}") for level in range(1, 7)}
_BLOCKQUOTE = ("text", "blockquote")
_SPOKEN = re.compile(r"^[\"“„«»‘]|[\"“”«»’]$")
"""A block quote that begins or ends with quotation marks is what somebody has said; others set words off."""
_SCOPES: dict[str, tuple[str, ...]] = {
    **_HEADINGS,
    "li": ("text", "list"),
    "dt": ("text", "list"),
    "dd": ("text", "list"),
    "td": ("text", "table", "cell"),
    "th": ("text", "table", "header"),
    "caption": ("text", "table", "caption"),
    "figcaption": ("text", "figure", "caption"),
    "blockquote": _BLOCKQUOTE,
}
_BLOCKS = frozenset({*_SCOPES, "p", "div", "ul", "ol", "dl", "table", "thead", "tbody", "tr", "details", "summary"})
_SKIPPED = frozenset({"pre", "script", "style", "figure"})
_WHITE = re.compile(r"(?<=[.!?]) {2,}(?=\S)|(\s+)")
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_QUOTES = frozenset({"q", "cite"})
_ESCAPED = re.compile("\x02(\\d+)\x03")
_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_COMMENT = re.compile(r"<!--(.{0,5000}?)-->", re.DOTALL)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^>]*)>")
_UNREAD = re.compile(r"<(pre|script|style|code|kbd|samp)\b.{0,50000}?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BLOCK_END = re.compile(
    r"</?(?:p|div|h\d|li|ul|ol|td|th|tr|table|dt|dd|summary|details|blockquote|br|hr)\b[^>]*>", re.IGNORECASE
)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_ROLE = re.compile(r"""\brole\s*=\s*["']?(?:presentation|none)\b""", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ALT = ("text", "attr", "alt")
COMMENT = ("comment",)
FOOTNOTE = ("text", "footnote")


@dataclass(frozen=True, eq=False, slots=True)
class Drawn:
    """A block, and its text with nothing covered, by which it is found in its source."""

    block: Block
    plain: str


def blocks_of(root: Element, stash: list[str]) -> list[Drawn]:
    """The blocks of a Markdown tree, in order.

    Args:
        root: The tree after all inline patterns have run.
        stash: The raw HTML that its placeholders stand for.
    """
    reader = _Reader(stash)
    reader.element(root)
    reader.flush()
    return reader.drawn


def plain_block(text: str) -> Drawn:
    """A text without Markdown as one block."""
    run = _Run(("text",))
    run.add(text)
    return run.drawn()


@dataclass(eq=False, slots=True)
class _Run:
    """A block that grows as the tree is walked."""

    scope: tuple[str, ...]
    pieces: list[str] = field(default_factory=list)
    covered: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)
    length: int = 0
    spaced: bool = True
    """Whether it ends with a space; a block starts as if it did, so that it has none at its start."""

    def add(self, text: str, *, code: bool = False) -> None:
        """Add words; white space becomes one space, but for spaces that are doubled between sentences."""
        if not text:
            return
        words = _WHITE.sub(lambda match: " " if match[1] else match[0], text.strip())
        if text[0].isspace() and not self.spaced:
            self._put(" ")
        if words:
            if code:
                self.covered.append((self.length, self.length + len(words)))
            self._put(words)
            if text[-1].isspace():
                self._put(" ")

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
        self.spaced = text == " "

    def drawn(self) -> Drawn:
        plain = "".join(self.pieces).rstrip()
        text = plain.replace("’", "'")
        covered = list(self.covered)
        if "SEGSITEM" in plain:
            covered += (match.span() for match in PLACEHOLDER.finditer(plain))
        if "@" in plain or "://" in plain or "www." in plain:
            covered += (match.span() for match in _ADDRESS.finditer(plain))
        for start, end in covered:
            text = text[:start] + "*" * (end - start) + text[end:]
        scope = (*self.scope, "quotation") if self.scope == _BLOCKQUOTE and _SPOKEN.search(plain) else self.scope
        return Drawn(Block(text, scope, tuple(self.links), tuple(self.quoted)), plain)


class _Reader:
    """Walks a tree once."""

    def __init__(self, stash: list[str]) -> None:
        self._stash = stash
        self._run = _Run(("text",))
        self._opened: list[int] = []
        self._in_code = 0
        """How many tags of raw HTML are open whose words are code."""
        self.drawn: list[Drawn] = []

    def element(self, element: Element) -> None:
        """An element with what is in it."""
        tag = str(element.tag)
        if tag in _SKIPPED or element.get("class") in FOOTNOTE_MARKS or element.get("id", "").startswith(NOTE_ID):
            return  # a claim's note is the brand's, and stands in no file that content is written in
        if tag in _BLOCKS:
            self._block(element, tag)
        elif tag == "img":
            self._picture(element.get("alt") or "", decorative=element.get("role") in {"presentation", "none"})
        elif tag == "br":
            self._run.add(" ")
        else:
            self._inline(element, tag)

    def flush(self, scope: tuple[str, ...] = ("text",)) -> None:
        """End the block that is growing, and begin another."""
        if self._run.length:
            drawn = self._run.drawn()
            if drawn.plain:
                self.drawn.append(drawn)
        self._run, self._opened, self._in_code = _Run(scope), [], 0

    def _block(self, element: Element, tag: str) -> None:
        outer = self._run.scope
        own = FOOTNOTE if element.get("class") == "footnote" else _SCOPES.get(tag, outer)
        self.flush(outer if outer != ("text",) else own)
        self._content(element)
        self.flush(outer)

    def _inline(self, element: Element, tag: str) -> None:
        start = self._run.length
        if tag in _CODE:
            self._run.add("".join(element.itertext()), code=True)
            return
        self._content(element)
        span = (start, self._run.length)
        if tag == "a" and element.get("href") is not None:
            self._run.links.append(Link(span, self._target(str(element.get("href")))))
        elif tag in _QUOTES:
            self._run.quoted.append(span)

    def _content(self, element: Element) -> None:
        self._text(element.text)
        for child in element:
            self.element(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        """Words, and what stands for raw HTML among them."""
        if not text:
            return
        for at, piece in enumerate(_STASHED.split(text) if "\x02" in text else [text]):
            if at % 2:
                self._raw(self._stash[int(piece)] if int(piece) < len(self._stash) else "")
            else:
                self._add(piece)

    def _add(self, text: str) -> None:
        self._run.add(_unescaped(text), code=self._in_code > 0)

    def _raw(self, markup: str) -> None:
        """Raw HTML: a tag, an entity, a comment, or a whole block."""
        if not markup.startswith("<"):
            self._add(markup)
            return
        at = 0
        markup = _UNREAD.sub(" ", markup)
        for comment in _COMMENT.finditer(markup):
            self._tags(markup[at : comment.start()])
            self._comment(comment[1].strip())
            at = comment.end()
        self._tags(markup[at:])

    def _tags(self, markup: str) -> None:
        at = 0
        for tag in _TAG.finditer(markup):
            self._add(markup[at : tag.start()])
            at = tag.end()
            name = tag["name"].lower()
            if name == "img":
                alt = _ALT.search(tag["rest"])
                words = html.unescape(next((one for one in alt.groups() if one is not None), "")) if alt else ""
                self._picture(words, decorative=_ROLE.search(tag["rest"]) is not None)
            elif name in _QUOTES:
                self._quote(opens=not tag["close"])
            elif name in _CODE:
                self._in_code = max(self._in_code + (-1 if tag["close"] else 1), 0)
            elif _BLOCK_END.match(tag[0]):
                self._break(name)
        self._add(markup[at:])

    def _quote(self, *, opens: bool) -> None:
        if opens:
            self._opened.append(self._run.length)
        elif self._opened:
            self._run.quoted.append((self._opened.pop(), self._run.length))

    def _break(self, name: str) -> None:
        if name == "br":
            self._run.add(" ")
        else:
            self.flush(self._run.scope)

    def _picture(self, alt: str, *, decorative: bool) -> None:
        if not decorative:
            words = " ".join(_unescaped(self._unstashed(alt)).split())
            self.drawn.append(Drawn(Block(words.replace("’", "'"), ALT), words))

    def _comment(self, text: str) -> None:
        self.flush(self._run.scope)
        self.drawn.append(Drawn(Block(text, COMMENT), text))

    def _target(self, href: str) -> str:
        return _unescaped(self._unstashed(href))

    def _unstashed(self, text: str) -> str:
        return _STASHED.sub(lambda match: self._stash[int(match[1])], text) if "\x02" in text else text


def _unescaped(text: str) -> str:
    """Words with Markdown's own placeholders and entities put back."""
    if "\x02" in text:
        for mark in (FN_BACKLINK_TEXT, NBSP_PLACEHOLDER):
            text = text.replace(mark, "")
        text = text.replace("\x02amp\x03", "&")
        text = _ESCAPED.sub(lambda match: chr(int(match[1])), text)
    return html.unescape(text) if "&" in text else text
