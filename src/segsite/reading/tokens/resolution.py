"""Tokens as written become tokens with their values, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, Findings
from segsite.model.css import color_of, css_value, in_srgb
from segsite.model.tokens import Reference, Token, Tokens, Worth, css_name
from segsite.model.values import EMPTY, Mapping, Scalar
from segsite.reading.tokens.references import References
from segsite.reading.tokens.values import Reader
from segsite.rulebook import tokens as rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from segsite.diagnostics import Place
    from segsite.model.values import Value
    from segsite.reading.tokens.groups import Declared, Groups, Path

DARK = "org.segsite.dark"
"""The key in a token's `$extensions` that holds what it is worth in dark."""


class Resolution:
    """Resolves the tokens of a file.

    Args:
        groups: The tokens as written.
        dark: What they are worth in dark, by path, where a second file says it.
        findings: Where everything goes that is wrong.
    """

    def __init__(self, groups: Groups, dark: MappingType[Path, Value], findings: Findings) -> None:
        self._groups, self._dark, self._findings = groups, dark, findings
        self._light_references = References(groups, lambda token: token.value)
        self._dark_references = References(groups, self._in_dark)

    def tokens(self) -> Tokens:
        """Every token; one that is broken has no value, so that templates that ask for it are not blamed as well."""
        declared = list(self._groups.tokens(self._findings))
        self._check_names(declared)
        by_path = {token.dotted: self._token(token) for token in declared}
        return Tokens(by_path, references=tuple(self._references(declared)))

    def _token(self, token: Declared) -> Token:
        place = token.written.place
        try:
            kind = self._light_references.type_of(token)
            light = _worth(kind, token.value, self._light_references)
            dark = _worth(kind, self._in_dark(token), self._dark_references)
        except Broken as broken:
            self._findings.add(broken.finding)
            return Token(token.path, "unknown", _nothing(broken.finding.place), _nothing(broken.finding.place), place)
        said, extensions = token.written.get("$description"), token.written.get("$extensions")
        description = str(said.value) if isinstance(said, Scalar) else ""
        kept = extensions if isinstance(extensions, Mapping) else EMPTY
        return Token(token.path, kind, light, dark, place, token.deprecated, description, kept)

    def _in_dark(self, token: Declared) -> Value:
        extensions = token.written.get("$extensions")
        own = extensions.get(DARK) if isinstance(extensions, Mapping) else None
        return self._dark.get(token.path) or own or token.value

    def _references(self, declared: list[Declared]) -> Iterator[Reference]:
        """Every reference in the values of tokens, as far as it leads to one."""
        for token in declared:
            for value in dict.fromkeys((token.value, self._in_dark(token))):
                for holder in _references_in(value):
                    target = self._target(holder)
                    if target is not None:
                        yield Reference(holder.place, target, token.dotted)

    def _target(self, value: Value) -> str | None:
        try:
            found = self._light_references.target(value)
        except Broken:  # which is told where the value is read
            return None
        return found.token.dotted if found is not None and found.token is not None else None

    def _check_names(self, declared: list[Declared]) -> None:
        taken: dict[str, str] = {}
        for token in declared:
            name = css_name(token.path)
            if name in taken:
                message = f"`{token.dotted}` and `{taken[name]}` are both `--{name}` in CSS."
                self._findings.add(rules.TOKEN_NAME.at(token.written.place, message, "Rename one of them."))
            taken[name] = token.dotted


def _worth(kind: str, value: Value, references: References) -> Worth:
    plain = Reader(references).read(kind, value)
    color = color_of(plain) if kind == "color" else None
    return Worth(css_value(kind, plain), css_value(kind, in_srgb(plain)), color, value.place)


def _nothing(place: Place) -> Worth:
    return Worth("", "", None, place)


def _references_in(value: Value) -> Iterator[Value]:
    if isinstance(value, Mapping) and "$ref" in value.entries:
        yield value
        return
    if isinstance(value, Mapping):
        for entry in value.entries.values():
            yield from _references_in(entry.value)
    elif not isinstance(value, Scalar):
        for item in value.items:
            yield from _references_in(item)
    elif isinstance(value.value, str) and value.value.startswith("{"):
        yield value
