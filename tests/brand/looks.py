"""Standards of how a brand looks, held against a site: what is found, as rule, place and message."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from segsite.brand.standard import Grounds
from segsite.diagnostics import Finding, Findings
from segsite.inheritance import inherit
from segsite.reading import read_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from segsite.brand.standard import Standard

DATE = datetime.date(2026, 11, 21)


def judged(folder: Path, make: Callable[[Grounds], Standard]) -> list[Finding]:
    """What a standard finds in a site that is otherwise in order."""
    findings = Findings()
    site = read_site(folder, findings)
    assert site is not None
    tree = inherit(site, findings)
    assert [str(finding) for finding in findings] == []
    found = list(Findings(make(Grounds(site, tree, DATE)).of_site(())))
    for finding in found:
        assert finding.message[0].isupper() or finding.message[0] == "`"
        assert finding.message.endswith(".")
        assert finding.hint
    return found


def at(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Each finding as its rule, its place and the text there."""
    return [(finding.rule.name, str(finding.place), finding.place.text) for finding in findings]
