"""Sites held to their standards: what is found of some rules, each as its place and its message."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from segsite.building import BuildOptions, build

if TYPE_CHECKING:
    from pathlib import Path

    from segsite.diagnostics import Finding

DATE = datetime.date(2026, 11, 21)


def findings_of(folder: Path, *families: str) -> list[Finding]:
    """The findings whose rules begin with one of some words; any other error is a mistake of the test."""
    findings = list(build(BuildOptions(folder, DATE), lambda _: None, write=False).findings)
    ours = [finding for finding in findings if finding.rule.name.startswith(families)]
    others = [finding for finding in findings if finding not in ours]
    assert not [(one.rule.name, str(one.place), one.message) for one in others if one.severity.name == "ERROR"]
    for finding in ours:
        assert finding.message[0].isupper() or finding.message[0] == "`"
        assert finding.message.endswith(".")
        assert finding.hint
    return ours


def places(findings: list[Finding]) -> list[tuple[str, str]]:
    """Each finding as its rule and place."""
    return [(finding.rule.name, str(finding.place)) for finding in findings]
