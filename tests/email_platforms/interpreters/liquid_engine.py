"""Liquid, by the engine `python-liquid`, with the filters that a platform documents and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from liquid import Environment
from liquid.exceptions import LiquidError

from interpreters.reading import NotRead

if TYPE_CHECKING:
    from collections.abc import Mapping


class Nothing:
    """What stands for an attribute that a recipient does not have, where it equals `blank`."""

    def __liquid__(self) -> str:
        return ""

    def __str__(self) -> str:
        return ""


class Values(dict[str, Any]):
    """A recipient's attributes; one that is missing is `nothing`."""

    def __init__(self, values: Mapping[str, Any], nothing: Nothing) -> None:
        super().__init__(values)
        self._nothing = nothing

    def __missing__(self, name: str) -> Nothing:
        return self._nothing


def rendered(text: str, names: Mapping[str, Any], *filters: str) -> str:
    """A template as it is sent."""
    environment = Environment()
    environment.filters = {name: environment.filters[name] for name in filters}
    try:
        return environment.from_string(text).render(**names)
    except LiquidError as error:
        raise NotRead(str(error)) from error
