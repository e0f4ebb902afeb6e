"""`segsite check`: what is shown, mended and recorded, in which form, and the exit codes."""

from __future__ import annotations

import json
import os

import pytest

from segsite.cli import main
from sites import write_site

VOICE = """\
-- brand/voice/Acme/Plain.yml --
extends: substitution
message: "Write '%s' instead of '%s'."
level: error
ignorecase: true
action: {name: replace}
swap:
  utilise: use
-- brand/voice/Acme/Bold.yml --
extends: existence
message: "'%s' is not ours to say."
level: warning
tokens: [best ever]
"""
HOME = """\
-- content/segments/index.md --
---
title: We utilise it
---

::: hero
eyebrow: 'Utilise it'
---
The best ever, which you utilise.
:::
"""
TRADES = """\
-- content/segments/trades/segments.csv --
id,message.promise
roofing,"Utilise it, today"
-- content/segments/trades/segment.yaml --
name: Trades
"""


@pytest.fixture(autouse=True)
def _plain(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")


@pytest.fixture
def here(site, monkeypatch):
    folder = site(VOICE + HOME)
    monkeypatch.chdir(folder)
    return folder


def check(capsys, *arguments: str) -> tuple[int, str, str]:
    code = main(["check", *arguments])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def rules(capsys, *arguments: str) -> list[str]:
    _, out, _ = check(capsys, "--format", "line", *arguments)
    return [line.split(":")[3] for line in out.splitlines()]


@pytest.mark.usefixtures("here")
def test_everything_is_shown_by_default(capsys):
    assert rules(capsys) == ["voice/Acme.Plain", "voice/Acme.Plain", "voice/Acme.Bold", "voice/Acme.Plain"]


def test_files_and_folders_are_named_from_here_or_from_the_site(here, capsys, monkeypatch):
    write_site(here, TRADES)
    monkeypatch.chdir(here / "content/segments")
    assert len(rules(capsys, "index.md")) == 4
    assert len(rules(capsys, "content/segments/trades")) == 1
    assert len(rules(capsys, ".")) == 5
    assert len(rules(capsys, str(here / "brand"))) == 0


@pytest.mark.usefixtures("here")
def test_the_exit_code_is_that_of_what_is_shown(capsys):
    code, out, _ = check(capsys, "brand")
    assert code == 0
    assert "Not shown, being outside of what you asked for: 3 errors, 1 warning." in out
    assert check(capsys, "--rule", "voice/Acme.Bold")[0] == 0
    assert check(capsys, "--rule", "voice/Acme.*")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["content/segments/indx.md"], "There is no `content/segments/indx.md`.", "`content/segments/index.md`"),
        (["/etc"], "is not in the site", "--site"),
        (["--segment", "trads"], "There is no segment `trads`.", "`trades`"),
        (["--rule", "voice/Acme.Plan"], "There is no rule `voice/Acme.Plan`.", "`voice/Acme.Plain`"),
        (["--rule", "voyce/*"], "There is no rule `voyce/*`.", "`voice/*`"),
        (["--rule", "voice"], "There is no rule `voice`.", "`voice/*`"),
        (["--rule", "zebra"], "There is no rule `zebra`.", "families are asset, baseline"),
        (["--severity", "bad"], "", ""),
        (["--format", "xml"], "", ""),
        (["--write-baseline", "content"], "whole site", ""),
        (["--write-baseline", "--fix"], "whole site", ""),
    ],
)
def test_what_is_not_there_is_wrong_usage(here, capsys, arguments, message, hint):
    write_site(here, TRADES)
    code, _, err = check(capsys, *arguments)
    assert code == 2
    assert message in err
    assert hint in err


def test_a_segment_is_shown_what_is_its_own_and_what_reaches_it(here, capsys):
    write_site(here, TRADES)
    assert rules(capsys, "--segment", "trades/roofing") == ["voice/Acme.Plain", "voice/Acme.Plain", "voice/Acme.Bold",
                                                             "voice/Acme.Plain", "voice/Acme.Plain"]  # fmt: skip
    write_site(here, "-- content/segments/trades/index.md --\n---\ntitle: Trades\n---\nFor trades.\n")
    assert rules(capsys, "--segment", "trades/roofing") == ["voice/Acme.Plain"]
    assert rules(capsys, "--segment", "/") == rules(capsys)


