"""Findings as a JUnit report: valid by its schema, and failing exactly when the command does."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import xmlschema

from outcomes import ERROR, INDEX, WARNING, found, outcome
from segsite.diagnostics import Findings
from segsite.reporting.junit import findings_junit
from segsite.reporting.outcome import Outcome

SCHEMA = xmlschema.XMLSchema(Path(__file__).with_name("junit.xsd"))


def suite(given: Outcome) -> ET.Element:
    text = findings_junit(given)
    SCHEMA.validate(text)
    text.encode()
    return ET.fromstring(text)


def case(given: Outcome, file: str, rule: str) -> ET.Element:
    (only,) = (case for case in suite(given) if (case.get("classname"), case.get("name")) == (file, rule))
    return only


def test_it_counts_its_cases():
    report = suite(outcome())
    assert {name: report.get(name) for name in ("tests", "failures", "errors", "skipped", "time", "timestamp")} == {
        "tests": "5",
        "failures": "2",
        "errors": "0",
        "skipped": "3",
        "time": "0.250",
        "timestamp": "2026-11-21T00:00:00",
    }


def test_nothing_found_is_a_test_that_passed():
    report = suite(Outcome())
    assert (report.get("tests"), report.get("failures")) == ("1", "0")


def test_an_error_is_a_failure_with_its_place_and_remedy():
    failure = case(outcome(), "content/segments/index.md", "fact/contradicted").find("failure")
    assert failure.get("message") == "error: This says 200; the fact `customers` is 2,400+."
    assert failure.text == (
        "content/segments/index.md:2:12 This says 200; the fact `customers` is 2,400+.\nWrite the fact."
    )


def test_one_file_and_rule_are_one_case_that_counts_its_findings():
    given = Outcome(Findings([found(ERROR, INDEX, "200"), found(ERROR, INDEX, "too", "No.")]))
    failure = case(given, "content/segments/index.md", "fact/contradicted").find("failure")
    assert failure.get("message") == "error: Not so. (and 1 more)"
    assert failure.text.count("content/segments/index.md:") == 2


def test_warnings_and_what_is_excused_do_not_fail():
    given = outcome(findings=Findings([found(WARNING, INDEX, "utilise")]))
    assert suite(given).get("failures") == "0"
    excused = case(given, "content/segments/index.md", "fact/contradicted").find("skipped")
    assert excused.get("message") == "Excused by the baseline: Not so."


def test_characters_that_xml_cannot_hold_are_replaced():
    skipped = case(outcome(), "content/segments/index.md", "fact/typed").find("skipped")
    assert '100%\nthree ]]> <&" ���' in skipped.text
