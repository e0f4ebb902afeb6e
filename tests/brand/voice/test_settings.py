"""What brand.yaml and segments say of rules."""

from __future__ import annotations

import pytest
from voices import voice_of

RULES = """\
-- brand/voice/Halfday/Jargon.yml --
extends: existence
message: No.
tokens: [synergy]
-- brand/voice/Halfday/Plain.yml --
extends: existence
message: No.
level: error
tokens: [utilize]
"""
BRAND = "-- brand/brand.yaml --\nname: Acme\n"


def findings(folder, text):
    return [
        (finding.rule.name, str(finding.place), f"{finding.message} {finding.hint}")
        for finding in voice_of(folder, RULES + text).of_site(())
    ]


@pytest.mark.parametrize(
    ("brand", "rule", "place", "words"),
    [
        ("rules: {voice/Halfday.Jargn: error}", "brand/unknown-rule", "2:9", "Did you mean `voice/Halfday.Jargon`?"),
        ("rules: {voice/Gogle.*: error}", "brand/unknown-rule", "2:9", "No rule fits the pattern `voice/Gogle.*`."),
        ("rules: {schema/syntax: warning}", "brand/level-fixed", "2:9", "The level of `schema/syntax` cannot be set."),
        ("rules: {schema/*: warning}", "brand/level-fixed", "2:9", "`schema/*`"),
        ("voice: {styles: [Halfdy]}", "voice/unknown-style", "2:18", "Did you mean `Halfday`?"),
        ("voice: {languages: {de: [Deutsch]}}", "voice/unknown-style", "2:26", "There is no style `Deutsch`"),
        (
            "variation: {tone: {bold: {rules: {voice/Jargon: error}}}}",
            "brand/unknown-rule",
            "2:35",
            "There is no rule `voice/Jargon`.",
        ),
    ],
)
def test_a_setting_that_means_nothing_is_found(tmp_path, brand, rule, place, words):
    ((name, where, said),) = findings(tmp_path, f"{BRAND}{brand}\n")
    assert (name, where) == (rule, f"brand/brand.yaml:{place}")
    assert words in said


@pytest.mark.parametrize(
    "brand",
    [
        "rules: {voice/Halfday.Jargon: error, voice/*: warning, 'voice/Vale.Terms': suggestion}",
        "rules: {'*': warning}",
        "voice: {styles: [Halfday], languages: {de: [Halfday]}}",
        "voice: {segments: {levels: true, vocabulary: true}}",
    ],
)
def test_a_setting_that_means_something_is_fine(tmp_path, brand):
    assert findings(tmp_path, f"{BRAND}{brand}\n") == []


def segment(voice: str, name: str = "trades") -> str:
    return f"-- content/segments/{name}/segment.yaml --\nvoice: {{{voice}}}\n"


@pytest.mark.parametrize(
    ("voice", "places"),
    [
        ("accept: [CRM]", ["1:17"]),
        ("reject: [cheap]", ["1:17"]),
        ("accept: [CRM], reject: [cheap]", ["1:17", "1:32"]),
        ("rules: {voice/Halfday.Jargon: error}", ["1:16"]),
        ("accept: []", []),
    ],
)
def test_a_segment_changes_only_what_the_brand_lets_it(tmp_path, voice, places):
    found = findings(tmp_path, segment(voice))
    assert [(name, where.rpartition("yaml:")[2]) for name, where, _ in found] == [
        ("voice/segment-not-allowed", place) for place in places
    ]


@pytest.mark.parametrize(
    ("rules", "rule", "words"),
    [
        (
            "voice/Halfday.Plain: warning",
            "voice/segment-not-allowed",
            "is error here; a segment cannot make it warning",
        ),
        ("voice/Halfday.Jargon: 'off'", "voice/segment-not-allowed", "Write `warning` or a stricter level"),
        ("voice/Halfday.*: suggestion", "voice/segment-not-allowed", "`voice/Halfday.*` is warning here"),
        ("voice/Halfday.Jargn: error", "brand/unknown-rule", "Did you mean `voice/Halfday.Jargon`?"),
        ("schema/syntax: warning", "brand/level-fixed", "cannot be set"),
    ],
)
def test_a_segment_makes_no_rule_weaker(tmp_path, rules, rule, words):
    allowed = f"{BRAND}voice: {{segments: {{levels: true}}}}\n"
    ((name, where, said),) = findings(tmp_path, allowed + segment(f"rules: {{{rules}}}"))
    assert (name, where) == (rule, "content/segments/trades/segment.yaml:1:17")
    assert words in said


def test_a_segment_may_make_rules_stricter_and_keep_what_is_above_it(tmp_path):
    allowed = f"{BRAND}voice: {{segments: {{levels: true}}}}\nrules: {{voice/Halfday.Plain: suggestion}}\n"
    parent = segment("rules: {voice/Halfday.Jargon: error, voice/Halfday.Plain: warning, voice/Halfday.*: warning}")
    assert findings(tmp_path, allowed + parent) == []
    child = segment("rules: {voice/Halfday.Jargon: warning}", "trades/plumbers")
    ((_, where, said),) = findings(tmp_path, allowed + parent + child)
    assert where == "content/segments/trades/plumbers/segment.yaml:1:17"
    assert "is error here" in said
