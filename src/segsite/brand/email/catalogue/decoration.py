"""Features without which an e-mail only looks plainer."""

from __future__ import annotations

from segsite.brand.email.catalogue.feature import Feature


def _look(name: str, loss: str, values: str = r"\S") -> Feature:
    instead = "Nothing has to be done, as long as the e-mail is good without it."
    slug = f"css-{name}"
    return Feature(name, slug, f"`{name}`", loss, instead, carries=False, properties=name, values=values, by_mso=True)


DECORATION = (
    _look("border-radius", "corners are square", values="[1-9]"),
    _look("box-shadow", "there is no shadow", values=r"\d"),
    _look("text-shadow", "there is no shadow", values=r"\d"),
    _look("opacity", "nothing shines through", values=r"0?\.\d|\d%"),
    _look("filter", "the picture is as the file is", values=r"\("),
    _look("backdrop-filter", "what is behind is as it is", values=r"\("),
    _look("mix-blend-mode", "colours do not blend"),
    _look("background-blend-mode", "colours do not blend"),
    _look("background-size", "the picture has the size of the file"),
    _look("background-position", "the picture begins at the corner"),
    _look("clip-path", "nothing is cut off", values=r"\("),
    _look("mask-image", "nothing is masked", values=r"\("),
    _look("animation", "nothing moves", values=r"\d"),
    _look("transition", "it changes at once", values=r"\d"),
    _look("column-count", "the text stands in one column", values=r"\d"),
    _look("list-style-image", "lists have plain bullets", values=r"url\("),
    _look("box-sizing", "the element is as much wider as its padding", values="border-box"),
    Feature(
        "font-face",
        "css-at-font-face",
        "`@font-face`",
        "the next font of the list is shown",
        "Name fonts after it that everybody has.",
        carries=False,
        sheet=r"@font-face\b",
    ),
)
"""None of them carries words, pictures or their arrangement."""
