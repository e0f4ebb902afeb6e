"""How severe a breach is here: what brand.yaml says of a rule, made stricter by a segment or looser by its tone."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, overload

from segsite.diagnostics import Severity
from segsite.model.standards import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as MappingType

    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Rule
    from segsite.inheritance import Node


class Levels:
    """The levels of rules, for the site and for each segment."""

    def __init__(self, grounds: Grounds) -> None:
        self._brand = grounds.site.brand.file
        self._known: dict[tuple[str, Severity, str], Rule | None] = {}  # some breaches of a rule weigh less than others

    def applied(self, findings: Iterable[Finding], node: Node | None) -> Iterator[Finding]:
        """Findings at the level their rules have for a segment; those of a rule that is off are left out."""
        for finding in findings:
            rule = self._rule(finding.rule, node)
            if rule is not None:
                yield finding if rule is finding.rule else replace(finding, rule=rule)

    def _rule(self, rule: Rule, node: Node | None) -> Rule | None:
        key = (rule.name, rule.severity, node.id if node is not None else "")
        if key not in self._known:
            level = self._level(rule, node)
            severity = None if level is Level.OFF else Severity[level.name]
            self._known[key] = rule if severity is rule.severity else _at(rule, severity)
        return self._known[key]

    def _level(self, rule: Rule, node: Node | None) -> Level:
        level = level_of(rule, self._brand.rules)
        if node is None:
            return level
        tone = self._brand.variation.tone.get(node.segment.variation.tone or "")
        if tone is not None:
            level = said_of(rule.name, tone.rules, level)
        if self._brand.voice.segments.levels:
            for ancestor in node.lineage:
                voice = ancestor.source.file.voice
                level = max(level, said_of(rule.name, voice.rules, level) if voice is not None else level)
        return level


def level_of(rule: Rule, levels: MappingType[str, Level]) -> Level:
    """The level a rule has by a map of rule names, or else by itself."""
    return said_of(rule.name, levels, Level[rule.severity.name])


@overload
def said_of(name: str, levels: MappingType[str, Level], otherwise: Level) -> Level: ...
@overload
def said_of(name: str, levels: MappingType[str, Level]) -> Level | None: ...


def said_of(name: str, levels: MappingType[str, Level], otherwise: Level | None = None) -> Level | None:
    """The level a map of rule names gives to a rule: under its own name, or under the longest pattern that fits."""
    if name in levels:
        return levels[name]
    fitting = [pattern for pattern in levels if "*" in pattern and fnmatchcase(name, pattern)]
    return levels[max(fitting, key=len)] if fitting else otherwise


def _at(rule: Rule, severity: Severity | None) -> Rule | None:
    return replace(rule, severity=severity) if severity is not None else None
