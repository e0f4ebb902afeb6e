"""`content/`: the segment tree with its touchpoints, blocks and assets, and the shared library."""

from __future__ import annotations

from dataclasses import replace

from segsite.diagnostics import Broken, Findings, Place, Source
from segsite.model.segment import SegmentFile
from segsite.model.site import Asset, SegmentSource
from segsite.model.touchpoint import Channel, Document
from segsite.model.values import Mapping, empty_mapping
from segsite.reading.assets import read_assets
from segsite.reading.documents import read_document
from segsite.reading.files import Entry, SiteFiles, slug, slug_problem
from segsite.reading.tables import Row, read_table
from segsite.reading.validate import as_mapping, validate
from segsite.reading.yaml_values import parse_yaml
from segsite.rulebook import content as rules
from segsite.rulebook import files as file_rules

SEGMENTS = "content/segments"
LIBRARY = "content/library"
DEFINITION = "segment.yaml"
TABLE = "segments.csv"
_MISTAKEN = ("segment.yml", "Segment.yaml", "segment.yaml.txt", "segments.yaml")
"""What people name a `segment.yaml` by mistake."""
RESERVED = frozenset({"emails", "library", "assets"})


def read_segments(files: SiteFiles, findings: Findings) -> tuple[SegmentSource, ...]:
    """Every segment, parents before children, siblings by name."""
    reader = _Reader(files, findings)
    return tuple(reader.branch("", SEGMENTS, None))


def read_library(files: SiteFiles, folder: str, findings: Findings) -> dict[str, Document]:
    """The blocks of a `library/` folder by their path in it, without `.md`."""
    blocks = {}
    for entry in files.walk(folder):
        name = entry.relative.removeprefix(f"{folder}/").removesuffix(".md")
        if name.startswith("assets/"):
            continue
        if _is_markdown(entry, findings) and all(_named_well(entry, part, findings) for part in name.split("/")):
            blocks[name] = read_document(files, entry.relative, name, None, findings)
    return blocks


def _is_markdown(entry: Entry, findings: Findings) -> bool:
    if entry.suffix == ".md":
        return True
    hint = ""
    if entry.stem.endswith(".md"):
        hint = f"Rename it to `{entry.stem}`."
    elif entry.suffix not in {".txt", ".markdown", ".mdown", ".html", ""}:
        hint = "Write a page's text into a file that ends in `.md`; a picture or a document goes to `assets/`."
    findings.add(file_rules.STRAY.at(entry.place, f"`{entry.name}` is not a Markdown file, and is left out.", hint))
    return False


def _named_well(entry: Entry, name: str, findings: Findings) -> bool:
    problem = slug_problem(name)
    if problem is None:
        return True
    kept = f"{slug(name) or 'a-name'}{entry.suffix if not entry.is_folder else ''}"
    findings.add(
        file_rules.NAME.at(
            entry.place,
            f"`{entry.name}` cannot be part of a web address: {problem}.",
            f"Rename it to `{kept}`.",
        )
    )
    return False


