"""The rules of a site: those of segsite and those its brand has written, at the levels the brand has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.levels import level_of
from segsite.brand.voice.pages import voice_rules
from segsite.rulebook import RULES

if TYPE_CHECKING:
    from segsite.diagnostics import Rule
    from segsite.model.site import Brand
    from segsite.model.standards import Level


def known_rules(brand: Brand) -> dict[str, Rule]:
    """All rules by name, at the severity they have by themselves."""
    return {**RULES, **voice_rules(brand.voice)}


def changed_levels(brand: Brand, rules: dict[str, Rule]) -> dict[str, Level]:
    """The levels of rules that brand.yaml has changed, by the rules' names."""
    levels = ((rule, level_of(rule, brand.file.rules)) for rule in rules.values())
    return {rule.name: level for rule, level in levels if str(level) != str(rule.severity)}
