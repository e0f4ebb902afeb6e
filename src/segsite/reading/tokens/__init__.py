"""`brand/tokens.json`: design tokens in the W3C format 2025.10, resolved for light, for dark and for every accent.

https://www.designtokens.org/tr/2025.10/format/. What a token is worth in dark stands in its
`$extensions["org.segsite.dark"]`, or in a second file, `brand/tokens.dark.json`.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, Findings
from segsite.model.values import EMPTY, Mapping
from segsite.reading.tokens.dark import dark_values, for_accent
from segsite.reading.tokens.form import check_form
from segsite.reading.tokens.groups import Groups, Path
from segsite.reading.tokens.resolution import Resolution
from segsite.reading.validate import as_mapping
from segsite.reading.yaml_values import parse_yaml
from segsite.rulebook import tokens as rules

if TYPE_CHECKING:
    from segsite.diagnostics import Source
    from segsite.model.standards import Accent
    from segsite.model.tokens import Tokens
    from segsite.reading.files import SiteFiles

FILE = "brand/tokens.json"
DARK_FILE = "brand/tokens.dark.json"


def read_tokens(files: SiteFiles, accent: Accent | None, findings: Findings) -> Tokens:
    """The tokens of a brand; a site without a tokens file has none.

    Args:
        files: The site's files.
        accent: Which accents a segment may choose, if it may.
        findings: Where everything goes that is wrong.
    """
    light, dark = (_parsed(files, name, findings) for name in (FILE, DARK_FILE))
    return resolve_tokens(light, findings, dark, accent)


def resolve_tokens(written: Mapping, findings: Findings, dark: Mapping = EMPTY, accent: Accent | None = None) -> Tokens:
    """Every token of a parsed file with its values; those that are broken have none, and a finding says why."""
    check_form(written, findings)
    check_form(dark, findings)
    groups = Groups(written, {})
    values = dark_values(dark, groups, findings)
    tokens = Resolution(groups, values, findings).tokens()
    if accent is None:
        return tokens
    replaced = _path(accent.replaces)
    accents = {
        path[-1]: Resolution(Groups(written, {replaced: path}), for_accent(values, replaced, path), findings).tokens()
        for path in _choices(groups, _path(accent.group), replaced)
    }
    return replace(tokens, accents=accents)


def _path(dotted: str) -> Path:
    return tuple(dotted.split("."))


def _choices(groups: Groups, path: Path, replaced: Path) -> list[Path]:
    """The groups right below a group, each an accent; none if they and what they replace are parts of each other."""
    shared = min(len(path), len(replaced))
    if path[:shared] == replaced[:shared]:
        return []
    try:
        return [(*path, name) for name in groups.names(path) if groups.is_group((*path, name))]
    except Broken:  # which is told where the group is read
        return []


def _parsed(files: SiteFiles, name: str, findings: Findings) -> Mapping:
    if not files.exists(name):
        return EMPTY
    try:
        source = files.source(name)
        written = as_mapping(parse_yaml(source, findings))
    except Broken as broken:
        findings.add(broken.finding)
        return EMPTY
    _check_json(source, findings)
    return written


def _check_json(source: Source, findings: Findings) -> None:
    """Report what YAML reads though it is not JSON."""
    try:
        json.loads(source.text or "{}")
    except ValueError as error:
        place = source.place(getattr(error, "pos", 0))
        hint = "JSON takes double quotes, no comments, and no comma before a closing bracket."
        findings.add(rules.TOKEN_FORMAT.at(place, "This is not JSON, so other tools cannot read it.", hint))
