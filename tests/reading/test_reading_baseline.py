"""`brand/baseline.json`: whatever is in it, it is read or is a finding."""

from __future__ import annotations

import pytest

from segsite.diagnostics import Findings
from segsite.reading.baseline import read_baseline
from segsite.reading.files import SiteFiles

ENTRY = '{"file": "a.md", "rule": "x/y", "text": "t", "context": "c", "count": 1}'


def read(folder, text: str) -> tuple[object, list[str]]:
    (folder / "brand").mkdir(exist_ok=True)
    (folder / "brand/baseline.json").write_text(text, "utf-8")
    findings = Findings()
    baseline = read_baseline(SiteFiles(folder, findings), findings)
    return baseline, [f"{finding.rule.name} {finding.place} {finding.message}" for finding in findings]


def test_a_site_may_have_none(tmp_path):
    assert read_baseline(SiteFiles(tmp_path, Findings()), Findings()) is None


def test_it_says_what_is_known(tmp_path):
    baseline, found = read(tmp_path, f'{{"version": 1, "drafts": true, "findings": [{ENTRY}]}}')
    assert found == []
    assert baseline.drafts
    assert [(one.file, one.count) for one in baseline.known] == [("a.md", 1)]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "1:1", "not JSON"),
        ('{"version": 1,\n "findings": [x]}', "2:15", "not JSON"),
        ("[" * 100_000, "1:1", "not JSON"),
        ("[]", "1:1", "list of findings is missing"),
        ('{"findings": []}', "1:1", "version `None`"),
        ('{"version": 2, "findings": []}', "1:1", "version `2`"),
        ('{"version": 1, "findings": [1]}', "1:1", "Finding 1 of"),
        (f'{{"version": 1, "findings": [{ENTRY}, {{}}]}}', "1:1", "Finding 2 of"),
        (f'{{"version": 1, "findings": [{ENTRY.replace("1}", "0}")}]}}', "1:1", "Finding 1 of"),
        (f'{{"version": 1, "findings": [{ENTRY.replace("1}", "true}")}]}}', "1:1", "Finding 1 of"),
        (f'{{"version": 1, "findings": [{ENTRY.replace("1}", "9" * 40 + "}")}]}}', "1:1", "Finding 1 of"),
    ],
)
def test_a_damaged_one_is_a_finding_and_excuses_nothing(tmp_path, text, place, words):
    baseline, (found,) = read(tmp_path, text)
    assert baseline is None
    assert found.startswith(f"baseline/damaged brand/baseline.json:{place} ")
    assert words in found
