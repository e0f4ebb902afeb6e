"""Facts: what is stated of them is true, comes from brand/facts.yaml, and somebody still vouches for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from segsite.brand.facts.fact_values import FactValue, Stated, stated_values
from segsite.brand.guarding.attribution import Attribution
from segsite.brand.guarding.companies import Companies
from segsite.brand.guarding.expiry import expires_soon, has_expired, soon
from segsite.brand.guarding.guards import Guards
from segsite.brand.notes import leave, noted
from segsite.brand.sentences import sentence_at
from segsite.brand.standard import Standard
from segsite.diagnostics import Edit
from segsite.rulebook import facts as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from segsite.brand.guarding.guards import Guard
    from segsite.brand.passages import Block, Passage, Span, Spoken, Wording
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place
    from segsite.inheritance import Node
    from segsite.model.brand import BrandFile, Fact

FACTS_FILE = "brand/facts.yaml"


class _Said(NamedTuple):
    """What a wording states for a fact."""

    block: int
    name: str
    stated: Stated


class Facts(Standard):
    """What touchpoints state of the company's facts, held to brand/facts.yaml."""

    def __init__(self, grounds: Grounds) -> None:
        brand = grounds.site.brand
        self._facts = brand.facts
        locale = grounds.site.config.locale
        self._values = {name: FactValue(fact, locale) for name, fact in brand.facts.items()}
        self._guards = Guards(rules.FACT_GUARD)
        for name, fact in brand.facts.items():
            self._take_guards(name, fact)
        self._attribution = Attribution(companies_of(brand.file), grounds.date.year)
        self._expired = {name for name, fact in brand.facts.items() if has_expired(fact.expires, grounds.date)}
        self._ending = {name for name, fact in brand.facts.items() if expires_soon(fact.expires, grounds.date)}
        self._used: set[str] = set()

    def of_words(self, passage: Passage, node: Node) -> Iterable[Finding]:
        """Values that are not the facts', or typed by hand, and facts that nobody vouches for any more."""
        said = noted(passage.wording, self._said)
        if not said and not self._expired and not self._ending:
            return ()
        return self._judged(passage, said)

    def learned(self) -> tuple[frozenset[str], frozenset[int]]:
        """What is in use, and the guards that took too long."""
        return frozenset(self._used), self._guards.slow()

    def learn(self, learned: tuple[frozenset[str], frozenset[int]]) -> None:
        """Take in the same of another process."""
        used, slow = learned
        self._used |= used
        self._guards.give_up(slow)

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """Guards that cannot be used, and facts in use that expire soon."""
        yield from self._guards.faults()
        for name in sorted(self._used & self._ending):
            fact = self._facts[name]
            yield soon(rules.FACT_EXPIRES_SOON, f"The fact `{name}`", fact.expires, fact.owner, fact.place("expires"))

    def _take_guards(self, name: str, fact: Fact) -> None:
        if isinstance(fact.guard, str):
            self._guards.add(name, fact.guard, fact.place("guard"))
        for index, pattern in enumerate(fact.guard if isinstance(fact.guard, list) else ()):
            self._guards.add(name, pattern, fact.place("guard", index))

    # -- what is said ------------------------------------------------------------------------------------------

    def _said(self, wording: Wording) -> tuple[_Said, ...]:
        """Everything that a wording states for facts, as ours."""
        blocks = [(at, block) for at, block in enumerate(wording.blocks) if "text" in block.scope]
        able = self._guards.able("\n".join(block.text.casefold() for _, block in blocks), wording.locale)
        said = tuple(
            _Said(at, name, stated)
            for at, block in blocks
            if able
            for name, stated in self._stated_in(block, wording.locale, able)
        )
        wrong = tuple((one.block, one.stated.span) for one in said if not one.stated.right)
        if wrong:
            leave(wording, rules.FACT_CONTRADICTED, wrong)
        return said

    def _stated_in(self, block: Block, locale: str, able: Iterable[Guard]) -> list[tuple[str, Stated]]:
        folded = block.text.casefold()
        found = (
            (guard.owner, one)
            for guard in able
            if guard.could_match(folded)
            for one in stated_values(block.text, locale, guard, self._values[guard.owner])
        )
        ours = self._attribution.is_ours
        own = ((name, one) for name, one in found if ours(block, one.span, may_be_theirs=not one.kind))
        stated = list(dict.fromkeys(own))
        return [(name, one) for name, one in stated if self._is_meant(block.text, name, one, stated)]

    def _is_meant(self, text: str, name: str, one: Stated, stated: list[tuple[str, Stated]]) -> bool:
        """Whether a value is stated for the fact.

        The right one may be so by chance, where another company is spoken of; a wrong one is told all the same.
        """
        if not one.right:
            return _is_mistake(text, name, one, stated)
        return not _is_listed(text, name, one, stated) and not self._attribution.is_about_another(text, one.span[0])

    # -- what is wrong with it ---------------------------------------------------------------------------------

    def _judged(self, passage: Passage, said: tuple[_Said, ...]) -> Iterator[Finding]:
        uses = [*self._filled_in(passage)]
        if "quotation" not in passage.parts:
            for one in said:
                place = passage.place(one.block, one.stated.span)
                if not one.stated.right:
                    yield self._contradicted(one, passage, self._where_used(passage, place))
                elif place.file != FACTS_FILE:
                    uses.append((one.name, place))
                    yield from self._typed(one, passage, place)
        for name, place in uses:
            self._used.add(name)
            if name in self._expired:
                yield self._out_of_date(name, place)

    def _filled_in(self, passage: Passage) -> Iterable[tuple[str, Place]]:
        return passage.uses("facts") if self._expired or self._ending else ()

    def _where_used(self, passage: Passage, place: Place) -> Place:
        """The place of the expression that prints another fact's value; any other place as it is."""
        if place.file != FACTS_FILE:
            return place
        uses = passage.uses("facts")
        return next((use for name, use in uses if name in self._facts and _holds(self._facts[name], place)), place)

    def _contradicted(self, said: _Said, passage: Passage, place: Place) -> Finding:
        fact = self._facts[said.name]
        words = passage.wording.blocks[said.block].text[slice(*said.stated.span)]
        instead = _expression(said.name) if takes_expressions(place.file) else fact.text
        vouches = f" ({fact.owner} vouches for it)" if fact.owner else ""
        message = f"This says {words.strip()}; the fact `{said.name}` is {fact.text}."
        hint = f"Write `{instead}`, or correct {FACTS_FILE} if the world has changed{vouches}."
        return rules.FACT_CONTRADICTED.at(place, message, hint)

    def _typed(self, said: _Said, passage: Passage, place: Place) -> Iterator[Finding]:
        """The suggestion to have a value come from its file; with a fix, where that would print the same words."""
        if not takes_expressions(place.file) or "{{" in place.text:
            return
        fact, text = self._facts[said.name], passage.wording.blocks[said.block].text
        expression = _expression(said.name)
        same = _as_written(text, said.stated.span, fact.text)
        whole = passage.place(said.block, same) if same is not None else place
        exact = same is not None and whole.text == fact.text
        where = whole if exact else place
        hint = f"Write `{expression}`." if exact else f"Write `{expression}`, which prints “{fact.text}”."
        message = f"`{said.name}` is a fact, and is typed by hand here."
        is_sure = exact and not said.stated.mentioned
        yield rules.FACT_TYPED.at(where, message, hint, Edit(where, expression) if is_sure else None)

    def _out_of_date(self, name: str, place: Place) -> Finding:
        fact = self._facts[name]
        hint = (
            f"Have {fact.owner or 'its owner'} confirm it and set a new day in {FACTS_FILE}, or take the sentence out."
        )
        return rules.FACT_EXPIRED.at(place, f"The fact `{name}` expired on {fact.expires}.", hint)


