"""Findings for programs: a stable shape."""

from __future__ import annotations

import json

from segsite.diagnostics import Findings, Rule, Severity, Source
from segsite.reporting.events import LeftOut, Summary
from segsite.reporting.json_format import findings_json

RULE = Rule("link/unresolved", Severity.ERROR, "", "", "Mend it.")


def test_a_finding_has_its_rule_place_words_and_remedy():
    source = Source("content/a.md", "one\ntwo [x](page:y)\n")
    found = Findings([RULE.at(source.place().within("x"), "Whole file."), RULE.at(source.place(12, 18), "No page.")])
    plain = json.loads(findings_json(found))
    assert plain["findings"][1] == {
        "rule": "link/unresolved",
        "severity": "error",
        "file": "content/a.md",
        "line": 2,
        "column": 9,
        "end_line": 2,
        "end_column": 15,
        "text": "page:y",
        "message": "No page.",
        "hint": "Mend it.",
        "outputs": 0,
    }
    assert plain["version"] == 1
    assert plain["counts"] == {"error": 2, "warning": 0, "suggestion": 0}
    assert plain["failed"] is True


def test_the_summary_is_there_when_given():
    summary = Summary(3, 1, 2, 9, (LeftOut("trades/pools", "draft"),), 0.12345, "dist", 4, 5, ("web/old.html",))
    plain = json.loads(findings_json(Findings(), summary))
    assert plain["failed"] is False
    assert plain["summary"]["left_out"] == [{"what": "trades/pools", "why": "draft"}]
    assert (plain["summary"]["written"], plain["summary"]["seconds"]) == (4, 0.123)


def test_it_can_be_written_to_any_stream():
    found = Findings([RULE.at(Source("caf\udce9.md", "größe").place(0, 5), "…")])
    findings_json(found).encode("ascii")
