"""What a command costs before it does anything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

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


def imported(*arguments: str, here: Path | None = None) -> set[str]:
    """The packages in memory after a command."""
    command = [sys.executable, "-c", SCRIPT, *arguments]
    modules = os.pathsep.join(str(Path(path).resolve()) for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": modules}
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=here, env=environment)
    return set(json.loads(done.stderr))


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_imports_nothing_heavy(argument):
    assert not imported(argument) & HEAVY


@pytest.mark.parametrize("arguments", [["build", "--help"], ["rule"], ["rule", "link/anchor"]])
def test_a_light_command_imports_nothing_heavy_but_what_typer_reads_options_with(arguments, tmp_path):
    assert not imported(*arguments, here=tmp_path) & (HEAVY - {"pydantic"})


def test_a_command_imports_what_it_needs(tmp_path):
    assert "pydantic" in imported("schema", "--out", str(tmp_path))
