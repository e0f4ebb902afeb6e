"""References between tokens: `{group.token}` for a whole one, `{"$ref": "#/…"}` for it or any part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, did_you_mean
from segsite.model.css import TYPES
from segsite.model.tokens import ROOT
from segsite.model.values import Mapping, Scalar, Sequence, step
from segsite.reading.tokens.form import unknown_type
from segsite.reading.tokens.pointers import steps_of
from segsite.rulebook import tokens as rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from segsite.diagnostics import Finding
    from segsite.model.values import Value
    from segsite.reading.tokens.groups import Declared, Groups, Path


MAX_CHAIN = 100
"""How many references can follow one another; no person can follow more."""

ANY = "any"
"""Stands for every type, where the type of a token does not matter."""


@dataclass(frozen=True, eq=False, slots=True)
class Target:
    """What a reference leads to.

    Attributes:
        value: The value there.
        token: The token, if it leads to a whole one.
    """

    value: Value
    token: Declared | None


class References:
    """Follows references in one context, light or dark.

    Args:
        groups: The tokens.
        value_of: What a token is worth in the context, as written.
    """

    def __init__(self, groups: Groups, value_of: Callable[[Declared], Value]) -> None:
        self._groups, self._value_of = groups, value_of
        self._walking: list[str] = []
        self._types: dict[Path, str] = {}

    def end(self, value: Value, expected: str | None = None) -> Value:
        """The value at the end of a chain of references; the value itself if it is none.

        Args:
            value: The value.
            expected: The type that belongs here; ANY for every one, None where no whole token can stand.

        Raises:
            Broken: If the chain leads nowhere, back to itself, or to a token of another type.
        """
        way: list[Value] = []
        while (target := self.target(value)) is not None:
            _go_on(way, value)
            if target.token is not None:
                self._check_type(value, target.token, expected)
            value = target.value
        return value

    def type_of(self, token: Declared) -> str:
        """The type of a token: its own, that of the token it refers to, or that of its groups.

        Raises:
            Broken: If it has none, or one that there is none of.
        """
        if token.path not in self._types:
            self._types[token.path] = self._type_of(token)
        return self._types[token.path]

    def _type_of(self, token: Declared) -> str:
        way: list[Value] = []
        while token.written.get("$type") is None:
            target = self.target(token.value)
            if target is None or target.token is None:
                break
            _go_on(way, token.value)
            token = target.token
        said = token.written.get("$type") or token.group_type
        if said is None:
            raise Broken(rules.TOKEN_TYPE.at(token.written.place, f"`{token.dotted}` has no type."))
        if not isinstance(said, Scalar) or said.value not in TYPES:
            raise Broken(unknown_type(said))
        return str(said.value)

    def target(self, value: Value) -> Target | None:
        """What a reference leads to, one step on; None if the value is none.

        Raises:
            Broken: If it leads nowhere.
        """
        if isinstance(value, Scalar) and isinstance(value.value, str) and value.value.startswith("{"):
            token = self._aliased(value, value.value)
            return Target(self._value_of(token), token)
        if isinstance(value, Mapping) and "$ref" in value.entries:
            return self._pointed(value)
        return None

    def _check_type(self, value: Value, token: Declared, expected: str | None) -> None:
        if expected == ANY:
            return
        said = self.type_of(token)
        if expected is None:
            message = f"A whole token cannot stand here, but `{token.dotted}` is one."
            hint = 'Refer to a part of it: `{"$ref": "#/…/$value/…"}`.'
            raise Broken(rules.TOKEN_TYPE.at(value.place, message, hint))
        if said != expected:
            message = f"`{token.dotted}` is a `{said}`, but a `{expected}` belongs here."
            raise Broken(rules.TOKEN_TYPE.at(value.place, message, f"Refer to a token of the type `{expected}`."))

    def _aliased(self, value: Value, text: str) -> Declared:
        dotted = text[1:].removesuffix("}")
        path = tuple(dotted.split("."))
        token = self._groups.token(path)
        if token is not None and text.endswith("}"):
            return token
        if self._groups.is_group(path) and text.endswith("}"):
            own = self._groups.is_token((*path, ROOT))
            hint = f"Write `{{{dotted}.{ROOT}}}`." if own else "Name one of its tokens."
            raise Broken(rules.TOKEN_REFERENCE.at(value.place, f"`{dotted}` is a group, not a token.", hint))
        raise Broken(rules.TOKEN_REFERENCE.at(value.place, f"There is no token `{dotted}`.", self._nearest(dotted)))

    def _nearest(self, dotted: str) -> str:
        return did_you_mean(dotted, self._groups.known)

    def _pointed(self, value: Mapping) -> Target:
        said = value.entries["$ref"].value
        for key, entry in value.entries.items():
            if key != "$ref":
                raise Broken(rules.TOKEN_VALUE.at(entry.key_place, f"`{key}` has no effect beside a `$ref`."))
        pointer = said.value if isinstance(said, Scalar) else None
        steps = steps_of(pointer) if isinstance(pointer, str) else None
        if not isinstance(pointer, str) or steps is None:
            message = "A `$ref` is a pointer into this file."
            raise Broken(rules.TOKEN_REFERENCE.at(said.place, message, 'Write `{"$ref": "#/group/token"}`.'))
        if pointer in self._walking or len(self._walking) > MAX_CHAIN // 2:
            back = "back to itself" if pointer in self._walking else "on by too many others"
            raise Broken(rules.TOKEN_REFERENCE.at(said.place, f"`{pointer}` leads {back}."))
        self._walking.append(pointer)
        try:
            return self._walked(said, steps)
        finally:
            self._walking.pop()

    def _walked(self, said: Value, steps: Path) -> Target:
        for length in range(1, len(steps) + 1):
            token = self._groups.token(steps[:length])
            if token is not None:
                return self._inside(said, token, steps[length:])
        dotted = ".".join(steps)
        if self._groups.is_group(steps):
            raise Broken(rules.TOKEN_REFERENCE.at(said.place, f"`{dotted}` is a group, not a token."))
        raise Broken(rules.TOKEN_REFERENCE.at(said.place, f"There is no token `{dotted}`.", self._nearest(dotted)))

    def _inside(self, said: Value, token: Declared, steps: Path) -> Target:
        """What stands at the end of a way into a token; `$value` alone is the whole token."""
        value = self._value_of(token)
        if not steps or steps == ("$value",):
            return Target(value, token)
        found: Value | None = value if steps[0] == "$value" else None
        for name in steps[1:]:
            if found is not None:
                found = self.end(found, ANY)
                found = step(found, int(name) if isinstance(found, Sequence) and name.isdecimal() else name)
        if found is None:
            message = f"`{token.dotted}` has nothing at `{'/'.join(steps)}`."
            raise Broken(rules.TOKEN_REFERENCE.at(said.place, message, f"Its value is `{value.place.text}`."))
        return Target(found, None)


def _go_on(way: list[Value], value: Value) -> None:
    """Take one more step on the way along references; one that was taken before, or one too many, is refused."""
    if value in way:
        raise Broken(_circle(way[way.index(value) :]))
    way.append(value)
    if len(way) > MAX_CHAIN:
        message = f"More than {MAX_CHAIN} references lead on from here, one to the next."
        raise Broken(rules.TOKEN_REFERENCE.at(way[0].place, message, "Refer to the last of them."))


def _circle(values: list[Value]) -> Finding:
    first = min(range(len(values)), key=lambda at: values[at].place.key)
    circle = [*values[first:], *values[: first + 1]]
    way = " > ".join(value.place.text.strip('"') for value in circle)
    return rules.TOKEN_REFERENCE.at(circle[0].place, f"This refers to itself: {way}.", "Give one of them a value.")
