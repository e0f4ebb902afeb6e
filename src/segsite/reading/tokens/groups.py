"""Groups of tokens as they come out of `$extends`: which tokens there are, and what each has from its groups.

The contents of a group are layers: its own, then those of the group it extends, and so on. A token replaces a whole
token of the same path in a layer below; groups of the same path are layers of one group. Nothing is copied.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from segsite.diagnostics import Broken, Findings, did_you_mean
from segsite.model.tokens import ROOT
from segsite.model.values import Mapping, Scalar
from segsite.reading.tokens.form import is_token
from segsite.reading.tokens.pointers import steps_of
from segsite.reading.yaml_values import MAX_DEPTH
from segsite.rulebook import schema as schema_rules
from segsite.rulebook import tokens as rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from segsite.diagnostics import Finding
    from segsite.model.values import Value

Path: TypeAlias = tuple[str, ...]

MAX_TOKENS = 10_000
"""How many tokens a file may come to: groups that extend groups that extend groups grow without measure."""

MAX_EXTENDED = 50
"""How many groups can extend one another in a row."""


@dataclass(frozen=True, eq=False, slots=True)
class Declared:
    """A token as written, with what its groups give it.

    Attributes:
        path: Its names, from the outermost group in.
        written: Its map.
        group_type: The `$type` of the nearest group that has one.
        deprecated: Its `$deprecated`, or that of the nearest group that has one.
        value: What it is worth: its `$value`, or its `$ref`.
    """

    path: Path
    written: Mapping
    group_type: Scalar | None
    deprecated: str | None
    value: Value

    @property
    def dotted(self) -> str:
        """Its path as references write it."""
        return ".".join(self.path)


class Groups:
    """The groups of a tokens file.

    Args:
        document: The file.
        replaced: Groups whose tokens take the place of another's, by that one's path.
    """

    def __init__(self, document: Mapping, replaced: MappingType[Path, Path]) -> None:
        self._document, self._replaced = document, replaced
        self._known: dict[Path, tuple[Mapping, ...]] = {}
        self._tokens: dict[Path, Declared | None] = {}
        self._open: list[Path] = []
        self._extending: list[Scalar | Mapping] = []

    def tokens(self, findings: Findings) -> Iterator[Declared]:
        """Every token, in the order written; groups that cannot be extended as asked go to `findings`."""
        for count, token in enumerate(self._below((), findings)):
            if count == MAX_TOKENS:
                message = f"With all that groups extend, this holds more than {MAX_TOKENS:,} tokens."
                findings.add(schema_rules.TOO_COMPLEX.at(self._document.place, message, "Extend fewer groups."))
                return
            yield token

    def _below(self, path: Path, findings: Findings) -> Iterator[Declared]:
        try:
            names = self.names(path)
        except Broken as broken:
            findings.add(broken.finding)
            return
        for name in names:
            inner = (*path, name)
            try:
                found = self.token(inner)
            except Broken as broken:
                findings.add(broken.finding)
                continue
            if found is not None:
                yield found
            else:
                yield from self._below(inner, findings)

    def names(self, path: Path) -> list[str]:
        """The names of what stands right below a group, as written; what it extends comes first.

        Raises:
            Broken: If a group on the way extends what it cannot.
        """
        layers = reversed(self._layers(path))
        names = [name for layer in layers for name in layer.entries if name == ROOT or not name.startswith("$")]
        return [name for name in dict.fromkeys(names) if self._layers((*path, name))]

    def token(self, path: Path) -> Declared | None:
        """The token at a path; None if there is a group, or nothing.

        Raises:
            Broken: If a group on the way extends what it cannot.
        """
        if path not in self._tokens:
            layers = self._layers(path)
            found = bool(path and layers and is_token(layers[0]))
            self._tokens[path] = self._declared(path, layers[0]) if found else None
        return self._tokens[path]

    def _declared(self, path: Path, written: Mapping) -> Declared:
        value = written.get("$value")
        if value is None:
            value = Mapping({"$ref": written.entries["$ref"]}, written.entries["$ref"].value.place)
        return Declared(path, written, self._type(path[:-1]), self._deprecated(path), value)

    @cached_property
    def known(self) -> list[str]:
        """The dotted paths of all tokens."""
        return [token.dotted for token in self.tokens(Findings())]

    def is_token(self, path: Path) -> bool:
        """Whether a token stands at a path."""
        return self.token(path) is not None

    def is_group(self, path: Path) -> bool:
        """Whether a group stands at a path."""
        return bool(self._layers(path)) and not self.is_token(path)

    def _layers(self, path: Path) -> tuple[Mapping, ...]:
        """The maps that make up what stands at a path, the nearest first; a token is one map, nothing is none."""
        replacement = self._replaced.get(path)
        if replacement is not None and self._is_inside(path, replacement[:-1]):
            return tuple(self._with_extended(path, self._written(path)))  # what an accent extends is what it replaces
        if path in self._known or len(path) > MAX_DEPTH:
            return self._known.get(path, ())
        if path in self._open or len(self._extending) > MAX_EXTENDED:
            raise Broken(_endless(path, self._extending[-1], "itself" if path in self._open else "too many others"))
        self._open.append(path)
        try:
            first = self._layers(replacement) if replacement is not None else ()
            self._known[path] = tuple(self._with_extended(path, _one_kind([*first, *self._written(path)])))
        finally:
            self._open.pop()
        return self._known[path]

    def _is_inside(self, replaced: Path, accents: Path) -> bool:
        """Whether what is being worked out is the replaced group itself, or one of the accents."""
        return any(path == replaced or path[: len(accents)] == accents for path in self._open)

    def _written(self, path: Path) -> list[Mapping]:
        """The maps that are written at a path, in each layer of the group around it."""
        if not path:
            return [self._document]
        parents = [layer for layer in self._layers(path[:-1]) if not is_token(layer)]
        return _one_kind([child for layer in parents if isinstance(child := layer.get(path[-1]), Mapping)])

    def _with_extended(self, path: Path, layers: list[Mapping]) -> Iterator[Mapping]:
        for layer in layers:
            yield layer
            said = layer.get("$extends")
            if isinstance(said, Scalar | Mapping) and not is_token(layer):
                self._extending.append(said)
                try:
                    yield from self._extended(path, said)
                finally:
                    self._extending.pop()

    def _extended(self, path: Path, said: Scalar | Mapping) -> tuple[Mapping, ...]:
        """The layers of the group that the `$extends` of the group at a path names."""
        target = group_path(said)
        if target is None:
            message = "`$extends` takes a reference to a group."
            raise Broken(rules.TOKEN_REFERENCE.at(said.place, message, 'Write `"$extends": "{group}"`.'))
        layers = self._layers(target)
        if not layers:
            hint = did_you_mean(".".join(target), _group_names(self._document))
            raise Broken(rules.TOKEN_REFERENCE.at(said.place, f"There is no group `{'.'.join(target)}`.", hint))
        if is_token(layers[0]):
            message = f"`{'.'.join(target)}` is a token, and only a group can be extended."
            raise Broken(rules.TOKEN_REFERENCE.at(said.place, message, "Name a group."))
        around = {id(layer) for depth in range(len(path)) for layer in self._layers(path[:depth])}
        if any(id(layer) in around for layer in layers):
            raise Broken(_endless(path, said, "a group that holds it"))
        return layers

    def _type(self, path: Path) -> Scalar | None:
        """The `$type` of a group, or of the nearest group around it that has one."""
        for depth in range(len(path), -1, -1):
            for layer in self._layers(path[:depth]):
                said = layer.get("$type")
                if isinstance(said, Scalar):
                    return said
        return None

    def _deprecated(self, path: Path) -> str | None:
        """Why a token is deprecated, by its own word or that of the nearest group that says anything; else None."""
        for depth in range(len(path), -1, -1):
            for layer in self._layers(path[:depth]):
                said = layer.get("$deprecated")
                if isinstance(said, Scalar) and isinstance(said.value, bool | str):
                    return said.value if isinstance(said.value, str) else "" if said.value else None
        return None


def _endless(path: Path, said: Scalar | Mapping, what: str) -> Finding:
    message = f"The group `{'.'.join(path)}` extends {what}, by way of this."
    return rules.TOKEN_REFERENCE.at(said.place, message, "Remove one `$extends`.")


def _one_kind(layers: list[Mapping]) -> list[Mapping]:
    """The layers that count: a token alone, if it is the nearest; else all groups."""
    if layers and is_token(layers[0]):
        return layers[:1]
    return [layer for layer in layers if not is_token(layer)]


def group_path(said: Scalar | Mapping) -> Path | None:
    """The path of the group that `"{a.b}"`, `"#/a/b"` or `{"$ref": "#/a/b"}` names; None if it is none of them."""
    written = said if isinstance(said, Scalar) else said.get("$ref")
    text = str(written.value) if isinstance(written, Scalar) else ""
    if text.startswith("{") and text.endswith("}"):
        return tuple(text[1:-1].split("."))
    return steps_of(text)


def _group_names(group: Mapping, path: Path = ()) -> Iterator[str]:
    for name, entry in group.entries.items():
        if not name.startswith("$") and isinstance(entry.value, Mapping) and not is_token(entry.value):
            yield ".".join((*path, name))
            yield from _group_names(entry.value, (*path, name))
