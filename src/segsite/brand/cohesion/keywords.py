"""Keywords that two segments aim at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.brand.standard import Standard
from segsite.model.segment import Status
from segsite.model.values import Scalar, Sequence
from segsite.rulebook import cohesion as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Sequence as SequenceType

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node

_PLURAL = re.compile(r"(?<=[^\W\d_]{3})(?<![isu])s\b|(?<=(?:ch|sh|ss))es\b|(?<=x)es\b")
_Y = re.compile(r"(?<=[^\W\d_]{2})ies?\b")
_GAP = re.compile(r"[\s\-_/]+")


class Keywords(Standard):
    """Looks for live segments whose own keywords are the same."""

    def __init__(self, grounds: Grounds) -> None:
        self._tree, self._locale = grounds.tree, grounds.site.config.locale

    def of_site(self, spoken: SequenceType[Spoken]) -> Iterable[Finding]:
        """Each keyword that an earlier segment aims at as well."""
        holders: dict[tuple[str, str], Node] = {}
        for node in self._tree.nodes.values():
            if node.segment.status is Status.LIVE and not node.broken:
                locale = node.segment.locale or self._locale
                for keyword in _own(node):
                    holder = holders.setdefault((locale, normalised(str(keyword.value))), node)
                    if holder is not node:
                        yield _finding(keyword, node, holder)


def _own(node: Node) -> Iterator[Scalar]:
    """The keywords that a segment's own file says; one with an expression is another in every segment."""
    written = node.source.file.as_written
    for key in ("keywords", "keywords+"):
        value = written.get(key)
        for item in value.items if isinstance(value, Sequence) else ():
            if isinstance(item, Scalar) and item.value is not None and "{" not in str(item.value):
                yield item


def normalised(keyword: str) -> str:
    """A keyword as search engines take it: capitals, hyphens and plurals make no difference."""
    return _PLURAL.sub("", _Y.sub("y", _GAP.sub(" ", keyword.casefold()).strip()))


def _finding(keyword: Scalar, node: Node, holder: Node) -> Finding:
    message = f"{_named(node)} aims at the keyword “{keyword.value}”, and so does {_named(holder)}."
    hint = "Agree who keeps it, and give the other a keyword that only its audience would use."
    return rules.CONTENTION.at(keyword.place, message, hint)


def _named(node: Node) -> str:
    name = f"`{node.id}`" if node.id else "the root segment"
    return f"{name} ({node.segment.owner})" if node.segment.owner else name
