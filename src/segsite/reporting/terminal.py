"""Findings for people: where, what, the line itself, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Severity
from segsite.reporting.excerpt import excerpt
from segsite.reporting.text import Colour, counted, paint, visible, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.diagnostics import Finding, Findings, Place

MAX_FINDINGS = 50
"""How many findings are shown unless somebody asks for more."""
COLUMNS = 110
"""How wide a source line may be."""

_COLOURS: dict[Severity, Colour] = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.SUGGESTION: "blue",
}


def findings_text(
    findings: Findings,
    *,
    coloured: bool = False,
    limit: int = MAX_FINDINGS,
    columns: int = COLUMNS,
    overview: str = "",
) -> str:
    """All findings, and a closing line that counts them; empty if there are none.

    Args:
        findings: What was found.
        coloured: Use a terminal's colours.
        limit: Show so many, errors before warnings; 0 shows all.
        columns: How wide the terminal is.
        overview: What is shown above the closing line.
    """
    every = list(findings)
    if not every:
        return ""
    shown = _most_severe(every, limit)
    parts = ["\n".join(_finding(finding, coloured=coloured, columns=columns)) for finding in shown]
    if len(shown) < len(every):
        parts.append(f"… and {len(every) - len(shown):,} more (--max-findings 0 shows all)")
    example = visible(shown[0].rule.name)
    closing = f"{counts_text(findings, coloured=coloured)}. `segsite rule {example}` explains a rule."
    return "\n\n".join([*parts, *([overview.rstrip("\n")] if overview else []), closing]) + "\n"


def counts_text(findings: Findings, *, coloured: bool = False) -> str:
    """How many findings there are of each severity: `3 errors, 1 warning`."""
    counts = ((severity, findings.count(severity)) for severity in reversed(Severity))
    return ", ".join(
        paint(counted(count, str(severity)), _COLOURS[severity], coloured=coloured)
        for severity, count in counts
        if count
    )


def _most_severe(findings: list[Finding], limit: int) -> list[Finding]:
    """The first so many findings in the order of their places, none before a more severe one is in."""
    if limit <= 0 or len(findings) <= limit:
        return findings
    chosen = sorted(range(len(findings)), key=lambda index: -findings[index].severity)[:limit]
    return [findings[index] for index in sorted(chosen)]


def _finding(finding: Finding, *, coloured: bool, columns: int) -> Iterator[str]:
    label = f"{finding.severity}[{visible(finding.rule.name)}]"
    where = paint(visible(_where(finding.place)), "bold", coloured=coloured)
    yield f"{paint(label, _COLOURS[finding.severity], coloured=coloured)} {where}"
    yield from _lines(finding.message)
    yield from _shown_line(finding, coloured=coloured, columns=columns)
    first, *rest = _lines(finding.hint) or [""]
    if first:
        yield f"  {paint('help:', 'green', coloured=coloured)} {first.strip()}"
        yield from (f"      {line}" for line in rest)
    if len(finding.outputs) > 1:
        yield f"  in {len(finding.outputs):,} outputs, such as {visible(min(finding.outputs))}"


def _where(place: Place) -> str:
    return str(place) if place.source.text else place.file


def _lines(text: str) -> list[str]:
    return [f"  {visible(line)}" for line in text.splitlines()]


def _shown_line(finding: Finding, *, coloured: bool, columns: int) -> Iterator[str]:
    number = str(finding.place.line)
    found = excerpt(finding.place, columns - width(number) - 5)
    if found is None or not found[0]:
        return
    line, carets = found
    bar = paint("|", "blue", coloured=coloured)
    yield f"  {' ' * len(number)} {bar}"
    yield f"  {paint(number, 'blue', coloured=coloured)} {bar} {line}"
    yield f"  {' ' * len(number)} {bar} {paint(carets, _COLOURS[finding.severity], coloured=coloured)}"