@pytest.mark.usefixtures("here")
def test_only_what_is_severe_enough_is_shown(capsys):
    assert set(rules(capsys, "--severity", "error")) == {"voice/Acme.Plain"}


def test_a_site_that_cannot_be_read_shows_everything(here, capsys):
    (here / "segsite.yaml").write_text("name: [\n")
    code, out, _ = check(capsys, "content", "--segment", "trades")
    assert code == 1
    assert "schema/syntax" in out


def test_many_findings_are_counted_by_rule_and_segment(here, capsys):
    write_site(here, TRADES + "-- content/segments/more.md --\n---\ntitle: More\n---\nUtilise this and utilise that.\n")
    out = check(capsys)[1]
    assert "By rule" in out
    assert "6  voice/Acme.Plain" in out
    assert "1  trades/roofing" in out


# -- fixes -----------------------------------------------------------------------------------------------------


def test_fixes_are_made_and_what_is_left_is_shown(here, capsys):
    code, out, _ = check(capsys, "--fix")
    assert code == 0
    assert "Fixed 3 findings in 1 file." in out
    assert "voice/Acme.Bold" in out
    text = (here / "content/segments/index.md").read_text()
    assert "title: We use it" in text
    assert "eyebrow: 'Use it'" in text
    assert "which you use." in text


def test_only_what_is_asked_for_is_fixed(here, capsys):
    write_site(here, TRADES)
    check(capsys, "--fix", "content/segments/trades")
    assert '"Use it, today"' in (here / "content/segments/trades/segments.csv").read_text()
    assert "utilise" in (here / "content/segments/index.md").read_text()


def test_a_diff_shows_what_a_fix_would_write_and_writes_nothing(here, capsys):
    before = (here / "content/segments/index.md").read_bytes()
    code, out, err = check(capsys, "--diff")
    assert code == 1
    assert "--- a/content/segments/index.md\n+++ b/content/segments/index.md\n" in out
    assert "-title: We utilise it\n+title: We use it\n" in out
    assert "Would fix 3 findings in 1 file." in err
    assert (here / "content/segments/index.md").read_bytes() == before
    check(capsys, "--fix")
    code, out, err = check(capsys, "--diff")
    assert (code, out) == (0, "")
    assert "Nothing could be fixed." in err


def test_line_breaks_marks_and_permissions_stay_as_they_were(here, capsys):
    path = here / "content/segments/index.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    expected = path.read_bytes().replace(b"utilise", b"use").replace(b"Utilise", b"Use")
    check(capsys, "--fix")
    assert path.read_bytes() == expected
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_inside_the_site_stays_a_link_and_what_it_leads_to_is_fixed(here, capsys):
    link = here / "content/segments/more.md"
    target = here / "content/library/more.txt"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("---\ntitle: More\n---\nUtilise it.\n")
    link.symlink_to(target)
    check(capsys, "--fix", "content/segments/more.md")
    assert link.is_symlink()
    assert "Use it." in target.read_text()


# -- baseline --------------------------------------------------------------------------------------------------


def baseline(folder) -> list[dict]:
    return json.loads((folder / "brand/baseline.json").read_text())["findings"]


def test_what_is_recorded_does_not_count_and_what_is_new_does(here, capsys):
    code, out, _ = check(capsys, "--write-baseline")
    assert code == 0
    assert "4 findings recorded in brand/baseline.json" in out
    assert "4 in the baseline." in out
    assert sum(entry["count"] for entry in baseline(here)) == 4
    assert main(["build"]) == 0
    write_site(here, "-- content/segments/new.md --\n---\ntitle: New\n---\nUtilise it.\n")
    capsys.readouterr()
    assert rules(capsys) == ["voice/Acme.Plain"]
    assert main(["build"]) == 1


def test_lines_above_do_not_matter(here, capsys):
    check(capsys, "--write-baseline")
    path = here / "content/segments/index.md"
    path.write_text(path.read_text().replace("---\n\n:::", "---\n\nNew words.\n\n:::"))
    assert rules(capsys) == []


