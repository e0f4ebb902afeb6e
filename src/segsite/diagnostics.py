"""What is wrong, and where: sources, places, findings and the error root."""

from __future__ import annotations

import difflib
import itertools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Severity(IntEnum):
    """How bad a finding is; an ERROR fails a build."""

    SUGGESTION = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, eq=False)
class Source:
    """One input file as text: `name` is its path from the site's root, in POSIX form."""

    name: str
    text: str = ""

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        find, at = self.text.find, 0
        while (at := find("\n", at) + 1) > 0:
            starts.append(at)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of a character offset, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """The character offset of a line and column, both counted from 1."""
        starts = self._line_starts
        return min(starts[min(line, len(starts)) - 1] + column - 1, len(self.text))

    def line(self, number: int) -> str:
        """The text of a line counted from 1, without its line break."""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None]

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """The place of `text[start:end]`."""
        return Place(self, start, start if end is None else end)


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """A stretch of a source: where a value is written, or where a finding points."""

    source: Source
    start: int = 0
    end: int = 0

    @property
    def file(self) -> str:
        """The file's path from the site's root."""
        return self.source.name

    @property
    def line(self) -> int:
        """The line, counted from 1."""
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        """The column, counted from 1."""
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        """The text that stands at this place."""
        return self.source.text[self.start : self.end]

    @property
    def excerpt(self) -> str:
        """The whole source line in which the place starts; empty for a file that is not text."""
        return self.source.line(self.line) if self.source.text else ""

    def within(self, needle: str, *, occurrence: int = 0) -> Place:
        """The place of a piece of text inside this place; this place itself where it is not found."""
        at = self.start - 1
        for _ in range(occurrence + 1):
            at = self.source.text.find(needle, at + 1, self.end)
            if at < 0:
                return self._within_lines(needle, occurrence)
        return Place(self.source, at, at + len(needle))

    def _within_lines(self, needle: str, occurrence: int) -> Place:
        """The same where the text is broken into lines, or indented, other than the needle is."""
        words = needle.split()
        if len(words) < 2:
            return self
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        matches = list(itertools.islice(pattern.finditer(self.source.text, self.start, self.end), occurrence + 1))
        return Place(self.source, *matches[occurrence].span()) if len(matches) > occurrence else self

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def key(self) -> tuple[str, int, int]:
        """What orders places and tells two apart."""
        return self.file, self.start, self.end


@dataclass(frozen=True, eq=False, slots=True)
class Edit:
    """A change that mends a breach: the text that belongs at a place."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What segsite holds content to, in the words that `segsite rule NAME` prints."""

    name: str
    severity: Severity
    holds: str
    why: str
    mend: str
    wrong: str = ""
    right: str = ""

    def at(self, place: Place, message: str, hint: str = "", fix: Edit | None = None) -> Finding:
        """A finding of this rule at a place; `hint` is the remedy for this very case, `fix` the change it comes to."""
        return Finding(self, place, message, hint or self.mend, fix=fix)


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one rule at one place."""

    rule: Rule
    place: Place
    message: str
    hint: str
    outputs: frozenset[str] = field(default=frozenset())
    fix: Edit | None = None
    """A change that mends it without changing what is meant; None where a person must decide."""
    topic: str = ""
    """What it is about, if its message may differ from output to output and it is the same finding all the same."""

    @property
    def severity(self) -> Severity:
        """The severity of the rule that was broken."""
        return self.rule.severity

    @property
    def key(self) -> tuple[str, int, int, str, str]:
        """What orders findings, and tells two apart: place, rule, and what is said."""
        return (*self.place.key, self.rule.name, self.topic or self.message)


class Findings:
    """A growing collection of findings: the same breach met twice is kept once, with all its outputs."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._by_key: dict[tuple[str, int, int, str, str], Finding] = {}
        self._outputs: dict[tuple[str, int, int, str, str], set[str]] = {}
        self.extend(findings)

    def add(self, finding: Finding) -> None:
        """Take one finding in."""
        known = self._by_key.setdefault(finding.key, finding)
        if finding.severity > known.severity:  # one segment may be held to more than another
            self._by_key[finding.key] = finding
        self._outputs.setdefault(finding.key, set()).update(finding.outputs)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Take several in."""
        for finding in findings:
            self.add(finding)

    def reaching(self, output: str) -> Iterator[Finding]:
        """The same findings, each said to reach an output."""
        return (replace(finding, outputs=frozenset({output})) for finding in self)

    def __iter__(self) -> Iterator[Finding]:
        return (replace(self._by_key[key], outputs=frozenset(self._outputs[key])) for key in sorted(self._by_key))

    def __len__(self) -> int:
        return len(self._by_key)

    def count(self, severity: Severity) -> int:
        """How many findings are of exactly this severity."""
        return sum(finding.severity is severity for finding in self._by_key.values())

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self._by_key.values())


class SegsiteError(Exception):
    """The root of what segsite raises for a person to read; the command line shows it without a traceback."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(SegsiteError):
    """A command was called with words it cannot take; happens when a name or an option is mistyped."""

    exit_code = 2


class Broken(Exception):  # noqa: N818 - it is a fact about an input, told to the caller, not an error of the program
    """An input cannot be used at all; happens when a file is not what it should be. Carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


_NEIGHBOURS = 100


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like a mistyped one, or None if none is near."""
    return _nearest(name.casefold(), tuple(sorted(set(known))))


@lru_cache(maxsize=256)
def _nearest(name: str, candidates: tuple[str, ...]) -> str | None:
    folded, forwards, backwards = _ordered(candidates)
    among: Iterable[str] = folded
    if len(folded) > _NEIGHBOURS:
        # Comparing takes long; of many names only those are compared that begin or end most alike.
        reverse = _neighbours(name[::-1], backwards)
        among = [*_neighbours(name, forwards), *(word[::-1] for word in reverse)]
    matches = difflib.get_close_matches(name, among, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


@lru_cache(maxsize=16)
def _ordered(candidates: tuple[str, ...]) -> tuple[dict[str, str], list[str], list[str]]:
    """Names by their folded form, the forms in order, and their reversals in order."""
    folded = {candidate.casefold(): candidate for candidate in reversed(candidates)}
    return folded, sorted(folded), sorted(word[::-1] for word in folded)


def _neighbours(word: str, ordered: list[str]) -> list[str]:
    at = bisect_left(ordered, word)
    return ordered[max(0, at - _NEIGHBOURS // 4) : at + _NEIGHBOURS // 4]


def did_you_mean(name: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """A hint that names the nearest known name, or else lists what is known in up to eight names."""
    names = sorted({known_name for known_name in known if known_name})
    match = nearest(name, names)
    if match is not None:
        return f"Did you mean `{match}`?"
    if not names:
        return otherwise
    listed = ", ".join(f"`{known_name}`" for known_name in names[:8])
    return f"{otherwise} Known here: {listed}{', …' if len(names) > 8 else ''}.".strip()
