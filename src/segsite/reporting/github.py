"""Findings as annotations that GitHub Actions shows beside the lines of a pull request.

The form is that of workflow commands: `::error file=F,line=1,col=2,endLine=1,endColumn=5,title=RULE::MESSAGE`.
GitHub shows the first ten of each level in a step; all are in its log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Severity

if TYPE_CHECKING:
    from segsite.diagnostics import Finding
    from segsite.reporting.outcome import Outcome

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def findings_github(outcome: Outcome) -> str:
    """All findings, the most severe first, one a line; empty if there are none."""
    ordered = sorted(outcome.findings, key=lambda finding: -finding.severity)
    return "".join(f"{_annotation(finding, outcome)}\n" for finding in ordered)


def _annotation(finding: Finding, outcome: Outcome) -> str:
    place = finding.place
    properties: dict[str, str | int] = {"file": outcome.path_in_repository(place.file)}
    if place.source.text:
        end_line, end_column = place.source.position(place.end)
        properties |= {"line": place.line, "col": place.column, "endLine": end_line, "endColumn": end_column}
    properties["title"] = finding.rule.name
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{_LEVELS[finding.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
