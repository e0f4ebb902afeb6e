"""How hard the running text of a touchpoint is to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.channels.fields import front_place
from segsite.brand.notes import noted
from segsite.brand.standard import Standard
from segsite.brand.voice.metrics import Counts, counted, counts_of, grade, summed
from segsite.rulebook import channel as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Passage, Spoken, Wording
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding

_FORMULA = "Flesch-Kincaid"
_ENOUGH_WORDS = 100
"""Fewer are too few to tell."""
_OTHER_PARTS = frozenset({"legal", "quotation", "cta", "option", "heading", "fallback"})


class ReadingGrade(Standard):
    """Holds the running text of touchpoints to the grade that `brand.yaml` sets for their channel."""

    def __init__(self, grounds: Grounds) -> None:
        self._channels = grounds.site.brand.file.channels

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Running text that is harder to read than the channel allows."""
        highest = self._channels.standard(spoken.channel).reading_grade
        if highest is None:
            return ()
        running = list(_running(spoken))
        counts = summed(noted(passage.wording, _counts) for passage in running)
        reached = grade(_FORMULA, counts)
        if counts.words < _ENOUGH_WORDS or reached is None or reached <= highest:
            return ()
        message = f"The running text is harder to read than grade {highest:g}, the highest that brand.yaml allows."
        whose = f"For `{spoken.node.id}`" if spoken.node.id else "Here"
        hint = f"{whose} it reads at grade {reached:.1f}. Begin with the hardest paragraph: “{_hardest(running)}”."
        return [rules.READING_GRADE.at(front_place(spoken), message, hint)]


def _running(spoken: Spoken) -> Iterator[Passage]:
    fields = {id(passage) for passage in spoken.fields.values()}
    for passage in spoken.passages:
        english = passage.wording.locale.partition("-")[0] == "en"
        if english and id(passage) not in fields and not passage.parts & _OTHER_PARTS:
            yield passage


def _counts(wording: Wording) -> Counts:
    return counts_of(wording.blocks)


def _hardest(running: Iterable[Passage]) -> str:
    """The paragraph of ten words or more that reads at the highest grade, cut short."""
    texts = [block.text for passage in running for block in passage.wording.blocks if "heading" not in block.scope]
    long_ones = [text for text in texts if counted(text).words >= 10]
    hardest = max(long_ones, key=lambda text: grade(_FORMULA, counted(text)) or 0.0, default="")
    words = hardest.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
