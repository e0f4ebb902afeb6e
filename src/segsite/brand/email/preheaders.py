"""Preheaders: what inboxes show after the subject. Without one, or with the same words, readers learn nothing more."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from segsite.brand.channels.fields import field_text, front_place
from segsite.brand.channels.markup import spelled
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Passage, Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding

_SUBJECT_WORDS = 3
"""A shorter subject may well begin a longer sentence: `Welcome`, `Welcome to Halfday`."""
_FIRST_BLOCKS = 3


class Preheaders(Standard):
    """Holds preheaders to saying something that the subject and the first words do not."""

    def __init__(self, grounds: Grounds) -> None:
        self._is_demanded = bool(grounds.site.brand.file.channels.standard(Channel.EMAIL).preheader.min)

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Preheaders that are missing, or say again what readers see beside them."""
        if spoken.channel is not Channel.EMAIL:
            return ()
        preheader = spoken.fields.get("preheader")
        if preheader is None:
            return [] if self._is_demanded else [rules.PREHEADER.at(front_place(spoken), "`preheader` is missing.")]
        return _repetitions(preheader, spoken)


def _repetitions(preheader: Passage, spoken: Spoken) -> Iterator[Finding]:
    words = _words(preheader)
    if not words:
        return
    subjects = (passage for name, passage in spoken.fields.items() if name.partition(" ")[0] == "subject")
    if any(_repeats(words, _words(subject)) for subject in subjects):
        yield _finding(preheader, spoken, "The preheader says what the subject says.")
    elif any(f"{block} ".startswith(f"{words} ") for block in islice(_first_blocks(spoken), _FIRST_BLOCKS)):
        yield _finding(preheader, spoken, "The preheader says what the e-mail begins with.")


def _words(passage: Passage) -> str:
    return " ".join(spelled(block.text) for block in passage.wording.blocks)


def _repeats(words: str, subject: str) -> bool:
    is_long = len(subject.split()) >= _SUBJECT_WORDS
    return words == subject or (is_long and f" {subject} " in f" {words} ")


def _first_blocks(spoken: Spoken) -> Iterator[str]:
    """The words of what readers meet first when they open the e-mail, paragraph by paragraph."""
    fields = {id(passage) for passage in spoken.fields.values()}
    for passage in spoken.passages:
        if id(passage) not in fields and not passage.parts & {"fallback", "legal"}:
            yield from (spelled(block.text) for block in passage.wording.blocks if "attr" not in block.scope)


def _finding(preheader: Passage, spoken: Spoken, message: str) -> Finding:
    whose = f"For `{spoken.node.id}`" if spoken.node.id else "Here"
    return rules.PREHEADER.at(
        preheader.home, message, f"{whose} it is “{field_text(preheader)}”. {rules.PREHEADER.mend}"
    )
