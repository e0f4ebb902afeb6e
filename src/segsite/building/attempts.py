"""Changes to a file tried out, before anything is written.

How a word has to be written depends on where it stands: quotes are doubled here, escaped there, and needed elsewhere.
So a change is tried and read again: with marks in place of the words, the reader shows which values they are part of,
and so what these should come to; with the new words, what they do come to. The two must be the same.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, TypeAlias

from segsite.building.quoting import as_quoted, as_usual, as_written, with_edits, with_words
from segsite.diagnostics import Edit, Source
from segsite.reading.sayings import Saying, sayings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Group: TypeAlias = "tuple[Saying, list[Edit]]"
"""Edits, and the saying they are in."""
MARK = "\ue000"
"""What no file that is changed may hold."""
_MARK = MARK + "{}\ue001"
_MARKED = re.compile(MARK + "(\\d+)\ue001")


class Attempt:
    """Tries changes to one file."""

    def __init__(self, source: Source, said: Sequence[Saying]) -> None:
        self._source, self._said = source, said

    def holds(self, groups: Sequence[Group], written: Sequence[str]) -> bool:
        """Whether the file then says what it should, and nothing else but what it said."""
        numbers = itertools.count()
        marked = [with_words(saying, edits, lambda _: _MARK.format(next(numbers))) for saying, edits in groups]
        texts = [edit.text for _, edits in groups for edit in edits]
        expected = self._expected(self._read(groups, marked), texts)
        found = self._read(groups, written)
        return expected is not None and found is not None and _values(found) == expected

    def most(self, groups: list[Group]) -> list[tuple[Group, str]]:
        """As many edits as can be made, and each saying as it is written with them."""
        written = [as_usual(*group) for group in groups]
        if self.holds(groups, written):
            return list(zip(groups, written, strict=True))
        if len(groups) == 1:
            return self._best(*groups[0])
        half = len(groups) // 2
        return [*self.most(groups[:half]), *self.most(groups[half:])]

    def _best(self, saying: Saying, edits: list[Edit]) -> list[tuple[Group, str]]:
        """A saying with all its edits, or with the first that can be made; nothing if none can."""
        alternatives = [edits, *([edit] for edit in edits if len(edits) > 1)]
        for chosen in alternatives:
            for write in (as_written, as_quoted):
                group, text = (saying, chosen), write(saying, chosen)
                if self.holds([group], [text]):
                    return [(group, text)]
        return []

    def _read(self, groups: Sequence[Group], written: Sequence[str]) -> list[Saying] | None:
        """What the file says with sayings written anew."""
        edits = [Edit(saying.place, text) for (saying, _), text in zip(groups, written, strict=True)]
        return sayings(Source(self._source.name, with_edits(self._source.text, edits)))

    def _expected(self, marked: list[Saying] | None, texts: list[str]) -> list[object] | None:
        """What the file should say, by the marks in it; None if the words are not just a part of values."""
        if marked is None or [saying.path for saying in marked] != [saying.path for saying in self._said]:
            return None
        met: set[int] = set()
        for before, saying in zip(self._said, marked, strict=True):
            numbers = _MARKED.findall(saying.value) if isinstance(saying.value, str) else []
            met.update(map(int, numbers))
            if not (_surrounds(str(saying.value), before.value) if numbers else _same(saying, before)):
                return None
        if met != set(range(len(texts))):
            return None
        return [(saying.path, _filled(saying.value, texts)) for saying in marked]


def _values(said: Iterable[Saying]) -> list[object]:
    return [(saying.path, _filled(saying.value, [])) for saying in said]


def _filled(value: object, texts: Sequence[str]) -> tuple[type, object]:
    """A value with texts for its marks, and its type: `1` is not `true`."""
    if isinstance(value, str):
        value = _MARKED.sub(lambda match: texts[int(match[1])], value)
    return type(value), value


def _same(one: Saying, other: Saying) -> bool:
    return _filled(one.value, []) == _filled(other.value, [])


def _surrounds(marked: str, before: object) -> bool:
    """Whether what stands around the marks is what stood around the words."""
    around = _MARKED.split(marked)[::2]
    if not isinstance(before, str):
        return not any(around)
    first, *middle, last = around
    if not (before.startswith(first) and before.endswith(last) and len(first) + len(last) <= len(before)):
        return False
    at, end = len(first), len(before) - len(last)
    for part in middle:
        at = before.find(part, at, end) + len(part)
        if at < len(part):
            return False
    return True
