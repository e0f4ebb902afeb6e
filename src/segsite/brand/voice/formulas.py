"""Formulas of metric rules: arithmetic over counts, worked out without running anything."""

from __future__ import annotations

import ast
import math
import operator
import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as MappingType

_MOST = 1000
_HEADING = re.compile(r"\bheading\.(h[1-6])\b")
_WORDS = {"&&": " and ", "||": " or ", "true": "True", "false": "False"}
_TENGO = re.compile(r"&&|\|\||\btrue\b|\bfalse\b|!(?!=)")
_FUNCTIONS: dict[str, Callable[..., float]] = {
    name: getattr(math, name)
    for name in ("ceil", "exp", "floor", "log", "log10", "log2", "sqrt", "cbrt", "trunc", "pow", "hypot")
} | {"abs": abs, "max": max, "min": min, "round": round}
_UNARY: dict[type[ast.unaryop], Callable[[float], float]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: lambda value: float(not value),
}
_BINARY: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
}
_COMPARED: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


class FormulaError(Exception):
    """A formula cannot be worked out; happens when it is no arithmetic or names what is not counted."""


class Formula:
    """A formula as it is written in a rule."""

    def __init__(self, text: str) -> None:
        """Read a formula.

        Raises:
            FormulaError: If it is none.
        """
        if len(text) > _MOST:
            raise FormulaError("it is too long")
        prepared = _TENGO.sub(lambda match: _WORDS.get(match[0], " not "), _HEADING.sub(r"heading_\1", text))
        try:
            self._tree = ast.parse(f"({prepared.strip()})", mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise FormulaError("it is no arithmetic") from None

    def value(self, counts: MappingType[str, float]) -> float | None:
        """What it comes to; None where it divides by nothing.

        Raises:
            FormulaError: If it names what is not counted.
        """
        try:
            return _value(self._tree, counts)
        except (ZeroDivisionError, OverflowError, ValueError):
            return None
        except TypeError:
            raise FormulaError("a function is given too many or too few values") from None


def _value(node: ast.expr, counts: MappingType[str, float]) -> float:
    match node:
        case ast.Constant(value=bool() | int() | float() as number):
            return float(number)
        case ast.Name(id=name):
            return _counted(name, counts)
        case ast.UnaryOp(op=op, operand=inner) if type(op) in _UNARY:
            return _UNARY[type(op)](_value(inner, counts))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _BINARY[type(op)](_value(left, counts), _value(right, counts))
        case _:
            return _further(node, counts)


def _further(node: ast.expr, counts: MappingType[str, float]) -> float:
    """Comparisons, what joins them, and functions."""
    match node:
        case ast.BoolOp(op=op, values=values):
            truths = [bool(_value(value, counts)) for value in values]
            return float(all(truths) if isinstance(op, ast.And) else any(truths))
        case ast.Compare(left=left, ops=ops, comparators=others) if all(type(op) in _COMPARED for op in ops):
            compared = pairwise([_value(value, counts) for value in (left, *others)])
            return float(all(_COMPARED[type(op)](*pair) for op, pair in zip(ops, compared, strict=True)))
        case ast.Call(func=ast.Attribute(value=ast.Name(id="math"), attr=name), args=args) if name in _FUNCTIONS:
            return float(_FUNCTIONS[name](*(_value(arg, counts) for arg in args)))
    raise FormulaError(f"`{ast.unparse(node)}` is no arithmetic")


def _counted(name: str, counts: MappingType[str, float]) -> float:
    if name not in counts:
        raise FormulaError(f"`{name}` is not counted")
    return counts[name]
