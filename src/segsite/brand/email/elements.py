"""The elements of a finished e-mail, taken apart once, however many standards look at them."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from segsite.brand.email.audiences import parts
from segsite.brand.email.features import TAG

if TYPE_CHECKING:
    from collections.abc import Mapping

_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_NAME = re.compile(r"<([a-zA-Z][^\s/>]*)")


class Element(NamedTuple):
    """An opening tag.

    Attributes:
        tag: As it is written.
        name: Its name in lower case.
        attributes: Its attributes by their names in lower case; entities resolved.
    """

    tag: str
    name: str
    attributes: Mapping[str, str]


@lru_cache(maxsize=4)
def elements(markup: str) -> tuple[Element, ...]:
    """Every distinct element that some reader's client shows, in order; those for Outlook alone as well."""
    seen = "".join(markup[start:end] for _, (start, end) in parts(markup))
    return tuple(element(tag) for tag in dict.fromkeys(TAG.findall(seen)))


@lru_cache(maxsize=16_384)
def element(tag: str) -> Element:
    """An opening tag taken apart."""
    opened = _NAME.match(tag)
    name = opened[1] if opened is not None else ""
    found = _ATTRIBUTE.finditer(tag, len(name) + 1)
    return Element(
        tag, name.lower(), {one[1].lower(): html.unescape(one[2] or one[3] or one[4] or "") for one in found}
    )
