"""A Markdown file becomes a document: front matter and sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, Findings, Source
from segsite.model.touchpoint import BlockFile, Channel, Document, EmailFile, FrontMatter, PageFile
from segsite.model.values import Mapping, empty_mapping
from segsite.reading.sections import parse_sections
from segsite.reading.validate import as_mapping, salvage, validate
from segsite.reading.yaml_values import parse_yaml
from segsite.rulebook import schema as rules

if TYPE_CHECKING:
    from segsite.reading.files import SiteFiles

_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_SECTION = re.compile(r"^:::", re.MULTILINE)
"""A section in what seems to be front matter: the `---` found is the section's."""
_MODELS: dict[Channel | None, type[FrontMatter]] = {
    Channel.WEB: PageFile,
    Channel.EMAIL: EmailFile,
    None: BlockFile,
}


def read_document(files: SiteFiles, relative: str, name: str, channel: Channel | None, findings: Findings) -> Document:
    """A page, e-mail or block; what of it cannot be used is left out, for reasons that go to `findings`."""
    model = _MODELS[channel]
    try:
        source = files.source(relative)
        written, body_start = front_matter(source, findings)
    except Broken as broken:
        findings.add(broken.finding)
        return Document(name, channel, model(), (), broken.finding.place, broken=True)
    before = len(findings)
    front: FrontMatter = validate(model, written, findings) or salvage(model, written)
    broken_front = len(findings) > before
    sections = parse_sections(source, body_start, findings)
    return Document(name, channel, front, sections, source.place(), broken_front)


def front_matter(source: Source, findings: Findings) -> tuple[Mapping, int]:
    """The front matter as written, and the offset where the text begins.

    Raises:
        Broken: If it is never closed, or is not YAML.
    """
    match = _FRONT.match(source.text)
    if match is None or _SECTION.search(match["yaml"]):
        if match is not None or source.text.startswith("---\n"):
            raise Broken(
                rules.SYNTAX.at(
                    source.place(0, 3),
                    "The front matter opens here and is never closed.",
                    "Add a line `---` after it.",
                )
            )
        return empty_mapping(source.place()), 0
    value = parse_yaml(source, findings, match.start("yaml"), match.end("yaml"))
    return as_mapping(value), match.end()
