"""All standards of a site together: what is wrong with what it says, at the levels the brand gives to the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.channels.headings import Headings
from segsite.brand.channels.lengths import Lengths
from segsite.brand.channels.link_texts import LinkTexts
from segsite.brand.channels.pictures import Pictures
from segsite.brand.channels.reading_grade import ReadingGrade
from segsite.brand.channels.requirements import Requirements
from segsite.brand.claims.claims import Claims
from segsite.brand.cohesion.agreement import Agreement
from segsite.brand.cohesion.ctas import CtaLabels
from segsite.brand.cohesion.keywords import Keywords
from segsite.brand.cohesion.promises import Promises
from segsite.brand.cohesion.sameness import Sameness
from segsite.brand.cohesion.unsaid import Unsaid
from segsite.brand.design.contrast import Contrast
from segsite.brand.design.raw_values import RawValues
from segsite.brand.design.token_use import TokenUse
from segsite.brand.design.variation import Varied
from segsite.brand.email.alternatives import Alternatives
from segsite.brand.email.clients import Clients
from segsite.brand.email.contrasts import Contrasts
from segsite.brand.email.links import Links
from segsite.brand.email.merging import Merging
from segsite.brand.email.picture_weights import PictureWeights
from segsite.brand.email.picture_widths import PictureWidths
from segsite.brand.email.preheaders import Preheaders
from segsite.brand.email.raw_words import RawWords
from segsite.brand.email.sequences import Sequences
from segsite.brand.email.sizes import Sizes
from segsite.brand.email.style_size import StyleSize
from segsite.brand.email.text_parts import TextParts
from segsite.brand.email.third_parties import ThirdParties
from segsite.brand.email.ways_out import WaysOut
from segsite.brand.facts.facts import Facts
from segsite.brand.levels import Levels
from segsite.brand.regions import Regions
from segsite.brand.standard import Standard
from segsite.brand.voice.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from segsite.brand.passages import Passage, Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.inheritance import Node

STANDARDS: tuple[Callable[[Grounds], Standard], ...] = (
    Voice,
    Facts,
    Claims,
    Regions,
    Requirements,
    Lengths,
    ReadingGrade,
    Headings,
    Pictures,
    LinkTexts,
    Promises,
    CtaLabels,
    Agreement,
    Sameness,
    Unsaid,
    Keywords,
    RawValues,
    TokenUse,
    Contrast,
    Varied,
    Merging,
    RawWords,
    Sequences,
    Sizes,
    StyleSize,
    Clients,
    Preheaders,
    Alternatives,
    WaysOut,
    Links,
    Contrasts,
    PictureWeights,
    PictureWidths,
    ThirdParties,
    TextParts,
)
"""The families of rules, each made from the grounds it judges by."""


class Standards:
    """Every standard of a site."""

    def __init__(self, grounds: Grounds) -> None:
        self._standards = [make(grounds) for make in STANDARDS]
        self._of_words = [one for one in self._standards if type(one).of_words is not Standard.of_words]
        self._levels = Levels(grounds)

    def of_words(self, passage: Passage, node: Node) -> Iterator[Finding]:
        """What is wrong with words that are said to a segment."""
        for standard in self._of_words:
            findings = standard.of_words(passage, node)
            if findings:
                yield from self._levels.applied(findings, node)

    def of_touchpoint(self, spoken: Spoken) -> Iterator[Finding]:
        """What is wrong with a page or e-mail: with its words, and as a whole."""
        for passage in spoken.passages:
            yield from self.of_words(passage, spoken.node)
        yield from self._of(spoken.node, lambda standard: standard.of_touchpoint(spoken))

    def of_segment(self, node: Node, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """What is wrong between the touchpoints of a segment."""
        return self._of(node, lambda standard: standard.of_segment(node, spoken))

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """What is wrong with the site as a whole."""
        return self._of(None, lambda standard: standard.of_site(spoken))

    def learned(self) -> list[object]:
        """What the standards have taken note of, one for one."""
        return [standard.learned() for standard in self._standards]

    def learn(self, learned: Sequence[object]) -> None:
        """Take in what those of another process have taken note of."""
        for standard, notes in zip(self._standards, learned, strict=True):
            standard.learn(notes)

    def _of(self, node: Node | None, judged: Callable[[Standard], Iterable[Finding]]) -> Iterator[Finding]:
        for standard in self._standards:
            yield from self._levels.applied(judged(standard), node)
