"""Tables for people: columns side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.reporting.text import width

if TYPE_CHECKING:
    from collections.abc import Sequence


def aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """A line for each row; every column but the last is as wide as its widest cell."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)][:-1]
    return [_line(row, widths) for row in rows]


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=False))
    return "  ".join([*padded, row[-1]]).rstrip()
