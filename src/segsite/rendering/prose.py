"""Markdown becomes safe HTML and plain text. Each distinct text is converted once."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import markdown
import nh3
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor

from segsite.brand.claims.claim_words import REFERENCE
from segsite.rendering.blocks import blocks_of
from segsite.rendering.choices import choices_apart, choices_in_text
from segsite.rendering.claim_notes import UnseenReferences
from segsite.rendering.dialects import Dialects, HeadlessTables
from segsite.rendering.lists import ListLayout
from segsite.rendering.plaintext import FOOTNOTE_MARKS, plain_text, strip_tags
from segsite.rendering.typography import smarten, smarten_tree
from segsite.rendering.wordings import plain_wording, wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from segsite.brand.passages import Wording
    from segsite.rendering.blocks import Drawn
    from segsite.rendering.claim_notes import ClaimNotes

_TEXT_TAGS = (
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td "
    "tfoot th thead time tr u ul var wbr"
)
ALLOWED_TAGS = frozenset(_TEXT_TAGS.split())
"""HTML elements content may hold: what text needs, nothing that runs, loads or takes input."""

_ALLOWED_ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title", "role"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "scope", "style"},
    "col": {"span"},
    "colgroup": {"span"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "time": {"datetime"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "details": {"open"},
}
_ALLOWED_STYLES = {"text-align"}
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
OWN_SCHEMES = frozenset({"cta", "page", "segment", "asset"})
MAX_TEXT = 250_000
MAX_MARKS = 5_000
MAX_OPEN = 100
"""What one text may hold: far more than people write, and little enough for Markdown, whose time grows by squares."""
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")

_cleaner = nh3.Cleaner(
    tags=set(ALLOWED_TAGS),
    attributes=_ALLOWED_ATTRIBUTES,
    url_schemes=set(SAFE_SCHEMES | OWN_SCHEMES),
    generic_attribute_prefixes={"aria-"},
    filter_style_properties=_ALLOWED_STYLES,
    link_rel=None,
)


@dataclass(frozen=True, slots=True)
class Removed:
    """Something the sanitiser takes out of raw HTML: what it is, and a pattern of the text that wrote it."""

    what: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A converted text.

    Attributes:
        html: Safe HTML; links are as written.
        text: The same as plain text.
        heading: The plain text of its first heading, or empty.
        readable: What readers see of it, as one line.
        links: Every address it links to or shows, once each.
        forbidden: Links with a scheme that may not be used.
        removed: What the sanitiser took out.
        wording: The words rules judge.
        problem: Why it could not be converted; empty if it could.
        torn: Which of its choices, counted from 0, do not end in the element they begin in.
    """

    html: str
    text: str
    heading: str
    readable: str
    links: tuple[str, ...]
    forbidden: tuple[str, ...]
    removed: tuple[Removed, ...]
    wording: Wording
    problem: str = ""
    torn: tuple[int, ...] = ()


