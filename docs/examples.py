"""Runs the examples of README.md and docs/, so that what they show is what happens.

A document is played from top to bottom in an empty folder:

- a block ```console holds lines `$ command`, each followed by what the command prints;
- a block with `file=PATH` behind its language is written to that file;
- a block ```diff file=PATH changes that file: lines with `-` make way for lines with `+`.

Blocks in any other language are only read.
"""

# ruff: noqa: INP001 - a folder of documents, not a package

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("tutorial-*.md")))
DAY = 1_795_000_000
"""When the examples take place, in seconds since 1970: in November 2026, before any sample fact expires."""

_BLOCK = re.compile(r"^```(?P<language>[a-z]+)(?: file=(?P<file>\S+))?\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_TIME = re.compile(r"(?<= in )\d[\d.,]* m?s(?=\.$)|(?<=\"seconds\": )[\d.]+", re.MULTILINE)


class ExampleError(Exception):
    """An example cannot be played; happens when a document and the sample site have drifted apart."""


def played(document: str, folder: Path) -> str:
    """A document whose examples show what really happens.

    Args:
        document: Its text.
        folder: An empty folder to play it in.
    """
    return _BLOCK.sub(_Player(folder).block, document)


class _Player:
    def __init__(self, folder: Path) -> None:
        self._here = folder / "here"
        self._here.mkdir()
        self._environment = _environment(folder / "bin")
        self._code = 0

    def block(self, match: re.Match[str]) -> str:
        text = match["text"]
        if match["language"] == "console":
            start, end = match.start("text") - match.start(), match.end("text") - match.start()
            return match[0][:start] + self._console(text) + match[0][end:]
        if match["language"] == "diff" and match["file"]:
            self._change(self._here / match["file"], text)
        elif match["file"]:
            path = self._here / match["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        return match[0]

    def _change(self, path: Path, diff: str) -> None:
        lines = diff.splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if line[:1] in {"-", " "})
        new = "".join(f"{line[1:]}\n" for line in lines if line[:1] in {"+", " "})
        text = path.read_text("utf-8")
        if text.count(old) != 1:
            raise ExampleError(f"{path.name} holds these lines {text.count(old)} times:\n{old}")
        path.write_text(text.replace(old, new), "utf-8", newline="\n")

    def _console(self, text: str) -> str:
        commands = [line for line in text.splitlines() if line.startswith("$ ")]
        return "\n\n".join(f"{line}\n{self._run(line[2:])}".rstrip() for line in commands) + "\n"

    def _run(self, command: str) -> str:
        if command.startswith("cd "):
            self._here /= command[3:]
            return ""
        done = subprocess.run(  # noqa: S603 - the repository's own documents
            ["/bin/bash", "-c", f"(exit {self._code}); {command}"],
            cwd=self._here, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        self._code = done.returncode
        return _TIME.sub(_steady, done.stdout.decode())


def _steady(match: re.Match[str]) -> str:
    """The same time on every machine."""
    return "3.6 s" if match[0].endswith("s") else "3.6"


def _environment(commands: Path) -> dict[str, str]:
    """The environment of the examples, with a `segsite` that is the one under test."""
    commands.mkdir()
    shim = commands / "segsite"
    shim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m segsite "$@"\n', "utf-8")
    shim.chmod(0o755)
    modules = os.pathsep.join(str(Path(path).resolve()) for path in os.environ.get("PYTHONPATH", "").split(os.pathsep))
    kept = {name: os.environ[name] for name in ("HOME", "VIRTUAL_ENV") if name in os.environ}
    return {
        **kept, "PYTHONPATH": modules if os.environ.get("PYTHONPATH") else "",
        "PATH": f"{commands}:/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "100",
        "SOURCE_DATE_EPOCH": str(DAY), "NO_COLOR": "1",
    }  # fmt: skip
