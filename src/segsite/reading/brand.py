"""`brand/`: identity, tokens, facts, claims, legal text and assets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from segsite.diagnostics import Broken, Findings, Source
from segsite.model.brand import BrandFile, Claim, Fact
from segsite.model.site import Brand
from segsite.model.tokens import Tokens
from segsite.model.values import EMPTY, Mapping
from segsite.model.written import Written
from segsite.reading.assets import read_assets
from segsite.reading.tokens import resolve_tokens
from segsite.reading.validate import as_mapping, validate
from segsite.reading.yaml_values import parse_yaml
from segsite.rulebook import schema as schema_rules
from segsite.rulebook import themes as rules

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from segsite.reading.files import SiteFiles

M = TypeVar("M", bound=Written)


def read_brand(files: SiteFiles, findings: Findings) -> Brand | None:
    """The brand, or None if it cannot be used, for reasons that go to `findings`."""
    written = read_mapping(files, "brand/brand.yaml", findings)
    brand_file = validate(BrandFile, written, findings) if written is not None else None
    legal = _legal(files, findings)
    if brand_file is not None:
        _check_legal(brand_file, legal, findings)
    tokens = Tokens()
    if files.exists("brand/tokens.json"):
        tokens = resolve_tokens(read_mapping(files, "brand/tokens.json", findings) or EMPTY, findings)
    facts = _named(files, "brand/facts.yaml", Fact, findings)
    claims = _named(files, "brand/claims.yaml", Claim, findings)
    assets = read_assets(files, "brand/assets", findings, trusted=True)
    return Brand(brand_file, facts, claims, tokens, legal, assets) if brand_file is not None else None


def read_mapping(files: SiteFiles, relative: str, findings: Findings) -> Mapping | None:
    """The map a YAML or JSON file holds; None if it cannot be read, for reasons that go to `findings`."""
    try:
        return as_mapping(parse_yaml(files.source(relative), findings))
    except Broken as broken:
        findings.add(broken.finding)
        return None


def _named(files: SiteFiles, relative: str, model: type[M], findings: Findings) -> dict[str, M]:
    """The models of a file that maps names to them; a file that does not exist has none."""
    if not files.exists(relative):
        return {}
    found = {}
    for name, entry in (read_mapping(files, relative, findings) or EMPTY).entries.items():
        if not isinstance(entry.value, Mapping):
            message = f"`{name}` takes a map of `key: value` lines."
            findings.add(schema_rules.WRONG_TYPE.at(entry.value.place, message))
            continue
        item = validate(model, entry.value, findings)
        if item is not None:
            found[name] = item
    return found


def _legal(files: SiteFiles, findings: Findings) -> dict[str, Source]:
    legal = {}
    for entry in files.folder("brand/legal"):
        if entry.suffix == ".md" and not entry.is_folder:
            try:
                legal[entry.stem] = files.source(entry.relative)
            except Broken as broken:
                findings.add(broken.finding)
    return legal


def _check_legal(brand_file: BrandFile, legal: MappingType[str, Source], findings: Findings) -> None:
    for channel, standard in brand_file.channels.items():
        for index, name in enumerate(standard.legal):
            if name not in legal:
                place = brand_file.place("channels", channel, "legal", index)
                findings.add(rules.LEGAL_MISSING.at(place, f"There is no `brand/legal/{name}.md`."))
