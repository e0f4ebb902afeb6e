"""Voices for tests: rules in Vale's format, and what they find in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from words import grounds_of

from segsite.brand.passages import Block, Passage, Wording
from segsite.brand.voice.found import Point
from segsite.brand.voice.points import point_of
from segsite.brand.voice.voice import Voice
from segsite.diagnostics import Findings, Source
from segsite.model.values import Mapping
from segsite.model.voice import POINTS
from segsite.reading.validate import validate
from segsite.reading.yaml_values import parse_yaml
from segsite.rendering.filled import Filled, Text

if TYPE_CHECKING:
    from pathlib import Path

    from segsite.brand.voice.found import Found
    from segsite.model.voice import RuleFile

SCOPES = {"#": ("text", "heading", "h2"), "-": ("text", "list"), ">": ("text", "blockquote"), "<": ("comment",)}


def rule_file(text: str) -> RuleFile:
    """A rule as written."""
    findings = Findings()
    written = parse_yaml(Source("Rule.yml", text), findings)
    assert isinstance(written, Mapping)
    extends = written.get("extends")
    assert extends is not None
    file = validate(POINTS[str(extends.plain())], written, findings)
    assert file is not None, [(str(finding.place), finding.message) for finding in findings]
    return file


def found(rule: str, text: str, *accepted: str) -> list[Found]:
    """What a rule finds in a text, all its alternatives tried."""
    point = point_of(rule_file(rule), accepted)
    assert isinstance(point, Point)
    return list(point.found(text, range(len(point.needs))))


def hits(rule: str, text: str, *accepted: str) -> list[str]:
    """The words that a rule finds in a text."""
    return [text[slice(*one.span)] for one in found(rule, text, *accepted)]


def voice_of(folder: Path, text: str) -> Voice:
    """The voice of a site in the style of txtar, over the base site."""
    return Voice(grounds_of(folder, text))


def text_of(text: str, *parts: str, locale: str = "en") -> Passage:
    """A passage whose lines are blocks: `#` headings, `-` list items, `>` quotes, `<` comments, and paragraphs."""
    blocks, starts, at = [], [], 0
    for line in text.split("\n"):
        mark = line[:2].rstrip() if line[:2] in {f"{sign} " for sign in SCOPES} else ""
        words = line.removeprefix(f"{mark} " if mark else "")
        if words:
            blocks.append(Block(words, SCOPES.get(mark, ("text",))))
            starts.append(at + len(line) - len(words))
        at += len(line) + 1
    wording = Wording(
        text, tuple(blocks), locale, lambda block, start, end: (starts[block] + start, starts[block] + end)
    )
    source = Source("content/segments/index.md", text)
    return Passage(wording, frozenset(parts), Filled.of(Text.of_place(source.place(0, len(text)))))


def said_of(voice: Voice, passage: Passage) -> list[tuple[str, int, str]]:
    """What a voice finds in a passage: rule, line and words."""
    root = voice._grounds.tree.root
    return [
        (finding.rule.name.removeprefix("voice/"), finding.place.line, finding.place.text)
        for finding in voice.of_words(passage, root)
    ]
