"""Assets: files that are published as they are, once their kind has been looked at."""

from __future__ import annotations

import html
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
_ACTIVE = re.compile(
    r"<\s*(?:[\w.-]{1,50}:)?(?:script|foreignObject|iframe|object|embed|handler|listener)\b"
    r"|\son\w+\s*=|(?:java|vb)script:|data:(?:text|application)/|<!ENTITY"
    r"|attributeName\s*=\s*[\"']\s*(?:xlink:)?(?:href|on)",
    re.IGNORECASE,
)
_LOADING = re.compile(
    r"<\s*(?:[\w.-]{1,50}:)?(?:image|use|feImage|link)\b[^<>]*?href\s*=\s*[\"']\s*(?:https?:)?//"
    r"|@import|url\(\s*[\"']?\s*(?:https?:)?//|<\?xml-stylesheet",
    re.IGNORECASE,
)
_ENCODING = re.compile(rb"<\?xml[^<>]{0,200}\bencoding\s*=\s*[\"'](?!utf-8|us-ascii|iso-8859-1)", re.IGNORECASE)


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
        weight = entry.path.stat().st_size
        if weight > MAX_ASSET_BYTES:
            findings.add(rules.TOO_LARGE.at(entry.place, f"`{name}` is larger than 20 MB."))
            return None
        if not trusted and not _is_harmless(entry, findings):
            return None
        return Asset(name, entry.path, entry.place, _size(entry), weight)
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
        return _is_harmless_svg(entry, findings)
    return True


def _is_harmless_svg(entry: Entry, findings: Findings) -> bool:
    data = entry.path.read_bytes()
    if b"\0" in data or _ENCODING.match(data):
        findings.add(rules.ASSET_TYPE.at(entry.place, "This picture is not UTF-8 text.", "Save it as UTF-8."))
        return False
    text = data.decode("utf-8", errors="replace")
    # what is hidden behind entities is looked for as well; its place is then the file
    for written, source in ((text, Source(entry.relative, text)), (_spelled_out(text), Source(entry.relative))):
        for pattern, said in ((_ACTIVE, "holds code that would run"), (_LOADING, "loads from another address")):
            found = pattern.search(written)
            if found is not None:
                place = source.place(found.start(), found.end()) if source.text else source.place()
                findings.add(rules.ASSET_TYPE.at(place, f"This picture {said}.", "Remove it from the SVG."))
                return False
    return True


def _spelled_out(text: str) -> str:
    """Attributes as a browser reads them: entities resolved, and without what it passes over in an address."""
    return re.sub(r"[\t\r\n\0]", "", html.unescape(text)) if "&" in text else text.replace("\t", "").replace("\n", "")


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


_SVG_TAG = re.compile(r"<svg\b[^<>]*>", re.IGNORECASE)
_NUMBER = r"(\d{1,6}(?:\.\d{1,10})?)"
_SVG_SIDES = tuple(re.compile(rf"""\b{side}\s*=\s*["']\s*{_NUMBER}(?:px)?\s*["']""") for side in ("width", "height"))
_SVG_BOX = re.compile(rf"""\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+{_NUMBER}[\s,]+{_NUMBER}""")


def _svg_size(text: str) -> tuple[int, int] | None:
    tag = _SVG_TAG.search(text)
    if tag is None:
        return None
    sides = [side.search(tag[0]) for side in _SVG_SIDES]
    if sides[0] and sides[1]:
        return round(float(sides[0][1])), round(float(sides[1][1]))
    box = _SVG_BOX.search(tag[0])
    return (round(float(box[1])), round(float(box[2]))) if box else None
