"""`brand/`: identity, tokens, facts, claims, legal text, assets, waivers and the baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from segsite.diagnostics import Broken, Findings, Source
from segsite.model.brand import BrandFile, Claim, Fact
from segsite.model.site import Brand
from segsite.model.values import EMPTY, Mapping
from segsite.model.written import Written
from segsite.reading.assets import read_assets
from segsite.reading.baseline import read_baseline
from segsite.reading.tokens import read_tokens
from segsite.reading.validate import as_mapping, validate
from segsite.reading.voice import read_voice
from segsite.reading.waivers import read_waivers
from segsite.reading.yaml_values import parse_yaml
from segsite.rulebook import schema as schema_rules
from segsite.rulebook import themes as rules

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from segsite.model.values import Key
    from segsite.reading.files import SiteFiles

M = TypeVar("M", bound=Written)
MAX_NAME = 200
"""A longer text is no path of a file."""


def read_brand(files: SiteFiles, findings: Findings) -> Brand | None:
    """The brand, or None if it cannot be used, for reasons that go to `findings`."""
    written = read_mapping(files, "brand/brand.yaml", findings)
    brand_file = validate(BrandFile, written, findings) if written is not None else None
    legal = _legal(files, findings)
    if brand_file is not None:
        _check_legal(brand_file, legal, findings)
    tokens = read_tokens(files, brand_file.variation.accent if brand_file is not None else None, findings)
    facts = _named(files, "brand/facts.yaml", Fact, findings)
    claims = _named(files, "brand/claims.yaml", Claim, findings)
    assets = read_assets(files, "brand/assets", findings, trusted=True)
    voice = read_voice(files, findings)
    waivers = read_waivers(files, findings)
    baseline = read_baseline(files, findings)
    if brand_file is None:
        return None
    return Brand(
        brand_file,
        facts,
        claims,
        tokens,
        legal,
        assets,
        _evidence(files, claims),
        voice,
        waivers,
        baseline,
    )


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


def _evidence(files: SiteFiles, claims: MappingType[str, Claim]) -> frozenset[str]:
    """The files of `brand/` that claims name as their evidence, and that exist."""
    named = {claim.evidence for claim in claims.values() if claim.evidence is not None}
    paths = (name for name in named if len(name) <= MAX_NAME and ".." not in name.split("/"))
    return frozenset(name for name in paths if files.exists(f"brand/{name}"))


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
    named: list[tuple[str, tuple[Key, ...]]] = [
        (name, ("channels", channel, "legal", index))
        for channel, standard in brand_file.channels.items()
        for index, name in enumerate(standard.legal)
    ]
    named += [
        (other, ("regions", region, "legal", name))
        for region, own in brand_file.regions.items()
        for name, other in own.legal.items()
    ]
    for name, path in named:
        if not any(known == name or known.startswith(f"{name}.") for known in legal):
            findings.add(rules.LEGAL_MISSING.at(brand_file.place(*path), f"There is no `brand/legal/{name}.md`."))
