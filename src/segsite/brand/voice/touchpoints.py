"""What voice rules find in a touchpoint as a whole: what is said in two ways, explained too late, or hard to read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

from segsite.brand.channels.fields import front_place
from segsite.brand.notes import noted
from segsite.brand.patterns import TooSlowError
from segsite.brand.sentences import sentences
from segsite.brand.voice.found import Point
from segsite.brand.voice.literals import folded
from segsite.brand.voice.metrics import Counts, counts_of, summed
from segsite.brand.voice.readings import Reading
from segsite.brand.voice.scopes import Unit
from segsite.brand.voice.wide import Trace, Wide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from segsite.brand.passages import Block, Passage, Span, Spoken, Wording
    from segsite.brand.voice.held import Held
    from segsite.brand.voice.ruleset import Ruleset
    from segsite.brand.voice.scopes import Parts
    from segsite.diagnostics import Finding, Place

_NOT_RUNNING = frozenset(
    {"title", "description", "subject", "preheader", "option", "cta", "headline", "legal", "quotation", "fallback"}
)
_GAP = "\n\n"

_Traced: TypeAlias = tuple[tuple[int, int, Trace], ...]
_Where: TypeAlias = tuple["Passage", int, int]


class Touchpoints:
    """Judges touchpoints by the rules that need all of one."""

    def __init__(self, give_up: Callable[[Held], None]) -> None:
        self._give_up = give_up
        self._slow: set[str] = set()

    def findings(self, ruleset: Ruleset, spoken: Spoken, passages: Sequence[Passage]) -> Iterator[Finding]:
        """The breaches in a touchpoint; of its passages, those that the rules hold for."""
        for held in ruleset.wide:
            if held.name in self._slow:
                continue
            try:
                yield from self._of(held, ruleset, spoken, passages)
            except TooSlowError:
                self._slow.add(held.name)
                self._give_up(held)

    def _of(self, held: Held, ruleset: Ruleset, spoken: Spoken, passages: Sequence[Passage]) -> Iterator[Finding]:
        if isinstance(held.point, Reading):
            yield from self._reading(held, held.point, spoken, passages)
        elif isinstance(held.point, Wide):
            yield from _traces(held, held.point, ruleset, passages)
        elif isinstance(held.point, Point):
            for unit in {selector.unit for selector in held.selectors} & {Unit.RAW, Unit.SUMMARY}:
                yield from _joined(held, held.point, _pieces(passages, unit))

    def _reading(self, held: Held, point: Reading, spoken: Spoken, passages: Sequence[Passage]) -> Iterator[Finding]:
        running = [passage for passage in passages if is_running(passage)]
        blocks = (block for passage in running for block in passage.wording.blocks)
        said = point.breach(counts_of_passages(running), blocks)
        if said is not None:
            # values filled in move the number a little for each segment; the first one's stands for all
            yield replace(held.page.at(front_place(spoken), said), topic=held.name)


def is_running(passage: Passage) -> bool:
    """Whether a passage is running text, and not a title, a label or somebody else's words."""
    return passage.parts.isdisjoint(_NOT_RUNNING)


def counts_of_passages(passages: Iterable[Passage]) -> Counts:
    """What the running text in passages comes to; each distinct text is counted once."""
    return summed(noted(passage.wording, _counts) for passage in passages)


def _counts(wording: Wording) -> Counts:
    return counts_of(wording.blocks)


def _folded(wording: Wording) -> str:
    return folded("\n".join(block.text for block in wording.blocks))


def _traces(held: Held, point: Wide, ruleset: Ruleset, passages: Sequence[Passage]) -> Iterator[Finding]:
    traces: list[tuple[_Where, Trace]] = []
    for passage in passages:
        parts = ruleset.relevant(passage.parts)
        key = (held, parts)
        notes = passage.wording.notes
        if key not in notes:
            notes[key] = tuple(_traced(held, point, ruleset, passage, parts))
        traces += (((passage, block, start), trace) for block, start, trace in cast("_Traced", notes[key]))
    for (passage, number, start), found in point.breaches(traces):
        span = (found.span[0] + start, found.span[1] + start)
        words = passage.wording.blocks[number].text[slice(*span)]
        yield held.finding(passage.place(number, span), words, found)


def _traced(
    held: Held, point: Wide, ruleset: Ruleset, passage: Passage, parts: Parts
) -> Iterator[tuple[int, int, Trace]]:
    if not point.could_hold(noted(passage.wording, _folded)):
        return
    for number, block, off in ruleset.traced(passage.wording):
        for start, text in _shown(held, block, parts):
            trace = point.trace(text)
            words = tuple(word for word in trace.words if not off.hold(held.name, word[2]))
            if words or trace.given:
                yield number, start, Trace(words, trace.given)


def _shown(held: Held, block: Block, parts: Parts) -> Iterator[tuple[int, str]]:
    units = {selector.unit for selector in held.selectors if selector.takes(block, parts)}
    if units & {Unit.BLOCK, Unit.PARAGRAPH, Unit.SUMMARY}:
        yield 0, block.text
    elif Unit.SENTENCE in units:
        yield from ((start, block.text[start:end]) for start, end in sentences(block.text))


_Piece: TypeAlias = "tuple[str, Callable[[Span], Place]]"


def _pieces(passages: Iterable[Passage], unit: Unit) -> Iterator[_Piece]:
    """What `raw` and `summary` join: the texts as they are written, or their running text."""
    for passage in passages:
        if "quotation" in passage.parts:
            continue
        if unit is Unit.RAW:
            yield passage.wording.source, passage.source_place
        elif is_running(passage):
            for number, block in enumerate(passage.wording.blocks):
                if block.scope in {("text",), ("text", "list"), ("text", "blockquote")}:
                    yield block.text, partial(passage.place, number)


def _joined(held: Held, point: Point, pieces: Iterable[_Piece]) -> Iterator[Finding]:
    texts, places, starts, length = [], [], [], 0
    for text, place in pieces:
        texts.append(text)
        places.append(place)
        starts.append(length)
        length += len(text) + len(_GAP)
    if not texts or not point.needs:
        return
    whole = _GAP.join(texts)
    for found in point.found(whole, range(len(point.needs))):
        at = bisect_right(starts, found.span[0]) - 1
        start, end = found.span[0] - starts[at], min(found.span[1] - starts[at], len(texts[at]))
        yield held.finding(places[at]((start, end)), texts[at][start:end], found)