class Converter:
    """Converts Markdown in one locale. Python-Markdown is set up once.

    Args:
        locale: The language, for punctuation.
        notes: The footnotes of claims.
    """

    def __init__(self, locale: str, notes: ClaimNotes | None = None) -> None:
        self._locale, self._notes = locale, notes
        self._known: dict[str, Prose] = {}
        self._plain: dict[str, Wording] = {}
        self._markdown = markdown.Markdown(
            extensions=["tables", "attr_list", "footnotes", "def_list", "fenced_code", "sane_lists", "abbr"],
            extension_configs={"footnotes": {"BACKLINK_TITLE": "{}"}},
            output_format="html",
        )
        self._reader = _Reader(self._markdown, locale)
        self._markdown.treeprocessors.register(self._reader, "segsite", -1)
        # right after the footnotes' own pattern, which takes those that have a note
        self._markdown.inlinePatterns.register(UnseenReferences(REFERENCE.pattern), "segsite-claims", 174)
        self._markdown.preprocessors.register(ListLayout(self._markdown), "segsite-lists", 15)
        self._markdown.preprocessors.register(HeadlessTables(self._markdown), "segsite-tables", 14)
        self._markdown.treeprocessors.register(Dialects(self._markdown), "segsite-dialects", 9)

    def convert(self, text: str) -> Prose:
        """A text's HTML and plain text."""
        prose = self._known.get(text)
        if prose is None:
            prose = self._known[text] = self._convert(text)
        return prose

    def inline(self, text: str) -> Prose:
        """A short text without a paragraph around it, such as a title."""
        prose = self.convert(text)
        if prose.html.startswith("<p>") and prose.html.count("<p>") == 1 and prose.html.endswith("</p>"):
            return replace(prose, html=prose.html[3:-4])
        return prose

    def plain(self, text: str) -> Wording:
        """The words of a text without Markdown."""
        known = self._plain.get(text)
        if known is None:
            known = self._plain[text] = plain_wording(text, self._locale)
        return known

    def smarten(self, text: str) -> str:
        """A plain text with the punctuation of the locale."""
        return smarten(text, self._locale)

    def _convert(self, text: str) -> Prose:
        problem = too_complex(text)
        if problem:
            return self._none(problem)
        reader = self._reader
        reader.clear()
        self._markdown.reset()
        try:
            raw = self._markdown.convert(self._notes.added(text) if self._notes is not None else text)
        except RecursionError:
            return self._none("a text nested too deeply")
        links = tuple(dict.fromkeys(reader.links))
        markup = _cleaner.clean(raw).strip()
        chosen = choices_apart(markup) if "SEGSITEMI" in markup else None
        return Prose(
            chosen.markup if chosen is not None else markup,
            choices_in_text(reader.text) if chosen is not None else reader.text,
            reader.heading,
            reader.readable,
            tuple(link for link in links if not _is_forbidden(link)),
            tuple(link for link in links if _is_forbidden(link)),
            tuple(dict.fromkeys(reader.removed)),
            wording(text, reader.drawn, self._locale),
            torn=chosen.torn if chosen is not None else (),
        )

    def _none(self, problem: str) -> Prose:
        return Prose("", "", "", "", (), (), (), wording("", (), self._locale), problem)


def too_complex(text: str) -> str:
    """Why a text would take Markdown too long, which reads some texts again and again; empty if it would not."""
    if len(text) > MAX_TEXT:
        return f"a text of more than {MAX_TEXT:,} characters"
    if text.count("\n") > MAX_MARKS and sum(map(bool, map(str.strip, text.split("\n")))) > MAX_MARKS:
        return f"a text of more than {MAX_MARKS:,} lines"
    for mark in "<&[":
        if text.count(mark) > MAX_MARKS:
            return f"a text with more than {MAX_MARKS:,} of `{mark}`"
    for opener, closer in (("[", "]"), ("](", ")"), ("<", ">")):
        if text.count(opener) > MAX_OPEN and any(
            block.count(opener) - block.count(closer) > MAX_OPEN for block in text.split("\n\n")
        ):
            return f"a paragraph with more than {MAX_OPEN} of `{opener}` that are never closed"
    return ""


def _is_forbidden(link: str) -> bool:
    compact = re.sub(r"[\x00-\x20]", "", html.unescape(link))
    scheme = _SCHEME.match(compact)
    return scheme is not None and scheme[1].lower() not in SAFE_SCHEMES | OWN_SCHEMES


