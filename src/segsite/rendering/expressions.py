"""The language of content: values, filters and conditions, evaluated within bounds.

Jinja parses and compiles; what its tree may hold is on a list here, and what it may grow to is bounded, so that
text anyone can edit cannot call, loop, import, or fill the memory.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError, UndefinedError, nodes
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateExpression
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from segsite.diagnostics import did_you_mean
from segsite.rendering import filters
from segsite.rendering.conditions import Condition, Verdict, asks_recipient
from segsite.rendering.merge import MergeField, MergeView
from segsite.rendering.views import Joined, Missing, Refused, UndefinedName, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_LENGTH = 2_000
MAX_DEPTH = 20
MAX_RESULT = 100_000

_ALLOWED = (
    nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair,
    nodes.Keyword, nodes.Slice,
)  # fmt: skip
_TESTS = ("defined", "undefined", "none", "number", "string", "even", "odd", "divisibleby", "in", "eq", "ne")
_VOUCHED = re.compile(
    r"""\b(?P<root>facts|claims)\s*(?:\.\s*(?P<name>\w+)|\[\s*(?P<quote>["'])(?P<key>[^"']+)(?P=quote))"""
)


class ExpressionError(Exception):
    """An expression cannot be used; carries the name of the rule it breaks and the remedy."""

    def __init__(self, rule: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.rule, self.message, self.hint = rule, message, hint


class _Generator(CodeGenerator):
    """Writes `~` as a call of ours: Jinja's own would write out a list that is too large before we see it."""

    def visit_Concat(self, node: nodes.Concat, frame: Any) -> None:  # noqa: N802 - Jinja's name
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, further narrowed: parts of views only, and operators that stay small."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    code_generator_class = _Generator

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        filters.refuse_heavy(argument)
        view = obj if isinstance(obj, View) else getattr(obj, "parts", None)
        if isinstance(view, View):
            return view[str(argument)]
        if isinstance(obj, Missing):
            return getattr(obj, str(argument))
        indexed = isinstance(obj, tuple | list | str) and isinstance(argument, int | slice)
        if indexed or isinstance(obj, dict):
            try:
                return obj[argument]
            except LookupError:
                pass
        return Missing(obj=obj, name=str(argument))

    def joined(self, parts: tuple[Any, ...]) -> str:
        """The parts of `a ~ b` as one text."""
        filters.refuse_heavy(parts)
        return Joined.of(part if isinstance(part, str) else str(part) for part in parts)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        _check_operands(operator, left, right)
        return super().call_binop(context, operator, left, right)


def _check_operands(operator: str, left: Any, right: Any) -> None:
    for operand in (left, right):
        if isinstance(operand, MergeField):
            raise Refused("template/failed", "A merge field cannot be calculated with.", "Use it alone.")
    if isinstance(left, str) and operator == "%":
        raise Refused("template/forbidden", "Texts are not formatted with `%`.", "Write `{{ … }}` in the text.")
    filters.refuse_heavy(left, right)
    sizes = [_size(operand) for operand in (left, right) if isinstance(operand, str | tuple | list)]
    numbers = [operand for operand in (left, right) if isinstance(operand, int | float)]
    too_large = sum(sizes) > MAX_RESULT
    if operator == "*" and sizes and numbers:
        too_large = sizes[0] * abs(numbers[0]) > MAX_RESULT
    if operator == "**" and len(numbers) == 2:
        too_large = abs(numbers[0]) > 1e6 or abs(numbers[1]) > 16
    if too_large:
        raise Refused("template/limit", f"This grows to more than {MAX_RESULT:,} characters or digits.")


def _size(value: Any) -> int:
    """How many characters and items a value holds, however deep; so that a list of lists cannot grow by powers."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, tuple | list | dict):
        return 1 + sum(map(_size, value.values() if isinstance(value, dict) else value))
    return 1


class Expression:
    """One compiled expression."""

    def __init__(self, code: str, evaluate: TemplateExpression, condition: Condition | None) -> None:
        self.code, self._condition = code, condition
        self.vouched = tuple(
            dict.fromkeys((match["root"], match["name"] or match["key"]) for match in _VOUCHED.finditer(code))
        )
        """The facts and claims it asks for: `("facts", "customers")`."""
        self._evaluate = evaluate

    def __call__(self, scope: Mapping[str, Any]) -> Any:
        """The value of the expression.

        Args:
            scope: The known names with their values.

        Raises:
            ExpressionError: If it cannot be worked out.
        """
        with _explained(scope):
            return self._evaluate(scope)

    def verdict(self, scope: Mapping[str, Any]) -> Verdict:
        """Whether the value counts as true, or what is to be asked of each recipient to know.

        Raises:
            ExpressionError: As calling does; and if no platform could ask that.
        """
        with _explained(scope):
            if self._condition is not None and isinstance(scope.get("merge"), MergeView):
                return self._condition.verdict(scope)
            return bool(self._evaluate(scope))

    def text(self, scope: Mapping[str, Any]) -> str:
        """The value as it stands in a text; raises ExpressionError as calling does."""
        with _explained(scope):
            if self._condition is not None and self._condition.asks:
                _refuse_question(scope)
            value = self._evaluate(scope)
            text = value if isinstance(value, str) else self._written(value)
        if len(text) > MAX_RESULT:
            raise ExpressionError("template/limit", f"This grows to more than {MAX_RESULT:,} characters.")
        return text

    def _written(self, value: Any) -> str:
        if value is None:
            raise UndefinedName(f"`{self.code}` has no value here.")
        if isinstance(value, View | tuple | list | dict):
            kind = "a list" if isinstance(value, tuple | list) else "a map"
            hint = "Name one of its parts, or use `| join(', ')`."
            raise Refused("template/failed", f"`{self.code}` is {kind}, not a text.", hint)
        return filters.plain_number(value)


def _refuse_question(scope: Mapping[str, Any]) -> None:
    """Refuse to print what a merge field would decide: it has no value yet."""
    if isinstance(scope.get("merge"), MergeView):
        message = "A merge field has no value yet, so what is printed here cannot depend on it."
        raise Refused("email/condition", message, "Write `{% if merge.plan == 'trial' %}…{% else %}…{% endif %}`.")


@contextmanager
def _explained(scope: Mapping[str, Any]) -> Iterator[None]:
    """Turn whatever goes wrong while an expression is worked out into an ExpressionError."""
    try:
        yield
    except UndefinedName as error:
        hint = error.hint or (did_you_mean(error.root, scope) if error.root else "")
        raise ExpressionError("template/undefined", str(error), hint) from None
    except Refused as error:
        raise ExpressionError(error.rule, str(error), error.hint) from None
    except SecurityError as error:
        raise ExpressionError("template/forbidden", f"{error}.") from None
    except (ArithmeticError, TypeError, ValueError, LookupError, UndefinedError) as error:
        raise ExpressionError("template/failed", f"This cannot be worked out: {_in_words(error)}.") from None
    except (RecursionError, MemoryError):
        raise ExpressionError("template/limit", "This is nested too deeply.") from None


_KINDS = {
    **dict.fromkeys(("str", "Worded", "Joined", "FactText", "MergeField"), "a text"),
    **dict.fromkeys(("int", "float"), "a number"),
    **dict.fromkeys(("tuple", "list"), "a list"),
    **dict.fromkeys(("dict", "Written", "Record", "_Ctas", "View"), "a map"),
    **dict.fromkeys(("NoneType", "Missing"), "nothing"),
    "bool": "true or false",
}


def _in_words(error: Exception) -> str:
    """Python's words for what went wrong, with our words for the kinds of values."""
    said = str(error).replace("unsupported operand type(s) for", "these do not go with")
    return re.sub(r"'(\w+)'", lambda match: _KINDS.get(match[1], match[0]), said).rstrip(".")


class Language:
    """Compiles expressions, each distinct one once.

    Args:
        locale: The language that numbers are written in.
    """

    def __init__(self, locale: str) -> None:
        self._environment = _Environment(undefined=Missing, autoescape=False)
        self._environment.globals.clear()
        self._environment.filters = dict(filters.for_content(locale))
        self._compiled: dict[str, Expression | ExpressionError] = {}

    def compile(self, code: str) -> Expression:
        """An expression ready to be evaluated.

        Raises:
            ExpressionError: If it is not one, or not one that content may use.
        """
        compiled = self._compiled.get(code)
        if compiled is None:
            try:
                compiled = self._compile(code)
            except ExpressionError as error:
                compiled = error
            self._compiled[code] = compiled
        if isinstance(compiled, ExpressionError):
            raise compiled
        return compiled

    def _compile(self, code: str) -> Expression:
        if len(code) > MAX_LENGTH:
            raise ExpressionError("template/limit", f"This expression is longer than {MAX_LENGTH:,} characters.")
        if not code:
            raise ExpressionError(
                "template/syntax",
                "There is nothing between the braces.",
                "Name a value: `{{ segment.name }}`.",
            )
        try:
            parser = Parser(self._environment, code, state="variable")
            tree = parser.parse_expression()
            tree.set_environment(self._environment)
            if not parser.stream.eos:
                token = parser.stream.current
                raise ExpressionError("template/syntax", f"`{token.value}` is not expected here.", "")
            self._check(tree, 0)
            evaluate = self._compiled_tree(tree)
            condition = Condition(tree, self._compiled_tree) if asks_recipient(tree) else None
        except TemplateSyntaxError as error:
            raise ExpressionError("template/syntax", f"This is not an expression: {error.message}.") from None
        except (RecursionError, MemoryError, SyntaxError):
            raise ExpressionError("template/limit", "This is nested too deeply.") from None
        except (ArithmeticError, TypeError, ValueError) as error:
            raise ExpressionError("template/failed", f"This cannot be worked out: {error}.") from None
        return Expression(code, evaluate, condition)

    def _compiled_tree(self, tree: nodes.Node) -> TemplateExpression:
        """A tree ready to be evaluated, as `Environment.compile_expression` makes it of a text."""
        body: list[nodes.Node] = [nodes.Assign(nodes.Name("result", "store"), tree, lineno=1)]
        template = self._environment.from_string(nodes.Template(body, lineno=1))
        return TemplateExpression(template, undefined_to_none=False)

    def _check(self, node: nodes.Node, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise ExpressionError("template/limit", f"This is nested more than {MAX_DEPTH} levels deep.")
        if isinstance(node, nodes.Call):
            raise ExpressionError(
                "template/forbidden",
                "Content cannot call functions.",
                "Use a filter: `{{ segment.name | upper }}`.",
            )
        if not isinstance(node, _ALLOWED):
            raise ExpressionError("template/forbidden", "This is more than content may use.")
        if isinstance(node, nodes.Filter):
            self._check_filter(node)
        if isinstance(node, nodes.Test) and node.name not in _TESTS:
            raise ExpressionError(
                "template/syntax", f"`is {node.name}` is not a known test.", did_you_mean(node.name, _TESTS)
            )
        if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            raise ExpressionError("template/forbidden", f"`{node.attr}` is not a part content may use.")
        for child in node.iter_child_nodes():
            self._check(child, depth + 1)

    def _check_filter(self, node: nodes.Filter) -> None:
        if node.name not in self._environment.filters:
            raise ExpressionError(
                "template/syntax",
                f"`{node.name}` is not a known filter.",
                did_you_mean(node.name, self._environment.filters),
            )
        if node.name not in {"fallback", "default", "d"} and _reaches_merge(node.node):
            raise ExpressionError(
                "template/failed",
                f"A merge field has no value yet, so `{node.name}` cannot change it.",
                "Only `fallback` goes with merge fields.",
            )


def _reaches_merge(node: nodes.Node | None) -> bool:
    while isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Filter):
        node = node.node
    return isinstance(node, nodes.Name) and node.name == "merge"
