"""Handlebars as mail platforms have it: paths, helpers, blocks that end with their name, and `{{else}}`.

What stands in three braces is not escaped. Nothing, false, 0 and an empty text do not hold.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from interpreters.reading import NotRead, Tag, conditions, tokens, without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_TAG = re.compile(r"(\{\{\{[^{}]*\}\}\}|\{\{[^{}]*\}\})")
_TOKEN = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|\[[^\]]*\]|-?\d[\d.]*|[A-Za-z_]\w*|[()])")


@dataclass(frozen=True)
class Handlebars:
    """A dialect: its blocks and helpers by name, and which quotes texts can stand in."""

    blocks: Mapping[str, Callable[..., bool]]
    helpers: Mapping[str, Callable[..., Any]]
    quotes: str
    nested: bool = False
    """Whether a helper's argument can be another helper, in brackets."""

    def sent(self, text: str, values: Mapping[str, Any]) -> str:
        """A template as it is sent, for the values of paths."""
        return conditions(self._tags(text, values), lambda block: self._holds(block, values))

    def _tags(self, text: str, values: Mapping[str, Any]) -> Iterator[Tag]:
        pieces = _TAG.split(text)
        if any(words[:1] == "}" for words in pieces[2::2]) or any(words[-1:] == "{" for words in pieces[:-1:2]):
            raise NotRead(f"{text} has tags with too many braces")
        for at, piece in enumerate(pieces):
            if at % 2 == 0:
                yield Tag("words", without("{{ }}", piece))
                continue
            inner = piece.strip("{}").strip()
            if inner.startswith("#"):
                yield Tag("if", inner[1:], inner[1:].split()[0])
            elif inner.startswith("/"):
                yield Tag("end", name=inner[1:])
            elif inner == "else" or inner.startswith("else if "):
                yield Tag("else") if inner == "else" else Tag("elif", inner.removeprefix("else "))
            else:
                printed = self._value(inner, values)
                shown = "" if printed is None else str(printed)
                yield Tag("words", shown if piece.startswith("{{{") else html.escape(shown))

    def _holds(self, block: str, values: Mapping[str, Any]) -> bool:
        name, *_ = block.split()
        if name not in self.blocks:
            raise NotRead(block)
        return self.blocks[name](*self._arguments(block.removeprefix(name), values))

    def _value(self, text: str, values: Mapping[str, Any]) -> Any:
        first, *rest = self._arguments(text, values, names=True)
        return self.helpers[first.name](*rest) if rest else first.value

    def _arguments(self, text: str, values: Mapping[str, Any], *, names: bool = False) -> list[Any]:
        words = tokens(_TOKEN, text)
        path = words[0].strip("[]")
        found = self._read(words, values)
        return [_Named(path, values.get(path)), *found[1:]] if names else found

    def _read(self, words: list[str], values: Mapping[str, Any]) -> list[Any]:
        found: list[Any] = []
        while words:
            word = words.pop(0)
            if word == ")":
                break
            if word == "(" and self.nested:
                helper = words.pop(0)
                found.append(self.helpers[helper](*self._read(words, values)))
            else:
                found.append(self._single(word, values))
        return found

    def _single(self, token: str, values: Mapping[str, Any]) -> Any:
        if token[0] in "\"'":
            if token[0] not in self.quotes:
                raise NotRead(token)
            return token[1:-1]
        if token[0] in "-0123456789":
            return float(token) if "." in token else int(token)
        if token == "(":
            raise NotRead("a helper inside another")
        return values.get(token.strip("[]"))


@dataclass(frozen=True)
class _Named:
    name: str
    value: Any


def has_value(value: Any) -> bool:
    """Whether a value holds."""
    return value not in (None, False, 0, "", [])