class _Reader:
    def __init__(self, files: SiteFiles, findings: Findings) -> None:
        self._files, self._findings = files, findings

    def branch(self, segment_id: str, folder: str, row: Row | None) -> list[SegmentSource]:
        """A segment and all below it; `folder` need not exist for a segment that a row defines."""
        found = []
        ahead = [(segment_id, folder, row)]
        while ahead:
            segment_id, folder, row = ahead.pop()
            entries = self._files.folder(folder)
            found.append(self._segment(segment_id, folder, entries, row))
            children = {entry.name: entry for entry in entries if entry.is_folder and entry.name not in RESERVED}
            rows = self._rows(entries, children)
            ahead.extend(
                (f"{segment_id}/{name}".lstrip("/"), f"{folder}/{name}", rows.get(name))
                for name in sorted({*children, *rows}, reverse=True)
                if name not in children or _named_well(children[name], name, self._findings)
            )
        return found

    def _segment(self, segment_id: str, folder: str, entries: list[Entry], row: Row | None) -> SegmentSource:
        by_name = {entry.name: entry for entry in entries}
        defined = self._definition(folder, by_name, row)
        return replace(
            defined,
            id=segment_id,
            touchpoints={
                **self._touchpoints([entry for entry in entries if not entry.is_folder], Channel.WEB),
                **self._touchpoints(
                    self._files.folder(f"{folder}/emails") if "emails" in by_name else [], Channel.EMAIL
                ),
            },
            blocks=read_library(self._files, f"{folder}/library", self._findings) if "library" in by_name else {},
            assets=self._assets(f"{folder}/assets") if "assets" in by_name else {},
        )

    def _assets(self, folder: str) -> dict[str, Asset]:
        return read_assets(self._files, folder, self._findings)

    def _definition(self, folder: str, by_name: dict[str, Entry], row: Row | None) -> SegmentSource:
        entry = by_name.get(DEFINITION)
        if entry is not None and row is not None:
            message = f"This segment is already a row of a table ({row.place})."
            self._findings.add(rules.SEGMENT_DUPLICATE.at(entry.place, message))
        if entry is None and row is None:
            place = Source(f"{folder}/{DEFINITION}").place()
            mistaken = next((name for name in _MISTAKEN if name in by_name), None)
            hint = (
                f"Rename `{mistaken}` to `{DEFINITION}`."
                if mistaken is not None
                else f"Create it with `segsite new segment {folder.removeprefix(f'{SEGMENTS}/')}`."
                if folder != SEGMENTS
                else "Create it; an empty one will do."
            )
            self._findings.add(rules.SEGMENT_UNDEFINED.at(place, f"`{folder}` holds no `{DEFINITION}`.", hint))
            return SegmentSource("", SegmentFile(), place, broken=True)
        try:
            written = self._written(entry) if entry is not None else row.written if row is not None else None
        except Broken as broken:
            self._findings.add(broken.finding)
            written = None
        place = (
            entry.place
            if row is None and entry is not None
            else row.place
            if row is not None
            else Place(Source(folder))
        )
        if written is None:
            return SegmentSource("", SegmentFile(), place, broken=True)
        file = validate(SegmentFile, written, self._findings)
        if file is None:
            return SegmentSource("", SegmentFile(), place, broken=True)
        return SegmentSource("", file, written.place if written.entries else place)

    def _written(self, entry: Entry) -> Mapping:
        source = self._files.source(entry.relative)
        if not source.text.strip():
            return empty_mapping(source.place())
        return as_mapping(parse_yaml(source, self._findings))

    def _rows(self, entries: list[Entry], folders: dict[str, Entry]) -> dict[str, Row]:
        """The rows of the folder's table by the name of the child segment."""
        if not any(entry.name == TABLE for entry in entries):
            return {}
        relative = next(entry.relative for entry in entries if entry.name == TABLE)
        rows: dict[str, Row] = {}
        try:
            found = read_table(self._files.source(relative), self._findings)
        except Broken as broken:
            self._findings.add(broken.finding)
            # what the table defines is unknown; the folders it may define must not be blamed for it
            return {
                name: Row(name, empty_mapping(entry.place), entry.place)
                for name, entry in folders.items()
                if not self._files.exists(f"{entry.relative}/{DEFINITION}")
            }
        for row in found:
            problem = slug_problem(row.id) or ("the name is kept for a folder" if row.id in RESERVED else None)
            if problem is not None:
                message = f"`{row.id}` cannot be a segment's id: {problem}."
                hint = "Give it another id." if row.id in RESERVED else f"Write `{slug(row.id) or 'a-name'}`."
                self._findings.add(file_rules.NAME.at(row.place, message, hint))
            elif row.id in rows:
                message = f"`{row.id}` is already a row on line {rows[row.id].place.line}."
                self._findings.add(rules.SEGMENT_DUPLICATE.at(row.place, message))
            else:
                rows[row.id] = row
        return rows

    def _touchpoints(self, entries: list[Entry], channel: Channel) -> dict[str, Document]:
        found = {}
        passed_over = {DEFINITION, TABLE} if channel is Channel.WEB else set()
        if not any(entry.name == DEFINITION for entry in entries):
            passed_over.update(_MISTAKEN)  # said of the segment, which lacks its definition
        for entry in entries:
            if entry.name in passed_over:
                continue
            if entry.is_folder:
                self._findings.add(
                    file_rules.STRAY.at(
                        entry.place, f"`{entry.name}` is a folder, and is left out.", "Move its files up."
                    )
                )
            elif _is_markdown(entry, self._findings) and _named_well(entry, entry.stem, self._findings):
                document = read_document(self._files, entry.relative, entry.stem, channel, self._findings)
                found[document.key] = document
        return found
