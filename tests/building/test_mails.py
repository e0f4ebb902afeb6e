"""E-mails made one by one are those of a build."""

from __future__ import annotations

import datetime

import pytest

from segsite.building import BuildOptions, build
from segsite.building.mails import read_mails
from segsite.diagnostics import UsageError

DAY = datetime.date(2026, 12, 1)
MAILS = """\
-- content/segments/emails/welcome.md --
---
subject: Welcome to {{ segment.name }}
---
Hello {{ merge.first_name }}.
-- content/segments/trades/segment.yaml --
name: Trades
-- content/segments/trades/emails/offer.md --
---
subject: An offer
---
Buy.
"""
WAIVED = """\
-- brand/waivers.yaml --
- rule: email/fallback
  where: content/segments/emails/welcome.md
  why: We always know it.
  who: "@brand"
  until: 2027-06-30
"""


def test_each_e_mail_has_the_bytes_and_the_findings_of_a_build(site):
    folder = site(MAILS)
    report = build(BuildOptions(folder, DAY), lambda _: None)
    assert report.committed is not None
    mails = read_mails(folder, DAY, drafts=False)
    assert list(mails.every) == ["welcome", "trades/offer", "trades/welcome"]
    found = set()
    for name in mails.every:
        made = mails.made(name)
        assert made.name == name
        for ending, data in made.packages["generic"].files.items():
            assert data == (folder / f"dist/email/generic/{name}{ending}").read_bytes()
        found |= {(finding.rule.name, str(finding.place)) for finding in made.findings}
    of_build = {(finding.rule.name, str(finding.place)) for finding in report.findings}
    assert ("email/fallback", "content/segments/emails/welcome.md:4:7") in found & of_build
    assert found <= of_build


def test_what_is_waived_does_not_count(site):
    assert "email/fallback" in {
        one.rule.name for one in read_mails(site(MAILS), DAY, drafts=False).made("welcome").findings
    }
    waived = read_mails(site(MAILS + WAIVED), DAY, drafts=False).made("welcome").findings
    assert "email/fallback" not in {one.rule.name for one in waived}


def test_mistakes_of_an_inherited_file_are_those_of_every_e_mail_made_from_it(site):
    folder = site(f"{MAILS}-- content/segments/emails/welcome.md --\n---\nsubjcet: Welcome\n---\nHello.\n")
    mails = read_mails(folder, DAY, drafts=False)
    for name in ("welcome", "trades/welcome"):
        assert "schema/unknown-key" in {finding.rule.name for finding in mails.made(name).findings}
    assert not mails.made("trades/offer").findings.failed


def test_a_folder_without_a_site_says_so(tmp_path):
    with pytest.raises(UsageError, match=r"There is no `segsite\.yaml`"):
        read_mails(tmp_path, DAY, drafts=False)
