"""Claims: what needs proof rests on an approved claim, said to those it is true for, while somebody vouches for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.claims.claim_words import NOTHING, ClaimFinder
from segsite.brand.claims.evidence import of_claims
from segsite.brand.facts.facts import companies_of
from segsite.brand.guarding.attribution import Attribution
from segsite.brand.guarding.expiry import expires_soon, has_expired, soon
from segsite.brand.notes import noted
from segsite.brand.sentences import sentence_at
from segsite.brand.standard import Standard
from segsite.diagnostics import did_you_mean
from segsite.rulebook import claims as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from segsite.brand.claims.claim_words import ClaimWords, Guarded
    from segsite.brand.passages import Passage, Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place
    from segsite.inheritance import Node
    from segsite.model.brand import Claim

CLAIMS_FILE = "brand/claims.yaml"
_PLAIN = frozenset({"title", "description", "subject", "preheader", "cta", "message"})
"""Texts in which a reference would be seen as it is written."""


class Claims(Standard):
    """What touchpoints claim, held to brand/claims.yaml."""

    def __init__(self, grounds: Grounds) -> None:
        brand = grounds.site.brand
        self._claims, self._today, self._grounds = brand.claims, grounds.date, grounds
        attribution = Attribution(companies_of(brand.file), grounds.date.year)
        self._finder = ClaimFinder(brand, attribution, grounds.site.config.locale)
        self._used: set[str] = set()

    def of_words(self, passage: Passage, node: Node) -> Iterable[Finding]:
        """Words without the claim they need, and claims that may not be said here, or no more."""
        words = noted(passage.wording, self._finder.find)
        if "quotation" in passage.parts or "claim" in passage.parts:
            return ()
        used = passage.uses("claims")
        if words is NOTHING and not used:
            return ()
        return self._judged(passage, words, used, node)

    def of_segment(self, node: Node, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """Value propositions whose claims may not be said to the segment, or no more."""
        for index, prop in enumerate(node.segment.message.value_props or ()):
            if prop.claim is not None:
                place = node.segment.place("message", "value_props", index, "claim")
                yield from self._said(prop.claim, place, node)

    def learned(self) -> tuple[frozenset[str], frozenset[int]]:
        """What is in use, and the guards that took too long."""
        return frozenset(self._used), self._finder.slow()

    def learn(self, learned: tuple[frozenset[str], frozenset[int]]) -> None:
        """Take in the same of another process."""
        used, slow = learned
        self._used |= used
        self._finder.give_up(slow)

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """Guards that cannot be used, claims without evidence, and claims in use that expire soon."""
        yield from self._finder.faults()
        yield from of_claims(self._grounds)
        for name in sorted(self._used):
            claim = self._claims[name]
            if expires_soon(claim.expires, self._today):
                what = f"The claim `{name}`"
                yield soon(rules.CLAIM_EXPIRES_SOON, what, claim.expires, claim.owner, claim.place("expires"))

    # -- what is said ------------------------------------------------------------------------------------------

    def _judged(
        self, passage: Passage, words: ClaimWords, used: Sequence[tuple[str, Place]], node: Node
    ) -> Iterator[Finding]:
        for name, place in used:
            yield from self._said(name, place, node)
        for reference in words.references:
            yield from self._said(reference.claim, passage.source_place(reference.span), node)
        for sentence in words.sentences:
            place = passage.place(sentence.block, sentence.span)
            if place.file != CLAIMS_FILE:
                yield from self._said(sentence.claim, place, node)
        for reference in words.shown:
            message = "Readers would see this reference as it is written."
            hint = "References stand in Markdown, right behind the sentence they prove."
            yield rules.CLAIM_UNKNOWN.at(passage.source_place(reference.span), message, hint)
        for guarded in words.guarded:
            yield from self._of_guarded(passage, words, guarded, node)

    def _said(self, name: str, place: Place, node: Node) -> Iterator[Finding]:
        """What is wrong with saying a claim to a segment."""
        claim = self._claims.get(name)
        if claim is None:
            hint = did_you_mean(name, self._claims, otherwise=f"Add it to {CLAIMS_FILE}.")
            yield rules.CLAIM_UNKNOWN.at(place, f"There is no claim `{name}`.", hint)
            return
        self._used.add(name)
        if not may_be_said_to(claim, node):
            yield self._elsewhere(f"The claim `{name}`", claim, place)
        if has_expired(claim.expires, self._today):
            owner = claim.owner or "its owner"
            hint = f"Have {owner} renew the evidence and set a new day in {CLAIMS_FILE}, or take the sentence out."
            yield rules.CLAIM_EXPIRED.at(place, f"The claim `{name}` expired on {claim.expires}.", hint)

    def _elsewhere(self, what: str, claim: Claim, place: Place) -> Finding:
        segments = ", ".join(f"`{segment}`" for segment in claim.segments)
        hint = f"Take it out here; or, if it is true here too, have {claim.owner or 'its owner'} add the segment."
        return rules.CLAIM_WRONG_SEGMENT.at(place, f"{what} may be said to {segments} only.", hint)

    # -- what needs a claim ------------------------------------------------------------------------------------

    def _of_guarded(self, passage: Passage, words: ClaimWords, guarded: Guarded, node: Node) -> Iterator[Finding]:
        """What is wrong with words that need a claim; nothing if one covers them."""
        covering = self._covering(passage, words, guarded, node)
        if covering & guarded.claims or (covering and not guarded.claims):
            return
        place = passage.place(guarded.block, guarded.span)
        stated = passage.wording.blocks[guarded.block].text[slice(*guarded.span)]
        if place.file == CLAIMS_FILE:
            return
        elsewhere = sorted(name for name in guarded.claims if not may_be_said_to(self._claims[name], node))
        if guarded.claims and len(elsewhere) == len(guarded.claims):
            what = f"`{stated}` rests on the claim `{elsewhere[0]}`, which"
            yield self._elsewhere(what, self._claims[elsewhere[0]], place)
            return
        message = f"`{stated}` needs an approved claim."
        yield rules.CLAIM_UNAPPROVED.at(place, message, self._remedy(passage, guarded))

    def _covering(self, passage: Passage, words: ClaimWords, guarded: Guarded, node: Node) -> frozenset[str]:
        """The claims that guarded words rest on: referred to in their sentence, said in it, or named with it."""
        found = {sentence.claim for sentence in words.sentences if _is_within(guarded, sentence.block, sentence.span)}
        if passage.claim is not None:
            found.add(passage.claim)
        if words.references:
            start, end = self._in_source(passage, guarded)
            found.update(ref.claim for ref in words.references if start <= ref.span[0] <= end)
        if not found:
            found.update(_of_value_prop(node, passage.place(guarded.block, guarded.span)))
        return frozenset(name for name in found if name in self._claims)

    def _in_source(self, passage: Passage, guarded: Guarded) -> tuple[int, int]:
        """The stretch of the source that holds the sentence of guarded words, and the references right behind it."""
        sentence = sentence_at(passage.wording.blocks[guarded.block].text, guarded.span[0])
        start, end = passage.wording.written(guarded.block, sentence)
        source = passage.wording.source
        while end < len(source) and source[end] in " \t.!?…\"'”’)*_":
            end += 1
        return start, end

    def _remedy(self, passage: Passage, guarded: Guarded) -> str:
        if not guarded.claims:
            how = (
                "Say a claim word for word"
                if passage.parts & _PLAIN
                else "Refer to the claim that proves it (`[^claim:ID]`)"
            )
            return f"{how}, or say it in words that need no proof; the claims are in {CLAIMS_FILE}."
        names = " or ".join(f"`[^claim:{name}]`" for name in sorted(guarded.claims))
        sentence = self._claims[min(guarded.claims)].sentence
        if passage.parts & _PLAIN:
            return f"Say it in the claim's own words: “{sentence}”"
        return f"Write {names} behind the sentence, or say it in the claim's own words: “{sentence}”"


def may_be_said_to(claim: Claim, node: Node) -> bool:
    """Whether a claim is for a segment."""
    return not claim.segments or any(node.id == own or node.id.startswith(f"{own}/") for own in claim.segments if own)


def _is_within(guarded: Guarded, block: int, span: tuple[int, int]) -> bool:
    return guarded.block == block and span[0] <= guarded.span[0] and guarded.span[1] <= span[1]


def _of_value_prop(node: Node, place: Place) -> Iterator[str]:
    """The claim of the value proposition in which a place is, if it is in one."""
    for index, prop in enumerate(node.segment.message.value_props or ()):
        for key in ("title", "text") if prop.claim is not None else ():
            written = node.segment.place("message", "value_props", index, key)
            if written.source is place.source and written.start <= place.start <= written.end:
                yield str(prop.claim)
