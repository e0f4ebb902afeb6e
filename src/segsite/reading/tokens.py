"""`brand/tokens.json`: design tokens in the W3C format 2025.10, resolved to CSS values.

https://www.designtokens.org/tr/2025.10/format/. Read are groups, tokens, `{alias}` references, type inheritance
and the dark context in `$extensions["org.segsite.dark"]`. `$ref`, `$extends` and `$root` are refused by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, Findings, Place, did_you_mean
from segsite.model.css import CssError, css_value
from segsite.model.tokens import Token, Tokens
from segsite.model.values import Mapping, Plain, Scalar, Sequence, Value
from segsite.rulebook.themes import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

DARK = "org.segsite.dark"
_TOKEN_KEYS = frozenset({"$value", "$type", "$description", "$extensions", "$deprecated"})
_NOT_READ = frozenset({"$ref", "$extends", "$root"})


def resolve_tokens(written: Mapping, findings: Findings) -> Tokens:
    """Every token of a file with its CSS value in light and dark; what is wrong goes to `findings`."""
    nodes = dict(_tokens(written, (), None, findings))
    resolver = _Resolver(nodes)
    tokens: dict[str, Token] = {}
    for path in nodes:
        try:
            tokens[path] = resolver.token(path)
        except Broken as broken:
            findings.add(broken.finding)
            # templates that ask for it must not be blamed as well
            tokens[path] = Token(tuple(path.split(".")), "unknown", "", None, broken.finding.place)
    return Tokens(tokens)


class _Node:
    """A token as written: its map, and the type its groups give it."""

    def __init__(self, written: Mapping, group_type: str | None) -> None:
        self.written = written
        said = written.get("$type")
        self.type = str(said.value) if isinstance(said, Scalar) else group_type

    def value(self, *, dark: bool) -> Value:
        extensions = self.written.get("$extensions")
        override = extensions.get(DARK) if dark and isinstance(extensions, Mapping) else None
        value = override or self.written.get("$value")
        return value if value is not None else self.written


def _tokens(
    group: Mapping, path: tuple[str, ...], group_type: str | None, findings: Findings
) -> Iterator[tuple[str, _Node]]:
    said = group.get("$type")
    group_type = str(said.value) if isinstance(said, Scalar) else group_type
    for key, entry in group.entries.items():
        if key in _NOT_READ:
            findings.add(
                TOKEN.at(
                    entry.key_place,
                    f"`{key}` is not read by this version.",
                    "Write the value or an `{alias}`.",
                )
            )
        if key.startswith("$"):
            continue
        inner = (*path, key)
        if not isinstance(entry.value, Mapping):
            findings.add(
                TOKEN.at(entry.value.place, f"`{key}` is neither a token nor a group.", 'Write `{"$value": …}`.')
            )
        elif "$value" not in entry.value.entries:
            yield from _tokens(entry.value, inner, group_type, findings)
        else:
            _check_keys(entry.value, key, findings)
            yield ".".join(inner), _Node(entry.value, group_type)


def _check_keys(token: Mapping, name: str, findings: Findings) -> None:
    for key, entry in token.entries.items():
        if key not in _TOKEN_KEYS:
            message = f"`{key}` is not a key of a token."
            hint = did_you_mean(key, _TOKEN_KEYS, otherwise=f"`{name}` has a $value, so it cannot be a group.")
            findings.add(TOKEN.at(entry.key_place, message, hint))


class _Resolver:
    def __init__(self, nodes: dict[str, _Node]) -> None:
        self._nodes = nodes

    def token(self, path: str) -> Token:
        node = self._nodes[path]
        kind = self._type(path, ())
        light = self._css(node.value(dark=False), kind, dark=False)
        dark = self._css(node.value(dark=True), kind, dark=True)
        names = tuple(path.split("."))
        return Token(names, kind, light, dark if dark != light else None, node.written.place)

    def _type(self, path: str, seen: tuple[str, ...]) -> str:
        node = self._nodes[path]
        if node.type is not None:
            return node.type
        target = self._target(node.value(dark=False), seen)
        if target is None:
            raise Broken(TOKEN.at(node.written.place, f"`{path}` has no type.", "Give it, or its group, a `$type`."))
        return self._type(target, (*seen, target))

    def _css(self, value: Value, kind: str, *, dark: bool) -> str | dict[str, str]:
        place = value.place
        plain = self._plain(value, (), dark=dark)
        try:
            return css_value(kind, plain)
        except CssError as error:
            said = str(error)
            raise Broken(TOKEN.at(place, f"{said[:1].upper()}{said[1:]}.")) from None

    def _plain(self, value: Value, seen: tuple[str, ...], *, dark: bool) -> Plain:
        """A value with every `{alias}` in it replaced by what it leads to."""
        target = self._target(value, seen)
        if target is not None:
            return self._plain(self._nodes[target].value(dark=dark), (*seen, target), dark=dark)
        if isinstance(value, Mapping):
            return {key: self._plain(entry.value, seen, dark=dark) for key, entry in value.entries.items()}
        if isinstance(value, Sequence):
            return [self._plain(item, seen, dark=dark) for item in value.items]
        return value.plain()

    def _target(self, value: Value, seen: tuple[str, ...]) -> str | None:
        """The path an alias leads to; None if the value is none.

        Raises:
            Broken: If it leads nowhere, or back to itself.
        """
        if not (isinstance(value, Scalar) and isinstance(value.value, str) and value.value.startswith("{")):
            return None
        path = value.value.strip("{}")
        place: Place = value.place
        if path not in self._nodes:
            raise Broken(TOKEN.at(place, f"There is no token `{path}`.", did_you_mean(path, self._nodes)))
        if path in seen:
            raise Broken(
                TOKEN.at(
                    place,
                    f"`{path}` refers to itself: {' > '.join((*seen, path))}.",
                    "Give one of them a value.",
                )
            )
        return path
