"""The base site is one that segsite can read."""

from __future__ import annotations

from segsite.diagnostics import Findings
from segsite.reading import read_site


def test_the_base_site_has_no_findings(site):
    findings = Findings()
    read = read_site(site(), findings)
    assert [f"{finding.place}: {finding.message}" for finding in findings] == []
    assert read is not None
    assert set(read.theme.components) == {"prose", "hero", "features"}


def test_a_test_writes_only_what_it_is_about(site):
    folder = site("-- content/segments/index.md --\n---\ntitle: Other\n---\nText.\n")
    assert (folder / "content/segments/index.md").read_text() == "---\ntitle: Other\n---\nText.\n"
    assert (folder / "segsite.yaml").exists()
