"""What a command costs before it does anything."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "jinja2",
    "markdown",
    "pydantic",
    "yaml",
    "watchdog",
    "nh3",
    "css_inline",
    "rich",
    "hypothesis",
    "http",
}

SCRIPT = """
import json, sys
from segsite.cli import main
code = main(sys.argv[1:])
sys.stderr.write(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
sys.exit(code)
"""


def imported(*arguments: str) -> set[str]:
    """The packages in memory after a command."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr))


@pytest.mark.parametrize(
    "arguments", [["--help"], ["build", "--help"], ["--version"], ["rule"], ["rule", "link/anchor"]]
)
def test_help_and_rules_import_nothing_heavy(arguments):
    assert not imported(*arguments) & HEAVY


def test_a_command_imports_what_it_needs(tmp_path):
    assert "pydantic" in imported("schema", "--out", str(tmp_path))
