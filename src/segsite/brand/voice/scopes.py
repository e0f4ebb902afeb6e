"""Scopes: which words a voice rule judges."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.brand.passages import Block

Parts = frozenset[str]


class Unit(Enum):
    """What a rule is shown at once."""

    BLOCK = "text"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    LINK = "link"
    SUMMARY = "summary"
    RAW = "raw"


_UNITS = {unit.value: unit for unit in Unit if unit is not Unit.BLOCK}
_OF_VALE = (
    "text heading h1 h2 h3 h4 h5 h6 list table cell header caption figure blockquote attr alt frontmatter comment line "
    "block link sentence paragraph summary raw"
)
_OF_SEGSITE = (
    "title description subject preheader option cta message headline promise value_prop legal quotation fallback "
    "web email"
)
KNOWN = frozenset({*_OF_VALE.split(), *_OF_SEGSITE.split()})
"""Every word a scope can be made of, but for Vale's names of formats."""
UNSUPPORTED = frozenset({"code", "strong", "emphasis", "class"})
"""Scopes of Vale's that segsite cannot tell apart."""
_FREE = frozenset({"frontmatter", "comment", "class"})
"""Words after which Vale allows any."""
_FORMATS = frozenset({"md", "markdown", "html", "txt", "adoc", "rst", "org", "xml", "dita", "mdx"})

_FRAGMENTS = frozenset({"title", "subject", "option", "cta", "headline", "fallback"})
DECISIVE = _FRAGMENTS | {"quotation"}
"""Parts of passages that make a difference to rules that do not name them."""
_PROSE = frozenset({("text",), ("text", "list"), ("text", "blockquote")})


@dataclass(frozen=True, slots=True)
class Selector:
    """One entry of a rule's scope.

    Attributes:
        unit: What the rule is shown at once.
        named: Words that a block's scope must hold, all of them.
        barred: Groups of words, none of which a block's scope may hold whole.
    """

    unit: Unit
    named: Parts
    barred: tuple[Parts, ...] = ()

    @property
    def asks(self) -> Parts:
        """Every word it asks for."""
        return self.named.union(*self.barred)

    def takes(self, block: Block, parts: Parts) -> bool:
        """Whether a block, said in a passage of such parts, is judged."""
        scope = parts.union(block.scope)
        if not self.named <= scope or any(barred <= scope for barred in self.barred):
            return False
        if "quotation" in scope and "quotation" not in self.named:
            return False  # a customer's words are not ours to judge
        return self.unit not in {Unit.SENTENCE, Unit.PARAGRAPH} or self._is_prose(block, parts)

    def _is_prose(self, block: Block, parts: Parts) -> bool:
        """Whether a block is running text, or the scope names what it is instead."""
        if self.named & (_FRAGMENTS | {"heading", "table", "alt"}):
            return True
        if self.unit is Unit.PARAGRAPH and block.scope != ("text",):
            return False
        return block.scope in _PROSE and not parts & _FRAGMENTS


@lru_cache(maxsize=1024)
def selector(entry: str) -> Selector:
    """What an entry of a rule's scope selects: `text`, `heading.h2`, `sentence & ~list`."""
    named: set[str] = set()
    barred = []
    unit = Unit.BLOCK
    for group, written in zip(_groups(entry), entry.split("&"), strict=True):
        words = {*group} - {"text", "md", "markdown"}
        if written.strip().startswith("~"):
            barred.append(frozenset(words))
            continue
        unit = next((_UNITS[word] for word in sorted(words & _UNITS.keys())), unit)
        named |= words - _UNITS.keys()
    if len(named) > 1:
        named.discard("frontmatter")  # `frontmatter.title` is a title
    return Selector(unit, frozenset(named), tuple(barred))


def unknown_words(entry: str) -> list[str]:
    """The words of a scope that mean nothing."""
    known = KNOWN | UNSUPPORTED | _FORMATS
    return [word for group in _groups(entry) if not _FREE & {*group} for word in group if word not in known]


def unsupported_words(entry: str) -> list[str]:
    """The words of a scope that mean something to Vale only."""
    return [word for group in _groups(entry) for word in group if word in UNSUPPORTED]


def _groups(entry: str) -> Iterator[list[str]]:
    """The words of a scope in groups, whether they are named or barred."""
    for group in entry.split("&"):
        words = (word.strip() for word in group.strip().removeprefix("~").split("."))
        yield [word for word in words if word]
