"""The screen: which rules a text can break at all, judged by words it must hold, before any pattern is tried."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from segsite.brand.voice.literals import bare, folded, met, whole_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segsite.brand.voice.found import Point
    from segsite.brand.voice.literals import Needs

_WORD = re.compile(r"\w+")


class Screen:
    """Every alternative of numbered rules, by a word or a piece of a word that its matches hold."""

    def __init__(self, points: Iterable[tuple[int, Point]]) -> None:
        self._words: dict[str, list[tuple[int, int, Needs]]] = defaultdict(list)
        self._pieces: dict[str, list[tuple[int, int, Needs]]] = defaultdict(list)
        self._always: dict[int, tuple[int, ...]] = {}
        for rule, point in points:
            always = tuple(at for at, needed in enumerate(point.needs) if not needed)
            if always:
                self._always[rule] = always
            for alternative, needed in enumerate(point.needs):
                for literal in needed[0] if needed else ():
                    self._put(literal, (rule, alternative, needed[1:]))

    def _put(self, literal: str, holder: tuple[int, int, Needs]) -> None:
        word = whole_word(literal)
        if word is not None:
            self._words[word].append(holder)
        else:
            self._pieces[bare(literal)].append(holder)

    def passed(self, text: str) -> dict[int, tuple[int, ...]]:
        """The rules that a text can break, each with the alternatives that it can hold, in order."""
        lower = folded(text)
        holders = [holder for word in self._words.keys() & _WORD.findall(lower) for holder in self._words[word]]
        for piece, some in self._pieces.items():
            if piece in lower:
                holders += some
        found = {(rule, alternative) for rule, alternative, others in holders if not others or met(others, lower)}
        if not found:
            return self._always
        by_rule = {rule: [*alternatives] for rule, alternatives in self._always.items()}
        for rule, alternative in found:
            by_rule.setdefault(rule, []).append(alternative)
        return {rule: tuple(sorted(alternatives)) for rule, alternatives in by_rule.items()}