class _Reader(Treeprocessor):
    """The last step on Markdown's tree: smart punctuation, and everything that is to be known of the text."""

    def __init__(self, md: markdown.Markdown, locale: str) -> None:
        super().__init__(md)
        self._locale = locale
        self.clear()

    def clear(self) -> None:
        self.text = self.heading = self.readable = ""
        self.links: list[str] = []
        self.removed: list[Removed] = []
        self.drawn: list[Drawn] = []

    def run(self, root: Element) -> None:
        self.drawn = blocks_of(root, [self._stashed(block) for block in self.md.htmlStash.rawHtmlBlocks])
        smarten_tree(root, self._locale)
        for element in root.iter():
            self._read(element)
        for block in self.md.htmlStash.rawHtmlBlocks:
            self._read_raw(block if isinstance(block, str) else "")
        self.text = plain_text(root, self._unstash)
        self.readable = self._readable(root)

    def _read(self, element: Element) -> None:
        for name in ("href", "src"):
            if name in element.attrib:
                self.links.append(self._unstash(element.attrib[name]))
        if not self.heading and element.tag in _HEADINGS:
            self.heading = self._readable(element)
        for name, value in element.attrib.items():
            if not _may_stay(str(element.tag), name):
                pattern = rf"\{{[^{{}}\n]{{0,300}}?\b({re.escape(name)})"
                self.removed.append(Removed(f"the attribute `{name}`", pattern))
            elif name == "style":
                self.removed.extend(_removed_styles(value))

    def _read_raw(self, block: str) -> None:
        if "<" in block:
            parser = _RawReader()
            parser.feed(block)
            parser.close()
            self.links.extend(parser.links)
            self.removed.extend(parser.removed)

    def _readable(self, element: Element) -> str:
        return " ".join(strip_tags(self._unstash("".join(_texts(element)))).split())

    def _stashed(self, block: Any) -> str:
        return block if isinstance(block, str) else "".join(block.itertext())

    def _unstash(self, text: str) -> str:
        """A text with Markdown's placeholders replaced by what they stand for."""
        for mark in (FN_BACKLINK_TEXT, NBSP_PLACEHOLDER):
            text = text.replace(mark, "")
        if "\x02" not in text:
            return html.unescape(text)
        text = self._unstashed(text)
        text = re.sub("\x02(\\d+)\x03", lambda match: chr(int(match[1])), text)
        return html.unescape(text.replace("\x02amp\x03", "&"))

    def _unstashed(self, text: str, after: int = -1) -> str:
        """A text with the raw HTML that was put away; what is in it was put away later."""
        blocks = self.md.htmlStash.rawHtmlBlocks

        def taken(match: re.Match[str]) -> str:
            key = int(match[1])
            return self._unstashed(self._stashed(blocks[key]), key) if after < key < len(blocks) else match[0]

        return _STASHED.sub(taken, text)


_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _texts(element: Element) -> Iterator[str]:
    """The texts readers see, less the marks of footnotes."""
    if element.get("class") in FOOTNOTE_MARKS:
        return
    if element.text:
        yield element.text
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


def _may_stay(tag: str, attribute: str) -> bool:
    return (
        attribute in _ALLOWED_ATTRIBUTES["*"]
        or attribute in _ALLOWED_ATTRIBUTES.get(tag, ())
        or attribute.startswith("aria-")
    )


def _removed_styles(value: str) -> Iterator[Removed]:
    """What the sanitiser takes out of a `style` attribute: everything but how a cell's text is aligned."""
    for declaration in value.split(";"):
        name = declaration.partition(":")[0].strip()
        if name and name.lower() not in _ALLOWED_STYLES:
            pattern = rf"\bstyle\s*=\s*[\"']?[^\"'>]{{0,300}}?(?<![\w-])({re.escape(name)})\s*(?=[:;\"'])"
            yield Removed(f"the style `{name}`", pattern)


class _RawReader(HTMLParser):
    """Reads raw HTML for its links and for what will be taken out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.removed: list[Removed] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED_TAGS:
            self.removed.append(Removed(f"`<{tag}>`", rf"<{re.escape(tag)}(?![\w-])"))
            return
        for name, value in attrs:
            if name in {"href", "src"}:
                self.links.append(value or "")
            elif not _may_stay(tag, name):
                pattern = rf"<{re.escape(tag)}\b[^>]{{0,300}}?[\s/\"']({re.escape(name)})"
                self.removed.append(Removed(f"the attribute `{name}` of `<{tag}>`", pattern))
            elif name == "style":
                self.removed.extend(_removed_styles(value or ""))


def rewrite_links(markup: str, replace: Any) -> str:
    """HTML with every `href` and `src` put through a function of (tag, attribute, address, whole tag)."""
    return _LINKED_TAG.sub(replace, markup)


_LINKED_TAG = re.compile(
    r"<(?P<tag>a|img)\b(?P<before>[^>]*?)\b(?P<name>href|src)=\"(?P<url>[^\"]*)\"(?P<after>[^>]*)>"
)


def iter_ids(markup: str) -> Iterator[str]:
    """Every id in a piece of HTML."""
    return (html.unescape(match[1]) for match in _ID.finditer(markup))


_ID = re.compile(r"<[a-zA-Z][^>]*?\sid=\"([^\"]+)\"")
