"""How much work a pattern can be, seen from how it is written, before anybody tries it."""

from __future__ import annotations

import regex

_LITERAL = regex.compile(r"\\.|\[(?:\\.|[^\]\\])*\]", regex.DOTALL)
_REPEATED = regex.compile(r"[*+]|\{\d+,\d*\}")
_REPEATED_GROUP = regex.compile(r"\)[*+{]")
_CHOICE = regex.compile(r"[()|]|(?<!\()\?")
_COUNTED = regex.compile(r"\{(\d+)(?:,\d*)?\}|.", regex.DOTALL)
_RECURSION = regex.compile(r"\(\?(?:R|[+-]?\d|&|P>)")
_MOST_TIMES = 10_000
"""So often a pattern may ask for a thing; each time is compiled by itself."""
_MOST_WAYS = 4096
_MOST_WAYS_REPEATED = 32
"""In so many ways a tame pattern may go on from a place, without and with a repetition."""


def is_tame(source: str) -> bool:
    """Whether a pattern repeats and offers so little that no short text can take it long."""
    bones = _bones(source)
    repeated = len(_REPEATED.findall(bones))
    most = _MOST_WAYS_REPEATED if repeated else _MOST_WAYS
    return repeated <= 1 and _REPEATED_GROUP.search(bones) is None and _ways(bones) <= most


def too_much(source: str) -> str | None:
    """Why a pattern would be too much work for any text, or None if it would not."""
    bones = _bones(source)
    if _RECURSION.search(bones) is not None:
        return "it holds itself"
    if _times(bones) > _MOST_TIMES:
        return f"it asks for more than {_MOST_TIMES:,} of a thing"
    return None


def _bones(source: str) -> str:
    """A pattern without escapes and classes, each of which is one character of a text; a letter stands for it."""
    return str(_LITERAL.sub("x", source))


def _ways(bones: str) -> int:
    """In how many ways a pattern can match at a place at most, but for repetitions: choices one after another multiply.

    It stops counting where there are too many.
    """
    opened: list[tuple[int, int]] = []
    before, ways = 0, 1  # of the alternatives before, and of the one in hand
    for match in _CHOICE.finditer(bones):
        if match[0] == "(":
            opened.append((before, ways))
            before, ways = 0, 1
        elif match[0] == "|":
            before, ways = before + ways, 1
        elif match[0] == "?":
            ways *= 2
        elif opened:
            within = before + ways
            before, ways = opened.pop()
            ways *= within
        if ways > _MOST_WAYS:
            break
    return before + ways


def _times(bones: str) -> int:
    """How often a pattern asks for the most repeated of its parts at least, with those around it multiplied."""
    opened: list[int] = []
    most, last = 1, 1  # of the group in hand, and of the part that has just ended
    for match in _COUNTED.finditer(bones):
        if match[0] == "(":
            opened.append(most)
            most = last = 1
        elif match[0] == ")" and opened:
            last, most = most, max(opened.pop(), most)
        else:
            last = last * int(match[1][:9]) if match[1] else 1
            most = max(most, last)
    return most
