"""Everything one file says, by the reader of its kind, so that what a change to its text does can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, Findings
from segsite.model.values import Key, leaves
from segsite.reading.documents import front_matter
from segsite.reading.sections import parse_sections
from segsite.reading.tables import read_table
from segsite.reading.yaml_values import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.diagnostics import Place, Source
    from segsite.model.values import Value

_YAML = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Saying:
    """A value of a file, or a text in it.

    Attributes:
        path: What leads to it.
        value: What it says.
        place: Where it is written, quotes included if it is YAML.
        form: How it is written: as YAML, as a cell of a table, or as it is.
    """

    path: tuple[Key | None, ...]
    value: str | int | float | bool | None
    place: Place
    form: str


def sayings(source: Source) -> list[Saying] | None:
    """What a file says, in order; None if it cannot be read without a finding."""
    findings = Findings()
    try:
        said = list(_said(source, findings))
    except Broken:
        return None
    return None if len(findings) else said


def _said(source: Source, findings: Findings) -> Iterator[Saying]:
    if source.name.endswith(_YAML):
        yield from _values(parse_yaml(source, findings), ())
    elif source.name.endswith(".csv"):
        yield from _rows(source, findings)
    elif source.name.endswith(".md"):
        yield from _document(source, findings)
    else:
        yield Saying((), source.text, source.place(0, len(source.text)), "text")


def _values(value: Value, path: tuple[Key | None, ...]) -> Iterator[Saying]:
    for steps, scalar in leaves(value):
        yield Saying((*path, *steps), scalar.value, scalar.place, "yaml")


def _rows(source: Source, findings: Findings) -> Iterator[Saying]:
    for row in read_table(source, findings):
        for steps, scalar in leaves(row.written):
            yield Saying((row.id, *steps), scalar.value, scalar.place, "cell")


def _document(source: Source, findings: Findings) -> Iterator[Saying]:
    front, start = front_matter(source, findings)
    yield from _values(front, ())
    for number, section in enumerate(parse_sections(source, start, findings)):
        name = (number, section.kind, section.name, section.id)
        yield from _values(section.options, name)
        yield Saying((*name, ":::"), section.body.text, section.body, "text")
