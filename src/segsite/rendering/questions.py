"""Tests in questions that a platform can be asked: of recipients who lack a field, each says what segsite says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from segsite.model.merge_fields import Both, Choice, Comparison, Either, Not
from segsite.rendering.merge import holds

if TYPE_CHECKING:
    from segsite.model.merge_fields import Operator, Test
    from segsite.model.platform import Questions, TestForm

Guard: TypeAlias = Literal["present", "present or zero"] | None
"""What is asked before a number is compared, see `Conditions.guard`."""
MAX_QUESTIONS = 60
"""So many can be asked before some words, one inside the other."""

_NAMES = {
    "==": "equal", "!=": "unequal", ">": "more", ">=": "at_least", "<": "less", "<=": "at_most", "present": "present",
}  # fmt: skip
_OPPOSITES: dict[Operator, Operator] = {"==": "!=", "!=": "=="}
_COMPLEMENTS: dict[Operator, Operator] = {">": "<=", "<=": ">", "<": ">=", ">=": "<"}
_IN_WORDS = {
    "present": "has a value", "absent": "has a value", "equal": "is a value", "unequal": "is a value",
    "more": "is more than a number", "at_least": "is at least a number", "less": "is less than a number",
    "at_most": "is at most a number",
}  # fmt: skip


class TooManyQuestionsError(Exception):
    """So much is asked of recipients that no platform could be told; `test` is where it became too much."""

    def __init__(self, test: Test) -> None:
        super().__init__()
        self.test = test


def exact(test: Test, guard: Guard) -> Test:
    """The same test, with numbers compared only where a platform cannot mistake a field without a value for one."""
    if isinstance(test, Not):
        return opposite(exact(test.test, guard))
    if isinstance(test, Both | Either):
        return type(test)(exact(test.left, guard), exact(test.right, guard))
    return _guarded(test, guard)


def _guarded(test: Comparison, guard: Guard) -> Test:
    if guard is None or isinstance(test.value, str):
        return test
    if test.operator == "!=":
        return opposite(_guarded(Comparison(test.field, "==", test.value), guard))
    passes_for_zero = holds(test, {test.field: 0})
    if test.operator == "==":
        return Both(Comparison(test.field), test) if passes_for_zero and guard == "present" else test
    guarded = Both(Comparison(test.field), test)
    if guard == "present or zero" and passes_for_zero:
        return Either(Comparison(test.field, "==", 0), guarded)
    return guarded


def opposite(test: Test) -> Test:
    """The test that holds just when another does not.

    Of most that is `not`: a field without a value is neither more than a number nor as much or less.
    """
    if isinstance(test, Not):
        return test.test
    if isinstance(test, Comparison) and test.operator in _OPPOSITES:
        return Comparison(test.field, _OPPOSITES[test.operator], test.value)
    return Not(test)


def complement(test: Test) -> Test:
    """The opposite of a single test where the field is known to have a number."""
    if isinstance(test, Comparison) and test.operator in _COMPLEMENTS:
        return Comparison(test.field, _COMPLEMENTS[test.operator], test.value)
    return opposite(test)


def by_the_first(choice: Choice) -> Choice:
    """A choice by several questions as one by the first of them; the others are asked within."""
    test, then, otherwise = choice.test, choice.then, choice.otherwise
    if isinstance(test, Both):
        return Choice(test.left, (Choice(test.right, then, otherwise),), otherwise)
    if isinstance(test, Either):
        return Choice(test.left, then, (Choice(test.right, then, otherwise),))
    return Choice(test.test, otherwise, then) if isinstance(test, Not) else choice


def is_single(test: Test) -> bool:
    """Whether a test is one question: a comparison, or whether a field has no value."""
    if isinstance(test, Not):
        return isinstance(test.test, Comparison) and test.test.operator == "present"
    return isinstance(test, Comparison)


def first_of(test: Test) -> Comparison:
    """The comparison that a test is, or begins with."""
    while not isinstance(test, Comparison):
        test = test.test if isinstance(test, Not) else test.left
    return test


def form_of(test: Test, questions: Questions) -> str | TestForm | None:
    """How a platform asks a single question; None if it cannot."""
    name = _name(test)
    if name in {"equal", "unequal"} and not isinstance(first_of(test).value, str) and questions.equal_number:
        return questions.equal_number if name == "equal" else questions.unequal_number
    form: str | TestForm | None = getattr(questions, name)
    return form


def in_words(test: Test) -> str:
    """What a single question asks of a field, for people."""
    return _IN_WORDS[_name(test)]


def _name(test: Test) -> str:
    return "absent" if isinstance(test, Not) else _NAMES[first_of(test).operator]
