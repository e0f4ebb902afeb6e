"""`brand/baseline.json`, as `segsite check --write-baseline` wrote it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from segsite.diagnostics import Broken
from segsite.model.baseline import VERSION, Baseline, Known
from segsite.rulebook.waivers import BASELINE_DAMAGED

if TYPE_CHECKING:
    from segsite.diagnostics import Findings, Place, Source
    from segsite.reading.files import SiteFiles

BASELINE = "brand/baseline.json"
_MAX_BYTES = 20_000_000
_MOST = 1_000_000_000
"""No finding stands in a site more often."""
_KEYS: dict[str, type] = {"file": str, "rule": str, "text": str, "context": str, "count": int}


def read_baseline(files: SiteFiles, findings: Findings) -> Baseline | None:
    """The baseline; None if there is none, or one that cannot be read, for reasons that go to `findings`."""
    if not files.exists(BASELINE):
        return None
    try:
        return _baseline(files.source(BASELINE, limit=_MAX_BYTES))
    except Broken as broken:
        findings.add(broken.finding)
        return None


def _baseline(source: Source) -> Baseline:
    try:
        written = json.loads(source.text)
    except json.JSONDecodeError as error:
        raise _damaged(source.place(min(error.pos, len(source.text))), "This is not JSON as it was written.") from None
    except (RecursionError, ValueError):
        raise _damaged(source.place(), "This is not JSON as it was written.") from None
    if not isinstance(written, dict) or not isinstance(written.get("findings"), list):
        raise _damaged(source.place(), "The list of findings is missing.")
    if written.get("version") != VERSION:
        message = f"This baseline has version `{written.get('version')}`; this segsite reads version {VERSION}."
        raise _damaged(source.place().within('"version"'), message)
    known = tuple(_known(entry, number, source) for number, entry in enumerate(written["findings"], 1))
    return Baseline(known, written.get("drafts") is True)


def _known(entry: Any, number: int, source: Source) -> Known:
    whole = (
        isinstance(entry, dict)
        and entry.keys() == _KEYS.keys()
        and all(type(entry[key]) is kind for key, kind in _KEYS.items())
        and 0 < entry["count"] <= _MOST
    )
    if not whole:
        raise _damaged(source.place(), f"Finding {number:,} of the list is not as it was written.")
    return Known(**entry)


def _damaged(place: Place, message: str) -> Broken:
    return Broken(BASELINE_DAMAGED.at(place, message))
