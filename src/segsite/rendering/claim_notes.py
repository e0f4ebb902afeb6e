"""References to claims in Markdown: footnotes with the evidence where the brand shows them, else left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.inlinepatterns import InlineProcessor

from segsite.brand.claims.claim_words import references_in

if TYPE_CHECKING:
    from segsite.model.brand import Claim
    from segsite.model.site import Brand

NOTE_ID = "fn:claim:"
"""How the ids of such footnotes begin."""
_MARKS = re.compile(r"([\\`*_\[\]<>])")


class ClaimNotes:
    """The footnotes of claims."""

    def __init__(self, brand: Brand) -> None:
        shown = brand.file.claims.footnotes
        notes = {name: _note(claim) for name, claim in brand.claims.items()} if shown else {}
        self._notes = {name: note for name, note in notes.items() if note}

    def added(self, text: str) -> str:
        """Markdown with the footnotes of the claims it refers to."""
        named = dict.fromkeys(reference.claim for reference in references_in(text)) if self._notes else ()
        notes = [f"[^claim:{name}]: {self._notes[name]}" for name in named if name in self._notes]
        return "\n\n".join((text, *notes))


class UnseenReferences(InlineProcessor):
    """Leaves references out that have become no footnotes."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override] # noqa: N802 - Markdown's name
        """Nothing, in place of a reference."""
        return "", m.start(0), m.end(0)


def _note(claim: Claim) -> str:
    """What a footnote says: the evidence by its name or address; empty if readers cannot be shown any."""
    evidence = claim.evidence or ""
    public = evidence.startswith(("https://", "http://"))
    words = claim.source or (evidence.partition("://")[2].rstrip("/") if public else "")
    escaped = _MARKS.sub(r"\\\1", " ".join(words.split()))
    return f"[{escaped}](<{evidence}>)" if public else escaped
