"""Findings as GitHub's annotations: one line each, escaped, the most severe first."""

from __future__ import annotations

from outcomes import NASTY, outcome
from segsite.reporting.github import findings_github
from segsite.reporting.outcome import Outcome


def lines(given: Outcome) -> list[str]:
    return findings_github(given).splitlines()


def test_an_annotation_says_where_what_and_how_to_mend_it():
    assert (
        "::error file=content/segments/index.md,line=2,col=12,endLine=2,endColumn=15,title=fact/contradicted"
        "::This says 200; the fact `customers` is 2,400+.%0AWrite the fact."
    ) in lines(outcome())


def test_the_levels_are_githubs_and_the_worst_come_first():
    assert [line.split()[0] for line in lines(outcome())] == ["::error"] * 2 + ["::warning"] * 2 + ["::notice"]


def test_a_file_without_text_has_no_line():
    assert "::error file=brand/assets/logo.png,title=fact/contradicted::Not so.%0AWrite the fact." in lines(outcome())


def test_what_would_end_a_line_or_a_property_is_escaped():
    (notice,) = (line for line in findings_github(outcome()).split("\n") if line.startswith("::notice"))
    assert f"::{NASTY.replace('%', '%25').replace(chr(10), '%0A')}%0A" in notice


def test_what_is_excused_is_not_shown():
    assert "Are you?" not in findings_github(outcome())


def test_files_are_named_from_the_repository():
    assert "file=sites/a%2Cb/content/" in findings_github(outcome(folder="sites/a,b"))


def test_nothing_found_is_nothing_said():
    assert findings_github(Outcome()) == ""
