"""Names of rules, as people type them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import nearest

if TYPE_CHECKING:
    from collections.abc import Collection


def rule_meant(name: str, known: Collection[str]) -> str:
    """A hint for a name or pattern that fits no rule: the family or rule it is nearest to, or else the families."""
    families = sorted({rule.partition("/")[0] for rule in known})
    family, _, member = name.partition("/")
    match = f"{family}/*" if family in families and not member else _nearest(name, known, families)
    if match is not None:
        return f"Did you mean `{match}`?"
    return f"`segsite rule` lists all rules. Their families are {', '.join(families)}."


def _nearest(name: str, known: Collection[str], families: list[str]) -> str | None:
    return nearest(name, [f"{family}/*" for family in families] if "*" in name else known)
