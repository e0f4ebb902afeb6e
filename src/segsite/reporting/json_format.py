"""Findings for programs. Keys may be added; a change to what a key means gives a new `version`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from segsite.diagnostics import Severity

if TYPE_CHECKING:
    from segsite.diagnostics import Finding, Findings
    from segsite.reporting.events import Summary

VERSION = 1


def findings_json(findings: Findings, summary: Summary | None = None) -> str:
    """All findings, their counts and, if there is one, the summary of the command, as a JSON text."""
    plain: dict[str, Any] = {
        "version": VERSION,
        "findings": [_finding(finding) for finding in findings],
        "counts": {str(severity): findings.count(severity) for severity in reversed(Severity)},
        "failed": findings.failed,
    }
    if summary is not None:
        plain["summary"] = _summary(summary)
    return json.dumps(plain, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    end_line, end_column = place.source.position(place.end)
    return {
        "rule": finding.rule.name,
        "severity": str(finding.severity),
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": end_line,
        "end_column": end_column,
        "text": place.text,
        "message": finding.message,
        "hint": finding.hint,
        "outputs": len(finding.outputs),
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "pages": summary.pages,
        "emails": summary.emails,
        "segments": summary.segments,
        "outputs": summary.outputs,
        "left_out": [{"what": left.what, "why": left.why} for left in summary.left_out],
        "seconds": round(summary.seconds, 3),
        "folder": summary.folder or None,
        "written": summary.written,
        "unchanged": summary.unchanged,
        "removed": list(summary.removed),
    }
