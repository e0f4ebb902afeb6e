"""Edits that mend findings, made so that a file says what it said before, but for the words they replace."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.building.attempts import MARK, Attempt, Group
from segsite.building.quoting import with_edits
from segsite.diagnostics import Edit, Place, Source
from segsite.reading.sayings import Saying, sayings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from segsite.diagnostics import Finding

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_NOT_IN_EXPRESSIONS = frozenset("{}\"'\\%#\n")


@dataclass(frozen=True, eq=False, slots=True)
class Mended:
    """A file with edits made.

    Attributes:
        source: The file as it was.
        edits: Its edits as they have to be written there, in the order of the file, none over another.
        count: How many findings they mend.
    """

    source: Source
    edits: tuple[Edit, ...]
    count: int

    @property
    def text(self) -> str:
        """What the file holds with the edits made."""
        return with_edits(self.source.text, self.edits)


def mended(findings: Iterable[Finding]) -> list[Mended]:
    """The files that the fixes of findings change, sorted by name; a fix that cannot be made safely is left out."""
    by_file: dict[Source, list[Edit]] = defaultdict(list)
    for finding in findings:
        if finding.fix is not None:
            by_file[finding.fix.place.source].append(finding.fix)
    files = (_mended(source, edits) for source, edits in by_file.items())
    return sorted((file for file in files if file.text != file.source.text), key=lambda file: file.source.name)


def _mended(source: Source, edits: Sequence[Edit]) -> Mended:
    groups, written = _made(source, _apart(edits))
    made = {_key(edit) for _, found in groups for edit in found}
    return Mended(
        source,
        tuple(_narrowed(*pair) for pair in zip(groups, written, strict=True)),
        sum(_key(edit) in made for edit in edits),
    )


def _key(edit: Edit) -> tuple[int, int, str]:
    return edit.place.start, edit.place.end, edit.text


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in the order of the file; of two that overlap, the first; of two that are the same, one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.place.start, edit.place.end)):
        if not kept or edit.place.start >= max(kept[-1].place.end, kept[-1].place.start + 1):
            kept.append(edit)
    return kept


def _made(source: Source, edits: Sequence[Edit]) -> tuple[list[Group], list[str]]:
    """The edits that can be made, by the saying they are in, and each of these sayings as it is written with them."""
    said = sayings(source)
    if said is None or MARK in source.text:
        return [], []
    attempt = Attempt(source, said)
    expressions = [match.span() for match in _EXPRESSION.finditer(source.text)]
    groups = _grouped([edit for edit in edits if _may(edit, expressions)], said)
    chosen = attempt.most(groups)
    groups, written = [group for group, _ in chosen], [text for _, text in chosen]
    return (groups, written) if attempt.holds(groups, written) else ([], [])


def _narrowed(group: Group, text: str) -> Edit:
    """What changes of a saying: no more than has to."""
    place = group[0].place
    start = _shared(place.text, text)
    end = _shared(place.text[start:][::-1], text[start:][::-1])
    return Edit(Place(place.source, place.start + start, place.end - end), text[start : len(text) - end])


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _may(edit: Edit, expressions: Iterable[tuple[int, int]]) -> bool:
    """Whether the text around an edit lets it be made: an expression is no place for another, or for quotes.

    One that replaces whole expressions is made all the same.
    """
    text, start, end = edit.place.source.text, edit.place.start, edit.place.end
    if "{{" in edit.text and (text[max(start - 1, 0) : start] in {"{", "\\"} or text[end : end + 1] == "}"):
        return False
    touched = ((opens, closes) for opens, closes in expressions if opens < end and start < closes)
    inside = any(not (start <= opens and closes <= end) for opens, closes in touched)
    return not (inside and _NOT_IN_EXPRESSIONS.intersection(edit.text))


def _grouped(edits: Iterable[Edit], said: Iterable[Saying]) -> list[Group]:
    """Edits by the saying they are in, in the order of the file; those in none are left out."""
    places = {(saying.place.start, saying.place.end): saying for saying in said}
    groups: dict[tuple[int, int], list[Edit]] = {stretch: [] for stretch in sorted(places)}
    ahead = iter(sorted(places))
    current = next(ahead, None)
    for edit in edits:
        while current is not None and current[1] < edit.place.end:
            current = next(ahead, None)
        if current is not None and current[0] <= edit.place.start:
            groups[current].append(edit)
    return [(places[stretch], found) for stretch, found in groups.items() if found]
