"""E-mails and the pages they lead to: does the page repeat what the e-mail has promised?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segsite.brand.channels.fields import field_place
from segsite.brand.cohesion.destinations import page_address
from segsite.brand.cohesion.stems import stem, stems
from segsite.brand.notes import noted
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel
from segsite.rulebook import cohesion as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from segsite.brand.passages import Passage, Spoken, Wording
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node

_TOP = 120
"""How many words count as the top of a page: its first screen, and a little of what follows."""
_ENOUGH = 2
"""How many words of the promise a page must repeat."""


class Promises(Standard):
    """Compares the promise of an e-mail with the top of the page that its first call to action leads to."""

    def __init__(self, grounds: Grounds) -> None:
        self._config = grounds.site.config
        self._everywhere = frozenset(stem(word.casefold()) for word in grounds.site.brand.file.name.split())

    def of_segment(self, node: Node, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """E-mails whose promise the page does not repeat."""
        mails = [one for one in spoken if one.channel is Channel.EMAIL and one.ctas and "subject" in one.fields]
        if not mails:
            return
        pages = {one.address: one for one in spoken if one.channel is Channel.WEB}
        for mail in mails:
            page = pages.get(page_address(mail.ctas[0].url, self._config))
            if page is not None:
                yield from self._compared(mail, page)

    def _compared(self, mail: Spoken, page: Spoken) -> Iterator[Finding]:
        promised = {key: word for key, word in _promise(mail).items() if key not in self._everywhere}
        repeated = promised.keys() & _top(page)
        if len(repeated) >= min(_ENOUGH, len(promised)) or any(key[0].isdigit() for key in repeated):
            return
        words = ", ".join(f"“{word}”" for key, word in promised.items() if key not in repeated)
        message = f"The page this e-mail leads to, `{page.touchpoint.key}`, does not repeat its promise."
        hint = f"Near the top of `{page.address}`, say some of these words: {words}."
        finding = rules.PROMISE.at(field_place(mail, "subject"), message, hint)
        yield replace(finding, outputs=frozenset({mail.path}))


def _promise(mail: Spoken) -> dict[str, str]:
    """The telling words of an e-mail's subject and first heading."""
    promised = dict(noted(mail.fields["subject"].wording, _stems))
    for passage in _running(mail):
        heading = noted(passage.wording, _first_heading)
        if heading:
            return {**heading, **promised}
    return promised


def _top(page: Spoken) -> set[str]:
    """The telling words of a page's fields and of its first sections."""
    found: set[str] = set()
    for passage in page.fields.values():
        found.update(noted(passage.wording, _stems))
    words = 0
    for passage in _running(page):
        for block, length in noted(passage.wording, _blocks):
            if words >= _TOP:
                return found
            found.update(block)
            words += length
    return found


def _running(spoken: Spoken) -> Iterator[Passage]:
    fields = {id(passage) for passage in spoken.fields.values()}
    return (passage for passage in spoken.passages if id(passage) not in fields and "legal" not in passage.parts)


def _stems(wording: Wording) -> dict[str, str]:
    return stems(" ".join(block.text for block in wording.blocks if "text" in block.scope), wording.locale)


def _first_heading(wording: Wording) -> dict[str, str]:
    heading = next((block.text for block in wording.blocks if "heading" in block.scope), "")
    return stems(heading, wording.locale)


def _blocks(wording: Wording) -> tuple[tuple[dict[str, str], int], ...]:
    """The telling words of each block, and how many words it has in all."""
    texts = [block.text for block in wording.blocks if "text" in block.scope]
    return tuple((stems(text, wording.locale), text.count(" ") + 1) for text in texts)
