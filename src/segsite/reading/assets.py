"""Assets: files that are published as they are, once their kind has been looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import imagesize

from segsite.diagnostics import Source
from segsite.model.site import Asset
from segsite.rulebook import files as rules

if TYPE_CHECKING:
    from segsite.diagnostics import Findings
    from segsite.reading.files import Entry, SiteFiles

MAX_ASSET_BYTES = 20_000_000
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico"})
_OTHERS = frozenset(
    {
        ".pdf",
        ".txt",
        ".csv",
        ".ics",
        ".vcf",
        ".zip",
        ".docx",
        ".xlsx",
        ".pptx",
        ".odt",
        ".ods",
        ".woff",
        ".woff2",
    }
    | {".ttf", ".otf", ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".vtt"}
)
_ACTIVE = re.compile(r"<\s*script|<\s*foreignObject|\son\w+\s*=|javascript:|<!ENTITY", re.IGNORECASE)


def read_assets(files: SiteFiles, folder: str, findings: Findings, *, trusted: bool = False) -> dict[str, Asset]:
    """The assets of a folder by their path in it.

    Args:
        files: The site's files.
        folder: The folder, from the site's root.
        findings: Takes what is wrong with them.
        trusted: It is a theme's or the brand's, where any kind of file is fine.
    """
    assets = {}
    for entry in files.walk(folder):
        asset = _asset(entry, entry.relative.removeprefix(f"{folder}/"), findings, trusted=trusted)
        if asset is not None:
            assets[asset.name] = asset
    return assets


def _asset(entry: Entry, name: str, findings: Findings, *, trusted: bool) -> Asset | None:
    try:
        if entry.path.stat().st_size > MAX_ASSET_BYTES:
            findings.add(rules.TOO_LARGE.at(entry.place, f"`{name}` is larger than 20 MB."))
            return None
        if not trusted and not _is_harmless(entry, findings):
            return None
        return Asset(name, entry.path, entry.place, _size(entry))
    except OSError as error:
        findings.add(rules.UNREADABLE.at(entry.place, f"`{name}` cannot be read: {error.strerror}."))
        return None


def _is_harmless(entry: Entry, findings: Findings) -> bool:
    if entry.suffix not in PICTURES | _OTHERS:
        kind = f"`{entry.suffix}` files" if entry.suffix else "files without a suffix"
        findings.add(
            rules.ASSET_TYPE.at(entry.place, f"{kind[0].upper()}{kind[1:]} are not published from `content/`.")
        )
        return False
    if entry.suffix == ".svg":
        text = entry.path.read_text("utf-8", errors="replace")
        found = _ACTIVE.search(text)
        if found is not None:
            place = Source(entry.relative, text).place(found.start(), found.end())
            findings.add(
                rules.ASSET_TYPE.at(place, "This picture holds code that would run.", "Remove it from the SVG.")
            )
            return False
    return True


def _size(entry: Entry) -> tuple[int, int] | None:
    """A picture's width and height in pixels, where it says them; an SVG's may stand in its viewBox."""
    if entry.suffix not in PICTURES:
        return None
    if entry.suffix == ".svg":
        return _svg_size(entry.path.read_text("utf-8", errors="replace"))
    try:
        width, height = imagesize.get(entry.path)
    except (ValueError, SyntaxError):
        return None
    return (int(width), int(height)) if width > 0 and height > 0 else None


_SVG_TAG = re.compile(r"<svg\b[^>]*>", re.IGNORECASE)
_SVG_LENGTH = r"""\b{}\s*=\s*["']\s*(\d+(?:\.\d+)?)(?:px)?\s*["']"""
_SVG_BOX = re.compile(r"""\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)""")


def _svg_size(text: str) -> tuple[int, int] | None:
    tag = _SVG_TAG.search(text)
    if tag is None:
        return None
    sides = [re.search(_SVG_LENGTH.format(side), tag[0]) for side in ("width", "height")]
    if sides[0] and sides[1]:
        return round(float(sides[0][1])), round(float(sides[1][1]))
    box = _SVG_BOX.search(tag[0])
    return (round(float(box[1])), round(float(box[2]))) if box else None
