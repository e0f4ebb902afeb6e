"""Consistency and conditional: rules whose breach shows only in all that a touchpoint says."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from segsite.brand.guarding.addresses import is_part_of_address
from segsite.brand.patterns import Pattern, fault
from segsite.brand.voice.choice import frame
from segsite.brand.voice.found import Found
from segsite.brand.voice.literals import folded, met, needs
from segsite.brand.voice.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Span
    from segsite.brand.voice.exceptions import Exceptions
    from segsite.brand.voice.literals import Needs
    from segsite.model.voice import ConditionalFile, ConsistencyFile

W = TypeVar("W")


@dataclass(frozen=True, slots=True)
class Trace:
    """What a rule makes out in one text: words and where they stand, and the values that the text gives.

    Attributes:
        words: What was found: of which of the rule's patterns, where, and the words.
        given: What the text makes known.
    """

    words: tuple[tuple[str, Span, str], ...] = ()
    given: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.given)


class Wide(ABC):
    """A rule that reads every text of a touchpoint, and then says which of them break it."""

    @abstractmethod
    def could_hold(self, lower: str) -> bool:
        """Whether a text, given in folded case, can hold anything for the rule."""

    @abstractmethod
    def trace(self, text: str) -> Trace:
        """What there is for the rule in one text."""

    @abstractmethod
    def breaches(self, traces: Iterable[tuple[W, Trace]]) -> Iterator[tuple[W, Found]]:
        """The breaches in texts, in the order of the touchpoint, each with the text it is in."""


class Consistency(Wide):
    """Of each pair, a touchpoint keeps to one."""

    def __init__(self, file: ConsistencyFile) -> None:
        self._file = file
        before, after = frame(nonword=file.nonword, ignorecase=file.ignorecase)
        self._sides: dict[str, tuple[Pattern, Needs]] = {}
        self._other: dict[str, str] = {}
        for at, pair in enumerate(file.either.items()):
            if all(side and fault(side) is None for side in pair):
                for number, side in enumerate(pair):
                    source = f"{before}{side}{after}"
                    self._sides[f"{at}.{number}"] = (Pattern(source), needs(source))
                self._other |= {f"{at}.0": f"{at}.1", f"{at}.1": f"{at}.0"}

    def could_hold(self, lower: str) -> bool:
        """Whether any side of a pair can be there."""
        return any(met(needed, lower) for _, needed in self._sides.values())

    def trace(self, text: str) -> Trace:
        """Which sides of which pairs the text has."""
        lower = folded(text)
        found = []
        for name, (pattern, needed) in self._sides.items():
            if met(needed, lower):
                found += [(name, *one) for one in _words(pattern, text)]
        return Trace(tuple(sorted(found, key=lambda one: one[1])))

    def breaches(self, traces: Iterable[tuple[W, Trace]]) -> Iterator[tuple[W, Found]]:
        """Every text that has one side of a pair whose other side has been met, there or before."""
        seen: dict[str, str] = {}
        for where, trace in traces:
            for name, _, words in trace.words:
                seen.setdefault(name, words)
            for found in self._broken(trace, seen):
                name, span, words = found
                hint = f"“{seen[self._other[name]]}” is used here as well; keep to one of the two."
                yield where, Found(span, message(self._file.message, words), hint=hint)

    def _broken(self, trace: Trace, seen: dict[str, str]) -> Iterator[tuple[str, Span, str]]:
        """For each pair that a text has in two ways by now, its last word that is not the one met first."""
        met_first = {name: at for at, name in enumerate(seen)}
        broken: dict[str, tuple[str, Span, str]] = {}
        for name, span, words in trace.words:
            pair, other = name.partition(".")[0], self._other[name]
            if other in seen and (pair not in broken or met_first[name] >= met_first[broken[pair][0]]):
                broken[pair] = (name, span, words)
        yield from broken.values()


class Conditional(Wide):
    """What may only be said once something else has been."""

    def __init__(self, file: ConditionalFile, exceptions: Exceptions) -> None:
        self._file, self._exceptions = file, exceptions
        self._first, self._second = Pattern(file.first), Pattern(file.second)
        self._needs = (needs(file.first), needs(file.second))
        self._usable = all(text and fault(text) is None for text in (file.first, file.second))

    def could_hold(self, lower: str) -> bool:
        """Whether either of the two can be there."""
        return self._usable and any(met(needed, lower) for needed in self._needs)

    def trace(self, text: str) -> Trace:
        """What needs the other thing, and which of those there are."""
        if not self._usable:
            return Trace()
        used = [("", *one) for one in _words(self._first, text)]
        given = [value for match in self._second.matches(text) for value in match.groups() or (match[0],) if value]
        return Trace(tuple(used), tuple(given))

    def breaches(self, traces: Iterable[tuple[W, Trace]]) -> Iterator[tuple[W, Found]]:
        """Everything that is said before what it needs, which may stand in the same text."""
        grouped = self._usable and "(" in self._file.second
        known: set[str] = set()
        for where, trace in traces:
            known.update(trace.given)
            for _, span, words in trace.words:
                met = words in known if grouped else bool(trace.given)
                if not met and not self._exceptions.cover(words):
                    hint = f"Explain “{words}” where it is first used, or use other words."
                    yield where, Found(span, message(self._file.message, words), hint=hint)


def _words(pattern: Pattern, text: str) -> list[tuple[Span, str]]:
    """What a pattern finds in a text, but for parts of addresses."""
    found = [(match.span(), match[0]) for match in pattern.matches(text)]
    return [one for one in found if not is_part_of_address(text, one[0])] if found else found
