"""One line a finding, in the form of Vale's `line` output: `path:line:column:rule:message`. Editors know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.reporting.text import visible

if TYPE_CHECKING:
    from segsite.diagnostics import Finding
    from segsite.reporting.outcome import Outcome


def findings_lines(outcome: Outcome) -> str:
    """All findings, one a line; empty if there are none."""
    return "".join(f"{_line(finding, outcome)}\n" for finding in outcome.findings)


def _line(finding: Finding, outcome: Outcome) -> str:
    place = finding.place
    message = " ".join(finding.message.split())
    return visible(f"{outcome.path(place.file)}:{place.line}:{place.column}:{finding.rule.name}:{message}")
