"""Faults of the voice's own files: patterns that cannot be used, scopes that mean nothing, formulas that fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.patterns import fault
from segsite.brand.voice.metrics import GRADES
from segsite.brand.voice.readings import formula_faults, unknown_grades
from segsite.brand.voice.scopes import KNOWN, unknown_words, unsupported_words
from segsite.diagnostics import did_you_mean
from segsite.model.values import Mapping, step
from segsite.model.voice import CapitalizationFile, MetricFile, ReadabilityFile
from segsite.rulebook import voice as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.diagnostics import Finding, Place
    from segsite.model.voice import RuleFile, Term, VoiceRule

_LISTS = ("tokens", "exceptions")
_TEXTS = ("token", "first", "second", "prefix")
_MAPS = ("swap", "either")
_VARIABLES = frozenset({"$title", "$sentence", "$lower", "$upper"})


def rule_faults(rule: VoiceRule) -> Iterator[Finding]:
    """Everything in a rule's file that keeps a part of it from being held."""
    for pattern, place in _patterns(rule.file):
        yield from pattern_fault(pattern, place)
    yield from _scope_faults(rule)
    if isinstance(rule.file, MetricFile):
        for key, reason in formula_faults(rule.file):
            message = f"`{key}` cannot be worked out: {reason}."
            hint = (
                "Write arithmetic over `words`, `sentences`, `syllables` and the like, and a condition such as `> 8`."
            )
            yield rules.FILE.at(rule.file.place(key), message, hint)
    if isinstance(rule.file, ReadabilityFile):
        for at in unknown_grades(rule.file):
            name = rule.file.metrics[at]
            hint = did_you_mean(name, (known.title() for known in GRADES))
            yield rules.FILE.at(rule.file.place("metrics", at), f"There is no formula `{name}`.", hint)


def term_faults(terms: Iterable[Term]) -> Iterator[Finding]:
    """Entries of a vocabulary that are no patterns."""
    for term in terms:
        yield from pattern_fault(term.pattern, term.place)


def pattern_fault(pattern: str, place: Place) -> Iterator[Finding]:
    """Why a pattern cannot be used, if it cannot."""
    reason = fault(pattern)
    if reason is not None:
        shown = pattern if len(pattern) <= 60 else f"{pattern[:60]}…"
        yield rules.PATTERN.at(place, f"The pattern `{shown}` cannot be used: {reason}.")


def _patterns(file: RuleFile) -> Iterator[tuple[str, Place]]:
    for key in _LISTS:
        for at, pattern in enumerate(getattr(file, key, ())):
            yield pattern, file.place(key, at)
    for key in _TEXTS:
        yield getattr(file, key, ""), file.place(key)
    for key in _MAPS:
        for pattern, other in getattr(file, key, {}).items():
            yield pattern, _key_place(file, key, pattern)
            if key == "either":
                yield other, file.place(key, pattern)
    yield "".join(getattr(file, "raw", ())), file.place("raw")
    if isinstance(file, CapitalizationFile) and file.match not in _VARIABLES:
        yield file.match, file.place("match")


def _key_place(file: RuleFile, key: str, pattern: str) -> Place:
    written = step(file.as_written, key)
    entry = written.entries.get(pattern) if isinstance(written, Mapping) else None
    return entry.key_place if entry is not None else file.place(key)


def _scope_faults(rule: VoiceRule) -> Iterator[Finding]:
    for at, entry in enumerate(rule.file.scope):
        place = rule.file.place("scope", at)
        for word in unknown_words(entry):
            yield rules.SCOPE.at(place.within(word), f"`{word}` is not a scope.", did_you_mean(word, KNOWN))
        for word in unsupported_words(entry):
            message = f"segsite does not tell `{word}` apart; the rule is not held for it."
            yield rules.UNSUPPORTED.at(place.within(word), f"The scope `{word}` is passed over: {message}")
