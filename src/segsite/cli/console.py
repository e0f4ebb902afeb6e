"""Standard output for results, standard error for progress and errors; colour only where it is welcome."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from typing import TYPE_CHECKING, TextIO

from segsite.reporting.events import Event, Progress, Stage
from segsite.reporting.text import paint, visible

if TYPE_CHECKING:
    from segsite.reporting.events import Listener

_WIPE = "\r\033[K"
_BREATH = 0.05  # seconds between two steps of progress: faster than eyes, slower than terminals


def prepare() -> None:
    """See that no character can fail to be printed, on a terminal of any encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def coloured(stream: TextIO | None = None) -> bool:
    """Whether to use colours on a stream, by default the standard output.

    `NO_COLOR` and `FORCE_COLOR` decide (https://no-color.org, https://force-color.org); else, whether it is a
    terminal.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "") not in {"", "0"}:
        return True
    return _is_terminal(stream or sys.stdout) and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """How wide the terminal is; 0 where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if _is_terminal(sys.stdout) else 0


def out(text: str) -> None:
    """Write a result. Whoever stops reading it (`segsite check | head`) is not an error."""
    _write(sys.stdout, text)


def out_lines(text: str) -> None:
    """Write a result of several lines; characters from files that could steer a terminal are named instead."""
    out("\n".join(map(visible, text.split("\n"))))


def out_json(value: object) -> None:
    """Write a result for programs."""
    out(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def diagnostic(text: str) -> None:
    """Write what is not a result."""
    _write(sys.stderr, text)


def caution(message: str) -> None:
    """Write what to know before a result is trusted; nothing if there is nothing to know."""
    if message:
        diagnostic(f"{paint('caution:', 'yellow', coloured=coloured(sys.stderr))} {visible(message)}\n")


def error(message: str, hint: str = "") -> None:
    """Write why a command could not do its work, and what helps."""
    colour = coloured(sys.stderr)
    diagnostic(f"{paint('error:', 'red', coloured=colour)} {visible(message)}\n")
    if hint:
        diagnostic(f"{paint('help:', 'green', coloured=colour)} {visible(hint)}\n")


def flush() -> None:
    """Bring everything out before the process ends, where a closed pipe would be told in a traceback."""
    _write(sys.stdout, "")
    _write(sys.stderr, "")


def listener() -> Listener:
    """Who shows progress: one line that is wiped at the end, on a terminal; nobody where it would be kept."""
    return _Line() if _is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb" else _nobody


def _nobody(_event: Event) -> None:
    pass


class _Line:
    """One line on standard error that says what is being done."""

    def __init__(self) -> None:
        self._name = ""
        self._shown_at = 0.0

    def __call__(self, event: Event) -> None:
        match event:
            case Stage(name, count):
                self._name = name
                diagnostic(f"{_WIPE}{visible(name)}{f' {count:,}' if count else ''} …")
            case Progress(done, total):
                if time.monotonic() - self._shown_at >= _BREATH:
                    self._shown_at = time.monotonic()
                    diagnostic(f"{_WIPE}{visible(self._name)} {done:,} of {total:,} …")
            case _:
                diagnostic(_WIPE)


def wipe_progress() -> None:
    """Take the progress line away, so that what follows starts on a clean one."""
    if _is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb":
        diagnostic(_WIPE)


def _is_terminal(stream: TextIO) -> bool:
    return hasattr(stream, "isatty") and stream.isatty()


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # what comes later, Python's own last flush among it, goes nowhere without complaint
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
