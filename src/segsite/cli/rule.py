"""`segsite rule`."""

from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segsite.cli.console import caution, coloured, columns, out
from segsite.cli.options import Format, OutputFormat, Site, nearest_site, site_folder

if TYPE_CHECKING:
    from segsite.diagnostics import Rule


def rule(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A rule, such as link/unresolved; `link/*` lists those of a family.",
            show_default=False,
        ),
    ] = None,
    *,
    site: Site = None,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Explain a rule: what it holds, why, and how to mend a breach. Without a name, list them all.

    In a site, the rules of its brand are among them, and levels are those that brand.yaml sets.
    """
    from segsite.diagnostics import UsageError
    from segsite.reporting.rules import rule_text, rules_json, rules_text

    root = site_folder(site) if site is not None else nearest_site()
    rules, levels = _here(root)
    chosen = [known for known in rules.values() if name is None or fnmatchcase(known.name, name)]
    if not chosen:
        raise UsageError(f"There is no rule `{name}`.", _hint(name or "", rules, root))
    if output_format is Format.JSON:
        out(rules_json(sorted(chosen, key=lambda known: known.name), levels))
    elif name in rules:
        out(rule_text(rules[name], level=levels.get(name, ""), coloured=coloured()))
    else:
        out(rules_text(chosen, coloured=coloured(), columns=columns()))


def _hint(name: str, rules: "dict[str, Rule]", root: Path | None) -> str:
    """What helps whoever names a rule that is not here."""
    from segsite.rulebook.names import rule_meant

    if root is None and name.startswith("voice/"):
        return "The rules of a brand are known in its site: go there, or name it with `--site FOLDER`."
    return rule_meant(name, rules)


def _here(root: Path | None) -> "tuple[dict[str, Rule], dict[str, str]]":
    """The rules that hold here, and the levels the brand has changed; segsite's own where there is no site."""
    from segsite.rulebook import RULES

    if root is None:
        return RULES, {}
    from segsite.brand.rules import changed_levels, known_rules
    from segsite.diagnostics import Findings
    from segsite.reading.brand import read_brand
    from segsite.reading.files import SiteFiles

    findings = Findings()
    brand = read_brand(SiteFiles(root, findings), findings)
    if brand is None:
        caution("brand.yaml cannot be read, so these are segsite's own rules; `segsite check` says why.")
        return RULES, {}
    rules = known_rules(brand)
    return rules, {rule: str(level) for rule, level in changed_levels(brand, rules).items()}
