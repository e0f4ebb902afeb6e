"""The edge of the command line: exit codes, errors for people, and no traceback unless asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import segsite.cli.app
from segsite.cli import main
from segsite.diagnostics import SegsiteError, UsageError


@pytest.fixture
def failing(monkeypatch):
    """Make every command raise."""

    def arrange(error: BaseException) -> None:
        def app(**_arguments) -> None:
            raise error

        monkeypatch.setattr(segsite.cli.app, "app", app)

    return arrange


def test_no_command_shows_the_help_as_wrong_usage(capsys):
    assert main([]) == 2
    shown = capsys.readouterr()
    assert "Usage: segsite" in shown.err + shown.out


def test_help_names_every_command_and_looks_the_same_in_a_pipe(capsys):
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    for command in ("init", "build", "check", "rule", "schema"):
        assert f"\n  {command} " in shown
    assert "╭" not in shown
    assert "\x1b" not in shown


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("segsite ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], "Did you mean 'build'"),
        (["build", "--dratfs"], "--drafts"),
        (["build", "--format", "xml"], "'json'"),
        (["build", "--max-findings", "many"], "--max-findings"),
        (["init"], "FOLDER"),
        (["rule", "link/unresolvd"], "Did you mean `link/unresolved`?"),
        (["build", "--site", "/nowhere"], "segsite init"),
    ],
)
def test_wrong_usage_exits_with_two_and_says_what_is_right(arguments, said, capsys):
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(("error", "code"), [(SegsiteError("No.", "Do that."), 1), (UsageError("No.", "Do that."), 2)])
def test_an_error_for_people_is_a_message_a_remedy_and_its_exit_code(error, code, failing, capsys):
    failing(error)
    assert main(["build"]) == code
    assert capsys.readouterr().err == "error: No.\nhelp: Do that.\n"


def test_an_error_cannot_steer_the_terminal(failing, capsys):
    failing(SegsiteError("a\x1b[2Jb"))
    main(["build"])
    assert "\x1b" not in capsys.readouterr().err


def test_a_fault_of_segsites_own_says_so_without_a_traceback(failing, capsys):
    failing(ZeroDivisionError("division by zero"))
    assert main(["build"]) == 3
    shown = capsys.readouterr().err
    assert "A fault of segsite's own" in shown
    assert "ZeroDivisionError: division by zero" in shown
    assert "Traceback" not in shown


def test_the_traceback_is_there_for_who_asks(failing, capsys, monkeypatch):
    monkeypatch.setenv("SEGSITE_DEBUG", "1")
    failing(ZeroDivisionError())
    assert main(["build"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_is_quiet(failing, capsys):
    failing(KeyboardInterrupt())
    assert main(["build"]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes")
def test_a_reader_who_stops_early_is_no_error():
    command = f"{sys.executable} -m segsite rule --format json | head -c 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{0\n", "")


def test_a_terminal_that_knows_few_characters_gets_what_it_can_show():
    command = [sys.executable, "-X", "utf8=0", "-m", "segsite", "rule", "--format", "text"]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert done.stdout.isascii()
