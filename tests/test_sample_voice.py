"""The voice of the sample site: each of its rules finds what it is for, and lets pass what only looks like it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from segsite.building import BuildOptions, build
from sites import BASE, write_site

ROOT = Path(__file__).resolve().parents[1]
PLANTED = (Path(__file__).parent / "sample_voice.txt").read_text("utf-8")
RULES = sorted(path.stem for path in (ROOT / "brand/voice/Halfday").glob("*.yml"))

FOUND = {
    "Abbreviations": ["SEPA"],
    "AboutThem": ["Our", "we"],
    "AltLength": ["A"],
    "Ampersand": ["wine & cheese"],
    "Blame": ["You failed to"],
    "British": ["color", "gray"],
    "Buzzwords": ["seamless"],
    "Capitals": ["IMPORTANT", "PLEASE READ"],
    "Commas": ["trades, practices, and studios"],
    "Compounds": ["callout", "setup"],
    "Contractions": ["don't"],
    "Currency": ["49 EUR", "€ 49"],
    "Dashes": ["—"],
    "Dates": ["12/10/2026"],
    "Descriptions": ["should"],
    "Easy": ["easy", "just", "simply"],
    "Ellipsis": ["..."],
    "Email": ["email"],
    "Exclamation": ["!"],
    "Greetings": ["Dear", "Hi"],
    "HalfDay": ["Half Day", "half day"],
    "HeadingStops": ["A heading of one sentence."],
    "Headings": ["Thank You For Writing To Us"],
    "Headlines": ["Our"],
    "Jargon": ["ledger"],
    "LabelLength": ["Learn"],
    "Labels": ["Learn more"],
    "Legalese": ["hereby"],
    "Lists": [", and", ";"],
    "OneSpelling": ["advisor"],
    "OurWords": ["dunning letter"],
    "ParagraphLength": ["The"],
    "People": ["foreman"],
    "Percent": ["87 percent"],
    "PlainWords": ["utilise"],
    "Preheader": ["Hello", "view this e-mail in"],
    "Rhythm": ["title: Sentences without end"],
    "SentenceLength": ["We"],
    "SubjectIdea": ["and"],
    "SubjectTricks": ["Act now"],
    "Times": ["7 pm"],
    "Titles": ["| Halfday"],
    "Twice": ["the the"],
}
"""The words in `sample_voice.txt` that each rule finds, in the order of the alphabet."""


@pytest.fixture(scope="module")
def findings(tmp_path_factory):
    folder = write_site(tmp_path_factory.mktemp("voice"), BASE)
    shutil.copytree(ROOT / "brand/voice", folder / "brand/voice")
    write_site(folder, PLANTED)
    report = build(BuildOptions(folder, datetime.date(2026, 11, 21)), lambda _: None, write=False)
    return tuple(report.findings)


def test_every_rule_is_tried():
    assert sorted(FOUND) == RULES


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_what_it_is_for(findings, rule):
    found = [finding.place for finding in findings if finding.rule.name == f"voice/Halfday.{rule}"]
    assert sorted(place.text.partition("\n")[0] for place in found) == FOUND[rule]


def test_the_vocabulary_is_kept_to(findings):
    found = [
        (finding.rule.name, finding.place.text) for finding in findings if finding.rule.name.startswith("voice/Vale.")
    ]
    assert found == [("voice/Vale.Terms", "HalfDay"), ("voice/Vale.Avoid", "debt collection")]


def test_what_only_looks_like_a_breach_passes(findings):
    assert [f"{finding.place} {finding.message}" for finding in findings if "right.md" in finding.place.file] == []


def test_nothing_else_is_wrong(findings):
    assert [str(finding.place) for finding in findings if not finding.rule.name.startswith("voice/")] == []
