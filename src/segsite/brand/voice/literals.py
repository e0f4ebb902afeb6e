"""What a text must hold for a pattern to match in it: a cheap question that spares most texts the costly one.

Patterns are read as .NET and RE2 write them, as far as that is easy. Of one that is not, nothing is known, and it has
to be tried on every text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Literals: TypeAlias = frozenset[str]
"""Texts in folded case, one of which every match holds; `EDGE` marks where a word begins or ends."""

Needs: TypeAlias = tuple[Literals, ...]
"""What every match holds, one of each: the rarest first; nothing at all if nothing is known."""

EDGE = "\ue000"
DIGIT = "\ue001"
"""Stands in a literal for any digit."""
CAPITALS = "\ue002\ue002"
"""Stands in a literal for two capitals side by side, of which folded case knows nothing."""
_MOST = 48
_MOST_OF_A_CLASS = 6
_MOST_NEEDS = 3
_QUANTIFIER = re.compile(r"(?P<sign>[?*+])|\{(?P<least>\d+)(?:,\d*)?\}")
_INNER = re.compile(r"\(\?(?:P?<(?![=!])\w+>|[-imsn]*:|>)")
_LOOK = re.compile(r"\(\?<?[=!]")
_AGAIN = re.compile(r"\(\?P=\w+\)")
_FLAGS = re.compile(r"\(\?[-imsn]+\)|\(\?#[^)]*\)")
_HEX = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))")
_PROPERTY = re.compile(r"\\[pP](?:\{[^}]*\}|[A-Z])")
_CAPITAL_CLASS = re.compile(r"\[A-Z\]")
_TWO_CAPITALS = re.compile(r"[A-Z]{2}")
_IGNORES_CASE = re.compile(r"\(\?[a-z]*i")
_DIGITS = re.compile(r"\[(?:0-9|\\d)\]")
_BETWEEN_WORDS = re.compile(r"\[(?:\\s|\\W|[ ,.;:!?/-])+\]")
_ANY_DIGIT = re.compile(r"\d")
_WHOLE = re.compile(r"(?<=\W)\w+(?=\W)")
_NOTHING: Literals = frozenset({""})


class _UnknownError(Exception):
    """A pattern holds what is not understood here; nothing is known of its matches then."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a pattern.

    Attributes:
        exact: All it can match, if that is little.
        holds: Else, what every match of it holds.
        parts: Whether it is something between words, such as a space.
    """

    exact: Literals | None
    holds: Needs = ()
    parts: bool = False

    @property
    def needs(self) -> Needs:
        """What every match holds."""
        return _rarest(self.holds if self.exact is None else (self.exact,))


_ANYTHING = _Part(None)
_WIDTHLESS = _Part(_NOTHING)
_EDGE = _Part(frozenset({EDGE}))
_DIGIT = _Part(None, (frozenset({DIGIT}),))
_CAPITAL = _Part(None, (frozenset({CAPITALS[0]}),))
_GAP = _Part(None, parts=True)
_ESCAPES = {
    **dict.fromkeys("bAzZ", _EDGE),
    **dict.fromkeys("BG", _WIDTHLESS),
    **dict.fromkeys("wDS", _ANYTHING),
    **dict.fromkeys("sW", _GAP),
    "d": _DIGIT,
    **{sign: _Part(frozenset({char})) for sign, char in zip("ntrfv", "\n\t\r\f\v", strict=True)},
}


@cache
def needs(pattern: str) -> Needs:
    """What a text in folded case must hold for a pattern to match in it."""
    try:
        return _Reader(pattern).whole().needs
    except (_UnknownError, RecursionError):
        return ()


def met(needed: Needs, folded: str) -> bool:
    """Whether a text in folded case, which ends with `DIGIT` if it has one, holds what is needed."""
    for choice in _searched(needed):
        for words in choice:
            if words in folded:
                break
        else:
            return False
    return True


@cache
def _searched(needed: Needs) -> tuple[tuple[str, ...], ...]:
    """What is searched for: the choices without marks of edges. Loops are plain here, since this is asked most."""
    return tuple(tuple(map(bare, choice)) for choice in needed)


def folded(text: str) -> str:
    """A text in folded case, as literals are looked for in it."""
    lower = text.casefold()
    if _TWO_CAPITALS.search(text) is not None:
        lower += CAPITALS
    return lower + DIGIT if _ANY_DIGIT.search(lower) is not None else lower


def whole_word(literal: str) -> str | None:
    """The longest word of a literal that stands in a text as a whole word wherever the literal does; or None."""
    return max(_WHOLE.findall(literal), key=len, default=None)


def bare(literal: str) -> str:
    """A literal without its marks of edges: what a text in folded case can be searched for."""
    return literal.replace(EDGE, "")


def _rarest(choices: Iterable[Literals]) -> Needs:
    """The choices that say something, those first that fit the fewest texts."""
    known = {choice for choice in choices if choice and all(map(bare, choice))}
    return tuple(sorted(known, key=_rarity, reverse=True)[:_MOST_NEEDS])


def _rarity(choice: Literals) -> tuple[bool, int, int, list[str]]:
    """Whole words before pieces, long ones before short ones, few before many."""
    return all(map(whole_word, choice)), min(len(bare(one)) for one in choice), -len(choice), sorted(choice)


class _Reader:
    """Reads one pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._ignores_case = _IGNORES_CASE.search(pattern) is not None

    def whole(self) -> _Part:
        part = self._alternatives()
        if self._at < len(self._pattern):
            raise _UnknownError
        return part

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self._pattern, self._at)
        self._at = match.end() if match is not None else self._at
        return match

    def _alternatives(self) -> _Part:
        branches = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else _either(branches)

    def _sequence(self) -> _Part:
        run, held, exact, gaps = _NOTHING, list[Literals](), True, True
        while self._peek() not in {"", "|", ")"}:
            part = self._quantified()
            gaps = gaps and (part.parts or part in (_EDGE, _WIDTHLESS))
            if part.exact is not None and len(run) * len(part.exact) <= _MOST:
                run = frozenset(map("".join, product(run, part.exact)))
                continue
            exact = False
            held += [_joined(run, EDGE) if part.parts else run, *part.holds]
            run = frozenset({EDGE}) if part.parts else part.exact or _NOTHING
        if exact:
            return _Part(run)
        return _GAP if gaps else _Part(None, _rarest([*held, run]))

    def _quantified(self) -> _Part:
        part = self._atom()
        match = self._take(_QUANTIFIER)
        if match is None:
            return part
        if self._peek() in {"?", "+"}:
            self._at += 1
        if match["sign"] == "?":
            return _Part(part.exact | _NOTHING) if part.exact is not None else _ANYTHING
        least = 1 if match["sign"] == "+" else int(match["least"] or 0)
        if part == _CAPITAL:
            return _Part(None, (frozenset({CAPITALS}),)) if least > 1 else _ANYTHING
        if 1 < least <= _MOST_OF_A_CLASS and part.exact is not None and EDGE not in "".join(part.exact):
            times = least if len(part.exact) ** least <= _MOST else 1
            return _Part(None, _rarest([frozenset(map("".join, product(part.exact, repeat=times)))]))
        return _Part(None, part.needs, part.parts) if least else _ANYTHING

    def _atom(self) -> _Part:
        char = self._peek()
        if char == "(":
            return self._group()
        if char == "\\":
            return self._escape()
        if char == "[":
            return self._class()
        if char in "?*+":
            raise _UnknownError
        self._at += 1
        if char in "^$":
            return _EDGE
        return _ANYTHING if char == "." else _Part(frozenset({char.casefold()}))

    def _group(self) -> _Part:
        if self._take(_AGAIN) is not None:
            return _ANYTHING
        if self._take(_FLAGS) is not None:
            return _WIDTHLESS
        looks = self._take(_LOOK) is not None
        if not looks and self._take(_INNER) is None:
            if self._pattern.startswith("(?", self._at):
                raise _UnknownError
            self._at += 1
        part = self._alternatives()
        if self._peek() != ")":
            raise _UnknownError
        self._at += 1
        return _WIDTHLESS if looks else part

    def _escape(self) -> _Part:
        coded = self._take(_HEX)
        if coded is not None:
            return _Part(frozenset({chr(int(coded[1] or coded[2], 16)).casefold()}))
        if self._take(_PROPERTY) is not None:
            return _ANYTHING
        char = self._pattern[self._at + 1 : self._at + 2]
        self._at += 2
        if char in _ESCAPES:
            return _ESCAPES[char]
        if not char or char.isalnum():
            raise _UnknownError
        return _Part(frozenset({char}))

    def _class(self) -> _Part:
        """The characters of a class, if they are few and each is written out; or what kind they are of."""
        if self._take(_DIGITS) is not None:
            return _DIGIT
        if not self._ignores_case and self._take(_CAPITAL_CLASS) is not None:
            return self._capital()
        start = self._at
        negated = self._pattern.startswith("[^", self._at)
        self._at += 2 if negated else 1
        first, chars, plain = self._at, set[str](), not negated
        while self._peek() != "]" or self._at == first:
            char, plain = self._member(first, plain=plain)
            chars.add(char.casefold())
        self._at += 1
        if plain and len(chars) <= _MOST_OF_A_CLASS:
            return _Part(frozenset(chars))
        return _GAP if _BETWEEN_WORDS.fullmatch(self._pattern, start, self._at) else _ANYTHING

    def _capital(self) -> _Part:
        """A capital, of which nothing is known unless there are several: most texts begin with one."""
        return _CAPITAL if self._peek() == "{" else _ANYTHING

    def _member(self, first: int, *, plain: bool) -> tuple[str, bool]:
        """A character of a class, and whether the class is still one of single characters."""
        char, following = self._peek(), self._pattern[self._at + 1 : self._at + 2]
        if char in {"", "["}:
            raise _UnknownError
        if char == "\\":
            self._at += 2
            return following, plain and not following.isalnum()
        ranges = char == "-" and self._at > first and following != "]"
        self._at += 1
        return char, plain and not ranges


def _either(branches: list[_Part]) -> _Part:
    """One of several parts."""
    exact = [part.exact for part in branches if part.exact is not None]
    if len(exact) == len(branches):
        every = frozenset[str]().union(*exact)
        if len(every) <= _MOST:
            return _Part(every)
    if all(part.parts or part.exact == _EDGE.exact for part in branches):
        return _GAP
    held = [part.needs for part in branches]
    return _Part(None, (frozenset[str]().union(*(needed[0] for needed in held)),) if all(held) else ())


def _joined(run: Literals, mark: str) -> Literals:
    return frozenset(one + mark for one in run)
