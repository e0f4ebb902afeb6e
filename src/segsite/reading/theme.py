"""`themes/`: a theme with all it extends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, Findings, Place, Source, did_you_mean
from segsite.model.component import Contract
from segsite.model.config import ThemeFile
from segsite.model.site import Asset, Component, Theme
from segsite.model.touchpoint import Channel
from segsite.reading.assets import read_assets
from segsite.reading.validate import as_mapping, validate
from segsite.reading.yaml_values import parse_yaml
from segsite.rulebook import themes as rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segsite.reading.files import SiteFiles

_TEMPLATES = (".html", ".txt", ".css", ".svg", ".xml", ".json")
FACES = {Channel.WEB: "web.html", Channel.EMAIL: "email.html"}


def read_theme(files: SiteFiles, name: str, asked_at: Place, findings: Findings) -> Theme:
    """The theme of a site.

    Raises:
        Broken: If it, or a theme it extends, is not there or extends itself.
    """
    chain = _chain(files, name, asked_at, findings)
    templates: dict[str, Source] = {}
    assets: dict[str, Asset] = {}
    for folder, _ in reversed(chain):
        for entry in files.walk(folder):
            relative = entry.relative.removeprefix(f"{folder}/")
            kinds = (".svg",) if relative.startswith("assets/") else _TEMPLATES
            if entry.suffix in kinds or entry.name == "component.yaml":
                try:
                    templates[relative] = files.source(entry.relative)
                except Broken as broken:
                    findings.add(broken.finding)
        assets.update(read_assets(files, f"{folder}/assets", findings, trusted=True))
    return Theme(
        name,
        tuple(theme_file for _, theme_file in chain),
        templates,
        _styles(templates),
        _components(templates, findings),
        assets,
    )


def _chain(files: SiteFiles, name: str, asked_at: Place, findings: Findings) -> list[tuple[str, ThemeFile]]:
    """The folders of a theme and of those it extends, nearest first, with their `theme.yaml`."""
    chain: list[tuple[str, ThemeFile]] = []
    wanted: str | None = name
    while wanted is not None:
        name = wanted
        folder = f"themes/{name}"
        if any(folder == known for known, _ in chain):
            names = " > ".join(known.removeprefix("themes/") for known, _ in chain)
            raise Broken(rules.THEME_CYCLE.at(asked_at, f"Themes extend each other in a circle: {names} > {name}."))
        known_themes = [entry.name for entry in files.folder("themes") if entry.is_folder]
        if name not in known_themes or not files.exists(f"{folder}/theme.yaml"):
            hint = did_you_mean(name, known_themes, otherwise="Add `theme.yaml` to the theme's folder.")
            raise Broken(rules.THEME_MISSING.at(asked_at, f"There is no theme `{name}` in `themes/`.", hint))
        written = as_mapping(parse_yaml(files.source(f"{folder}/theme.yaml"), findings))
        theme_file = validate(ThemeFile, written, findings) or ThemeFile()
        chain.append((folder, theme_file))
        wanted, asked_at = theme_file.extends, theme_file.place("extends")
    return chain


def _styles(templates: Mapping[str, Source]) -> tuple[Source, ...]:
    """The theme's style sheets: its base first, then its components' by name."""
    names = [name for name in sorted(templates) if name.startswith("components/") and name.endswith("/style.css")]
    return tuple(templates[name] for name in ("style.css", *names) if name in templates)


def _components(templates: Mapping[str, Source], findings: Findings) -> dict[str, Component]:
    components = {}
    for folder in sorted(
        {name.split("/")[1] for name in templates if name.startswith("components/") and name.count("/") > 1}
    ):
        component = _component(folder, templates, findings)
        if component is not None:
            components[folder] = component
    return components


def _component(name: str, templates: Mapping[str, Source], findings: Findings) -> Component | None:
    folder = f"components/{name}"
    contract_source = templates.get(f"{folder}/component.yaml")
    if contract_source is None:
        there = next(source for known, source in templates.items() if known.startswith(f"{folder}/"))
        findings.add(rules.CONTRACT.at(there.place(), f"The component `{name}` has no `component.yaml`.", "Add one."))
        return None
    try:
        contract = validate(Contract, as_mapping(parse_yaml(contract_source, findings)), findings)
    except Broken as broken:
        findings.add(broken.finding)
        return None
    if contract is None:
        return None
    faces = {face: f"{folder}/{face}" for face in (*FACES.values(), "email.txt") if f"{folder}/{face}" in templates}
    for channel in contract.channels:
        if FACES[channel] not in faces:
            message = f"`{name}` is for the channel `{channel}`, but has no `{FACES[channel]}`."
            findings.add(rules.CONTRACT.at(contract.place("channels"), message))
    return Component(name, contract, faces, contract_source.place())
