"""A whole site, as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, Findings, UsageError
from segsite.model.config import SiteConfig
from segsite.model.site import Site
from segsite.reading.assets import read_assets
from segsite.reading.brand import read_brand, read_mapping
from segsite.reading.files import SiteFiles
from segsite.reading.platforms import check_platforms, read_platforms
from segsite.reading.recipients import read_recipients
from segsite.reading.segments import LIBRARY, read_library, read_segments
from segsite.reading.theme import read_theme
from segsite.reading.validate import validate

if TYPE_CHECKING:
    from pathlib import Path

    from segsite.model.site import Theme

CONFIG = "segsite.yaml"


def read_site(root: Path, findings: Findings) -> Site | None:
    """The site in a folder, or None if a part that everything needs cannot be used.

    Everything is read, and every finding is in `findings`, also when None is returned.

    Raises:
        UsageError: If the folder holds no site.
    """
    files = SiteFiles(root, findings)
    if not files.exists(CONFIG):
        raise UsageError(
            f"There is no `{CONFIG}` in {root}.",
            "Go to the site's folder, name it with `--site FOLDER`, or start one with `segsite init FOLDER`.",
        )
    written = read_mapping(files, CONFIG, findings)
    config = validate(SiteConfig, written, findings) if written is not None else None
    segments = read_segments(files, findings)
    library = read_library(files, LIBRARY, findings)
    library_assets = read_assets(files, f"{LIBRARY}/assets", findings)
    brand = read_brand(files, findings)
    theme = _theme(files, config, findings) if config is not None else None
    platforms = read_platforms(files, findings)
    if config is not None:
        check_platforms(config, platforms, findings)
    recipients = read_recipients(files, config, findings) if config is not None else {}
    if config is None or brand is None or theme is None:
        return None
    return Site(config, segments, library, library_assets, brand, theme, platforms, recipients)


def _theme(files: SiteFiles, config: SiteConfig, findings: Findings) -> Theme | None:
    try:
        return read_theme(files, config.theme, config.place("theme"), findings)
    except Broken as broken:
        findings.add(broken.finding)
        return None
