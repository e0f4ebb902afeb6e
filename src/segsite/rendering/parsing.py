"""Texts with expressions taken apart: words, expressions that are printed, and alternatives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from segsite.rendering.expressions import MAX_DEPTH, MAX_LENGTH, Expression, ExpressionError, Language

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = MAX_LENGTH + 100
"""So far is looked for an expression's end: beyond that it is too long anyway, and looking would take its time."""
_QUOTED = rf"""(?:"(?:\\.|[^"\\\n]){{0,{_LONGEST}}}+"|'(?:\\.|[^'\\\n]){{0,{_LONGEST}}}+'"""
_MARKER = re.compile(
    r"(?P<attributes>\{\#[^\W\d_][\w:.-]*+(?:[ \t]++[^{}\#\n]*+)?\})"  # `## Title {#id}` of Markdown, not a comment
    r"|(?P<escaped>\\\{\{|\\\{%|\\\{\#)"
    r"|(?P<open>\{\{|\{%|\{\#)"
)
_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WHOLE = {
    "{{": re.compile(rf"\{{\{{-?(?P<print>{_QUOTED}|(?!\}}\}}).){{0,{_LONGEST}}}+)\}}\}}", re.DOTALL),
    "{%": re.compile(rf"\{{%-?(?P<tag>{_QUOTED}|(?!%\}}).){{0,{_LONGEST}}}+)%\}}", re.DOTALL),
    "{#": re.compile(r"\{\#(?P<comment>.*?)\#\}", re.DOTALL),
}
_TAG = re.compile(r"\s*(?P<name>\w+)\s*(?P<rest>.*?)\s*-?\s*", re.DOTALL)
_ENDRAW = re.compile(r"\{%-?\s*endraw\s*-?%\}")
_FORBIDDEN = "Content uses values, filters and `{% if %}`; this belongs to the theme."


