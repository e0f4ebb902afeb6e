"""Guards: patterns of what may not be said just so, run only where they can match, and never for long."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from segsite.brand.patterns import SECONDS, compiled, fault
from segsite.brand.voice.literals import DIGIT, bare, needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import regex

    from segsite.brand.passages import Span
    from segsite.diagnostics import Finding, Place, Rule

_LETTERS = re.compile(r"[^\W\d_][^\W\d_ '-]*(?:[ '-]+[^\W\d_]+)*")
_COUNTS = re.compile(r"[\d%€$£¥]|\\d")
_SIGNS = {"%": ("per", "pct"), "€": ("eur",), "$": ("dollar", "usd"), "£": ("pound", "gbp"), "¥": ("yen", "jpy")}
"""What stands for a sign in words."""
_UNSURE = frozenset(f" .,+-'{DIGIT}")
"""What belongs to a number, and is gone where that is written in words."""


class Guard:
    """A guard of a fact or claim.

    Args:
        owner: Whose it is: the name of a fact or claim, or empty.
        pattern: The pattern, with what is meant in its group `value` if it has one.
        source: The same as written.
        language: The language of the texts it is for; empty: any.
    """

    def __init__(self, owner: str, pattern: regex.Pattern[str], source: str, language: str) -> None:
        self.owner, self.language = owner, language
        self.needed = needed(f"(?i){source}")
        self.counts = _COUNTS.search(source) is not None
        """Whether it looks for numbers, which stand in a text in many ways."""
        self._pattern = pattern
        self.too_slow = False

    def could_match(self, folded: str) -> bool:
        """Whether a text in folded case holds what every match holds."""
        return not self.too_slow and all(any(words in folded for words in choice) for choice in self.needed)

    def matches(self, text: str) -> Iterator[tuple[Span, Span]]:
        """Every match in a text, and the stretch of its value; one that takes too long ends the guard."""
        if self.too_slow:
            return
        named = "value" if "value" in self._pattern.groupindex else 0
        try:
            for match in self._pattern.finditer(text, timeout=SECONDS):
                if match.end(named) > match.start(named):
                    yield match.span(), match.span(named)
        except (TimeoutError, MemoryError):
            self.too_slow = True


class Guards:
    """The guards of a kind, such as those of facts.

    Args:
        rule: The rule that says what a guard is.
    """

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._guards: list[tuple[Guard, Place]] = []
        self._faults: list[Finding] = []
        self._by_words: defaultdict[str, list[int]] = defaultdict(list)
        self._always: set[int] = set()

    def add(self, owner: str, pattern: str, place: Place, language: str = "") -> None:
        """Take a guard in; what is wrong with it is kept."""
        message = _fault(pattern)
        if message is not None:
            hint = "Name it `value`." if message.startswith("The group") else ""
            self._faults.append(self._rule.at(place, message, hint))
            return
        guard = Guard(owner, compiled(f"(?i){pattern}"), pattern, language.partition("-")[0])
        at = len(self._guards)
        self._guards.append((guard, place))
        for words in guard.needed[0] if guard.needed else ():
            self._by_words[words].append(at)
        if not guard.needed:
            self._always.add(at)

    def faults(self) -> Iterator[Finding]:
        """What is wrong with the guards; what shows only when they run is known afterwards."""
        yield from self._faults
        hint = "Write it so that it cannot try the same words in many ways: no `(a+)+`, no `.*.*`."
        for guard, place in self._guards:
            if guard.too_slow:
                yield self._rule.at(place, "This pattern takes too long on a single text.", hint)

    def slow(self) -> frozenset[int]:
        """Which guards took too long, by number."""
        return frozenset(at for at, (guard, _) in enumerate(self._guards) if guard.too_slow)

    def give_up(self, slow: Iterable[int]) -> None:
        """Try guards no more, by number."""
        for at in slow:
            self._guards[at][0].too_slow = True

    def able(self, folded: str, locale: str) -> list[Guard]:
        """The guards that could match in a text, given in folded case."""
        found = self._always.union([at for words, some in self._by_words.items() if words in folded for at in some])
        guards = (self._guards[at][0] for at in sorted(found))
        languages = {"", locale.partition("-")[0]}
        return [guard for guard in guards if guard.language in languages and guard.could_match(folded)]


def needed(pattern: str) -> list[frozenset[str]]:
    """Choices of texts in folded case, of each of which every text that a pattern matches holds one.

    They hold no digits, and signs of currencies with the words for them: numbers stand in a text in many ways.
    """
    choices = [[_written(literal) for literal in choice] for choice in needs(pattern)]
    return [_shortest(frozenset().union(*choice)) for choice in choices if all(choice)]


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """Of words that hold each other, the inner ones: they are in a text wherever the outer ones are."""
    return frozenset(word for word in words if not any(other != word and other in word for other in words))


def _written(literal: str) -> frozenset[str]:
    """Texts of which one stands where a literal does; none if nothing of it is sure to stand there."""
    words = max(_LETTERS.findall(bare(literal)), key=len, default="")
    if len(words) > 1:
        return frozenset({words})
    sign = next((char for char in bare(literal) if not char.isalnum() and char not in _UNSURE), None)
    return frozenset({sign, *_SIGNS.get(sign, ())}) if sign is not None else frozenset()


def _fault(pattern: str) -> str | None:
    """What is wrong with a pattern; None if it can be a guard."""
    reason = fault(pattern)
    if reason is not None:
        return f"This pattern cannot be read: {reason}."
    made = compiled(f"(?i){pattern}")
    unknown = next((name for name in made.groupindex if name != "value"), None)
    if unknown is not None and "value" not in made.groupindex:
        return f"The group `{unknown}` says nothing here; `(?P<value>…)` marks what is stated."
    try:
        is_empty = made.search("", timeout=SECONDS) is not None
    except (TimeoutError, MemoryError):
        return "This pattern takes too long on a single text."
    return "This pattern matches any text, even an empty one." if is_empty else None
