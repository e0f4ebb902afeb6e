"""Elements, attributes and kinds of pictures."""

from __future__ import annotations

from segsite.brand.email.catalogue.feature import Feature

_LINK = "Show a picture that links to a page with it."
_NO_PICTURE = "the picture is missing"
_IMAGE_FILE = "Save it as PNG or JPEG."
_SEMANTIC = "article|aside|details|figcaption|figure|footer|header|main|mark|nav|section|summary|time"
_LOOKS = r"(?:background|border|color|font|padding|text-align|width)"
ELEMENTS = (
    Feature("video", "html-video", "`<video>`", "it cannot be played", _LINK, tag=r"<video\b", by_content=True),
    Feature("audio", "html-audio", "`<audio>`", "it cannot be played", _LINK, tag=r"<audio\b", by_content=True),
    Feature("object", "html-object", "`<object>`", "it is missing", _LINK, tag=r"<object\b", by_content=True),
    Feature("svg", "html-svg", "`<svg>`", _NO_PICTURE, _IMAGE_FILE, tag=r"<svg\b"),
    Feature(
        "form",
        "html-form",
        "`<form>`",
        "readers cannot send what they enter",
        "Link to a page with the form.",
        tag=r"<form\b",
        part=r"^Not supported",
    ),
    Feature(
        "image-map",
        "html-image-maps",
        "`<map>`",
        "the areas of the picture cannot be clicked",
        "Cut the picture into several in table cells, each with its link.",
        tag=r"<map\b",
    ),
    Feature(
        "stylesheet",
        "html-link",
        "`<link rel=stylesheet>`",
        "its styles are missing",
        "Write the styles into email/style.css; they are put on the elements.",
        tag=r"<link\b[^>]*\srel=[\"']?stylesheet\b",
    ),
    Feature(
        "hidden",
        "html-hidden",
        "the attribute `hidden`",
        "what should be hidden is shown",
        'Write `style="display: none"` as well.',
        tag=r"<\w[\w:-]*(?:\s+[\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*?\s+(?P<words>hidden)(?=[\s=>/])",
    ),
    Feature(
        "anchor",
        "html-anchor-links",
        "a link within the e-mail",
        "a click does nothing, or opens another window",
        "Link to the section on a page.",
        tag=r"<a\b[^>]*\s(?P<words>href=[\"']#[^\"'])",
    ),
    Feature(
        "semantics",
        "html-semantics",
        "a style on an HTML5 element such as `<section>`",
        "the tag is taken out, and the style with it",
        "Write the styles on a `<div>` or a table cell inside it.",
        tag=rf"<(?:{_SEMANTIC})\b(?=[^>]*\sstyle=[\"'](?:[^\"'>]*[;\s])?{_LOOKS}[-\w]*\s*:)",
    ),
)
"""Without each, something is missing or does nothing."""


def _picture(key: str, name: str, endings: str) -> Feature:
    tag = rf"<(?:img|input|v:\w+)\b[^>]*\ssrc=[\"'](?P<words>[^\"'?#>]*\.(?:{endings}))(?=[\"'?#])"
    values = rf"url\(\s*[\"']?[^\"')?#]*\.(?:{endings})(?=[\"')?#])"
    return Feature(
        f"image-{key}", f"image-{key}", name, _NO_PICTURE, _IMAGE_FILE, tag=tag, properties=".+", values=values
    )


PICTURES = (
    _picture("svg", "an SVG picture", "svgz?"),
    _picture("webp", "a WebP picture", "webp"),
    _picture("avif", "an AVIF picture", "avif"),
    _picture("heif", "a HEIF picture", "hei[cf]"),
    _picture("tiff", "a TIFF picture", "tiff?"),
    _picture("bmp", "a BMP picture", "bmp"),
    _picture("ico", "an ICO picture", "ico"),
    _picture("mp4", "a video as a picture", "mp4|m4v|mov|webm"),
    Feature(
        "base64",
        "image-base64",
        "a picture inside the HTML",
        _NO_PICTURE,
        "Keep it in an `assets/` folder and link to it.",
        tag=r"<img\b[^>]*\ssrc=[\"'](?P<words>data:image/)",
    ),
)
"""Without each, the picture is missing."""
