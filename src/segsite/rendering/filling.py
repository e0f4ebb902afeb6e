"""Texts with expressions are filled; every stretch of the result knows where its words are written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from segsite.model.merge_fields import choice_placeholders
from segsite.rendering.expressions import ExpressionError, Language
from segsite.rendering.filled import Filled, Origin, Text, Use
from segsite.rendering.parsing import Branch, Breach, If, Literal, Parser, Part, Print
from segsite.rendering.telling import Telling
from segsite.rendering.views import Joined, Worded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segsite.diagnostics import Findings
    from segsite.model.merge_fields import Test

MAX_FILLED = 2_000_000
"""So many characters a text may become, as many as a file may hold."""
MAX_WAYS = 20
"""So many conditions on merge fields may stand in each other, or follow each other as alternatives."""


class Filler:
    """Fills texts; each distinct one is taken apart once.

    Args:
        language: Compiles their expressions.
        telling: Tells of those that cannot be worked out.
    """

    def __init__(self, language: Language, telling: Telling | None = None) -> None:
        self._language, self._telling = language, telling or Telling()
        self._parts: dict[str, tuple[tuple[Part, ...], tuple[Breach, ...]]] = {}

    def fill(self, text: Text, scope: Mapping[str, Any], findings: Findings) -> Filled:
        """A text with its expressions worked out; one that cannot be leaves a gap and a finding."""
        if "{" not in text.value:
            return Filled.of(text)
        known = self._parts.get(text.value)
        if known is None:
            parser = Parser(text.value, self._language)
            known = self._parts[text.value] = (tuple(parser.parts()), tuple(parser.breaches))
        parts, breaches = known
        for breach in breaches:
            findings.add(self._telling.finding(breach, text, (breach.start, breach.end), scope))
        writer = _Writer(text, scope, findings, self._telling)
        writer.write(parts)
        return writer.filled()


class _Writer:
    def __init__(self, text: Text, scope: Mapping[str, Any], findings: Findings, telling: Telling) -> None:
        self._text, self._scope, self._findings, self._telling = text, scope, findings, telling
        self._pieces: list[str] = []
        self._starts: list[int] = [0]
        self._origins: list[tuple[Origin, int]] = [(text, 0)]
        self._uses: list[Use] = []
        self._written: list[tuple[int, int]] = [(0, 0)]
        self._length = 0
        self._ways = 0
        """How many conditions on merge fields are open."""

    def write(self, parts: tuple[Part, ...]) -> None:
        for part in parts:
            if self._length > MAX_FILLED:
                return
            try:
                self._write(part)
            except ExpressionError as error:
                span = part.branches[0].tag if isinstance(part, If) else (part.start, part.end)
                self._findings.add(self._telling.finding(error, self._text, span, self._scope))

    def _write(self, part: Part) -> None:
        if isinstance(part, Literal):
            self._put(self._text.value[part.start : part.end], self._text, part, part.start)
        elif isinstance(part, Print):
            value = part.expression.text(self._scope)
            self._note(part)
            for piece in value.pieces if isinstance(value, Joined) else (value,):
                self._print(piece, part)
        else:
            self._choose(part, part.branches)

    def _choose(self, part: If, branches: tuple[Branch, ...]) -> None:
        """Write the way that holds; where only the recipient can tell, both, with placeholders around them."""
        for at, branch in enumerate(branches):
            verdict = True if branch.condition is None else branch.condition.verdict(self._scope)
            if verdict is True:
                self.write(branch.parts)
                return
            if verdict is not False:
                self._leave_open(part, branch, verdict, branches[at + 1 :])
                return

    def _leave_open(self, part: If, branch: Branch, test: Test, others: tuple[Branch, ...]) -> None:
        if self._ways == MAX_WAYS:
            message = f"More than {MAX_WAYS} conditions on merge fields stand in each other here, or follow each other."
            raise ExpressionError("email/condition", message, "Write two e-mails.")
        self._ways += 1
        gap = "\n\n" if part.apart else ""
        place = self._text.at(*branch.tag)
        opened, other, ended = (f"{gap}{one}{gap}" for one in choice_placeholders(test))
        tag = Literal(*branch.tag)
        self._put(opened, place, tag)
        self.write(branch.parts)
        try:
            if others:
                self._put(other, place, tag)
                self._choose(part, others)
        finally:
            self._put(ended, place, tag)  # also where a condition cannot be used, so that nothing is torn
            self._ways -= 1

    def _print(self, value: str, part: Print) -> None:
        """Put in a value, with the facts and claims that it has itself been filled with."""
        if isinstance(value, Worded) and value.filled is not None:
            self._uses.extend(replace(use, at=self._length) for use in value.filled.named)
        self._put(value, self._origin(value, part), part)

    def _note(self, part: Print) -> None:
        """Keep which facts and claims an expression names."""
        for root, name in part.expression.vouched:
            self._uses.append(Use(root, name, self._length, self._text, part.start, part.end))

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
