"""`segments.csv`: one row, one child segment. RFC 4180, read by ourselves so that every cell has its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, Findings, Place, Source
from segsite.model.values import Entry, Mapping, Scalar, Sequence, Value
from segsite.rulebook import schema as rules

if TYPE_CHECKING:
    from collections.abc import Iterator

LIST_COLUMNS = frozenset({"needs", "keywords", "omit"})
"""Columns that hold several texts, separated by semicolons."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text without quotes, and its place without them."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """One child segment of a table: its id and what it says."""

    id: str
    written: Mapping
    place: Place


def read_table(source: Source, findings: Findings) -> list[Row]:
    """The rows of a table; what is wrong with a row goes to `findings`, and the row is left out.

    Raises:
        Broken: If the first line does not name the columns.
    """
    lines = [line for line in _lines(source) if any(cell.text.strip() for cell in line)]
    if not lines:
        return []
    head, *body = lines
    _check_head(head, source)
    rows: list[Row] = []
    for cells in body:
        row = _row(head, cells, findings)
        if row is not None:
            rows.append(row)
    return rows


def _check_head(head: list[Cell], source: Source) -> None:
    names: dict[str, Cell] = {}
    for cell in head:
        name = cell.text.strip()
        if not name:
            raise Broken(rules.TABLE_COLUMN.at(cell.place, "This column has no name."))
        if name in names:
            raise Broken(rules.TABLE_COLUMN.at(cell.place, f"Two columns are named `{name}`."))
        names[name] = cell
    if "id" not in names:
        place = next(
            (cell.place for name, cell in names.items() if name.casefold() == "id"),
            source.place(0, head[-1].place.end),
        )
        hint = "Name the first column `id`, in small letters; each row says in it which segment it is."
        raise Broken(rules.TABLE_COLUMN.at(place, "No column is named `id`.", hint))


def _row(head: list[Cell], cells: list[Cell], findings: Findings) -> Row | None:
    number = cells[0].place.line
    if len(cells) > len(head):
        extra = cells[len(head)]
        message = f"Row {number} has {len(cells)} cells, but there are {len(head)} columns."
        hint = 'Put quotes around a cell that holds a comma: "plumbers, heating".'
        findings.add(rules.TABLE_ROW.at(extra.place, message, hint))
        return None
    place = Place(cells[0].place.source, cells[0].place.start, cells[-1].place.end)
    values = {name.text.strip(): cell for name, cell in zip(head, cells, strict=False) if cell.text.strip()}
    identity = values.pop("id", None)
    if identity is None:
        findings.add(rules.TABLE_ROW.at(cells[0].place, f"Row {number} has no id.", "Write one in the column `id`."))
        return None
    heads = {cell.text.strip(): cell for cell in head}
    tree = _Branch()
    for name, cell in values.items():
        if not tree.put(name.split("."), Entry(_value(name, cell), heads[name].place)):
            message = f"Column `{name}` reaches into a column that holds a text."
            findings.add(rules.TABLE_COLUMN.at(heads[name].place, message))
    return Row(identity.text.strip(), tree.mapping(place), identity.place)


def _value(column: str, cell: Cell) -> Value:
    if column.removesuffix("+") not in LIST_COLUMNS:
        return Scalar(cell.text.strip(), cell.place)
    parts = [part.strip() for part in cell.text.split(";")]
    return Sequence(tuple(Scalar(part, cell.place.within(part)) for part in parts if part), cell.place)


class _Branch:
    """A map under construction from dotted names; names that are numbers make lists."""

    def __init__(self) -> None:
        self._under: dict[str, _Branch | Entry] = {}
        self._key_places: dict[str, Place] = {}

    def put(self, path: list[str], value: Entry) -> bool:
        """Take a value in; False if the path leads through a value that is not a map."""
        name, *rest = path
        self._key_places.setdefault(name, value.key_place)
        if not rest:
            free = name not in self._under
            self._under.setdefault(name, value)
            return free
        branch = self._under.setdefault(name, _Branch())
        return isinstance(branch, _Branch) and branch.put(rest, value)

    def mapping(self, place: Place) -> Mapping:
        values = self._values(place)
        return Mapping({name: Entry(value, self._key_places[name]) for name, value in values.items()}, place)

    def _values(self, place: Place) -> dict[str, Value]:
        return {
            name: under.value(place) if isinstance(under, _Branch) else under.value
            for name, under in self._under.items()
        }

    def value(self, place: Place) -> Value:
        values = self._values(place)
        if values and all(name.isascii() and name.isdigit() for name in values):
            return Sequence(tuple(values[name] for name in sorted(values, key=int)), place)
        return self.mapping(place)


def _lines(source: Source) -> Iterator[list[Cell]]:
    """The cells of each line, by the separator the first line uses: comma, semicolon or tab."""
    text, at = source.text, 0
    separator = max(",;\t", key=text.partition("\n")[0].count)
    plain = re.compile(rf"[^{re.escape(separator)}\n]*")
    line: list[Cell] = []
    while at < len(text):
        cell, at = _quoted(source, at) if text[at] == '"' else _plain_cell(source, at, plain)
        line.append(cell)
        if at < len(text) and text[at] == separator:
            at += 1
            if at == len(text):
                line.append(Cell("", source.place(at)))
            continue
        if at < len(text) and text[at] != "\n":
            raise Broken(
                rules.TABLE_ROW.at(
                    source.place(at),
                    "Text after a closing quote.",
                    'Double a quote inside a quoted cell: "say ""hi""".',
                )
            )
        at += 1
        yield line
        line = []
    if line:
        yield line


def _plain_cell(source: Source, at: int, pattern: re.Pattern[str]) -> tuple[Cell, int]:
    match = pattern.match(source.text, at)
    end = match.end() if match is not None else at
    return Cell(source.text[at:end], source.place(at, end)), end


def _quoted(source: Source, at: int) -> tuple[Cell, int]:
    end = at + 1
    while True:
        end = source.text.find('"', end)
        if end < 0:
            raise Broken(
                rules.TABLE_ROW.at(source.place(at), "A quote that is opened here is never closed.", "Close it.")
            )
        if source.text[end + 1 : end + 2] != '"':
            break
        end += 2
    return Cell(source.text[at + 1 : end].replace('""', '"'), source.place(at + 1, end)), end + 1
