"""One line a finding, as editors read it."""

from __future__ import annotations

import re

from outcomes import outcome
from segsite.reporting.line_format import findings_lines
from segsite.reporting.outcome import Outcome

VALE = re.compile(r"(.+):(\d+):(\d+):([\w.]+/[\w.]+):(.+)")
"""How programs that know Vale take a line apart."""


def test_a_line_is_path_line_column_rule_and_message():
    assert (
        "content/segments/index.md:2:12:fact/contradicted:This says 200; the fact `customers` is 2,400+."
    ) in findings_lines(outcome()).splitlines()


def test_every_finding_is_one_line_and_nothing_steers_the_terminal():
    lines = findings_lines(outcome()).splitlines()
    assert len(lines) == len(outcome().findings)
    assert all(VALE.fullmatch(line) for line in lines)
    assert all(character.isprintable() for line in lines for character in line)


def test_files_are_named_from_where_the_command_runs():
    assert findings_lines(outcome(folder="/srv/acme")).startswith("/srv/acme/brand/assets/logo.png:1:1:")


def test_nothing_found_is_nothing_said():
    assert findings_lines(Outcome()) == ""
