"""The voice as a standard: its rules, held to every text, touchpoint and setting."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from segsite.brand.levels import said_of
from segsite.brand.patterns import fault
from segsite.brand.rules import known_rules
from segsite.brand.standard import Standard
from segsite.brand.voice.faults import pattern_fault, rule_faults, term_faults
from segsite.brand.voice.held import Held
from segsite.brand.voice.pages import voice_page
from segsite.brand.voice.points import point_of
from segsite.brand.voice.ruleset import Hit, Ruleset
from segsite.brand.voice.scopes import selector
from segsite.brand.voice.settings import Settings
from segsite.brand.voice.touchpoints import Touchpoints
from segsite.brand.voice.vocabulary import vocabulary_rules
from segsite.model.standards import Level
from segsite.rulebook import voice as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from segsite.brand.passages import Passage, Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Rule
    from segsite.inheritance import Node
    from segsite.model.segment import OwnVoice
    from segsite.model.voice import VoiceRule

_Words = tuple[tuple[str, ...], tuple[str, ...]]
"""Words that are accepted, and words that are rejected."""


class Voice(Standard):
    """Holds words to the rules in `brand/voice/`."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._brand = grounds.site.brand
        self._rulesets: dict[tuple[str, _Words], Ruleset] = {}
        self._by_node: dict[tuple[str, str], Ruleset] = {}
        self._touchpoints = Touchpoints(self._give_up)
        self._too_slow: dict[str, Finding] = {}

    def of_words(self, passage: Passage, node: Node) -> Sequence[Finding]:
        """Breaches in a text; each distinct text is judged once for all who say it."""
        ruleset = self._ruleset(node, passage.wording.locale)
        notes = passage.wording.notes
        key = (ruleset, ruleset.relevant(passage.parts))
        hits = notes.get(key)
        if hits is None:
            hits = notes[key] = ruleset.hits(passage.wording, key[1])
        return [self._finding(passage, hit) for hit in cast("tuple[Hit, ...]", hits)] if hits else ()

    def of_touchpoint(self, spoken: Spoken) -> Iterator[Finding]:
        """What is said in two ways, explained too late, or hard to read."""
        locale = spoken.node.segment.locale or self._grounds.site.config.locale
        ruleset = self._ruleset(spoken.node, locale)
        if ruleset.wide:
            same = [one for one in spoken.passages if _language(one.wording.locale) == _language(locale)]
            yield from self._touchpoints.findings(ruleset, spoken, same)

    def learned(self) -> dict[str, Finding]:
        """The rules that took too long."""
        return dict(self._too_slow)

    def learn(self, learned: Mapping[str, Finding]) -> None:
        """Take in the same of another process."""
        self._too_slow |= learned

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """Faults of the voice's files, and settings that mean nothing or are not open to those who made them."""
        for found in self._brand.voice.styles.values():
            for rule in found:
                yield from rule_faults(rule)
        for vocabulary in self._brand.voice.vocabularies.values():
            yield from term_faults((*vocabulary.accept, *vocabulary.reject))
        for node in self._grounds.tree.nodes.values():
            if node.source.file.voice is not None:
                yield from _own_faults(node, node.source.file.voice)
        for point, place in self._brand.voice.unsupported:
            message = f"This rule is passed over: segsite does not support `extends: {point}`."
            yield rules.UNSUPPORTED.at(place, message)
        yield from Settings(self._grounds, known_rules(self._brand)).findings()
        yield from self._too_slow.values()

    def _finding(self, passage: Passage, hit: Hit) -> Finding:
        place = passage.place(hit.block, hit.span)
        if hit.held is None:
            message = f"The comment `{hit.found.message}` switches rules off, which brand.yaml does not allow."
            return rules.SUPPRESSION.at(place, message)
        words = passage.wording.blocks[hit.block].text[slice(*hit.span)]
        return hit.held.finding(place, words, hit.found)

    def _ruleset(self, node: Node, locale: str) -> Ruleset:
        key = (node.id, locale)
        found = self._by_node.get(key)
        if found is None:
            words = self._words(node)
            found = self._rulesets.get((locale, words))
            if found is None:
                found = self._rulesets[locale, words] = self._made(locale, words)
            self._by_node[key] = found
        return found

    def _words(self, node: Node) -> _Words:
        """The words that vocabularies, the segment and those above it accept and reject."""
        known = self._brand.voice.vocabularies.values()
        accept = {term.pattern: None for vocabulary in known for term in vocabulary.accept}
        reject = {term.pattern: None for vocabulary in known for term in vocabulary.reject}
        if self._brand.file.voice.segments.vocabulary:
            for ancestor in reversed([*node.lineage]):
                own = ancestor.source.file.voice
                accept |= dict.fromkeys(own.accept if own is not None else ())
                reject |= dict.fromkeys(own.reject if own is not None else ())
        return tuple(accept), tuple(reject)

    def _made(self, locale: str, words: _Words) -> Ruleset:
        accept, reject = (tuple(word for word in some if fault(word) is None) for some in words)
        own = [rule for style in self._styles(locale) for rule in self._brand.voice.styles.get(style, ())]
        held = [self._held(rule, voice_page(rule), accept) for rule in own if not self._is_off(f"voice/{rule.name}")]
        held += [self._held(rule, page, accept) for rule, page in vocabulary_rules(accept, reject)]
        suppressible = self._brand.file.voice.suppressions
        return Ruleset([one for one in held if one is not None], suppressible=suppressible, give_up=self._give_up)

    def _styles(self, locale: str) -> list[str]:
        """The styles whose rules hold for texts in a language."""
        voice = self._brand.file.voice
        elsewhere = {style for styles in voice.languages.values() for style in styles}
        language = _language(locale)
        own = [style for tag, styles in voice.languages.items() if tag in {language, locale} for style in styles]
        if language != _language(self._grounds.site.config.locale):
            return own
        usual = [style for style in self._brand.voice.styles if style not in elsewhere]
        return list(dict.fromkeys([*(voice.styles if voice.styles is not None else usual), *own]))

    def _held(self, rule: VoiceRule, page: Rule, accept: tuple[str, ...]) -> Held | None:
        point = point_of(rule.file, accept)
        selectors = tuple(map(selector, rule.file.scope))
        return Held(rule.name, rule.file, page, selectors, point, rule.place) if point is not None else None

    def _is_off(self, name: str) -> bool:
        """Whether a rule is off for everybody: no tone and no segment can switch it on."""
        file = self._brand.file
        tones = (said_of(name, tone.rules) for tone in file.variation.tone.values())
        return (
            said_of(name, file.rules) is Level.OFF
            and not file.voice.segments.levels
            and all(level in {None, Level.OFF} for level in tones)
        )

    def _give_up(self, held: Held) -> None:
        message = f"`{held.name}` took more than a second for one text, and was not tried again."
        self._too_slow.setdefault(held.name, rules.TOO_SLOW.at(held.place, message))


def _language(locale: str) -> str:
    return locale.partition("-")[0].lower()


def _own_faults(node: Node, voice: OwnVoice) -> Iterator[Finding]:
    for key, words in (("accept", voice.accept), ("reject", voice.reject)):
        for at, word in enumerate(words):
            yield from pattern_fault(word, node.source.file.place("voice", key, at))
