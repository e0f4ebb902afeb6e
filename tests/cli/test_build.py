"""`segsite build` and `segsite check`: what people and programs are told, and the exit codes."""

from __future__ import annotations

import json

import pytest

from segsite.cli import main

BROKEN = """\
-- content/segments/index.md --
---
title: Home
---
[See prices](page:prices) and [our answers](page:more)
"""
DRAFT = """\
-- content/segments/trades/segment.yaml --
status: draft
"""


@pytest.fixture(autouse=True)
def _no_colour(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")


def test_a_build_writes_the_site_and_says_where_it_is(site, capsys, monkeypatch):
    monkeypatch.chdir(site())
    assert main(["build"]) == 0
    shown = capsys.readouterr()
    assert "Built 1 page and 0 e-mails for 1 segment" in shown.out
    assert "python3 -m http.server --directory dist/web" in shown.out
    assert shown.err == ""
    assert "Make things sooner" in (site() / "dist/web/index.html").read_text()


def test_a_second_build_changes_nothing(site, capsys):
    main(["build", "--site", str(site())])
    capsys.readouterr()
    assert main(["build", "--site", str(site())]) == 0
    assert "Nothing has changed" in capsys.readouterr().out


def test_the_output_folder_can_be_named(site, tmp_path):
    assert main(["build", "--site", str(site()), "--out", str(tmp_path / "public")]) == 0
    assert (tmp_path / "public/web/index.html").exists()
    assert not (site() / "dist").exists()


def test_a_folder_of_somebody_elses_is_refused(site, tmp_path, capsys):
    (tmp_path / "thesis.doc").write_text("mine")
    assert main(["build", "--site", str(site()), "--out", str(tmp_path)]) == 1
    assert "did not make" in capsys.readouterr().err


def test_mistakes_fail_the_build_and_leave_the_last_one_as_it_was(site, capsys):
    main(["build", "--site", str(site())])
    before = (site() / "dist/web/index.html").read_bytes()
    capsys.readouterr()
    assert main(["build", "--site", str(site(BROKEN))]) == 1
    shown = capsys.readouterr().out
    assert "error[link/unresolved] content/segments/index.md:4:" in shown
    assert "2 errors." in shown
    assert "Nothing was written" in shown
    assert (site() / "dist/web/index.html").read_bytes() == before


def test_a_check_finds_the_same_and_writes_nothing(site, capsys):
    assert main(["check", "--site", str(site())]) == 0
    assert capsys.readouterr().out.startswith("Checked 1 page")
    assert main(["check", "--site", str(site(BROKEN))]) == 1
    assert "link/unresolved" in capsys.readouterr().out
    assert not (site() / "dist").exists()


def test_no_more_findings_than_asked_for(site, capsys):
    main(["check", "--site", str(site(BROKEN)), "--max-findings", "1"])
    assert "… and 1 more" in capsys.readouterr().out


def test_programs_get_json_and_nothing_else(site, capsys):
    assert main(["check", "--site", str(site(BROKEN)), "--format", "json"]) == 1
    plain = json.loads(capsys.readouterr().out)
    assert [finding["text"] for finding in plain["findings"]] == ["page:prices", "page:more"]
    assert plain["failed"] is True
    assert main(["build", "--site", str(site("-- content/segments/index.md --\n---\ntitle: Home\n---\nHi.\n"))]) == 0
    capsys.readouterr()
    assert main(["build", "--site", str(site()), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["pages"] == 1


def test_drafts_are_left_out_and_said_to_be_unless_asked_for(site, capsys):
    assert main(["build", "--site", str(site(DRAFT))]) == 0
    assert "Left out (draft; --drafts builds it): trades" in capsys.readouterr().out
    assert main(["build", "--site", str(site(DRAFT)), "--drafts"]) == 0
    assert (site() / "dist/web/trades/index.html").exists()


def test_the_day_is_an_argument(site):
    year = "-- content/segments/index.md --\n---\ntitle: Home\n---\nThe year is {{ year }}.\n"
    assert main(["build", "--site", str(site(year)), "--date", "2031-02-03"]) == 0
    assert "The year is 2031." in (site() / "dist/web/index.html").read_text()
