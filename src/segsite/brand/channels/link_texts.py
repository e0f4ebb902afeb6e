"""Links and calls to action whose words say nothing when they are read by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.brand.notes import noted
from segsite.brand.standard import Standard
from segsite.rulebook import access as rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segsite.brand.passages import Passage, Span, Wording
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node

_EMPTY = {
    "en": """
        click here, click, here, press here, tap here, click this link, click this, this link, this page,
        this, link, read more, learn more, find out more, see more, more, more info, more information, more
        details, details, go, continue, read on, visit, discover more, check it out, follow this link, read
        this, see here, view more
    """,
    "de": """
        hier klicken, hier, klicken sie hier, klick hier, klicke hier, link, dieser link, diesen link, mehr,
        mehr lesen, mehr erfahren, erfahren sie mehr, weiterlesen, weiter, mehr infos, mehr informationen,
        weitere informationen, details, diese seite, lesen sie mehr, jetzt klicken
    """,
    "fr": """
        cliquez ici, cliquer ici, ici, clique ici, lien, ce lien, cette page, lire plus, lire la suite, en
        savoir plus, savoir plus, plus, plus d'informations, plus d'infos, plus de détails, détails, voir
        plus, continuer, suite, découvrir, suivez ce lien
    """,
    "es": """
        haga clic aquí, haz clic aquí, clic aquí, pulse aquí, pulsa aquí, pincha aquí, aquí, enlace, este
        enlace, esta página, leer más, lee más, saber más, más, más información, más detalles, detalles, ver
        más, continuar, seguir leyendo, descubre más, conoce más
    """,
}
_SAYS_NOTHING = {
    language: frozenset(" ".join(text.split()) for text in texts.split(",")) for language, texts in _EMPTY.items()
}
_AROUND = re.compile(r"^\W+|\W+$")


class LinkTexts(Standard):
    """Looks at the words of links, by themselves."""

    def __init__(self, grounds: Grounds) -> None:
        pass

    def of_words(self, passage: Passage, node: Node) -> Iterable[Finding]:
        """Links in running text, and labels of calls to action, that do not say where they lead."""
        found = noted(passage.wording, _empty_label if "cta" in passage.parts else _empty_links)
        return [_finding(passage, stretch) for stretch in found] if found else ()


def _empty_links(wording: Wording) -> tuple[tuple[int, Span], ...]:
    return tuple(
        (index, link.span)
        for index, block in enumerate(wording.blocks)
        for link in block.links
        if says_nothing(block.text[slice(*link.span)], wording.locale)
    )


def _empty_label(wording: Wording) -> tuple[tuple[int, Span], ...]:
    blocks = enumerate(wording.blocks)
    return tuple((index, (0, len(one.text))) for index, one in blocks if says_nothing(one.text, wording.locale))


def says_nothing(text: str, locale: str) -> bool:
    """Whether the words of a link would fit any link, in the text's language."""
    if len(text) > 40:
        return False
    empty = _SAYS_NOTHING.get(locale.partition("-")[0], frozenset())
    return " ".join(_AROUND.sub("", text).casefold().split()) in empty


def _finding(passage: Passage, stretch: tuple[int, Span]) -> Finding:
    index, span = stretch
    text = passage.wording.blocks[index].text[slice(*span)]
    what = "call to action" if "cta" in passage.parts else "link"
    return rules.LINK_SAYS_NOTHING.at(passage.place(index, span), f"The {what} “{text}” does not say where it leads.")