def test_the_baseline_only_shrinks(here, capsys):
    check(capsys, "--write-baseline")
    path = here / "content/segments/index.md"
    path.write_text(path.read_text().replace("title: We utilise it", "title: We use it"))
    write_site(here, "-- content/segments/new.md --\n---\ntitle: New\n---\nUtilise it.\n")
    assert "1 finding of the baseline is mended: `segsite check --write-baseline` takes it out." in check(capsys)[1]
    code, out, _ = check(capsys, "--write-baseline")
    assert code == 1
    assert "brand/baseline.json: 1 mended finding taken out, 3 left." in out
    assert "content/segments/new.md:4:1" in out
    assert sum(entry["count"] for entry in baseline(here)) == 3
    assert "nothing to take out" in check(capsys, "--write-baseline")[1]


def test_a_baseline_of_nothing_is_not_written_and_an_empty_one_is_to_be_deleted(here, capsys):
    check(capsys, "--write-baseline")
    index = here / "content/segments/index.md"
    index.write_text("---\ntitle: Home\n---\nWords.\n")
    assert "delete the file" in check(capsys, "--write-baseline")[1]
    (here / "brand/baseline.json").unlink()
    assert "nothing to record" in check(capsys, "--write-baseline")[1]
    assert not (here / "brand/baseline.json").exists()


def test_no_baseline_is_written_while_something_keeps_the_site_from_being_built(here, capsys):
    write_site(here, "-- content/segments/new.md --\n---\ntitle: New\n---\n[x](page:nowhere)\n")
    code, out, _ = check(capsys, "--write-baseline")
    assert code == 1
    assert "No baseline was written" in out
    assert not (here / "brand/baseline.json").exists()


@pytest.mark.usefixtures("here")
def test_a_baseline_with_drafts_is_shrunk_with_drafts(capsys):
    check(capsys, "--write-baseline", "--drafts")
    code, _, err = check(capsys, "--write-baseline")
    assert code == 2
    assert "Add `--drafts`." in err
    assert check(capsys, "--write-baseline", "--drafts")[0] == 0


def test_a_baseline_is_the_same_whenever_it_is_written(here, capsys):
    check(capsys, "--write-baseline")
    first = (here / "brand/baseline.json").read_bytes()
    (here / "brand/baseline.json").unlink()
    check(capsys, "--write-baseline")
    assert (here / "brand/baseline.json").read_bytes() == first


# -- formats ---------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("json", "{\n"),
        ("sarif", '{\n  "$schema": "https://'),
        ("github", "::error file=content/segments/index.md,line=2,"),
        ("junit", "<?xml"),
        ("line", "content/segments/index.md:2:11:voice/Acme.Plain:Write 'use' instead of 'utilise'.\n"),
    ],
)
def test_programs_get_the_format_they_know_and_nothing_else(capsys, command, name, start):
    assert main([command, "--format", name]) == 1
    shown = capsys.readouterr()
    assert shown.out.startswith(start)
    assert "explains a rule" not in shown.out


def test_a_report_goes_to_a_file_and_people_get_text(here, capsys):
    code, out, _ = check(capsys, "--format", "sarif", "--report", "out/findings.sarif")
    assert code == 1
    assert "error[voice/Acme.Plain]" in out
    assert json.loads((here / "out/findings.sarif").read_text())["version"] == "2.1.0"
    assert check(capsys, "--report", "brand/brand.yaml/x")[0] == 1


def test_files_are_named_from_where_the_command_runs(here, capsys, monkeypatch):
    monkeypatch.chdir(here.parent)
    out = check(capsys, "--site", here.name, "--format", "line")[1]
    assert out.startswith(f"{here.name}/content/segments/index.md:2:11:")


def test_what_is_excused_is_counted_and_said_to_programs(here, capsys):
    write_site(
        here,
        "-- brand/waivers.yaml --\n- {rule: voice/*, where: content/*, why: Fun., who: '@us', until: 2027-06-30}\n",
    )
    code, out, _ = check(capsys)
    assert code == 0
    assert "4 waived." in out
    plain = json.loads(check(capsys, "--format", "json")[1])
    assert plain["counts"]["waived"] == 4
    assert {excused["by"] for excused in plain["excused"]} == {"waiver"}