@dataclass(frozen=True, slots=True)
class Literal:
    """Words that stand as they are."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Print:
    """An expression whose value is printed."""

    start: int
    end: int
    expression: Expression


@dataclass(frozen=True, slots=True)
class Branch:
    """One way of an `if`: its condition, None for `else`; where the tag that opens it stands; its parts."""

    condition: Expression | None
    tag: tuple[int, int]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class If:
    """Alternatives. `apart` says that they are whole paragraphs, with empty lines around the tags."""

    start: int
    end: int
    branches: tuple[Branch, ...]
    apart: bool = False


Part: TypeAlias = Literal | Print | If


@dataclass(frozen=True, slots=True)
class Breach:
    """What is wrong with a stretch of a text: the name of the rule it breaks, and words for people."""

    rule: str
    start: int
    end: int
    message: str
    hint: str = ""


class Parser:
    """Takes a text apart; `breaches` are what is wrong with it whatever the values are."""

    def __init__(self, text: str, language: Language) -> None:
        self._text, self._language = text, language
        self._at = 0
        self._depth = 0
        self._closed = False
        self._next_end: dict[str, int] = {}
        """Where the next `}}`, `%}` or `#}` is, by what opens it; behind the text if there is none."""
        self._endless: set[str] = set()
        """Names of forbidden tags that nothing ends from here on."""
        self.breaches: list[Breach] = []

    def parts(self) -> Iterator[Part]:
        """All parts of the text."""
        for part in self._until(frozenset()):
            if isinstance(part, _Tag):
                message = f"`{{% {part.name} %}}` has no `{{% if %}}` before it."
                self._breach("template/syntax", part.start, part.end, message)
            else:
                yield part

    def _until(self, closing: frozenset[str]) -> Iterator[Part | _Tag]:
        """Parts up to a closing tag, which comes last."""
        while (match := self._marker()) is not None:
            start, end = match.span()
            if start > self._at:
                yield Literal(self._at, start)
            self._at = end
            if match.lastgroup == "tag":
                yield from self._tag(match, closing)
                if self._closed:
                    return
            else:
                yield from self._piece(match, start, end)
        if self._at < len(self._text):
            yield Literal(self._at, len(self._text))
            self._at = len(self._text)

    def _marker(self) -> re.Match[str] | None:
        """The next marker: the whole of it, or only what opens it if nothing ends it."""
        found = _MARKER.search(self._text, self._at)
        if found is None or found.lastgroup != "open":
            return found
        opener = found["open"]
        if self._next_end.get(opener, 0) < found.end():
            end = self._text.find(_ENDS[opener], found.end())
            self._next_end[opener] = end if end >= 0 else len(self._text) + 1
        if self._next_end[opener] > len(self._text):
            return found
        return _WHOLE[opener].match(self._text, found.start()) or found

    def _piece(self, match: re.Match[str], start: int, end: int) -> Iterator[Part]:
        if match.lastgroup == "attributes":
            yield Literal(start, end)
        elif match.lastgroup == "escaped":
            yield Literal(start + 1, end)
        elif match.lastgroup == "print":
            expression = self._expression(match["print"], start, end)
            if expression is not None:
                yield Print(start, end, expression)
        elif match.lastgroup == "open":
            mark = _ENDS[match["open"]]
            line_end = self._text.find("\n", start)
            stop = line_end if line_end > 0 else len(self._text)
            message = f"`{match['open']}` is opened here and never closed with `{mark}`."
            self._breach("template/syntax", start, stop, message)

    def _tag(self, match: re.Match[str], closing: frozenset[str]) -> Iterator[Part | _Tag]:
        self._closed = False
        start, end = match.span()
        tag = _TAG.fullmatch(match["tag"])
        name, rest = (tag["name"], tag["rest"]) if tag is not None else ("", "")
        self._skip_line_break(start)
        if name == "if":
            yield from self._if(rest, start, end)
        elif name == "raw":
            ending = _ENDRAW.search(self._text, self._at)
            stop = ending.start() if ending is not None else len(self._text)
            yield Literal(self._at, stop)
            self._at = ending.end() if ending is not None else stop
        elif name in {"elif", "else", "endif"}:
            self._closed = name in closing
            yield _Tag(name, rest, start, end)
        else:
            self._breach("template/forbidden", start, end, f"`{{% {name} %}}` is not for content.", _FORBIDDEN)
            self._skip_body(name)

    def _skip_body(self, name: str) -> None:
        """What a forbidden tag encloses goes with it, and is not blamed for names that the tag would give."""
        if name in self._endless:
            return
        ending = re.compile(rf"\{{%-?\s*end{re.escape(name)}\s*-?%\}}").search(self._text, self._at) if name else None
        if ending is not None:
            self._at = ending.end()
        else:
            self._endless.add(name)

    def _skip_line_break(self, start: int) -> None:
        """A tag alone on its line takes the line with it."""
        line_start = self._text.rfind("\n", 0, start) + 1
        if not self._text[line_start:start].strip() and self._text[self._at : self._at + 1] == "\n":
            self._at += 1

    def _if(self, condition: str, start: int, end: int) -> Iterator[Part]:
        branches: list[Branch] = []
        tag = (start, end)
        expression = self._expression(condition, start, end)
        broken = expression is None
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._breach("template/limit", start, end, f"This is nested more than {MAX_DEPTH} levels deep.")
            self._at = len(self._text)
            return
        while True:
            parts = list(self._until(frozenset({"elif", "else", "endif"})))
            self._closed = False
            last = parts.pop() if parts and isinstance(parts[-1], _Tag) else None
            branches.append(Branch(expression, tag, tuple(part for part in parts if not isinstance(part, _Tag))))
            if not isinstance(last, _Tag):
                self._breach(
                    "template/syntax",
                    start,
                    end,
                    "This `{% if %}` has no `{% endif %}`.",
                    "Add `{% endif %}` where it ends.",
                )
                return
            if last.name == "endif":
                break
            tag = (last.start, last.end)
            expression = self._expression(last.rest, *tag) if last.name == "elif" else None
            broken = broken or (last.name == "elif" and expression is None)
        self._depth -= 1
        if not broken:
            yield If(start, self._at, tuple(branches), self._is_apart(start, last.end))

    def _is_apart(self, start: int, end: int) -> bool:
        """Whether the tags of an `if` are on lines of their own, with empty lines around the whole."""
        before, after = self._text[max(start - 200, 0) : start].rstrip(" \t"), self._text[end : end + 200].lstrip(" \t")
        edges = {"", "\n", "\n\n"}
        return "\n" in self._text and before[-2:] in edges and after[:2] in edges

    def _expression(self, code: str, start: int, end: int) -> Expression | None:
        try:
            return self._language.compile(code.strip().removesuffix("-").strip())
        except ExpressionError as error:
            self._breach(error.rule, start, end, error.message, error.hint)
            return None

    def _breach(self, rule: str, start: int, end: int, message: str, hint: str = "") -> None:
        self.breaches.append(Breach(rule, start, end, message, hint))


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    rest: str
    start: int
    end: int
