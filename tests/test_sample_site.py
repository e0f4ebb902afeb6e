"""The sample site carries a full standard, and keeps to it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from segsite.building import BuildOptions, build
from segsite.model.standards import Level
from segsite.model.voice import POINTS

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def report():
    options = BuildOptions(ROOT, datetime.date(2026, 11, 21), drafts=True)
    return build(options, lambda _: None, write=False)


def test_nothing_is_found_but_what_is_waived(report):
    assert [f"{finding.place} {finding.message}" for finding in report.findings] == []
    assert len(report.excused) == len(report.site.brand.waivers) == 2


def test_no_rule_is_switched_off(report):
    tones = report.site.brand.file.variation.tone.values()
    levels = [report.site.brand.file.rules, *(tone.rules for tone in tones)]
    assert not any(level is Level.OFF for rules in levels for level in rules.values())


def test_its_standard_is_complete(report):
    brand = report.site.brand
    assert len(brand.voice.styles["Halfday"]) > 40
    assert sum(fact.guard is not None for fact in brand.facts.values()) > 20
    assert len(brand.claims) > 20
    assert {bool(region.legal) for region in brand.file.regions.values()} == {True, False}
    assert brand.file.variation.accent is not None
    assert brand.file.variation.tone


def test_every_kind_of_voice_rule_is_shown(report):
    kinds = {rule.file.extends for rule in report.site.brand.voice.styles["Halfday"]}
    assert kinds == set(POINTS) - {"readability"}
