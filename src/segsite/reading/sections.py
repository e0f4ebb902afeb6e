"""The grammar of sections: `::: component #id`, options closed by `---`, Markdown, `:::`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, Findings, Place, Source
from segsite.model.touchpoint import Section, SectionKind
from segsite.model.values import EMPTY, Mapping
from segsite.reading.validate import as_mapping
from segsite.reading.yaml_values import parse_yaml
from segsite.rulebook import content as rules
from segsite.rulebook.schema import TOO_COMPLEX

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SECTIONS = 1_000
_OPENER = re.compile(
    r":::+\s+(?P<name>[^\s#:]+)(?:\s+(?P<argument>[^\s#:][^\s:]*))?(?:\s+#(?P<id>[^\s:]*))?(?P<closed>\s+:::+)?\s*"
)
_TARGETED = re.compile(r":::+\s+(?P<name>remove|keep)\s+#(?P<id>[^\s:]+)(?P<closed>\s+:::+)?\s*")
_SLIP = re.compile(
    r"(?P<colons>::(?=\s|$)|:::(?=\w))\s*"
    r"(?P<rest>(?:[A-Za-z][\w/-]*(?:\s+[\w/-]+)?(?:\s+#[\w-]+)?(?:\s+:{3})?)?)"
)
"""A line that lacks a colon, or the space after its colons."""
_CLOSER = re.compile(r":::+\s*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_KEY = re.compile(r"[A-Za-z_][\w-]*\+?:(\s|$)")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_ID = re.compile(r"[^\W_][\w-]*")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    fenced: bool
    """Inside a fenced code block, where `:::` and `---` are text."""


def parse_sections(source: Source, start: int, findings: Findings) -> tuple[Section, ...]:
    """The sections of a Markdown file from an offset on; breaches of the grammar go to `findings`."""
    read = list(_lines(source, start))
    marked = [line for line in read if line.text.startswith(":::") and not line.fenced]
    if len(marked) > 2 * MAX_SECTIONS:
        place = source.place(marked[2 * MAX_SECTIONS].start)
        findings.add(TOO_COMPLEX.at(place, f"This file has more than {MAX_SECTIONS:,} sections.", "Split it up."))
        return ()
    lines = [_mended(line, source, findings) for line in read]
    return tuple(_Parser(source, findings).sections(lines))


def _mended(line: _Line, source: Source, findings: Findings) -> _Line:
    """A line that is meant to open or close a section, but for its colons or its space: said, and read as meant."""
    slip = None if line.fenced else _SLIP.fullmatch(line.text.rstrip())
    if slip is None:
        return line
    meant = f"::: {slip['rest']}".rstrip()
    said = "A section opens and closes with three colons." if len(slip["colons"]) < 3 else "No space after `:::`."
    place = Place(source, line.start, line.start + len(line.text.rstrip()))
    findings.add(rules.SECTION_SYNTAX.at(place, said, f"Write `{meant}`."))
    return replace(line, text=meant)


def _lines(source: Source, start: int) -> Iterator[_Line]:
    fence = ""
    while start < len(source.text):
        end = source.text.find("\n", start)
        end = len(source.text) if end < 0 else end
        text = source.text[start:end]
        marker = _FENCE.match(text)
        opens = marker is not None and not fence
        closes = marker is not None and bool(fence) and marker[1].startswith(fence)
        yield _Line(start, end, text, bool(fence) or opens)
        if opens and marker is not None:
            fence = marker[1]
        elif closes:
            fence = ""
        start = end + 1


class _Parser:
    def __init__(self, source: Source, findings: Findings) -> None:
        self._source, self._findings = source, findings
        self._owed = False
        """The line that should have opened a section could not be read, so its closing line is still to come."""

    def sections(self, lines: list[_Line]) -> Iterator[Section]:
        at = 0
        plain_from = 0
        while at < len(lines):
            if lines[at].fenced or not lines[at].text.startswith(":::"):
                at += 1
                continue
            yield from self._plain(lines[plain_from:at])
            section, at = self._section(lines, at)
            if section is not None:
                yield section
            plain_from = at
        yield from self._plain(lines[plain_from:])

    def _plain(self, lines: list[_Line]) -> Iterator[Section]:
        """Markdown between sections, if there is any."""
        filled = [line for line in lines if line.text.strip()]
        if filled:
            body = Place(self._source, filled[0].start, filled[-1].end)
            if not _COMMENT.sub("", body.text).strip():
                return
            yield Section(SectionKind.SHOW, "prose", None, EMPTY, body, body, plain=True)

    def _section(self, lines: list[_Line], at: int) -> tuple[Section | None, int]:
        """The section that opens at a line, and the number of the line after it."""
        line = lines[at]
        place = Place(self._source, line.start, line.start + len(line.text.rstrip()))
        if _CLOSER.fullmatch(line.text):
            if not self._owed:
                message = "This closes a section, but none is open."
                self._findings.add(rules.SECTION_SYNTAX.at(place, message, "Remove it."))
            self._owed = False
            return None, at + 1
        opener = _TARGETED.fullmatch(line.text) or _OPENER.fullmatch(line.text)
        self._owed = opener is None and not line.text.rstrip().endswith(":::")
        if opener is None:
            self._findings.add(rules.SECTION_SYNTAX.at(place, "This line does not open or close a section."))
            return None, at + 1
        end = at + 1 if opener["closed"] else self._closing_line(lines, at + 1, place)
        inside = [] if opener["closed"] else lines[at + 1 : end]
        after = end if opener["closed"] or _is_opener(lines, end) else end + 1
        return self._made(opener, place, inside), after

    def _closing_line(self, lines: list[_Line], at: int, opened: Place) -> int:
        """The number of the line that closes a section; that of the next opener or the end if none does."""
        for number in range(at, len(lines)):
            line = lines[number]
            if line.fenced or not line.text.startswith(":::"):
                continue
            if _CLOSER.fullmatch(line.text):
                return number
            message = (
                f"This section is still open when another one opens on line {self._source.position(line.start)[0]}."
            )
            self._findings.add(rules.SECTION_UNCLOSED.at(opened, message))
            return number
        self._findings.add(rules.SECTION_UNCLOSED.at(opened, "This section is never closed."))
        return len(lines)

    def _made(self, opener: re.Match[str], place: Place, inside: list[_Line]) -> Section | None:
        name, written_id = opener["name"], opener["id"]
        if written_id is not None and not _ID.fullmatch(written_id):
            at = place.within(f"#{written_id}")
            message = f"`#{written_id}` cannot be an id; ids are letters, digits, hyphens and underscores."
            self._findings.add(rules.SECTION_SYNTAX.at(at, message, "Write `#` and a short name, such as `#why`."))
            return None
        argument = opener.groupdict().get("argument")
        kind = SectionKind(name) if name in {"use", "remove", "keep"} else SectionKind.SHOW
        if (argument is not None) != (kind is SectionKind.USE) or (
            kind in {SectionKind.REMOVE, SectionKind.KEEP} and written_id is None
        ):
            hint = f"Write `::: {name} #id :::`." if kind in {SectionKind.REMOVE, SectionKind.KEEP} else ""
            hint = "Write `::: use BLOCK :::`." if kind is SectionKind.USE else hint
            self._findings.add(rules.SECTION_SYNTAX.at(place, "This line does not open or close a section.", hint))
            return None
        options, body = self._options(inside, place)
        if kind is not SectionKind.SHOW and (body.text.strip() or options.entries):
            self._findings.add(
                rules.SECTION_BODY.at(
                    place,
                    f"`::: {name}` takes no text of its own.",
                    f"Close it on its own line: `{place.text} :::`.",
                )
            )
        return Section(kind, argument or (name if kind is SectionKind.SHOW else ""), written_id, options, body, place)

    def _options(self, inside: list[_Line], opened: Place) -> tuple[Mapping, Place]:
        """A section's options, and the place of its Markdown."""
        filled = [line for line in inside if line.text.strip()]
        if not filled:
            return EMPTY, Place(self._source, opened.end, opened.end)
        text = Place(self._source, filled[0].start, filled[-1].end)
        if not _KEY.match(filled[0].text):
            if filled[0].text.rstrip() == "---":
                return EMPTY, Place(self._source, filled[0].end, text.end)
            return EMPTY, text
        closing = next((line for line in inside if line.text.rstrip() == "---" and not line.fenced), None)
        if closing is None:
            return EMPTY, text
        body = [line for line in filled if line.start > closing.start]
        place = (
            Place(self._source, body[0].start, body[-1].end) if body else Place(self._source, closing.end, closing.end)
        )
        return self._yaml(text.start, closing.start), place

    def _yaml(self, start: int, end: int) -> Mapping:
        try:
            return as_mapping(parse_yaml(self._source, self._findings, start, end))
        except Broken as broken:
            self._findings.add(broken.finding)
            return EMPTY


def _is_opener(lines: list[_Line], at: int) -> bool:
    return at < len(lines) and not _CLOSER.fullmatch(lines[at].text)


def looks_like_options(body: str, known: set[str]) -> str | None:
    """The option that a body's first line seems to give without a closing `---`, if it does."""
    first = body.lstrip().partition("\n")[0]
    name = first.partition(":")[0]
    return name if _KEY.match(first) and name.removesuffix("+") in known else None
