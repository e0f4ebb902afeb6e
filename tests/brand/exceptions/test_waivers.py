"""Waivers: what they excuse, until when, and what is wrong with them."""

from __future__ import annotations

import datetime

import pytest

from segsite.building import BuildOptions, Report, build

DATE = datetime.date(2026, 11, 21)
LONG = "An eyebrow that is much longer than the sixty characters it may have"
PAGE = f"""\
-- content/segments/index.md --
---
title: Acme
---

::: hero
eyebrow: {LONG}
---
Words.
:::
"""
WAIVER = f"""\
-- brand/waivers.yaml --
- rule: section/limit
  where: content/segments/index.md
  text: {LONG}
  why: It is our slogan.
  who: "@brand"
  until: 2027-06-30
"""


def checked(folder, *, date: datetime.date = DATE, drafts: bool = False) -> Report:
    return build(BuildOptions(folder, date, drafts=drafts), lambda _: None, write=False)


def found(report: Report) -> list[tuple[str, str]]:
    return [(finding.rule.name, str(finding.place)) for finding in report.findings]


def test_a_waiver_excuses_what_it_names_and_keeps_its_reason(site):
    report = checked(site(PAGE + WAIVER))
    assert found(report) == []
    (excused,) = report.excused
    assert (excused.finding.rule.name, excused.by) == ("section/limit", "waiver")
    assert excused.why == "It is our slogan. (@brand, until 2027-06-30)"


def test_a_waived_error_does_not_fail_a_build(site):
    report = build(BuildOptions(site(PAGE + WAIVER), DATE), lambda _: None)
    assert report.committed is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rule: section/limit", "rule: section/*"),
        ("where: content/segments/index.md", "where: content/*"),
        (f"  text: {LONG}\n", ""),
        (LONG, LONG.replace(" than", "\n    than")),
    ],
)
def test_rule_and_file_may_be_patterns_and_words_may_be_left_out_or_broken_into_lines(site, old, new):
    report = checked(site(PAGE + WAIVER.replace(old, new)))
    assert found(report) == []
    assert len(report.excused) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("where: content/segments/index.md", "where: content/segments/pricing.md"),
        (LONG, "An eyebrow"),
        ("rule: section/limit", "rule: file/stray"),
    ],
)
def test_what_it_does_not_name_counts_and_the_waiver_is_unused(site, old, new):
    report = checked(site(PAGE + WAIVER.replace(old, new)))
    assert ("section/limit", "content/segments/index.md:6:10") in found(report)
    assert ("waiver/unused", "brand/waivers.yaml:1:9") in found(report)
    assert report.excused == ()


def test_it_holds_on_its_last_day_and_no_longer(site):
    folder = site(PAGE + WAIVER)
    assert found(checked(folder, date=datetime.date(2027, 6, 30))) == []
    report = checked(folder, date=datetime.date(2027, 7, 1))
    assert found(report) == [
        ("waiver/expired", "brand/waivers.yaml:6:10"),
        ("section/limit", "content/segments/index.md:6:10"),
    ]
    assert "@brand" in next(iter(report.findings)).hint


@pytest.mark.parametrize(
    ("where", "text", "hint"),
    [
        ("content/segments/indx.md", LONG, "Did you mean `content/segments/index.md`?"),
        ("content/segments/index.md", "An eyebrow", f"In this file the rule finds `{LONG}`"),
    ],
)
def test_an_unused_waiver_says_what_it_may_have_meant(site, where, text, hint):
    report = checked(site(PAGE + WAIVER.replace("content/segments/index.md", where).replace(LONG, text)
                          .replace("-- " + where, "-- content/segments/index.md")))  # fmt: skip
    (unused,) = (finding for finding in report.findings if finding.rule.name == "waiver/unused")
    assert hint in unused.hint


def test_a_waiver_for_what_is_mended_is_to_be_deleted(site):
    (unused,) = checked(site(WAIVER)).findings
    assert (unused.rule.name, unused.hint) == ("waiver/unused", "Delete it: what it excused is mended.")


def test_a_waiver_for_a_draft_is_judged_with_drafts_only(site):
    draft = PAGE.replace("title: Acme", "title: Acme\nstatus: draft").replace("index", "prices")
    folder = site(draft + WAIVER.replace("index", "prices"))
    assert found(checked(folder)) == []
    assert len(checked(folder, drafts=True).excused) == 1
    site("-- content/segments/prices.md --\n---\ntitle: Prices\nstatus: draft\n---\nWords.\n", base=draft)
    assert found(checked(folder)) == []
    assert found(checked(folder, drafts=True)) == [("waiver/unused", "brand/waivers.yaml:1:9")]


def test_nothing_is_unused_while_something_cannot_be_read(site):
    report = checked(site(WAIVER + "-- content/segments/index.md --\n---\ntitle: [\n---\n"))
    assert [rule for rule, _ in found(report)] == ["schema/syntax"]


def test_a_broad_pattern_does_not_reach_what_cannot_be_waived(site):
    broken = PAGE.replace("Words.", "[Prices](page:prices)")
    report = checked(site(broken + WAIVER.replace("section/limit", '"*"').replace(f"  text: {LONG}\n", "")))
    assert [rule for rule, _ in found(report)] == ["link/unresolved"]
    assert [item.finding.rule.name for item in report.excused] == ["section/limit"]


def test_a_voice_rule_of_the_brand_can_be_waived(site):
    voice = "-- brand/voice/Acme/Plain.yml --\nextends: existence\nmessage: No.\nlevel: error\ntokens: [slogan]\n"
    words = "-- content/segments/index.md --\n---\ntitle: Acme\n---\nOur slogan.\n"
    waiver = WAIVER.replace("section/limit", "voice/Acme.Plain").replace(LONG, "slogan")
    assert [rule for rule, _ in found(checked(site(voice + words)))] == ["voice/Acme.Plain"]
    assert found(checked(site(voice + words + waiver))) == []


def test_an_empty_file_has_no_waivers(site):
    assert found(checked(site("-- brand/waivers.yaml --\n# none yet\n"))) == []
