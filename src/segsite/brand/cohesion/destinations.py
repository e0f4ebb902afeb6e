"""Where calls to action lead, in one form: an e-mail writes an address in full, a page from the host's root."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from segsite.model.config import SiteConfig

_TRACKING = re.compile(r"(?<=[?&])utm_[^&#]*&?")


def destination(url: str, config: SiteConfig) -> str:
    """An address as both channels have it: on the site from its root, elsewhere in full; without tracking."""
    if "utm_" in url:
        url = _TRACKING.sub("", url).replace("?#", "#").rstrip("?&")
    if url.startswith(config.base_url):
        return url[len(config.base_url) :] or "/"
    return url.removeprefix(config.base_path) if url.startswith("/") else url


def page_address(url: str, config: SiteConfig) -> str:
    """The path of the page that an address names, if it is on the site: without its part and query."""
    path = destination(url, config)
    return unquote(re.split("[?#]", path, maxsplit=1)[0])
