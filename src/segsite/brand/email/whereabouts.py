"""Where something that stands in a finished e-mail is written: in its words, in its files, in the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.channels.layouts import layout_of
from segsite.model.touchpoint import SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Place, Source


class Whereabouts:
    """Knows the files that e-mails are made of."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds

    def content(self, needle: str, spoken: Spoken) -> Place | None:
        """Where content says something: in words that are shown, or else as they stand in its files."""
        return in_words(needle, spoken) or _first(needle, self._content_files(spoken))

    def theme(self, needle: str, spoken: Spoken) -> Place | None:
        """Where the theme's e-mail templates say something."""
        return _first(needle, self.templates(spoken))

    def templates(self, spoken: Spoken) -> Iterator[Source]:
        """The templates and style sheets of the theme that an e-mail can be made of, its layout first."""
        templates = self._grounds.site.theme.templates
        layout = f"layouts/{layout_of(spoken)}."
        yield from (source for name, source in templates.items() if name.startswith(layout))
        yield from (source for name, source in templates.items() if name.startswith("email/"))
        faces = (name for name in templates if name.startswith("components/") and not name.endswith("/web.html"))
        yield from (templates[name] for name in faces if name.endswith((".html", ".txt")))

    def _content_files(self, spoken: Spoken) -> Iterator[Source]:
        """An e-mail's own file, the blocks it uses, its segment and those above, and the brand's legal texts."""
        tree = self._grounds.tree
        yield spoken.touchpoint.document.place.source
        for section in spoken.touchpoint.sections:
            yield section.place.source
            block = tree.block(spoken.node, section.name) if section.kind is SectionKind.USE else None
            if block is not None:
                yield block.place.source
        yield from (node.source.place.source for node in spoken.node.lineage)
        yield from self._grounds.site.brand.legal.values()


def in_words(needle: str, spoken: Spoken) -> Place | None:
    """Where the words that an e-mail says hold something: its text, or the address of a link or a picture."""
    for passage in spoken.passages:
        at = passage.wording.source.find(needle)
        if at >= 0:
            return passage.source_place((at, at + len(needle)))
    return None


def _first(needle: str, sources: Iterable[Source]) -> Place | None:
    for source in sources:
        at = source.text.find(needle)
        if at >= 0:
            return source.place(at, at + len(needle))
    return None
