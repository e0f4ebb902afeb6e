"""Values as written: what a YAML file, a front matter or a table says, each able to say where.

A written value is a `Scalar`, a `Mapping` or a `Sequence`. They are immutable and shared freely: a segment
that says nothing has its parent's very objects.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from segsite.diagnostics import Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as MappingType

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""A written value without its places: what JSON can say."""

Key: TypeAlias = str | int
"""A step on the way into a value: a map's key or a list's index."""


@dataclass(frozen=True, eq=False, slots=True)
class Scalar:
    """A text, number, truth value or null."""

    value: str | int | float | bool | None
    place: Place

    def plain(self) -> Plain:
        """The value itself."""
        return self.value


@dataclass(frozen=True, eq=False, slots=True)
class Sequence:
    """A list."""

    items: tuple[Value, ...]
    place: Place

    def plain(self) -> Plain:
        """A list of plain values."""
        return [item.plain() for item in self.items]


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """A key of a map with its value; the key has a place of its own."""

    value: Value
    key_place: Place


@dataclass(frozen=True, eq=False, slots=True)
class Mapping:
    """A map from text keys to values, in the order they are written."""

    entries: MappingType[str, Entry]
    place: Place

    def plain(self) -> dict[str, Plain]:
        """A dictionary of plain values."""
        return {key: entry.value.plain() for key, entry in self.entries.items()}

    def get(self, key: str) -> Value | None:
        """The value under a key, or None."""
        entry = self.entries.get(key)
        return entry.value if entry is not None else None

    def without(self, *keys: str) -> Mapping:
        """The same map less some keys."""
        if not any(key in self.entries for key in keys):
            return self
        return Mapping({key: entry for key, entry in self.entries.items() if key not in keys}, self.place)


Value: TypeAlias = Scalar | Sequence | Mapping

NOWHERE = Place(Source("<none>"))
"""The place of what nobody wrote."""

EMPTY = Mapping({}, NOWHERE)
"""A map that says nothing."""


def empty_mapping(place: Place) -> Mapping:
    """A map that says nothing, at a place."""
    return Mapping({}, place)


def step(value: Value | None, key: Key) -> Value | None:
    """The value one key or index further in, or None."""
    if isinstance(value, Mapping):
        return value.get(str(key))
    if isinstance(value, Sequence) and isinstance(key, int) and 0 <= key < len(value.items):
        return value.items[key]
    return None


def find(value: Value, path: Iterable[Key]) -> Value | None:
    """The value at the end of a path of keys and indices, or None."""
    found: Value | None = value
    for key in path:
        found = step(found, key)
    return found


def closest_place(value: Value, path: Iterable[Key]) -> Place:
    """The place of the value at the end of a path, or of the nearest thing on the way that was written."""
    for key in path:
        found = step(value, key)
        if found is None:
            break
        value = found
    return value.place


def leaves(value: Value, path: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], Scalar]]:
    """Every scalar in a value with the path that leads to it, in the order written."""
    if isinstance(value, Scalar):
        yield path, value
    elif isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            yield from leaves(item, (*path, index))
    else:
        for key, entry in value.entries.items():
            yield from leaves(entry.value, (*path, key))


def dotted(path: Iterable[Key]) -> str:
    """A path as people write it: `message.value_props.0.title`."""
    return ".".join(str(key) for key in path)
