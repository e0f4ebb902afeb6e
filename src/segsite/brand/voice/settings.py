"""What brand.yaml and segments say of rules: names that mean nothing, levels that stand fast, liberties not given."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from segsite.brand.levels import level_of, said_of
from segsite.diagnostics import did_you_mean
from segsite.model.values import Mapping, find
from segsite.rulebook import voice as rules
from segsite.rulebook.foundations import FOUNDATIONS
from segsite.rulebook.names import rule_meant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place, Rule
    from segsite.inheritance import Node
    from segsite.model.segment import OwnVoice
    from segsite.model.standards import Level
    from segsite.model.values import Key
    from segsite.model.written import Written


class Settings:
    """Checks the settings of rules against the rules there are."""

    def __init__(self, grounds: Grounds, known: MappingType[str, Rule]) -> None:
        self._grounds, self._known = grounds, known
        self._brand = grounds.site.brand

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong with the settings of the site."""
        yield from self._styles()
        yield from self._levels(self._brand.file, ("rules",), self._brand.file.rules)
        for name, tone in self._brand.file.variation.tone.items():
            yield from self._levels(self._brand.file, ("variation", "tone", name, "rules"), tone.rules)
        for node in self._grounds.tree.nodes.values():
            voice = node.source.file.voice
            if voice is not None:
                yield from self._segment(node, voice)

    def _styles(self) -> Iterator[Finding]:
        voice = self._brand.file.voice
        named: list[tuple[str, tuple[Key, ...]]] = [
            *((style, ("voice", "styles", at)) for at, style in enumerate(voice.styles or ())),
            *(
                (style, ("voice", "languages", language, at))
                for language, styles in voice.languages.items()
                for at, style in enumerate(styles)
            ),
        ]
        for style, path in named:
            if style not in self._brand.voice.styles:
                hint = did_you_mean(style, self._brand.voice.styles, otherwise=f"Add a folder `brand/voice/{style}`.")
                message = f"There is no style `{style}` in `brand/voice/`."
                yield rules.UNKNOWN_STYLE.at(self._brand.file.place(*path), message, hint)

    def _levels(self, file: Written, path: tuple[Key, ...], levels: MappingType[str, Level]) -> Iterator[Finding]:
        for name in levels:
            place = _key_place(file, path, name)
            fitting = [known for known in self._known if known == name or fnmatchcase(known, name)]
            if not fitting:
                what = "No rule fits the pattern" if "*" in name else "There is no rule"
                yield rules.UNKNOWN_RULE.at(place, f"{what} `{name}`.", rule_meant(name, self._known))
            elif FOUNDATIONS.issuperset(fitting):
                yield rules.LEVEL_FIXED.at(place, f"The level of `{name}` cannot be set.")

    def _segment(self, node: Node, voice: OwnVoice) -> Iterator[Finding]:
        allowed = self._brand.file.voice.segments
        file = node.source.file
        for key, words in (("accept", voice.accept), ("reject", voice.reject)):
            if words and not allowed.vocabulary:
                message = f"brand.yaml does not let segments {key} words of their own."
                yield rules.SEGMENT.at(file.place("voice", key), f"`{key}` is not open to segments: {message}")
        if voice.rules and not allowed.levels:
            message = "`rules` is not open to segments: brand.yaml does not let them set levels."
            yield rules.SEGMENT.at(file.place("voice", "rules"), message)
            return
        yield from self._levels(file, ("voice", "rules"), voice.rules)
        for name, level in voice.rules.items():
            yield from self._weaker(node, name, level, _key_place(file, ("voice", "rules"), name))

    def _weaker(self, node: Node, name: str, level: Level, place: Place) -> Iterator[Finding]:
        """A level below those that all rules of the name have above the segment."""
        fitting = [rule for known, rule in self._known.items() if known == name or fnmatchcase(known, name)]
        above = [self._level_above(node, rule) for rule in fitting if rule.name not in FOUNDATIONS]
        if above and all(level < one for one in above):
            message = f"`{name}` is {min(above)} here; a segment cannot make it {level}."
            yield rules.SEGMENT.at(place, message, f"Write `{min(above)}` or a stricter level, or remove the line.")

    def _level_above(self, node: Node, rule: Rule) -> Level:
        """A rule's level as brand.yaml and the segments above a segment have it."""
        level = level_of(rule, self._brand.file.rules)
        for ancestor in node.lineage:
            voice = ancestor.source.file.voice
            if voice is not None and ancestor is not node:
                level = max(level, said_of(rule.name, voice.rules, level))
        return level


def _key_place(file: Written, path: tuple[Key, ...], name: str) -> Place:
    """The place of a key; of the whole map, where a table says it."""
    written = find(file.as_written, path)
    entry = written.entries.get(name) if isinstance(written, Mapping) else None
    return entry.key_place if entry is not None else file.place(*path)
