"""Python's collector of cyclic garbage, at rest while a build runs."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OUTPUTS = 100
"""So many are made between two sweeps: what a template leaves behind is some kilobytes a page, a hundred an e-mail."""


@contextmanager
def at_rest() -> Iterator[None]:
    """Keep the collector from looking for garbage but where `Sweeper` does.

    Nearly everything a build makes lives to its end. Looking through it again and again takes a sixth of the time of
    a large build.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Sweeper:
    """Takes away what rendering leaves behind, looking only through what has been made since the last time."""

    def __init__(self) -> None:
        self._made = 0
        gc.freeze()  # what has been read stays to the end

    def made(self, outputs: int) -> None:
        """Count outputs that are made, and sweep after every hundred."""
        self._made += outputs
        if self._made >= _OUTPUTS:
            self._made = 0
            gc.collect(0)
