"""The site's pictures as files beside a preview: the site itself may not be published yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path

    from segsite.rendering.addresses import Addresses


FOLDER = "pictures"
"""Where they are in a preview's folder."""


class LocalPictures:
    """The pictures that previews show.

    Args:
        addresses: The addresses of the site's assets.

    Attributes:
        shown: The files of those that were asked for, by their path in the preview's folder.
    """

    def __init__(self, addresses: Addresses) -> None:
        self._known = {addresses.absolute(addresses.url(path)): (path, asset) for path, asset in addresses.assets()}
        self._address = re.compile(re.escape(addresses.absolute(addresses.url("/"))) + r"[\w.~%/-]+")
        self.shown: dict[str, Path] = {}

    def beside(self, markup: str, up: str) -> str:
        """HTML in which the addresses of the site's assets are those of files in the preview's folder.

        Args:
            markup: The HTML.
            up: What leads from the page to that folder, such as `../../`.
        """

        def local(match: re.Match[str]) -> str:
            known = self._known.get(match[0])
            if known is None:
                return match[0]
            path, asset = f"{FOLDER}{known[0]}", known[1]
            self.shown[path] = asset.path
            return f"{up}{quote(path)}"

        return self._address.sub(local, markup)
