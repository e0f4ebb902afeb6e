"""Breaches of brand standards planted wherever a text can stand, and what only looks like one.

Each file in `brand_breaches/` is a site in the style of txtar, laid over `base.txt`, which keeps to every standard.
Lines before its first file say what is expected; those that start with `#` explain.

- `breaches/`: `rule file:line:column | words`, where the words stand in the message or the hint. There is nothing else.
- `look_alikes/`: `silent file:line | words | why`, where the words stand on that line. Nothing is found at all.
"""

from __future__ import annotations

import datetime
import html
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from segsite.building import BuildOptions, Report, build
from segsite.cli import main
from segsite.diagnostics import Finding, Rule
from segsite.rulebook import access, channel, claims, cohesion, email, facts, styles, tokens, voice, waivers

FOLDER = Path(__file__).parent / "brand_breaches"
BASE = (FOLDER / "base.txt").read_text("utf-8")
DATE = datetime.date(2026, 11, 21)
FAMILIES = (access, channel, claims, cohesion, email, facts, styles, tokens, voice, waivers)
NOT_IN_TEXT = {"email/image-weight"}
"""Rules whose breaches no text can hold: `test_invalid_files.py` plants them."""
OF_THE_BRAND = sorted(
    {rule.name for family in FAMILIES for rule in vars(family).values() if isinstance(rule, Rule)} - NOT_IN_TEXT
)
MOST = 500
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")


class Breach(NamedTuple):
    """A finding that is expected."""

    file: str
    line: int
    column: int
    rule: str
    words: str


class LookAlike(NamedTuple):
    """Words that no rule may find, though they look like a breach."""

    file: str
    line: int
    words: str
    why: str


def names(folder: str) -> list[str]:
    return sorted(path.stem for path in (FOLDER / folder).glob("*.txt"))


@cache
def planted(folder: str, name: str) -> tuple[list[str], str]:
    """The lines that say what is expected, and the files."""
    header, _, files = (FOLDER / folder / f"{name}.txt").read_text("utf-8").partition("\n-- ")
    lines = [line for line in header.split("\n") if line and not line.startswith("#")]
    return lines, f"-- {files}" if files else ""


def breaches(name: str) -> list[Breach]:
    return [_breach(line) for line in planted("breaches", name)[0]]


def look_alikes(name: str) -> list[LookAlike]:
    return [_look_alike(line) for line in planted("look_alikes", name)[0]]


def _breach(line: str) -> Breach:
    at, _, words = line.partition(" | ")
    rule, _, place = at.partition(" ")
    file, number, column = place.rsplit(":", 2)
    return Breach(file, int(number), int(column), rule, words)


def _look_alike(line: str) -> LookAlike:
    silent, words, why = line.split(" | ")
    file, number = silent.removeprefix("silent ").rsplit(":", 1)
    return LookAlike(file, int(number), words, why)


def _where(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place
    return place.file, place.line, place.column, finding.rule.name


def checked(folder: Path, *, write: bool = False) -> Report:
    return build(BuildOptions(folder, DATE), lambda _: None, write=write)


def shown(report: Report) -> list[str]:
    return [f"{finding.rule.name} {finding.place} | {finding.message} {finding.hint}" for finding in report.findings]


def said(folder: Path) -> str:
    """Everything that outputs say, as words parted by single spaces: what readers see, then what tags hold."""
    files = (folder / "dist").rglob("*")
    texts = [path.read_text("utf-8") for path in files if path.suffix in {".html", ".txt", ".css"}]
    return " ".join(_spelled(text) for whole in texts for text in (_TAG.sub("", whole), whole))


def _spelled(text: str) -> str:
    return " ".join(_WORD.findall(html.unescape(text).casefold()))


def test_the_site_that_breaches_are_planted_in_keeps_to_every_standard(site):
    report = checked(site(base=BASE))
    assert shown(report) == []
    assert report.excused == ()


@pytest.mark.parametrize("name", names("breaches"))
def test_each_breach_is_found_where_it_is_planted_and_nothing_else_is(site, name):
    report = checked(site(planted("breaches", name)[1], base=BASE))
    found = [(_where(finding), finding) for finding in report.findings]
    expected = breaches(name)
    assert sorted(where for where, _ in found) == sorted(breach[:4] for breach in expected), "\n".join(shown(report))
    for breach in expected:
        assert any(breach.words in f"{one.message} {one.hint}" for where, one in found if where == breach[:4]), breach
    assert all(finding.hint for _, finding in found)


@pytest.mark.parametrize("name", names("look_alikes"))
def test_what_only_looks_like_a_breach_is_read_and_passed_over(site, name):
    folder = site(planted("look_alikes", name)[1], base=BASE)
    report = checked(folder, write=True)
    assert shown(report) == []
    output = said(folder)
    for look_alike in look_alikes(name):
        written = (folder / look_alike.file).read_text("utf-8").split("\n")[look_alike.line - 1]
        assert look_alike.words in written
        assert look_alike.why
        if look_alike.file.endswith((".md", ".csv")):
            assert _spelled(look_alike.words) in output, f"nobody reads “{look_alike.words}”"


def test_there_is_a_breach_for_every_rule_of_the_brand_and_enough_of_both():
    every = [breach for name in names("breaches") for breach in breaches(name)]
    assert [rule for rule in OF_THE_BRAND if rule not in {breach.rule for breach in every}] == []
    assert len(every) >= 120
    assert all(breach.words for breach in every)
    assert len({look_alike for name in names("look_alikes") for look_alike in look_alikes(name)}) >= 120


def test_every_rule_of_the_brand_is_explained_by_a_breach_and_what_mends_it():
    rules = [rule for family in FAMILIES for rule in vars(family).values() if isinstance(rule, Rule)]
    assert [rule.name for rule in rules if not (rule.wrong and rule.right)] == []
    assert [rule.name for rule in rules if rule.wrong == rule.right] == []


def test_breaches_stand_in_every_kind_of_file():
    files = {breach.file for name in names("breaches") for breach in breaches(name)}
    kinds = {re.sub(r"[^/]+(?=\.\w+$)", "*", file) for file in files}
    assert kinds >= {
        "brand/*.yaml",
        "brand/*.json",
        "brand/legal/*.md",
        "content/library/*.md",
        "content/segments/*.md",
        "content/segments/*.yaml",
        "content/segments/emails/*.md",
        "content/segments/shops/*.csv",
        "content/segments/shops/*.yaml",
        "*.yaml",
        "themes/moor/*.css",
        "themes/moor/*.yaml",
        "themes/moor/layouts/*.html",
    }


def test_a_breach_in_a_block_that_many_segments_use_is_one_finding(site, capsys):
    rows = "".join(f"shop-{number},Shop {number},live\n" for number in range(MOST))
    folder = site(
        "-- content/library/why.md --\n::: prose #why\n## Why us\nWe leverage what you have.\n:::\n"
        "-- content/segments/shops/segment.yaml --\nstatus: draft\n"
        "-- content/segments/shops/index.md --\n"
        "---\ntitle: Larkmoor for {{ segment.name }}\n"
        "description: What Larkmoor does for {{ segment.name }} and its people.\n---\n"
        "# {{ segment.name }}\n\n::: use why :::\n"
        f"-- content/segments/shops/segments.csv --\nid,name,status\n{rows}",
        base=BASE,
    )
    assert main(["check", "--site", str(folder), "--date", str(DATE)]) == 1
    told = capsys.readouterr().out
    assert told.count("[voice/Larkmoor.Jargon]") == told.count("help: ") == 1
    assert "content/library/why.md:3:4" in told
    assert f"in {MOST} outputs" in told
