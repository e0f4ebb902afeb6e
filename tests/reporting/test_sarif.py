"""Findings in SARIF: valid by the standard's schema, with regions, fixes, suppressions and lasting fingerprints."""

from __future__ import annotations

import json

from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log

from outcomes import ERROR, INDEX, found, outcome
from segsite.diagnostics import Findings, Source
from segsite.reporting.outcome import Outcome
from segsite.reporting.sarif import findings_sarif


def run(given: Outcome) -> dict:
    text = findings_sarif(given)
    Log.model_validate_json(text)
    (only,) = json.loads(text)["runs"]
    return only


def result(given: Outcome, words: str) -> dict:
    return next(result for result in run(given)["results"] if words in result["message"]["text"])


def test_it_is_valid_with_everything_and_with_nothing():
    assert len(run(outcome())["results"]) == 7
    assert run(Outcome())["results"] == []


def test_a_result_has_its_rule_level_words_and_region():
    found_one = result(outcome(), "This says 200")
    assert found_one["ruleId"] == "fact/contradicted"
    assert run(outcome())["tool"]["driver"]["rules"][found_one["ruleIndex"]]["id"] == "fact/contradicted"
    assert found_one["level"] == "error"
    assert found_one["message"]["text"].endswith("Write the fact.")
    (location,) = found_one["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "content/segments/index.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 12, "endLine": 2, "endColumn": 15},
    }


def test_columns_count_characters_whatever_their_size():
    assert run(outcome())["columnKind"] == "unicodeCodePoints"
    (location,) = result(outcome(), "One: two")["locations"]
    assert location["physicalLocation"]["region"]["startColumn"] == INDEX.text.index("100%") + 1
    assert location["physicalLocation"]["region"]["endColumn"] == INDEX.text.index(" sure") + 1


def test_levels_are_those_of_the_standard():
    assert {result["level"] for result in run(outcome())["results"]} == {"error", "warning", "note"}


def test_a_file_without_text_has_no_region_and_strange_names_are_encoded():
    places = [result["locations"][0]["physicalLocation"] for result in run(outcome())["results"]]
    assert "content/segments/trades/roofing/my%20page.md" in {place["artifactLocation"]["uri"] for place in places}
    (logo,) = (place for place in places if "logo" in place["artifactLocation"]["uri"])
    assert "region" not in logo


def test_files_are_named_from_the_repository_but_not_by_paths_of_this_machine():
    assert '"uri": "sites/acme/content/segments/index.md"' in findings_sarif(outcome(folder="sites/acme"))
    assert '"uri": "content/segments/index.md"' in findings_sarif(outcome(folder="/home/me/acme"))


def test_a_fix_says_what_makes_way_for_what():
    (fix,) = result(outcome(), "This says 200")["fixes"]
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "{{ facts.customers }}"}
    assert replacement["deletedRegion"]["endColumn"] == 15


def test_what_is_excused_is_suppressed_with_its_reason():
    (waived,) = result(outcome(), "Are you?")["suppressions"]
    assert waived["justification"] == "It is our slogan. (@brand, until 2027-06-30)"
    suppressed = [result for result in run(outcome())["results"] if result["suppressions"]]
    assert len(suppressed) == 2
    assert all("suppressions" not in result for result in run(outcome(excused=()))["results"])


def test_it_says_which_segments_a_finding_is_about():
    utilised = next(result for result in run(outcome())["results"] if result["properties"]["outputs"] == 2)
    assert utilised["properties"]["segments"] == ["/", "trades", "trades/roofing"]


def prints(text: str, *words: str) -> list[str]:
    source = Source("content/a.md", text)
    findings = [ERROR.at(source.place(text.index(word), text.index(word) + len(word)), "No.") for word in words]
    return [result["partialFingerprints"]["segsiteWords/v1"] for result in run(Outcome(Findings(findings)))["results"]]


def test_a_fingerprint_outlives_lines_above_and_not_the_words():
    assert prints("one two\n", "two") == prints("new\n\none two\n", "two")
    assert prints("one two\n", "two") != prints("one too\n", "too")


def test_the_same_words_twice_have_two_fingerprints():
    text = "- best\n- best\n"
    source = Source("content/a.md", text)
    given = Findings([ERROR.at(source.place(2, 6), "No."), ERROR.at(source.place(9, 13), "No.")])
    first, second = (result["partialFingerprints"]["segsiteWords/v1"] for result in run(Outcome(given))["results"])
    assert first != second
    assert first.partition(":")[0] == second.partition(":")[0]


def test_each_rule_is_explained_once():
    rules = run(Outcome(Findings([found(ERROR, INDEX, "200"), found(ERROR, INDEX, "too")])))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["fact/contradicted"]
    assert "```\n2,400+\n```" in rules[0]["help"]["markdown"]
