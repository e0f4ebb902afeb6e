"""Findings for programs: a stable shape."""

from __future__ import annotations

import json

from outcomes import outcome
from segsite.diagnostics import Findings, Rule, Severity, Source
from segsite.reporting.events import LeftOut, Summary
from segsite.reporting.json_format import findings_json
from segsite.reporting.outcome import Outcome

RULE = Rule("link/unresolved", Severity.ERROR, "", "", "Mend it.")


def test_a_finding_has_its_rule_place_words_and_remedy():
    source = Source("content/a.md", "one\ntwo [x](page:y)\n")
    found = Findings([RULE.at(source.place().within("x"), "Whole file."), RULE.at(source.place(12, 18), "No page.")])
    plain = json.loads(findings_json(Outcome(found)))
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
        "segments": [],
        "fix": None,
    }
    assert plain["version"] == 1
    assert plain["counts"] == {
        "error": 2, "warning": 0, "suggestion": 0, "waived": 0, "baseline": 0, "elsewhere": 0,
    }  # fmt: skip
    assert plain["failed"] is True


def test_the_summary_is_there_when_given():
    summary = Summary(3, 1, 2, 9, (LeftOut("trades/pools", "draft"),), 0.12345, "dist", 4, 5, ("web/old.html",))
    plain = json.loads(findings_json(Outcome(summary=summary)))
    assert plain["failed"] is False
    assert plain["summary"]["left_out"] == [{"what": "trades/pools", "why": "draft"}]
    assert (plain["summary"]["written"], plain["summary"]["seconds"]) == (4, 0.123)


def test_it_can_be_written_to_any_stream():
    found = Findings([RULE.at(Source("caf\udce9.md", "größe").place(0, 5), "…")])
    findings_json(Outcome(found)).encode("ascii")


def test_what_is_excused_is_there_with_its_reason_and_not_among_the_findings():
    plain = json.loads(findings_json(outcome(elsewhere=Findings([RULE.at(Source("a").place(), "No.")]))))
    assert [(excused["by"], excused["why"], excused["text"]) for excused in plain["excused"]] == [
        ("waiver", "It is our slogan. (@brand, until 2027-06-30)", "sure"),
        ("baseline", None, "too"),
    ]
    assert plain["counts"] == {
        "error": 2, "warning": 2, "suggestion": 1, "waived": 1, "baseline": 1, "elsewhere": 1,
    }  # fmt: skip


def test_a_fix_and_the_segments_are_there():
    plain = json.loads(findings_json(outcome()))
    (says,) = (finding for finding in plain["findings"] if finding["text"] == "200")
    assert says["fix"] == {
        "file": "content/segments/index.md", "line": 2, "column": 12, "end_line": 2, "end_column": 15,
        "text": "{{ facts.customers }}",
    }  # fmt: skip
    assert ["/", "trades", "trades/roofing"] in [finding["segments"] for finding in plain["findings"]]
