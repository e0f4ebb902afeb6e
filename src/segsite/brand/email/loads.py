"""What a mail client loads to show an e-mail: pictures above all, and what should not be there."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from segsite.brand.email.elements import Element, elements
from segsite.brand.email.features import SHEET

_SOURCES = ("src", "background", "poster", "data")
_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]*))\s*\)", re.IGNORECASE)
_IMPORT = re.compile(r"@import\s+(?:url\(\s*)?[\"']?([^\"')\s;]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+")


@lru_cache(maxsize=4)
def loads(markup: str) -> tuple[str, ...]:
    """The addresses of the web that a client may load, each once."""
    found = [address for one in elements(markup) for address in loads_of(one)]
    found += [address for sheet in sheets(markup) for address in loads_of_sheet(sheet)]
    return tuple(
        dict.fromkeys(address for address in found if address.lower().startswith(("http://", "https://", "//")))
    )


@lru_cache(maxsize=4)
def sheets(markup: str) -> tuple[str, ...]:
    """The style sheets in the HTML."""
    return tuple(SHEET.findall(markup))


@lru_cache(maxsize=4096)
def urls(style: str) -> tuple[str, ...]:
    """The addresses in styles."""
    return tuple(html.unescape(one or other or bare) for one, other, bare in _URL.findall(style))


def loads_of(element: Element) -> list[str]:
    """What an element makes a client load."""
    attributes = element.attributes
    found = [attributes[name].strip() for name in _SOURCES if name in attributes]
    if "srcset" in attributes:
        found += [match[0] for one in attributes["srcset"].split(",") if (match := _ADDRESS.search(one)) is not None]
    if element.name == "link":
        found.append(attributes.get("href", "").strip())
    style = attributes.get("style", "")
    return [*found, *urls(style)] if "url(" in style else found


@lru_cache(maxsize=256)
def loads_of_sheet(sheet: str) -> tuple[str, ...]:
    """What a style sheet makes a client load."""
    return (*_IMPORT.findall(sheet), *urls(sheet))
