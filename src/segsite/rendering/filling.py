"""Texts with expressions are filled; every stretch of the result knows where its words are written."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from segsite.diagnostics import Findings, Place
from segsite.rendering.expressions import MAX_DEPTH, MAX_LENGTH, Expression, ExpressionError, Language
from segsite.rendering.letters import letters
from segsite.rendering.views import Joined, Worded
from segsite.rulebook import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST = MAX_LENGTH + 100
"""So far is looked for an expression's end: beyond that it is too long anyway, and looking would take its time."""
_QUOTED = rf"""(?:"(?:\\.|[^"\\\n]){{0,{_LONGEST}}}+"|'(?:\\.|[^'\\\n]){{0,{_LONGEST}}}+'"""
MAX_FILLED = 2_000_000
"""So many characters a text may become, as many as a file may hold."""
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


@dataclass(frozen=True, eq=False, slots=True)
class Text:
    """A text as written. `exact` says that its characters are the source's own, one for one."""

    value: str
    place: Place
    exact: bool = False

    @classmethod
    def of_place(cls, place: Place) -> Text:
        """The text that stands at a place, such as a section's Markdown."""
        return cls(place.text, place, exact=True)

    def at(self, start: int, end: int) -> Place:
        """The place of `value[start:end]`."""
        if self.exact:
            return Place(self.place.source, self.place.start + start, self.place.start + end)
        spans = letters(self.value, self.place.text) if start < end else None
        if spans is None or end > len(spans):
            return self.place
        return Place(self.place.source, self.place.start + spans[start][0], self.place.start + spans[end - 1][1])


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
class If:
    """Alternatives, each with its condition; None is `else`."""

    start: int
    end: int
    branches: tuple[tuple[Expression | None, tuple[Part, ...]], ...]


Part: TypeAlias = Literal | Print | If

Origin: TypeAlias = "Text | Place | Filled"
"""What a stretch of a filled text comes from."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A fact or claim that an expression names: where its value begins, and where the expression is written."""

    root: str
    name: str
    at: int
    text: Text
    start: int
    end: int


@dataclass(frozen=True, eq=False, slots=True)
class Filled:
    """A filled text, and for each stretch of it where its words come from: a text, a place, or a filled value."""

    text: str
    _starts: list[int] = field(default_factory=list)
    _origins: list[tuple[Origin, int]] = field(default_factory=list)
    _uses: list[_Use] = field(default_factory=list)
    _home: Text | None = None
    _written: list[tuple[int, int]] = field(default_factory=list)
    """For each stretch, where it is written in `_home`: its words, or the expression that prints them."""

    @classmethod
    def of(cls, text: Text) -> Filled:
        """A text that has no expressions."""
        return cls(text.value, [0], [(text, 0)], [], text, [(0, len(text.value))])

    @property
    def home(self) -> Place:
        """Where it is written as a whole, wherever the words come from that its expressions print."""
        return self._home.place if self._home is not None else self.place(0)

    def place(self, start: int, end: int | None = None) -> Place:
        """The place where `text[start:end]` is written: in the text itself, or in the value that fills it.

        A stretch that is written in several places is placed in the text that brings them together: from its first word
        or expression to its last.
        """
        at = self._at(start)
        begins = self._starts[at]
        ends = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        if end is not None and end > ends and self._home is not None:
            return self._home.at(self._in_home(start)[0], self._in_home(min(end, len(self.text)) - 1)[1])
        stop = start if end is None else max(min(end, ends), start)
        origin, offset = self._origins[at]
        if isinstance(origin, Place):
            return origin
        shift = offset - begins
        if isinstance(origin, Filled):
            return origin.place(start + shift, stop + shift)
        return origin.at(start + shift, min(stop + shift, len(origin.value)))

    def _at(self, index: int) -> int:
        """The number of the stretch that a character is in."""
        return max(bisect_right(self._starts, index) - 1, 0)

    def _in_home(self, index: int) -> tuple[int, int]:
        """Where a character is written in the text at home, or the expression that prints it."""
        at = self._at(index)
        origin, offset = self._origins[at]
        if origin is not self._home:
            return self._written[at]
        own = index - self._starts[at] + offset
        return own, own + 1

    def part(self, start: int, end: int) -> Filled:
        """`text[start:end]`, that still knows its places."""
        first = self._at(start)
        last = bisect_right(self._starts, max(end - 1, start))
        starts = [max(at - start, 0) for at in self._starts[first:last]]
        origins = list(self._origins[first:last])
        origin, offset = origins[0]
        origins[0] = (origin, offset + max(start - self._starts[first], 0))
        uses = [use for use in self._uses if start <= use.at < end]
        return Filled(self.text[start:end], starts, origins, uses, self._home, self._written[first:last])

    def uses(self, root: str) -> list[tuple[str, Place]]:
        """The facts (or claims, by `root`) that its expressions name, or those of the values that fill it.

        Each comes with the place of the expression.
        """
        return [(use.name, use.text.at(use.start, use.end)) for use in self._uses if use.root == root]

    def find(self, pattern: str) -> list[Place]:
        """Every place at which what matches a pattern is written; of its last group, if it has one."""
        matches = re.finditer(pattern, self.text, re.IGNORECASE) if pattern else ()
        return [self.place(*match.span(match.lastindex or 0)) for match in matches]


