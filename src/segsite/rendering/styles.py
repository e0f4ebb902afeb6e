"""Styles: tokens as CSS custom properties, joined with the theme's style sheets; and as plain values for e-mail."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from segsite.diagnostics import did_you_mean
from segsite.rendering.views import UndefinedName, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from segsite.model.site import Theme
    from segsite.model.tokens import Token, Tokens


def stylesheet(tokens: Tokens, theme: Theme) -> tuple[str, bytes]:
    """The site's one style sheet: its path, which changes with its content, and its bytes."""
    parts = [custom_properties(tokens), *(source.text.strip() for source in theme.styles)]
    content = ("\n\n".join(part for part in parts if part) + "\n").encode()
    return f"/assets/style.{hashlib.sha256(content).hexdigest()[:10]}.css", content


def custom_properties(tokens: Tokens) -> str:
    """Every token as a custom property: in light on `:root`, in dark where the reader prefers it."""
    light = [f"  --{name}: {value};" for name, value in _properties(tokens, dark=False)]
    dark = [f"    --{name}: {value};" for name, value in _properties(tokens, dark=True)]
    blocks = [":root {\n" + "\n".join(light) + "\n}"] if light else []
    if dark:
        blocks.append("@media (prefers-color-scheme: dark) {\n  :root {\n" + "\n".join(dark) + "\n  }\n}")
    return "\n\n".join(blocks)


def _properties(tokens: Tokens, *, dark: bool) -> Iterator[tuple[str, str]]:
    for token in tokens.by_path.values():
        value = token.dark if dark else token.css
        if isinstance(value, str):
            yield token.name, value
        elif value is not None:
            yield from ((f"{token.name}-{part}", text) for part, text in value.items())


class TokenView(View):
    """`tokens` in templates: groups by name, and tokens as their CSS values."""

    __slots__ = ("_tree",)

    def __init__(self, label: str, tree: Mapping[str, Any]) -> None:
        super().__init__(label)
        self._tree = tree

    def names(self) -> Iterable[str]:
        """The groups and tokens here."""
        return self._tree

    def value(self, name: str) -> Any:
        """A group, or a token's value."""
        found = self._tree[name]
        return TokenView(f"{self.label}.{name}", found) if isinstance(found, dict) else found

    def may_lack(self, name: str) -> bool:
        """None."""
        return False

    def undefined(self, name: str) -> UndefinedName:
        """The error for a token there is none of."""
        return UndefinedName(f"There is no token `{self.label}.{name}`", did_you_mean(name, self._tree))


def token_view(tokens: Tokens, *, dark: bool) -> TokenView:
    """All tokens as templates see them, in light or in dark."""
    tree: dict[str, Any] = {}
    for token in tokens.by_path.values():
        branch = tree
        for name in token.path[:-1]:
            branch = branch.setdefault(name, {})
        branch[token.path[-1]] = _value(token, dark=dark)
    return TokenView("tokens_dark" if dark else "tokens", tree)


def _value(token: Token, *, dark: bool) -> Any:
    value = token.dark if dark and token.dark is not None else token.css
    return value if isinstance(value, str) else {part.replace("-", "_"): text for part, text in value.items()}
