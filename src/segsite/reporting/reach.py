"""Which segments a finding is about: whose outputs it reaches, and in whose files it stands."""

from __future__ import annotations

from bisect import bisect_left, insort
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from segsite.diagnostics import Finding, Place

_SEGMENTS = "content/segments/"
_TABLE = "segments.csv"
_OWNERS = {"brand": "brand", "themes": "theme", "content": "library"}
ROOT = "/"
"""How the root segment is shown."""


class Reach:
    """Knows the segments of a site and what speaks to them.

    Args:
        outputs: The segment of each output that speaks to one, by the output's path.
        definitions: Each segment with the place of its definition: its `segment.yaml`, or its row of a table.
    """

    def __init__(self, outputs: Mapping[str, str], definitions: Iterable[tuple[str, Place]]) -> None:
        self._outputs = outputs
        self._definitions = dict(definitions)
        self._rows: dict[str, list[tuple[int, int, str]]] = {}
        """Of each table: where its rows start and end, in order, and which segments they define."""
        for segment, place in self._definitions.items():
            if place.file.endswith(f"/{_TABLE}"):
                insort(self._rows.setdefault(place.file, []), (place.start, place.end, segment))
        self._of_folder = lru_cache(maxsize=None)(self._nearest)

    @property
    def known(self) -> frozenset[str]:
        """The ids of all segments."""
        return frozenset(self._definitions)

    def segments(self, finding: Finding) -> frozenset[str]:
        """The segments whose outputs a finding reaches, and the one in whose files it stands."""
        reached = {self._outputs[output] for output in finding.outputs if output in self._outputs}
        own = self.segment(finding.place)
        return frozenset(reached if own is None else {*reached, own})

    def segment(self, place: Place) -> str | None:
        """The segment in whose files a place is; None for what belongs to none, such as the brand's."""
        if not place.file.startswith(_SEGMENTS):
            return None
        rows = self._rows.get(place.file, ())
        at = bisect_left(rows, (place.start + 1,)) - 1
        if at >= 0 and place.start <= rows[at][1]:
            return rows[at][2]
        return self._of_folder(place.file.removeprefix(_SEGMENTS).rpartition("/")[0])

    def home(self, place: Place) -> str:
        """Whose file a place is in, in a word: a segment's id, `brand`, `theme`, `library` or `site`."""
        segment = self.segment(place)
        if segment is not None:
            return segment or ROOT
        return _OWNERS.get(place.file.partition("/")[0], "site")

    def _nearest(self, folder: str) -> str | None:
        while folder and folder not in self._definitions:
            folder = folder.rpartition("/")[0]
        return folder if folder in self._definitions else None


NO_REACH = Reach({}, ())
"""Knows of no segments."""
