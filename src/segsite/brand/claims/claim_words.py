"""Where a text says or needs a claim: words that are guarded, sentences that are approved, and references."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from segsite.brand.facts.shadows import Shadow, shadows
from segsite.brand.guarding.attribution import is_quoted
from segsite.brand.guarding.guards import Guards
from segsite.rulebook import claims as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from segsite.brand.guarding.attribution import Attribution
    from segsite.brand.guarding.guards import Guard
    from segsite.brand.passages import Block, Span, Wording
    from segsite.diagnostics import Finding
    from segsite.model.brand import BrandFile, Claim, Fact
    from segsite.model.site import Brand

REFERENCE = re.compile(r"\[\^claim:(?P<id>[^\]\n]*)\]")
"""How a sentence refers to a claim in Markdown."""
_CODE_OR_REFERENCE = re.compile(rf"(?P<mark>`+).*?(?P=mark)|{REFERENCE.pattern}", re.DOTALL)
_FACT = re.compile(r"\{\{\s*facts\.(?P<name>\w+)\s*\}\}")


class Guarded(NamedTuple):
    """Words of a block that need a claim: one of those named, or any if none is."""

    block: int
    span: Span
    claims: frozenset[str]


class Sentence(NamedTuple):
    """A claim's sentence, said word for word in a block."""

    block: int
    span: Span
    claim: str


class Reference(NamedTuple):
    """A reference to a claim, and where it stands in the text's source."""

    claim: str
    span: Span


class ClaimWords(NamedTuple):
    """All of them that a wording holds; `shown` are references that readers would see as they are written."""

    guarded: tuple[Guarded, ...]
    sentences: tuple[Sentence, ...]
    references: tuple[Reference, ...]
    shown: tuple[Reference, ...]


NOTHING = ClaimWords((), (), (), ())


class ClaimFinder:
    """Finds the words of claims.

    Args:
        brand: What is claimed, and what is guarded.
        attribution: Tells whose statement something is.
        locale: The site's language.
    """

    def __init__(self, brand: Brand, attribution: Attribution, locale: str) -> None:
        self._attribution = attribution
        sentences = ((name, _folded(sentence_of(claim, brand.facts)).strip()) for name, claim in brand.claims.items())
        self._sentences = [(name, sentence) for name, sentence in sentences if sentence]
        self._guards = Guards(rules.CLAIM_GUARD)
        for name, claim in brand.claims.items():
            for index, pattern in enumerate(claim.guards):
                self._guards.add(name, pattern, claim.place("guards", index))
        self._take_families(brand.file, brand.file.claims.guards, locale, "guards")
        for other, families in brand.file.claims.languages.items():
            self._take_families(brand.file, families, other, "languages", other)

    def faults(self) -> Iterator[Finding]:
        """What is wrong with the guards."""
        return self._guards.faults()

    def slow(self) -> frozenset[int]:
        """Which guards took too long, by number."""
        return self._guards.slow()

    def give_up(self, slow: Iterable[int]) -> None:
        """Try guards no more, by number."""
        self._guards.give_up(slow)

    def find(self, wording: Wording) -> ClaimWords:
        """What a wording says and needs of claims."""
        blocks = [(at, block) for at, block in enumerate(wording.blocks) if "text" in block.scope]
        folded = "\n".join(_folded(block.text) for _, block in blocks)
        able = self._guards.able(folded, wording.locale)
        said = [(name, sentence) for name, sentence in self._sentences if sentence in folded]
        guarded = (
            [found for at, block in blocks for found in self._guarded(at, block, wording.locale, able)] if able else []
        )
        sentences = [found for at, block in blocks for found in _said(at, block, said)] if said else []
        references = references_in(wording.source)
        words = ClaimWords(tuple(guarded), tuple(sentences), references, tuple(_shown(wording, references)))
        return words if any(words) else NOTHING

    def _take_families(self, file: BrandFile, families: Mapping[str, list[str]], language: str, *path: str) -> None:
        for family, patterns in families.items():
            for index, pattern in enumerate(patterns):
                self._guards.add("", pattern, file.place("claims", *path, family, index), language)

    def _guarded(self, at: int, block: Block, locale: str, able: Iterable[Guard]) -> Iterator[Guarded]:
        """Stretches that guards match, with the claims whose guards they are; those that overlap are one."""
        folded = _folded(block.text)
        guards = [guard for guard in able if guard.could_match(folded)]
        matched: dict[Span, set[str]] = {}
        for guard in guards:
            for shadow in shadows(block.text, locale) if guard.counts else (Shadow(block.text),):
                for whole, _ in guard.matches(shadow.text):
                    matched.setdefault(shadow.back(whole), set()).add(guard.owner)
        for span, owners in _joined(matched):
            claims = frozenset(owners - {""})
            # a claim's own guard is of what we give; a family's words, such as `best`, may be of what readers have
            if self._attribution.is_ours(block, span, may_be_theirs=not claims):
                yield Guarded(at, span, claims)


def _said(at: int, block: Block, sentences: Iterable[tuple[str, str]]) -> Iterator[Sentence]:
    """Sentences of claims that a block says."""
    folded = _folded(block.text)
    for name, sentence in sentences:
        start = folded.find(sentence)
        span = (start, start + len(sentence))
        if start >= 0 and not is_quoted(block, span):
            yield Sentence(at, span, name)


def _shown(wording: Wording, references: Iterable[Reference]) -> Iterator[Reference]:
    for reference in references:
        written = wording.source[slice(*reference.span)]
        if any(written in block.text for block in wording.blocks):
            yield reference


def references_in(markdown: str) -> tuple[Reference, ...]:
    """The references to claims in a text, but for those in code."""
    if "[^claim:" not in markdown:
        return ()
    matches = _CODE_OR_REFERENCE.finditer(markdown)
    return tuple(Reference(match["id"].strip(), match.span()) for match in matches if match["id"] is not None)


def sentence_of(claim: Claim, facts: Mapping[str, Fact]) -> str:
    """The sentence of a claim with its facts filled in."""

    def text(match: re.Match[str]) -> str:
        fact = facts.get(match["name"])
        return fact.text if fact is not None else match[0]

    return _FACT.sub(text, claim.sentence)


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """A text for comparing: in folded case, with straight marks, no full stop at its end; each letter in its place."""
    straight = text.translate(_STRAIGHT)
    folded = straight.casefold()
    if len(folded) != len(straight):  # a letter has become two, such as ß
        folded = "".join(char if len(char.casefold()) > 1 else char.casefold() for char in straight)
    return folded.rstrip(" .")


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def _joined(matched: Mapping[Span, set[str]]) -> Iterable[tuple[Span, set[str]]]:
    """Matches, of which those that overlap are one; each with what all its parts were matched for."""
    joined: list[tuple[Span, set[str]]] = []
    for start, end in sorted(matched):
        owners = matched[start, end]
        if joined and start < joined[-1][0][1]:
            (first, last), before = joined.pop()
            joined.append(((first, max(last, end)), before | owners))
        else:
            joined.append(((start, end), owners))
    return joined
