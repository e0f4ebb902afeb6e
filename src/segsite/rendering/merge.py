"""Merge fields as expressions know them, and a text with them as a recipient reads it."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, TypeAlias

from segsite.model.merge_fields import (
    FIELD_NAME,
    SYSTEM_FIELDS,
    Both,
    Comparison,
    Either,
    Field,
    Not,
    parts_of,
    placeholder,
)
from segsite.rendering.views import Refused, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from segsite.model.merge_fields import Part, Test


class MergeField(str):
    """A field's placeholder; printing it prints the placeholder."""

    __slots__ = ("field",)
    field: str

    @classmethod
    def of(cls, field: str, fallback: str = "") -> MergeField:
        """The placeholder of a field with the text for recipients who lack it."""
        made = cls(placeholder(field, fallback))
        made.field = field
        return made


class MergeView(View):
    """`merge` in e-mails: every name is a field of the recipient's, but for the platform's own three."""

    __slots__ = ()

    def names(self) -> Iterable[str]:
        """The names every platform has."""
        return SYSTEM_FIELDS

    def value(self, name: str) -> MergeField:
        """The placeholder of a field."""
        if not FIELD_NAME.fullmatch(name):
            message = f"`{name}` cannot be the name of a merge field."
            raise Refused("template/forbidden", message, "Names are letters, digits and underscores.")
        return MergeField.of(name)

    def may_lack(self, name: str) -> bool:
        """None: any name is a field."""
        return False


Values: TypeAlias = "Mapping[str, str | float]"
"""A recipient's fields."""


def for_recipient(text: str, values: Values | None = None, *, markup: bool = False) -> str:
    """A text as a recipient reads it.

    Args:
        text: The text, with placeholders.
        values: The recipient's fields; a field without a value stands as its fallback.
        markup: The text is HTML; what is put in is escaped.
    """
    return "".join(_read(parts_of(text), values or {}, markup=markup))


def _read(parts: tuple[Part, ...], values: Values, *, markup: bool) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Field):
            value = str(values.get(part.name, "")) or part.fallback
            yield html.escape(value) if markup else value
        else:
            yield from _read(part.then if holds(part.test, values) else part.otherwise, values, markup=markup)


def holds(test: Test, values: Values) -> bool:
    """Whether a test holds for a recipient; a field that has no value is less, more and equal to nothing."""
    if isinstance(test, Not):
        return not holds(test.test, values)
    if isinstance(test, Both):
        return holds(test.left, values) and holds(test.right, values)
    if isinstance(test, Either):
        return holds(test.left, values) or holds(test.right, values)
    return _compares(values.get(test.field, ""), test)


def _compares(value: str | float, test: Comparison) -> bool:
    if test.operator == "present":
        return value != ""
    if test.operator in {"==", "!="}:
        return (str(value) == str(test.value)) is (test.operator == "==")
    try:
        number, limit = float(value), float(test.value)
    except ValueError:
        return False
    return {">": number > limit, ">=": number >= limit, "<": number < limit, "<=": number <= limit}[test.operator]
