"""Words as readers meet them, each able to say where it is written: what rules about words judge.

A `Wording` is one distinct text taken apart into `Block`s. It is judged once, whoever says it; a `Passage` is one
place where it is said, and turns a stretch of a block into the place of its words in a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from segsite.model.values import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from segsite.diagnostics import Place
    from segsite.inheritance import Node, Touchpoint
    from segsite.model.touchpoint import Channel

Span: TypeAlias = tuple[int, int]
"""Start and end of a stretch, in characters; the end is outside."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a block: the stretch that readers can click, and the address as written."""

    span: Span
    target: str


@dataclass(frozen=True, eq=False, slots=True)
class Block:
    """A piece of a text that reads by itself: a paragraph, a heading, a cell, a title.

    Attributes:
        text: What readers see, on one line: expressions filled, marks of Markdown gone, apostrophes straight. Inline
            code, addresses and merge fields are covered by as many `*`, so that no rule about words meets them.
        scope: What it is, in Vale's words: `("text", "heading", "h2")`, `("text", "attr", "alt")`, `("comment",)`.
        links: The links in it.
        quoted: Stretches that are marked as somebody else's words: `<q>`, `<cite>`; quotation marks are not read here.
    """

    text: str
    scope: tuple[str, ...]
    links: tuple[Link, ...] = ()
    quoted: tuple[Span, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Wording:
    """A distinct text, taken apart.

    Attributes:
        source: The text with its expressions filled, as Markdown or as it is.
        blocks: Its blocks, in the order of the text.
        locale: Its language.
    """

    source: str
    blocks: tuple[Block, ...]
    locale: str
    _written: Callable[[int, int, int], Span]
    """The stretch of `source` in which a stretch of a block is written; worked out when it is first asked for."""
    notes: dict[object, object] = field(default_factory=dict)
    """What a judge has found out about it, so that nothing is found out twice; each uses itself as the key."""

    def written(self, block: int, span: Span) -> Span:
        """The stretch of `source` that holds a stretch of a block."""
        return self._written(block, *span)


class Placed(Protocol):
    """A filled text that knows its places."""

    def place(self, start: int, end: int | None = None) -> Place:
        """Where a stretch of it is written."""
        ...

    @property
    def home(self) -> Place:
        """Where it is written as a whole, wherever the words come from that its expressions print."""
        ...

    def uses(self, root: str) -> list[tuple[str, Place]]:
        """The facts (or claims, by `root`) that its expressions name, each with the place of the expression."""
        ...


@dataclass(frozen=True, eq=False, slots=True)
class Passage:
    """A wording said at one place.

    Attributes:
        wording: What is said.
        parts: What its scope holds besides a block's own: the channel, and what kind of text it is: `title`,
            `description`, `subject`, `preheader`, `option`, `cta`, `message`, `legal`, `quotation`, `fallback` …
        claim: The id of the claim it rests on, if it names one.
    """

    wording: Wording
    parts: frozenset[str]
    _filled: Placed
    claim: str | None = None

    def place(self, block: int, span: Span) -> Place:
        """Where a stretch of a block is written: in the file, the ancestor's, the block's, the fact's."""
        return self._filled.place(*self.wording.written(block, span))

    @property
    def home(self) -> Place:
        """Where it is written as a whole, wherever the words come from that its expressions print."""
        return self._filled.home

    def source_place(self, span: Span) -> Place:
        """Where a stretch of the wording's source is written."""
        return self._filled.place(*span)

    def uses(self, root: str) -> list[tuple[str, Place]]:
        """The facts (or claims, by `root`) that its expressions name, each with the place of the expression."""
        return self._filled.uses(root)

    def bare(self) -> Passage:
        """Its words alone, without blocks and places: small, and fit for another process."""
        wording = self.wording
        return Passage(Wording(wording.source, (), wording.locale, _nowhere), self.parts, _Unplaced())

    def scope(self, block: Block) -> frozenset[str]:
        """Everything that a selector can ask of a block: its own scope and this passage's parts."""
        return self.parts.union(block.scope)


def _nowhere(_block: int, _start: int, _end: int) -> Span:
    return 0, 0


class _Unplaced:
    """Stands for a filled text whose places nobody needs any more."""

    home = NOWHERE

    def place(self, _start: int, _end: int | None = None) -> Place:
        return NOWHERE

    def uses(self, _root: str) -> list[tuple[str, Place]]:
        return []


@dataclass(frozen=True, eq=False, slots=True)
class CtaUse:
    """A call to action that a touchpoint shows: its id, its label and where that is written, where it leads."""

    name: str
    label: str
    url: str
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class Spoken:
    """What a touchpoint says to a segment, as it is made.

    Attributes:
        node: The segment.
        touchpoint: The page or e-mail.
        channel: Where it is met.
        passages: Everything it says in words that somebody wrote, front matter first.
        fields: The passages of its front matter by key: `title`, `description`, `subject`, `preheader`.
        ctas: The calls to action it shows, in order.
        markup: Its HTML as made, merge fields as placeholders.
        text: The text part of an e-mail; empty for a page.
        path: Its output, from `dist`.
        sizes: The length of an e-mail's HTML in bytes, by platform.
        address: The path of the page on the site, such as `/trades/pricing/`; empty for an e-mail.
    """

    node: Node
    touchpoint: Touchpoint
    channel: Channel
    passages: tuple[Passage, ...]
    fields: dict[str, Passage]
    ctas: tuple[CtaUse, ...]
    markup: str
    text: str = ""
    path: str = ""
    address: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)
