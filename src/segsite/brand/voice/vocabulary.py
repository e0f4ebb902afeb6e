"""Vocabularies as rules: accepted words are written as they are there, rejected ones not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.model.values import NOWHERE
from segsite.model.voice import ExistenceFile, RuleFile, SubstitutionFile, VoiceRule
from segsite.rulebook import voice as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from segsite.diagnostics import Rule

_PHRASE = re.compile(r"(?:[^\W_]|[\s-])+")


def vocabulary_rules(accept: Sequence[str], reject: Sequence[str]) -> Iterator[tuple[VoiceRule, Rule]]:
    """The rules that vocabularies make, with their pages; entries that are patterns have no right way to be written."""
    swap = {word.lower(): word for word in accept if _PHRASE.fullmatch(word)}
    if swap:
        yield _rule("Vale.Terms", _terms(swap)), rules.TERMS
    if reject:
        yield _rule("Vale.Avoid", _avoid(list(reject))), rules.AVOID


def _rule(name: str, file: RuleFile) -> VoiceRule:
    return VoiceRule(name, file, NOWHERE)


def _terms(swap: dict[str, str]) -> SubstitutionFile:
    return SubstitutionFile.model_validate(
        {
            "extends": "substitution",
            "message": "Use '%s' instead of '%s'.",
            "level": "error",
            "ignorecase": True,
            "swap": swap,
            "action": {"name": "replace"},
        }
    )


def _avoid(tokens: list[str]) -> ExistenceFile:
    return ExistenceFile.model_validate(
        {
            "extends": "existence",
            "message": "Avoid using '%s'.",
            "level": "error",
            "ignorecase": True,
            "tokens": tokens,
            "vocab": False,
        }
    )