def _is_mistake(text: str, name: str, wrong: Stated, stated: list[tuple[str, Stated]]) -> bool:
    """Whether a value that is not the fact's contradicts it.

    It does not where it is that of another fact worded alike, where the sentence says the fact's own value as well, so
    that this one is of another thing or time, or where it is a mere mention.
    """
    sentence = sentence_at(text, wrong.span[0])
    alike = any(one.right and one.span == wrong.span for _, one in stated)
    beside = any(one.right and own == name and sentence_at(text, one.span[0]) == sentence for own, one in stated)
    return not (alike or beside or wrong.mentioned)


def _is_listed(text: str, name: str, right: Stated, stated: list[tuple[str, Stated]]) -> bool:
    """Whether a name is one of several that a sentence lists: `plans A, B and C` does not say which one is ours."""
    if not right.mentioned:
        return False
    sentence = sentence_at(text, right.span[0])
    others = (one for other, one in stated if other == name and one.mentioned and not one.right)
    return any(sentence_at(text, one.span[0]) == sentence for one in others)


def companies_of(brand: BrandFile) -> Companies:
    """Us and the others, as brand.yaml names them."""
    return Companies((brand.name, brand.legal_name or ""), brand.others)


def takes_expressions(file: str) -> bool:
    """Whether `{{ … }}` is filled in a file."""
    return file.startswith(("content/", "brand/legal/")) or file == "brand/claims.yaml"


def _holds(fact: Fact, place: Place) -> bool:
    whole = fact.place()
    return whole.source is place.source and whole.start <= place.start <= whole.end


def _expression(name: str) -> str:
    return f"{{{{ facts.{name} }}}}" if name.isidentifier() else f'{{{{ facts["{name}"] }}}}'


def _as_written(text: str, span: Span, written: str) -> Span | None:
    """The stretch that holds a value just as its fact is written, though the value may be only a part of it."""
    at = text.find(written, max(span[1] - len(written), 0), span[0] + len(written))
    inside = at >= 0 and at <= span[0] and span[1] <= at + len(written)
    return (at, at + len(written)) if inside else None
