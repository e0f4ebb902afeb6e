"""The base of every model: frozen, strict about its keys, and able to say where each value is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, PrivateAttr

from segsite.model.values import EMPTY, Key, Mapping, closest_place

if TYPE_CHECKING:
    from segsite.diagnostics import Place


def _locale(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise ValueError("write a language, such as `en`, or one with its region, such as `de-AT`")
    return value


Locale = Annotated[str, AfterValidator(_locale)]
"""A language by its BCP 47 tag."""


class Written(BaseModel):
    """A model read from a file. A docstring under each field is its description in the JSON Schema."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True, populate_by_name=True
    )
    refused: ClassVar[dict[str, str]] = {}
    """Keys that people may look for here, each with what to do instead."""

    # a factory, because pydantic copies a default, deeply, for every model there is
    _written: Mapping = PrivateAttr(default_factory=lambda: EMPTY)

    @property
    def as_written(self) -> Mapping:
        """The values as written, each with its place."""
        return self._written

    def place(self, *path: Key) -> Place:
        """The place of the value at a path; of the nearest thing that was written, where it was not."""
        return closest_place(self._written, path)

    @classmethod
    def of(cls, written: Mapping, plain: object) -> Self:
        """A model of plain values that remembers where they were written.

        Raises:
            pydantic.ValidationError: If the values are not what the model takes.
        """
        model = cls.model_validate(plain)
        model._written = written  # noqa: SLF001 - its own class
        return model
