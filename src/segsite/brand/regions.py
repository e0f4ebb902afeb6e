"""The regions that segments name: each is one of brand.yaml, whose legal texts they carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.standard import Grounds, Standard
from segsite.diagnostics import did_you_mean
from segsite.rulebook import content as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.brand.passages import Spoken
    from segsite.diagnostics import Finding


class Regions(Standard):
    """A segment's region is a known one."""

    def __init__(self, grounds: Grounds) -> None:
        self._regions = grounds.site.brand.file.regions
        self._segments = grounds.site.segments

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """Regions that brand.yaml does not know, where a segment names them itself."""
        for segment in self._segments:
            region = segment.file.region
            if region is not None and region not in self._regions:
                hint = did_you_mean(region, self._regions, otherwise="Add it to `regions:` in brand/brand.yaml.")
                yield rules.SEGMENT_REFERENCE.at(segment.file.place("region"), f"There is no region `{region}`.", hint)
