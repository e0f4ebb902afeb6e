"""Findings for programs. Keys may be added; a change to what a key means gives a new `version`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from segsite.diagnostics import Severity
from segsite.reporting.reach import ROOT
from segsite.reporting.text import json_text

if TYPE_CHECKING:
    from segsite.diagnostics import Edit, Finding, Place
    from segsite.reporting.events import Summary
    from segsite.reporting.outcome import Outcome
    from segsite.reporting.reach import Reach

VERSION = 1


def findings_json(outcome: Outcome) -> str:
    """All findings, their counts, what excuses the others, and the summary of the command, as a JSON text."""
    findings = outcome.findings
    plain: dict[str, Any] = {
        "version": VERSION,
        "findings": [_finding(finding, outcome.reach) for finding in findings],
        "excused": [
            {**_finding(excused.finding, outcome.reach), "by": excused.by, "why": excused.why or None}
            for excused in outcome.excused
        ],
        "counts": {
            **{str(severity): findings.count(severity) for severity in reversed(Severity)},
            "waived": outcome.excused_by("waiver"),
            "baseline": outcome.excused_by("baseline"),
            "elsewhere": len(outcome.elsewhere),
        },
        "failed": findings.failed,
    }
    if outcome.summary is not None:
        plain["summary"] = _summary(outcome.summary)
    return json_text(plain)


def _finding(finding: Finding, reach: Reach) -> dict[str, Any]:
    return {
        "rule": finding.rule.name,
        "severity": str(finding.severity),
        "file": finding.place.file,
        **_stretch(finding.place),
        "text": finding.place.text,
        "message": finding.message,
        "hint": finding.hint,
        "outputs": len(finding.outputs),
        "segments": sorted(segment or ROOT for segment in reach.segments(finding)),
        "fix": _fix(finding.fix) if finding.fix is not None else None,
    }


def _stretch(place: Place) -> dict[str, int]:
    end_line, end_column = place.source.position(place.end)
    return {"line": place.line, "column": place.column, "end_line": end_line, "end_column": end_column}


def _fix(edit: Edit) -> dict[str, Any]:
    return {"file": edit.place.file, **_stretch(edit.place), "text": edit.text}


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
