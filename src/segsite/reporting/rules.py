"""Rules explained: what each holds, why, and how to mend a breach."""

from __future__ import annotations

import json
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from segsite.diagnostics import Severity
from segsite.reporting.json_format import VERSION
from segsite.reporting.text import Colour, paint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from segsite.diagnostics import Rule

_COLUMNS = 80
_COLOURS: dict[Severity, Colour] = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.SUGGESTION: "blue",
}


def rule_text(rule: Rule, *, level: str = "", coloured: bool = False) -> str:
    """All there is to say about a rule; `level` is the one it has here, if that is not its own."""
    severity = paint(str(rule.severity), _COLOURS[rule.severity], coloured=coloured)
    weight = f"{level} here; {severity} by default" if level else severity
    parts = [
        f"{paint(rule.name, 'bold', coloured=coloured)} ({weight})",
        _paragraph("", rule.holds),
        "\n".join([_paragraph("Why:  ", rule.why), _paragraph("Mend: ", rule.mend)]),
        *(_example(title, text) for title, text in (("Wrong:", rule.wrong), ("Right:", rule.right)) if text),
    ]
    return "\n\n".join(parts) + "\n"


def rules_text(rules: Iterable[Rule], *, coloured: bool = False, columns: int = 0) -> str:
    """One line a rule, by family; cut at so many columns if that is not 0."""
    return "\n".join(_list(list(rules), coloured=coloured, columns=columns)) + "\n"


def rules_json(rules: Iterable[Rule], levels: Mapping[str, str] | None = None) -> str:
    """Rules for programs; `levels` are those that differ here, by the rules' names."""
    plain = [
        {
            "name": rule.name,
            "severity": str(rule.severity),
            "level": (levels or {}).get(rule.name, str(rule.severity)),
            "holds": rule.holds,
            "why": rule.why,
            "mend": rule.mend,
            "wrong": rule.wrong or None,
            "right": rule.right or None,
        }
        for rule in rules
    ]
    return json.dumps({"version": VERSION, "rules": plain}, indent=2) + "\n"


def _list(rules: list[Rule], *, coloured: bool, columns: int) -> Iterator[str]:
    longest = max(len(rule.name) for rule in rules)
    for family, members in groupby(sorted(rules, key=lambda rule: rule.name), key=_family):
        yield paint(family, "bold", coloured=coloured)
        for rule in members:
            line = f"  {rule.name:<{longest}}  {rule.holds}"
            yield line if not columns or len(line) <= columns else f"{line[: columns - 1]}…"
        yield ""
    yield "`segsite rule NAME` says why, and how to mend it."


def _family(rule: Rule) -> str:
    return rule.name.partition("/")[0]


def _paragraph(label: str, text: str) -> str:
    return textwrap.fill(
        text,
        _COLUMNS,
        initial_indent=f"  {label}",
        subsequent_indent=" " * (len(label) + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _example(title: str, text: str) -> str:
    return f"  {title}\n" + textwrap.indent(text, "    ")
