"""Many findings at a glance."""

from __future__ import annotations

from outcomes import ERROR, INDEX, ROOFING, WARNING, found, outcome
from segsite.diagnostics import Findings
from segsite.reporting.outcome import Outcome
from segsite.reporting.overview import overview_text


def test_rules_and_segments_are_counted_side_by_side():
    more = [found(WARNING, ROOFING, word) for word in ("We", "it")]
    assert overview_text(outcome(findings=Findings([*outcome().findings, *more]))) == (
        "By rule                   By segment\n"
        "  4  voice/Acme.Jargon      3  /\n"
        "  2  fact/contradicted      3  trades/roofing\n"
        "  1  fact/typed             1  brand\n"
    )


def test_a_few_findings_need_no_table():
    assert overview_text(Outcome(Findings([found(ERROR, INDEX, "200")]))) == ""


def test_long_tables_are_cut():
    rules = [type(ERROR)(f"voice/R{number:02}", ERROR.severity, "", "", "") for number in range(15)]
    table = overview_text(outcome(findings=Findings([found(rule, INDEX, "200") for rule in rules])))
    assert "… and 3 more" in table
    assert len(table.splitlines()) == 14
