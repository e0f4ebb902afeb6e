"""The rules that hold for texts of one language, with the words that are right and wrong there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from segsite.brand.patterns import TooSlowError
from segsite.brand.sentences import sentences
from segsite.brand.voice.found import Found, Point
from segsite.brand.voice.literals import folded, met
from segsite.brand.voice.scopes import DECISIVE, Unit
from segsite.brand.voice.screen import Screen
from segsite.brand.voice.suppressions import Suppressions, is_suppression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from segsite.brand.passages import Block, Span, Wording
    from segsite.brand.voice.held import Held
    from segsite.brand.voice.scopes import Parts

_SMALL = (Unit.BLOCK, Unit.SENTENCE, Unit.PARAGRAPH, Unit.LINK)


@dataclass(frozen=True, eq=False, slots=True)
class Hit:
    """A breach in a block of a wording; a comment that must not be there has no rule."""

    block: int
    held: Held | None
    found: Found

    @property
    def span(self) -> Span:
        """Where it is in the block."""
        return self.found.span


class Ruleset:
    """Rules that are shown words together."""

    def __init__(self, rules: Sequence[Held], *, suppressible: bool, give_up: Callable[[Held], None]) -> None:
        words = [(held, held.point) for held in rules if isinstance(held.point, Point)]
        self._words, self._points = [held for held, _ in words], [point for _, point in words]
        self._suppressible, self._give_up = suppressible, give_up
        self._screen = Screen(enumerate(self._points))
        self._named = DECISIVE.union(*(selector.asks for held in rules for selector in held.selectors))
        self._plans: dict[tuple[Parts, tuple[str, ...]], dict[int, tuple[Unit, ...]]] = {}
        self._relevant: dict[Parts, Parts] = {}
        self._slow: set[int] = set()
        self.wide = tuple(held for held in rules if not isinstance(held.point, Point) or _is_large(held))

    def relevant(self, parts: Parts) -> Parts:
        """Of a passage's parts, those that make a difference to the rules."""
        if parts not in self._relevant:
            self._relevant[parts] = parts & self._named
        return self._relevant[parts]

    def hits(self, wording: Wording, parts: Parts) -> tuple[Hit, ...]:
        """All breaches in a wording, said in a passage of such (relevant) parts."""
        found: list[Hit] = []
        off = Suppressions()
        able = self._screen.passed("\n".join(block.text for block in wording.blocks))
        alone = len(wording.blocks) == 1
        for number, block in enumerate(wording.blocks):
            if "comment" in block.scope:
                off = self._after(off, number, block, found)
            else:
                hits = self._of_block(number, block, parts, able if alone else self._still(able, block.text))
                found += (hit for hit in hits if not _suppressed(off, hit, block.text)) if off != _NONE else hits
        return tuple(_limited(sorted(found, key=lambda hit: (hit.block, hit.span)))) if found else ()

    def traced(self, wording: Wording) -> Iterator[tuple[int, Block, Suppressions]]:
        """The blocks of a wording with what is off there."""
        off = Suppressions()
        for number, block in enumerate(wording.blocks):
            if "comment" in block.scope:
                off = self._after(off, number, block, [])
            else:
                yield number, block, off

    def _after(self, off: Suppressions, number: int, block: Block, found: list[Hit]) -> Suppressions:
        if not is_suppression(block.text):
            return off
        if self._suppressible:
            return off.after(block.text)
        found.append(Hit(number, None, Found((0, len(block.text)), block.text)))
        return off

    def _of_block(self, number: int, block: Block, parts: Parts, able: dict[int, tuple[int, ...]]) -> Iterator[Hit]:
        plan = self._plan(block, parts)
        for rule in plan.keys() & able.keys():
            if rule in self._slow:
                continue
            alternatives = able[rule]
            held, point = self._words[rule], self._points[rule]
            try:
                for start, text in _texts(block, plan[rule], point):
                    for found in point.found(text, alternatives):
                        yield Hit(number, held, _moved(found, start))
            except TooSlowError:
                self._slow.add(rule)
                self._give_up(held)

    def _still(self, able: dict[int, tuple[int, ...]], text: str) -> dict[int, tuple[int, ...]]:
        """Of what a whole wording can hold, that which one of its blocks can."""
        lower, still = folded(text), {}
        for rule, alternatives in able.items():
            needs = self._points[rule].needs
            left = tuple([at for at in alternatives if not needs[at] or met(needs[at], lower)])
            if left:
                still[rule] = left
        return still

    def _plan(self, block: Block, parts: Parts) -> dict[int, tuple[Unit, ...]]:
        """The rules that judge a kind of block, each with what it is shown at once."""
        key = (parts, block.scope)
        if key not in self._plans:
            self._plans[key] = {at: some for at, held in enumerate(self._words) if (some := _units(held, block, parts))}
        return self._plans[key]


_NONE = Suppressions()


def _is_large(held: Held) -> bool:
    return any(selector.unit in {Unit.SUMMARY, Unit.RAW} for selector in held.selectors)


def _units(held: Held, block: Block, parts: Parts) -> tuple[Unit, ...]:
    taken = {selector.unit for selector in held.selectors if selector.takes(block, parts)}
    return tuple(unit for unit in _SMALL if unit in taken)


def _texts(block: Block, units: Sequence[Unit], point: Point) -> Iterator[tuple[int, str]]:
    """What a rule is shown of a block, with where it starts."""
    if Unit.BLOCK in units or Unit.PARAGRAPH in units:
        yield 0, block.text
    if Unit.SENTENCE in units and not point.clears(block.text):
        yield from ((start, block.text[start:end]) for start, end in sentences(block.text))
    if Unit.LINK in units:
        yield from ((link.span[0], block.text[slice(*link.span)]) for link in block.links)


def _moved(found: Found, by: int) -> Found:
    return replace(found, span=(found.span[0] + by, found.span[1] + by)) if by else found


def _suppressed(off: Suppressions, hit: Hit, text: str) -> bool:
    return hit.held is not None and off.hold(hit.held.name, text[slice(*hit.span)])


def _limited(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Hits up to the limits that rules set themselves."""
    counts: dict[str, int] = {}
    for hit in hits:
        limit = hit.held.file.limit if hit.held is not None else 0
        if limit and hit.held is not None:
            counts[hit.held.name] = counts.get(hit.held.name, 0) + 1
            if counts[hit.held.name] > limit:
                continue
        yield hit