class Filler:
    """Fills texts; each distinct one is taken apart once."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._parts: dict[str, tuple[tuple[Part, ...], tuple[_Breach, ...]]] = {}

    def fill(self, text: Text, scope: Mapping[str, Any], findings: Findings) -> Filled:
        """A text with its expressions worked out; one that cannot be leaves a gap and a finding."""
        if "{" not in text.value:
            return Filled.of(text)
        known = self._parts.get(text.value)
        if known is None:
            parser = _Parser(text.value, self._language)
            known = self._parts[text.value] = (tuple(parser.parts()), tuple(parser.breaches))
        parts, breaches = known
        for breach in breaches:
            place = text.at(breach.start, breach.end)
            findings.add(RULES[breach.rule].at(place, breach.message, breach.hint))
        writer = _Writer(text, scope, findings)
        writer.write(parts)
        return writer.filled()


class _Writer:
    def __init__(self, text: Text, scope: Mapping[str, Any], findings: Findings) -> None:
        self._text, self._scope, self._findings = text, scope, findings
        self._pieces: list[str] = []
        self._starts: list[int] = [0]
        self._origins: list[tuple[Origin, int]] = [(text, 0)]
        self._uses: list[_Use] = []
        self._written: list[tuple[int, int]] = [(0, 0)]
        self._length = 0

    def write(self, parts: tuple[Part, ...]) -> None:
        for part in parts:
            if self._length > MAX_FILLED:
                return
            try:
                self._write(part)
            except ExpressionError as error:
                place = self._text.at(part.start, part.end)
                if isinstance(part, If):
                    place = self._text.at(part.start, self._text.value.index("%}", part.start) + 2)
                self._findings.add(RULES[error.rule].at(place, error.message, error.hint))

    def _write(self, part: Part) -> None:
        if isinstance(part, Literal):
            self._put(self._text.value[part.start : part.end], self._text, part, part.start)
        elif isinstance(part, Print):
            value = part.expression.text(self._scope)
            self._note(part)
            for piece in value.pieces if isinstance(value, Joined) else (value,):
                self._print(piece, part)
        else:
            for condition, parts in part.branches:
                if condition is None or condition.true(self._scope):
                    self.write(parts)
                    return

    def _print(self, value: str, part: Print) -> None:
        """Put in a value, with the facts and claims that it has itself been filled with."""
        if isinstance(value, Worded) and value.filled is not None:
            self._uses.extend(replace(use, at=self._length) for use in value.filled._uses)  # noqa: SLF001 - as a part of it
        self._put(value, self._origin(value, part), part)

    def _note(self, part: Print) -> None:
        """Keep which facts and claims an expression names."""
        for root, name in part.expression.vouched:
            self._uses.append(_Use(root, name, self._length, self._text, part.start, part.end))

    def _origin(self, value: str, part: Print) -> Origin:
        if not isinstance(value, Worded):
            return self._text.at(part.start, part.end)
        return value.filled if value.filled is not None else Text(value, value.place)

    def _put(self, piece: str, origin: Origin, part: Literal | Print, offset: int = 0) -> None:
        if self._length + len(piece) > max(MAX_FILLED, len(self._text.value)):
            self._length = MAX_FILLED + 1
            raise ExpressionError("template/limit", f"With this, the text is longer than {MAX_FILLED:,} characters.")
        if piece:
            self._pieces.append(piece)
            self._starts.append(self._length)
            self._origins.append((origin, offset))
            self._written.append((part.start, part.end))
            self._length += len(piece)

    def filled(self) -> Filled:
        return Filled("".join(self._pieces), self._starts, self._origins, self._uses, self._text, self._written)


@dataclass(frozen=True, slots=True)
class _Breach:
    rule: str
    start: int
    end: int
    message: str
    hint: str = ""


class _Parser:
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
        self.breaches: list[_Breach] = []

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
        branches: list[tuple[Expression | None, tuple[Part, ...]]] = []
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
            branches.append((expression, tuple(part for part in parts if not isinstance(part, _Tag))))
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
            expression = self._expression(last.rest, last.start, last.end) if last.name == "elif" else None
            broken = broken or (last.name == "elif" and expression is None)
        self._depth -= 1
        if not broken:
            yield If(start, self._at, tuple(branches))

    def _expression(self, code: str, start: int, end: int) -> Expression | None:
        try:
            return self._language.compile(code.strip().removesuffix("-").strip())
        except ExpressionError as error:
            self._breach(error.rule, start, end, error.message, error.hint)
            return None

    def _breach(self, rule: str, start: int, end: int, message: str, hint: str = "") -> None:
        self.breaches.append(_Breach(rule, start, end, message, hint))


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    rest: str
    start: int
    end: int
