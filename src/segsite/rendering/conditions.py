"""Conditions on merge fields: what of them can be worked out now is, and what is left is a test for the platform."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from jinja2 import nodes

from segsite.model.merge_fields import Both, Comparison, Either, Not, Operator, Test
from segsite.rendering.views import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Value = Callable[[Mapping[str, Any]], Any]
    """Works a part of an expression out, for given names."""

Verdict: TypeAlias = "bool | Test"
"""What a condition comes to: decided, or to be asked of each recipient."""

_OPERATORS: dict[str, Operator] = {
    "eq": "==", "ne": "!=", "gt": ">", "gteq": ">=", "lt": "<", "lteq": "<=",
}  # fmt: skip
_MIRRORED: dict[Operator, Operator] = {">": "<", "<": ">", ">=": "<=", "<=": ">="}
_ORDERED = frozenset(_MIRRORED)
_UNSAFE = re.compile(r"""["'‘’“”\[\](){}|%*<>&\\\x00-\x1f]""")
"""What would end, on one platform or another, the text it stands in."""
_PLAIN_VALUE = "Compare with letters, digits, spaces and hyphens; rename the value on the platform if it has others."
_QUESTIONS = (nodes.Compare, nodes.Not, nodes.And, nodes.Or, nodes.CondExpr, nodes.Test)
_ALLOWED = (
    "A merge field can be asked whether it has a value, `{% if merge.plan %}`, or compared: "
    "`{% if merge.plan == 'trial' %}`; such questions go with `and`, `or`, `not`."
)


def asks_recipient(tree: nodes.Node) -> bool:
    """Whether an expression names a merge field."""
    return any(name.name == "merge" for name in (tree, *tree.find_all(nodes.Name)) if isinstance(name, nodes.Name))


class Condition:
    """A condition on merge fields, ready to be worked out for a segment.

    Args:
        tree: Its parsed expression.
        value: Compiles a part of an expression that names no merge field.
    """

    def __init__(self, tree: nodes.Node, value: Callable[[nodes.Node], Value]) -> None:
        self._tree = tree
        questions = [one for one in (tree, *tree.find_all(_QUESTIONS)) if isinstance(one, _QUESTIONS)]
        self.asks = any(map(asks_recipient, questions))
        """Whether it is a question, and not a field by itself."""
        self._values: dict[int, Value] = {}
        self._compile(tree, value)

    def _compile(self, tree: nodes.Node, value: Callable[[nodes.Node], Value]) -> None:
        if isinstance(tree, nodes.Expr) and not asks_recipient(tree):
            self._values[id(tree)] = value(tree)
            return
        for child in tree.iter_child_nodes():
            self._compile(child, value)

    def verdict(self, scope: Mapping[str, Any]) -> Verdict:
        """What it comes to for given names.

        Raises:
            Refused: If a merge field is asked something that no platform can answer.
        """
        return self._verdict(self._tree, scope)

    def _verdict(self, tree: nodes.Node, scope: Mapping[str, Any]) -> Verdict:
        if id(tree) in self._values:
            return bool(self._values[id(tree)](scope))
        if isinstance(tree, nodes.Not):
            return _negated(self._verdict(tree.node, scope))
        if isinstance(tree, nodes.And | nodes.Or):
            return self._joined(tree, scope)
        if isinstance(tree, nodes.Compare) and len(tree.ops) == 1:
            return self._compared(tree, scope)
        return Comparison(_field(tree, scope))

    def _joined(self, tree: nodes.And | nodes.Or, scope: Mapping[str, Any]) -> Verdict:
        left, right = self._verdict(tree.left, scope), self._verdict(tree.right, scope)
        decides = isinstance(tree, nodes.Or)  # the verdict that decides whatever the other is
        for one, other in ((left, right), (right, left)):
            if isinstance(one, bool):
                return one if one is decides else other
        return Either(left, right) if decides else Both(left, right)  # type: ignore[arg-type] # neither is decided

    def _compared(self, tree: nodes.Compare, scope: Mapping[str, Any]) -> Test:
        operator, left, right = _OPERATORS.get(tree.ops[0].op), tree.expr, tree.ops[0].expr
        if operator is None:
            raise Refused("email/condition", "This cannot be asked of a merge field.", _ALLOWED)
        if id(right) in self._values:
            return _comparison(_field(left, scope), operator, self._values[id(right)](scope))
        if id(left) in self._values:
            return _comparison(_field(right, scope), _MIRRORED.get(operator, operator), self._values[id(left)](scope))
        raise Refused("email/condition", "Two merge fields cannot be compared with each other.", _ALLOWED)


def _field(tree: nodes.Node, scope: Mapping[str, Any]) -> str:
    """The name of the merge field that a part of an expression is."""
    name = tree.attr if isinstance(tree, nodes.Getattr) else None
    if isinstance(tree, nodes.Getitem) and isinstance(tree.arg, nodes.Const):
        name = str(tree.arg.value)
    owner = tree.node if isinstance(tree, nodes.Getattr | nodes.Getitem) else None
    if name is None or not (isinstance(owner, nodes.Name) and owner.name == "merge"):
        raise Refused("email/condition", "This cannot be asked of a merge field.", _ALLOWED)
    return str(scope["merge"][name].field)


def _comparison(field: str, operator: Operator, value: Any) -> Test:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Refused("email/condition", f"`{field}` can be compared with a text or a number only.", _ALLOWED)
    if operator in _ORDERED and not isinstance(value, int | float):
        raise Refused("email/condition", f"With `{operator}`, `{field}` can be compared with a number only.", _ALLOWED)
    value = str(value) if isinstance(value, str) else value
    if isinstance(value, str) and _UNSAFE.search(value):
        raise Refused("email/condition", f"“{value}” cannot be compared with on every platform.", _PLAIN_VALUE)
    if value == "" and operator in {"==", "!="}:
        return Comparison(field) if operator == "!=" else Not(Comparison(field))
    return Comparison(field, operator, value)


def _negated(verdict: Verdict) -> Verdict:
    return not verdict if isinstance(verdict, bool) else Not(verdict)
