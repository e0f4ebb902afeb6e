"""Many findings at a glance: how often each rule is broken, and in whose files."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from segsite.reporting.text import paint, visible, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.reporting.outcome import Outcome

FEW = 5
"""So many findings can be read without a table."""
_ROWS = 12
_GAP = 4


def overview_text(outcome: Outcome, *, coloured: bool = False) -> str:
    """Two tables side by side, the largest numbers first; empty if there are few findings."""
    findings = list(outcome.findings)
    if len(findings) <= FEW:
        return ""
    rules = _table("By rule", Counter(finding.rule.name for finding in findings))
    homes = _table("By segment", Counter(outcome.reach.home(finding.place) for finding in findings))
    return "\n".join(_beside(rules, homes, coloured=coloured)) + "\n"


def _table(title: str, counts: Counter[str]) -> list[str]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    digits = len(f"{ordered[0][1]:,}")
    rows = [f"  {count:{digits},}  {visible(name)}" for name, count in ordered[:_ROWS]]
    more = len(ordered) - _ROWS
    return [title, *rows, *([f"  {'':{digits}}  … and {more:,} more"] if more > 0 else [])]


def _beside(left: list[str], right: list[str], *, coloured: bool) -> Iterator[str]:
    wide = max(map(width, left)) + _GAP
    for number, (one, other) in enumerate(zip_longest(left, right, fillvalue="")):
        line = f"{one}{' ' * (wide - width(one))}{other}".rstrip()
        yield paint(line, "bold", coloured=coloured) if number == 0 else line
