"""Which file of the site an address in an e-mail shows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from segsite.brand.standard import Grounds
    from segsite.model.site import Asset

_ASSETS = "/assets/"


class Published:
    """Knows where the site's assets are published: `/assets/theme/…`, `/trades/assets/…`."""

    def __init__(self, grounds: Grounds) -> None:
        site = grounds.site
        self._tree = grounds.tree
        self._shared = {"theme": site.theme.assets, "brand": site.brand.assets, "library": site.library_assets}
        self._base_url = site.config.base_url
        self._found: dict[str, Asset | None] = {}

    def at(self, address: str) -> Asset | None:
        """The file at an address; None if it is none of the site's."""
        if address not in self._found:
            self._found[address] = self._at(address)
        return self._found[address]

    def _at(self, address: str) -> Asset | None:
        if not address.startswith(f"{self._base_url}/"):
            return None
        path = unquote(address.removeprefix(self._base_url).partition("?")[0].partition("#")[0])
        owner, assets, name = path.partition(_ASSETS)
        if not assets:
            return None
        if not owner:
            shared, _, rest = name.partition("/")
            found = self._shared[shared].get(rest) if shared in self._shared else None
            return found or self._tree.root.source.assets.get(name)
        node = self._tree.nodes.get(owner.removeprefix("/"))
        return node.source.assets.get(name) if node is not None else None
