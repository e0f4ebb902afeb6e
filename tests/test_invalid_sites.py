"""Broken sites as people break them: exactly these findings, at these places, and nothing is written.

Each file in `invalid_sites/` is a site in the style of txtar, laid over the base site. Lines before its first
file say what is expected: `rule file:line:column words`, where the words stand in the message or the hint.
`without PATH` removes a file of the base site.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from segsite.building import BuildOptions, Report, build
from segsite.cli import main
from segsite.diagnostics import Severity
from segsite.rulebook import RULES
from sites import write_site
from test_brand_breaches import breaches, names

FOLDER = Path(__file__).parent / "invalid_sites"
DATE = datetime.date(2026, 11, 21)
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
IN_PYTHON = {
    "file/encoding": "bytes that are not UTF-8",
    "file/too-large": "a file of 10 MB",
    "file/outside": "a link in the file system",
    "schema/too-complex": "two hundred levels, and a bomb of aliases",
    "email/image-weight": "pictures of 200 KB",
}
"""Rules whose invalid sites cannot be written as text: `test_invalid_files.py` makes them."""


@dataclass(frozen=True)
class InvalidSite:
    expected: list[tuple[str, str, str]]
    without: list[str]
    files: str


def invalid_site(name: str) -> InvalidSite:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    header, _, files = text.partition("\n-- ")
    lines = [line for line in header.split("\n") if line and not line.startswith("#")]
    # a file's name may hold spaces; its line and column end the place
    expected = [_expected(line) for line in lines if not line.startswith("without ")]
    without = [line.removeprefix("without ") for line in lines if line.startswith("without ")]
    return InvalidSite(expected, without, f"-- {files}" if files else "")


def _expected(line: str) -> tuple[str, str, str]:
    rule, _, rest = line.partition(" ")
    place, _, words = rest.partition(" | ")
    return rule, place, words


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(folder: Path) -> Report:
    return build(BuildOptions(folder, DATE), lambda _: None)


def broken(folder: Path, name: str) -> InvalidSite:
    """Build the base site in a folder, then break it."""
    assert not list(built(folder).findings)
    case = invalid_site(name)
    for path in case.without:
        (folder / path).unlink()
    write_site(folder, case.files)
    return case


@pytest.mark.parametrize("name", NAMES)
def test_an_invalid_site_has_exactly_the_findings_it_says_and_writes_nothing(site, name):
    folder = site()
    case = broken(folder, name)
    before = bytes_in(folder / "dist")
    report = built(folder)
    found = list(report.findings)
    assert [(finding.rule.name, str(finding.place)) for finding in found] == [
        (rule, place) for rule, place, _ in case.expected
    ]
    for finding, (_, _, words) in zip(found, case.expected, strict=True):
        assert words in f"{finding.message} {finding.hint}"
        assert finding.hint
        assert finding.message[0].isupper() or finding.message[0] == "`"
        assert finding.message.endswith(".")
        assert ".." not in finding.message.replace("../", "")
    assert report.findings.failed
    assert report.committed is None
    assert bytes_in(folder / "dist") == before


def test_every_rule_is_broken_by_an_invalid_site():
    met = {rule for name in NAMES for rule, _, _ in invalid_site(name).expected}
    planted = {breach.rule for name in names("breaches") for breach in breaches(name)}
    assert met | set(IN_PYTHON) | (planted & set(RULES)) == set(RULES)
    assert not met & set(IN_PYTHON)


def test_an_invalid_site_says_what_is_expected():
    assert len(NAMES) >= 45
    assert all(invalid_site(name).expected for name in NAMES)
    assert all(words for name in NAMES for _, _, words in invalid_site(name).expected)


@pytest.mark.parametrize("name", ["unknown-key", "many-mistakes-at-once", "link-javascript", "theme-syntax"])
def test_the_command_ends_with_one_and_shows_rule_place_and_remedy(site, name, capsys):
    folder = site()
    case = broken(folder, name)
    before = bytes_in(folder / "dist")
    assert main(["build", "--site", str(folder), "--date", "2026-11-21"]) == 1
    shown = capsys.readouterr().out
    assert shown.count("help: ") == len(case.expected)
    for rule, place, _ in case.expected:
        assert f"{RULES[rule].severity}[{rule}] {place}" in shown
    assert bytes_in(folder / "dist") == before


def test_the_real_command_ends_with_one_and_no_traceback(site):
    folder = site()
    broken(folder, "value-circle")
    command = [sys.executable, "-W", "error", "-m", "segsite", "build", "--site", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src"), "NO_COLOR": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1, done.stderr
    assert "template/cycle" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_warning_alone_does_not_fail_a_build(site):
    report = built(site("-- content/segments/notes.txt --\nCall the printer.\n"))
    assert [(finding.rule.name, finding.severity) for finding in report.findings] == [("file/stray", Severity.WARNING)]
    assert report.committed is not None
