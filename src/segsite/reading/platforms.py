"""The profiles of e-mail platforms: segsite's own, and those that a site adds or replaces."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, Source, did_you_mean
from segsite.model.platform import PlatformFile
from segsite.reading.validate import as_mapping, validate
from segsite.reading.yaml_values import parse_yaml
from segsite.rulebook.schema import WRONG_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from segsite.diagnostics import Findings
    from segsite.model.config import SiteConfig
    from segsite.reading.files import SiteFiles

FOLDER = "brand/platforms"
"""Where a site keeps profiles of its own."""


def read_platforms(files: SiteFiles, findings: Findings) -> dict[str, PlatformFile]:
    """Every platform's profile by its name in segsite.yaml; a site's own replaces one of the same name."""
    profiles = {}
    for name, source in (*_shipped(), *_own(files, findings)):
        try:
            written = as_mapping(parse_yaml(source, findings))
        except Broken as broken:
            findings.add(broken.finding)
            continue
        profile = validate(PlatformFile, written, findings)
        if profile is not None:
            profiles[name] = profile
    return profiles


def check_platforms(config: SiteConfig, platforms: Mapping[str, PlatformFile], findings: Findings) -> None:
    """Hold segsite.yaml to the platforms there are."""
    for index, name in enumerate(config.email.platforms):
        if name not in platforms:
            place = config.place("email", "platforms", index)
            hint = did_you_mean(name, platforms, otherwise=f"Another one can be added as `{FOLDER}/{name}.yaml`.")
            findings.add(WRONG_TYPE.at(place, f"`{name}` is not a known platform.", hint))
    for field, named in config.email.fields.items():
        for name in named:
            if name not in platforms:
                place = config.place("email", "fields", field, name)
                findings.add(WRONG_TYPE.at(place, f"`{name}` is not a known platform.", did_you_mean(name, platforms)))


def _shipped() -> Iterator[tuple[str, Source]]:
    for file in sorted(resources.files("segsite.platforms").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            yield file.name.removesuffix(".yaml"), Source(f"platforms/{file.name}", file.read_text(encoding="utf-8"))


def _own(files: SiteFiles, findings: Findings) -> Iterator[tuple[str, Source]]:
    for entry in files.folder(FOLDER):
        if entry.suffix in {".yaml", ".yml"} and not entry.is_folder:
            try:
                yield entry.stem, files.source(entry.relative)
            except Broken as broken:
                findings.add(broken.finding)
