"""Colour and progress are for terminals."""

from __future__ import annotations

import io

import pytest

from segsite.cli import console
from segsite.reporting.events import Progress, Stage, Summary


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "stream", "wanted"),
    [
        ({}, io.StringIO(), False),
        ({}, Terminal(), True),
        ({"NO_COLOR": "1"}, Terminal(), False),
        ({"NO_COLOR": ""}, Terminal(), True),
        ({"TERM": "dumb"}, Terminal(), False),
        ({"FORCE_COLOR": "1"}, io.StringIO(), True),
        ({"FORCE_COLOR": "0"}, io.StringIO(), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, Terminal(), False),
    ],
)
def test_colour_is_for_terminals_unless_somebody_says_otherwise(environment, stream, wanted, monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console.coloured(stream) is wanted


def test_progress_is_one_line_that_is_wiped(monkeypatch):
    stream = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", stream)
    listener = console.listener()
    for event in (Stage("Rendering", 1200), Progress(600, 1200), Summary(1, 1, 1, 1, (), 1.0)):
        listener(event)
    assert stream.getvalue().split("\r\033[K") == ["", "Rendering 1,200 …", "Rendering 600 of 1,200 …", ""]


def test_no_progress_where_it_would_be_kept(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    console.listener()(Stage("Rendering", 1200))
    console.wipe_progress()
    assert stream.getvalue() == ""
