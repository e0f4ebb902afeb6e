"""The command line: commands parse options, call stages and show events; errors are caught here, once."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING

from segsite.cli import console
from segsite.diagnostics import SegsiteError

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
OWN_FAULT = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, and give its exit code.

    Args:
        arguments: The words after `segsite`; by default those this process was started with.

    Returns:
        0 done, 1 findings of severity error, 2 wrong usage, 3 a fault of segsite's own, 130 interrupted.
    """
    console.prepare()
    try:
        code = _run(arguments)
    except SegsiteError as error:
        console.error(error.message, error.hint)
        code = error.exit_code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge: nobody meets a traceback without asking for one
        _own_fault(error)
        code = OWN_FAULT
    console.flush()
    return code


def _run(arguments: Sequence[str] | None) -> int:
    from segsite.cli.app import app

    try:
        app(args=None if arguments is None else [*arguments], prog_name="segsite")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    return 0


def _own_fault(error: Exception) -> None:
    if os.environ.get("SEGSITE_DEBUG", "") not in {"", "0"}:
        console.diagnostic("".join(traceback.format_exception(error)))
    console.error(
        f"A fault of segsite's own, not of your site: {type(error).__name__}: {error}",
        "Please report it, with the command, the output of `segsite --version`, "
        "and what the command says with SEGSITE_DEBUG=1 before it.",
    )
