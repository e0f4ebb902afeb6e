"""What a segment varies, as templates see it: its tokens with its accent, its picture, its tone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from segsite.model.touchpoint import Channel
from segsite.rendering.addresses import Resolved
from segsite.rendering.sections import AssetText
from segsite.rendering.styles import TokenView, token_view
from segsite.rendering.views import Record

if TYPE_CHECKING:
    from segsite.inheritance import Node, Tree
    from segsite.model.tokens import Tokens
    from segsite.rendering.setting import Setting


class Variations:
    """What segments vary, worked out once for each accent.

    Args:
        tokens: The brand's tokens.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._views: dict[tuple[str | None, bool, bool], TokenView] = {}

    def accent(self, node: Node) -> str | None:
        """The accent a segment has chosen, of those there are."""
        accent = node.segment.variation.accent
        return accent if accent in self._tokens.accents else None

    def accents(self, tree: Tree) -> set[str]:
        """The accents that segments have chosen."""
        return {accent for node in tree.nodes.values() if (accent := self.accent(node)) is not None}

    def names(self, setting: Setting) -> dict[str, Any]:
        """What templates know of it: `variation`, and `tokens` with the segment's accent."""
        return {**self.tokens(setting.node, setting.channel), "variation": self._chosen(setting)}

    def tokens(self, node: Node, channel: Channel) -> dict[str, TokenView]:
        """The tokens of a segment in light and in dark, as a channel's readers can see them."""
        accent, mail = self.accent(node), channel is Channel.EMAIL
        return {
            "tokens": self._view(accent, dark=False, mail=mail),
            "tokens_dark": self._view(accent, dark=True, mail=mail),
        }

    def _view(self, accent: str | None, *, dark: bool, mail: bool) -> TokenView:
        key = (accent, dark, mail)
        if key not in self._views:
            self._views[key] = token_view(self._tokens.with_accent(accent), dark=dark, mail=mail)
        return self._views[key]

    def _chosen(self, setting: Setting) -> Record:
        chosen = setting.node.segment.variation
        values = {"accent": self.accent(setting.node), "tone": chosen.tone, "hero": lambda: _picture(setting)}
        return Record("variation", values)


def _picture(setting: Setting) -> AssetText | None:
    """The segment's picture; None without one, and where it is missing, which its own rule tells."""
    name = setting.node.segment.variation.hero
    found = setting.addresses.resolve(f"asset:{name}", setting.node, setting.touchpoint) if name is not None else None
    if not isinstance(found, Resolved) or found.asset is None:
        return None
    return AssetText.of(setting.printed(found.url), found.asset.size)
