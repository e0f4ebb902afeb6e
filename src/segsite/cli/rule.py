"""`segsite rule`."""

from typing import Annotated

import typer

from segsite.cli.console import coloured, columns, out
from segsite.cli.options import Format, OutputFormat


def rule(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="A rule, such as link/unresolved.", show_default=False),
    ] = None,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Explain a rule: what it holds, why, and how to mend a breach. Without a name, list them all."""
    from segsite.diagnostics import UsageError, did_you_mean
    from segsite.reporting.rules import rule_text, rules_json, rules_text
    from segsite.rulebook import RULES

    if name is not None and name not in RULES:
        hint = did_you_mean(name, RULES, otherwise="`segsite rule` lists all rules.")
        raise UsageError(f"There is no rule `{name}`.", hint)
    chosen = list(RULES.values()) if name is None else [RULES[name]]
    if output_format is Format.JSON:
        out(rules_json(sorted(chosen, key=lambda known: known.name)))
    elif name is None:
        out(rules_text(chosen, coloured=coloured(), columns=columns()))
    else:
        out(rule_text(RULES[name], coloured=coloured()))
