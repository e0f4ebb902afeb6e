"""Words that files declare, whoever shows them: a segment's message and ctas, and what the brand and the theme say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from segsite.brand.passages import Passage
from segsite.model.values import Scalar, find, leaves
from segsite.rendering.filled import Filled, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.diagnostics import Place
    from segsite.inheritance import Node
    from segsite.model.values import Key
    from segsite.rendering.renderer import Renderer

_MARKED = re.compile(r"\]\(|`|\{:|</?[a-zA-Z]|\*\*")
"""Marks of Markdown and HTML whose addresses and code are no words, in a message that content puts into its text."""
_MESSAGE = {"headline": "headline", "promise": "promise", "value_props": "value_prop"}


class Declared:
    """The words of definitions. What a segment inherits, and nothing makes different for it, is its parent's to say."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def of_segment(self, node: Node) -> Iterator[Passage]:
        """What a segment's definition says to readers: its message, and the labels of its ctas."""
        words = self._renderer.words(node)
        converter = self._renderer.tongue(self._renderer.locale(node)).converter
        for path, scalar in leaves(node.segment.as_written):
            parts = _parts_of(path)
            if not parts or not isinstance(scalar.value, str):
                continue
            claim = _claim_of(node, path)
            if "{" not in scalar.value and claim is None and _is_inherited(node, path, scalar):
                continue
            said = words.fill(scalar)
            filled = said.filled or Filled.of(Text(str(said), scalar.place))
            is_marked = "message" in parts and _MARKED.search(said) is not None
            wording = converter.convert(str(said)).wording if is_marked else converter.plain(str(said))
            yield Passage(wording, parts, filled, claim)

    def of_brand(self) -> Iterator[Passage]:
        """What the brand's files and the theme say: the line below the name, claims, menus, words of the interface."""
        site = self._renderer.site
        brand, config = site.brand.file, site.config
        if brand.tagline is not None:
            yield from self._own(brand.tagline, brand.place("tagline"), "brand")
        for claim_id, claim in site.brand.claims.items():
            yield from self._own(claim.sentence, claim.place("sentence"), "claim", claim=claim_id)
        for menu in ("header", "footer"):
            for index, entry in enumerate(getattr(config.navigation, menu)):
                yield from self._own(entry.label, config.place("navigation", menu, index, "label"), "navigation")
        yield from self._strings()

    def _strings(self) -> Iterator[Passage]:
        used = {self._renderer.locale(node).partition("-")[0] for node in self._renderer.tree.nodes.values()}
        for file in self._renderer.site.theme.files:
            for name, by_locale in file.strings.items():
                for locale, words in by_locale.items():
                    if locale.partition("-")[0] in used:
                        text = Filled.of(Text(words, file.place("strings", name, locale)))
                        wording = self._renderer.tongue(locale).converter.plain(words)
                        yield Passage(wording, frozenset({"string"}), text)

    def _own(self, words: str, place: Place, part: str, claim: str | None = None) -> Iterator[Passage]:
        """A text of the brand's, filled as the root segment sees it."""
        renderer = self._renderer
        root = renderer.tree.root
        tongue, names = renderer.tongue(renderer.locale(root)), renderer.words(root)
        filled = tongue.filler.fill(Text(words, place), names.names, names.findings)
        yield Passage(tongue.converter.plain(filled.text), frozenset({part}), filled, claim)


def _parts_of(path: tuple[Key, ...]) -> frozenset[str] | None:
    """What kind of text stands at a path of a definition; None if readers are not meant to read it."""
    if path[0] == "message" and len(path) > 1 and path[-1] != "claim":
        return frozenset({"message", _MESSAGE.get(str(path[1]), str(path[1]))})
    if path[0] == "ctas" and path[-1] == "label":
        return frozenset({"cta"})
    return None


def _is_inherited(node: Node, path: tuple[Key, ...], scalar: Scalar) -> bool:
    """Whether a segment has a text from its parent, and is held to the same standards in the same language."""
    above = node.parent
    return (
        above is not None
        and find(above.segment.as_written, path) is scalar
        and node.source.file.voice is None
        and node.segment.variation.tone == above.segment.variation.tone
        and node.segment.locale == above.segment.locale
    )


def _claim_of(node: Node, path: tuple[Key, ...]) -> str | None:
    claim: Any = find(node.segment.as_written, (*path[:3], "claim")) if path[:2] == ("message", "value_props") else None
    return str(claim.value) if isinstance(claim, Scalar) and claim.value is not None else None
