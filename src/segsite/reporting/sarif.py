"""Findings in SARIF 2.1.0, the form in which code hosts and editors take what a check has found.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import segsite
from segsite.diagnostics import Severity
from segsite.reporting.fingerprints import fingerprint
from segsite.reporting.reach import ROOT
from segsite.reporting.text import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segsite.diagnostics import Edit, Finding, Place, Rule
    from segsite.reporting.outcome import Excused, Outcome

    _Key = tuple[str, int, int, str, str]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_FINGERPRINT = "segsiteWords/v1"


def findings_sarif(outcome: Outcome) -> str:
    """All findings, those that are excused among them, as a SARIF log with one run."""
    excused = {item.finding.key: item for item in outcome.excused}
    every = sorted([*outcome.findings, *(item.finding for item in outcome.excused)], key=lambda finding: finding.key)
    writer = _Writer(outcome, excused, _rules(every))
    run = {
        "tool": {"driver": writer.driver()},
        "columnKind": "unicodeCodePoints",
        "results": [writer.result(finding) for finding in every],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(findings: Iterable[Finding]) -> dict[str, Rule]:
    return {finding.rule.name: finding.rule for finding in sorted(findings, key=lambda finding: finding.rule.name)}


class _Writer:
    def __init__(self, outcome: Outcome, excused: dict[_Key, Excused], rules: dict[str, Rule]) -> None:
        self._outcome, self._excused, self._rules = outcome, excused, rules
        self._indices = {name: index for index, name in enumerate(rules)}
        self._met: Counter[str] = Counter()

    def driver(self) -> dict[str, Any]:
        return {
            "name": "segsite",
            "version": segsite.__version__,
            "rules": [_rule(rule) for rule in self._rules.values()],
        }

    def result(self, finding: Finding) -> dict[str, Any]:
        result: dict[str, Any] = {
            "ruleId": finding.rule.name,
            "ruleIndex": self._indices[finding.rule.name],
            "level": _LEVELS[finding.severity],
            "message": {"text": f"{finding.message} {finding.hint}".strip()},
            "locations": [{"physicalLocation": self._location(finding.place)}],
            "partialFingerprints": {_FINGERPRINT: self._fingerprint(finding)},
            "properties": {
                "outputs": len(finding.outputs),
                "segments": sorted(segment or ROOT for segment in self._outcome.reach.segments(finding)),
            },
        }
        if finding.fix is not None:
            result["fixes"] = [self._fix(finding.fix)]
        if self._excused:  # the standard wants all results of a run to say it, or none
            result["suppressions"] = [_suppression(self._excused[finding.key])] if finding.key in self._excused else []
        return result

    def _fingerprint(self, finding: Finding) -> str:
        print_ = fingerprint(finding)
        self._met[print_] += 1
        return f"{print_}:{self._met[print_]}"

    def _location(self, place: Place) -> dict[str, Any]:
        location: dict[str, Any] = {"artifactLocation": self._artifact(place)}
        if place.source.text:
            location["region"] = _region(place)
        return location

    def _artifact(self, place: Place) -> dict[str, str]:
        path = self._outcome.path_in_repository(place.file)
        return {"uri": quote(path.encode("utf-8", "replace")), "uriBaseId": "%SRCROOT%"}

    def _fix(self, edit: Edit) -> dict[str, Any]:
        replacement = {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
        return {
            "description": {"text": f"Write `{edit.text}`." if edit.text else "Remove it."},
            "artifactChanges": [{"artifactLocation": self._artifact(edit.place), "replacements": [replacement]}],
        }


def _region(place: Place) -> dict[str, int]:
    end_line, end_column = place.source.position(place.end)
    return {"startLine": place.line, "startColumn": place.column, "endLine": end_line, "endColumn": end_column}


def _suppression(excused: Excused) -> dict[str, str]:
    why = excused.why if excused.by == "waiver" else "It is in the baseline: brand/baseline.json."
    return {"kind": "external", "justification": why}


def _rule(rule: Rule) -> dict[str, Any]:
    examples = [(title, text) for title, text in (("Wrong", rule.wrong), ("Right", rule.right)) if text]
    plain = [rule.why, rule.mend, *(f"{title}:\n{text}" for title, text in examples)]
    fenced = [f"**Why:** {rule.why}", f"**Mend:** {rule.mend}"]
    fenced += [f"{title}:\n\n```\n{text}\n```" for title, text in examples]
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.holds},
        "fullDescription": {"text": f"{rule.holds} {rule.why}"},
        "help": {"text": "\n\n".join(plain), "markdown": "\n\n".join(fenced)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
