"""Choices in a platform's tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.model.merge_fields import Both, Choice, Either
from segsite.model.platform import TestForm
from segsite.rendering.flat import flat
from segsite.rendering.lacks import Lack
from segsite.rendering.questions import (
    MAX_QUESTIONS,
    TooManyQuestionsError,
    by_the_first,
    complement,
    first_of,
    form_of,
    in_words,
    is_single,
    opposite,
)

if TYPE_CHECKING:
    from segsite.model.merge_fields import Part, Test
    from segsite.model.platform import Conditions
    from segsite.rendering.platforms import Platform

_MAX_CHOICES = 500
"""So many can one text have: without `and`, `or` or nesting, words are written once for each way that leads to them."""
_SLOT = re.compile(r"<(field|fallback|value|test|left|right|name)>")


def put(form: str, **given: str) -> str:
    """A profile's text with what is given in the places that its slots keep."""
    return _SLOT.sub(lambda match: given.get(match[1], match[0]), form)


class Tags:
    """Writes choices in a platform's tags.

    Args:
        platform: The platform.
        conditions: How it chooses between words.
    """

    def __init__(self, platform: Platform, conditions: Conditions) -> None:
        self._platform, self._conditions = platform, conditions
        self._depth = self._count = 0
        self.lacks: list[Lack] = []

    def written(self, parts: tuple[Part, ...]) -> str:
        """Texts and choices, one after the other."""
        try:
            return self._written(parts)
        except TooManyQuestionsError as error:
            remedy = "Ask fewer questions of recipients, above all with `or`."
            self.lacks.append(Lack(first_of(error.test).field, "so many conditions", remedy))
            return ""

    def _written(self, parts: tuple[Part, ...]) -> str:
        return "".join([self._choice(part) if isinstance(part, Choice) else str(part) for part in parts])

    def _choice(self, choice: Choice) -> str:
        if self._conditions.nests:
            return self._decided(choice)
        if self._depth:
            return self._lacking(
                choice, "a condition inside another", "Put them one after the other, each with one question."
            )
        return self._without_nesting(choice)

    def _without_nesting(self, choice: Choice) -> str:
        alone = not any(isinstance(part, Choice) for part in (*choice.then, *choice.otherwise))
        if self._conditions.both is None or (alone and self._text(choice.test) is not None):
            return self._decided(choice)
        several = flat(choice, guarded=self._conditions.guard is not None)
        return "".join(map(self._decided, several))

    def _lacking(self, choice: Choice, what: str, remedy: str) -> str:
        """A choice that cannot be made: the words for everybody else, or the only ones."""
        self.lacks.append(Lack(first_of(choice.test).field, what, remedy))
        return self._written(choice.otherwise or choice.then)

    def _decided(self, choice: Choice) -> str:
        choice = self._first(choice)
        text, form = self._text(choice.test), None
        if text is not None:
            return self._by_text(text, choice)
        form = form_of(choice.test, self._conditions.questions)
        if isinstance(form, TestForm):
            return self._by_form(form, choice)
        remedy = self._platform.profile.advice or "Ask whether the field has a value, or leave the condition out."
        return self._lacking(choice, f"the question whether a field {in_words(choice.test)}", remedy)

    def _first(self, choice: Choice) -> Choice:
        """A choice by a question that can be asked at once: by the first of several, or by one the other way round."""
        questions = self._conditions.questions
        self._count += 1
        if self._count > _MAX_CHOICES or self._depth > MAX_QUESTIONS:
            raise TooManyQuestionsError(choice.test)
        while self._text(choice.test) is None:
            if not is_single(choice.test):
                choice = by_the_first(choice)
                continue
            turned = complement(choice.test) if self._conditions.guard else opposite(choice.test)
            if form_of(choice.test, questions) or not is_single(turned) or not form_of(turned, questions):
                break
            choice = Choice(turned, choice.otherwise, choice.then)
        return choice

    # -- in tags ---------------------------------------------------------------------------------------------------

    def _inside(self, parts: tuple[Part, ...]) -> str:
        self._depth += 1
        written = self._written(parts)
        self._depth -= 1
        return written

    def _by_text(self, text: str, choice: Choice) -> str:
        """A choice by a test that is a text, and those that follow it in its other way."""
        conditions = self._conditions
        written = put(conditions.open, test=text) + self._inside(choice.then)
        following = self._following(choice)
        while following is not None:
            text, choice = following
            written += put(conditions.otherwise_if or "", test=text) + self._inside(choice.then)
            following = self._following(choice)
        return written + self._rest(choice) + put(conditions.close)

    def _following(self, choice: Choice) -> tuple[str, Choice] | None:
        """The choice that is all there is in the other way, and its test."""
        only = choice.otherwise[0] if len(choice.otherwise) == 1 else None
        if self._conditions.otherwise_if is None or not isinstance(only, Choice):
            return None
        second = self._first(only)
        text = self._text(second.test)
        return None if text is None else (text, second)

    def _rest(self, choice: Choice) -> str:
        return put(self._conditions.otherwise) + self._inside(choice.otherwise) if choice.otherwise else ""

    def _by_form(self, form: TestForm, choice: Choice) -> str:
        """A choice by a question that has tags of its own."""
        opened, closed = self._question(form.open, choice.test), self._question(form.close, choice.test)
        return opened + self._inside(choice.then) + self._rest(choice) + closed

    # -- tests -----------------------------------------------------------------------------------------------------

    def _text(self, test: Test) -> str | None:
        """A test as one text; None if the platform has none for it.

        One that joins tests both ways has none: without brackets, nobody agrees on which comes first.
        """
        conditions = self._conditions
        if is_single(test):
            form = form_of(test, conditions.questions)
            return self._question(form, test) if isinstance(form, str) else None
        if not isinstance(test, Both | Either):
            return None
        joined = conditions.both if isinstance(test, Both) else conditions.either
        sides = (test.left, test.right)
        mixed = any(isinstance(side, Both | Either) and type(side) is not type(test) for side in sides)
        left, right = self._text(test.left), self._text(test.right)
        if joined is None or mixed or left is None or right is None:
            return None
        return put(joined, left=left, right=right)

    def _question(self, form: str, test: Test) -> str:
        compared = first_of(test)
        value = str(compared.value)
        if isinstance(compared.value, str):
            value = f"{self._conditions.quote}{self._platform.escaped(value)}{self._conditions.quote}"
        return put(form, field=self._platform.reference(compared.field), value=value)
