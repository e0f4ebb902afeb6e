"""References to claims: what becomes of them on a page and in an e-mail."""

from __future__ import annotations

import datetime
import re

import pytest

from segsite.building import BuildOptions, build

DATE = datetime.date(2026, 11, 21)
CLAIMS = """
-- brand/brand.yaml --
name: Acme
claims: {footnotes: SHOWN}
-- brand/facts.yaml --
sooner: {value: 22, written: 22 days}
-- brand/claims.yaml --
faster:
  sentence: You are paid {{ facts.sooner }} sooner.
  evidence: https://evidence.acme.example/study_2026
  source: Payment Times [Study] 2026
plain:
  sentence: It is plain.
  evidence: https://evidence.acme.example/plain/
inside:
  sentence: It is tested.
  evidence: evidence/test.txt
-- brand/evidence/test.txt --
Yes.
-- content/segments/index.md --
---
title: Acme
---
# Paid sooner

You are paid sooner.[^claim:faster] It is plain [^claim:plain]. It is tested.[^claim:inside]

Write `[^claim:faster]` behind it. {{ claims.faster }} {{ claims["plain"] }}

::: features
### One
Sooner still.[^claim:faster]
:::
-- content/segments/emails/hello.md --
---
subject: Hello
---
You are paid sooner.[^claim:faster]
"""


@pytest.fixture
def made(site):
    def make(*, shown):
        folder = site(CLAIMS.replace("SHOWN", str(shown).lower()))
        report = build(BuildOptions(folder, DATE), lambda _: None)
        assert [str(finding) for finding in report.findings if finding.rule.name.startswith(("claim/", "fact/"))] == []
        assert report.committed is not None
        return folder / "dist"

    return make


def test_a_reference_is_left_out_of_a_page_that_shows_no_footnotes(made):
    page = (made(shown=False) / "web/index.html").read_text("utf-8")
    assert "You are paid sooner. It is plain . It is tested.</p>" in page
    assert page.count("claim:") == 1
    assert "<code>[^claim:faster]</code>" in page


def test_a_reference_becomes_a_footnote_that_leads_to_the_evidence(made):
    page = (made(shown=True) / "web/index.html").read_text("utf-8")
    assert '<a href="https://evidence.acme.example/study_2026">Payment Times [Study] 2026</a>' in page
    assert '<a href="https://evidence.acme.example/plain/">evidence.acme.example/plain</a>' in page
    assert page.count('class="footnote-ref"') == 3


def test_a_claim_that_a_section_refers_to_twice_has_two_ways_back(site):
    again = "Sooner still.[^claim:faster] And again.[^claim:faster]"
    folder = site(CLAIMS.replace("SHOWN", "true").replace("Sooner still.[^claim:faster]", again))
    report = build(BuildOptions(folder, DATE), lambda _: None)
    assert [str(finding) for finding in report.findings if finding.rule.name.startswith("link/")] == []
    page = (folder / "dist/web/index.html").read_text("utf-8")
    backs = re.findall(r'href="#([^"]*fnref2:[^"]*)"', page)
    assert len(backs) == 1
    assert f'id="{backs[0]}"' in page


def test_evidence_that_is_a_file_of_the_brands_is_not_shown(made):
    page = (made(shown=True) / "web/index.html").read_text("utf-8")
    assert "It is tested.</p>" in page
    assert "test.txt" not in page


def test_the_text_part_of_an_email_has_the_footnote_too(made):
    dist = made(shown=True) / "email/generic"
    (text,) = [path.read_text("utf-8") for path in dist.rglob("hello.txt")]
    assert "You are paid sooner.[1]" in text
    assert "https://evidence.acme.example/study_2026" in text
    assert "claim:" not in text


def test_a_claim_prints_its_sentence_with_its_facts(made):
    page = (made(shown=False) / "web/index.html").read_text("utf-8")
    assert "You are paid 22 days sooner. It is plain." in page


def test_a_claim_that_does_not_exist_cannot_be_printed(site):
    folder = site("-- content/segments/index.md --\n---\ntitle: A\n---\n{{ claims.nix }}\n")
    findings = list(build(BuildOptions(folder, DATE), lambda _: None).findings)
    assert [finding.rule.name for finding in findings if finding.rule.name.startswith("template")] == [
        "template/undefined"
    ]
