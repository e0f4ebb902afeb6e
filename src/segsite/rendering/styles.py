"""Styles: tokens as CSS custom properties, joined with the theme's style sheets; and as plain values for e-mail."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from segsite.diagnostics import did_you_mean
from segsite.model.tokens import ROOT
from segsite.rendering.views import UndefinedName, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from segsite.model.site import Theme
    from segsite.model.tokens import Css, Token, Tokens, Worth

_DARK = "@media (prefers-color-scheme: dark)"


def stylesheet(tokens: Tokens, theme: Theme, accents: Iterable[str] = ()) -> tuple[str, bytes]:
    """The site's one style sheet: its path, which changes with its content, and its bytes.

    Args:
        tokens: The brand's tokens.
        theme: The theme.
        accents: The accents that segments have chosen.
    """
    chosen = (accent_properties(tokens, accent) for accent in sorted(set(accents)))
    parts = [custom_properties(tokens), *chosen, *(source.text.strip() for source in theme.styles)]
    content = ("\n\n".join(part for part in parts if part) + "\n").encode()
    return f"/assets/style.{hashlib.sha256(content).hexdigest()[:10]}.css", content


def custom_properties(tokens: Tokens) -> str:
    """Every token as a custom property: in light on `:root`, in dark where the reader prefers it."""
    changed = [token for token in tokens.by_path.values() if token.dark.css != token.light.css]
    return _blocks(":root", _light(tokens.by_path.values()), _dark(changed))


def accent_properties(tokens: Tokens, accent: str) -> str:
    """The custom properties that an accent changes, on elements with its name as `data-accent`."""
    pairs = [(tokens.by_path[path], token) for path, token in tokens.with_accent(accent).by_path.items()]
    changed = [own for plain, own in pairs if own.light.css != plain.light.css or own.dark.css != plain.dark.css]
    # all in light and all in dark: a rule for light alone would win over the plain one for dark
    return _blocks(f'[data-accent="{accent}"]', _light(changed), _dark(changed))


def _light(tokens: Iterable[Token]) -> list[str]:
    return [f"--{name}: {value};" for token in tokens for name, value in _properties(token, token.light)]


def _dark(tokens: Iterable[Token]) -> list[str]:
    return [f"--{name}: {value};" for token in tokens for name, value in _properties(token, token.dark)]


def _properties(token: Token, worth: Worth) -> Iterator[tuple[str, str]]:
    if isinstance(worth.css, str):
        if worth.css:  # a broken token has no value
            yield token.name, worth.css
    else:
        yield from ((f"{token.name}-{part}", text) for part, text in worth.css.items())


def _blocks(selector: str, light: list[str], dark: list[str]) -> str:
    blocks = [_block(selector, light, "")] if light else []
    if dark:
        blocks.append(f"{_DARK} {{\n{_block(selector, dark, '  ')}\n}}")
    return "\n\n".join(blocks)


def _block(selector: str, properties: list[str], indent: str) -> str:
    lines = "\n".join(f"{indent}  {line}" for line in properties)
    return f"{indent}{selector} {{\n{lines}\n{indent}}}"


class TokenView(View):
    """`tokens` in templates: groups by name, and tokens as their CSS values; a group prints as its own token."""

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

    def __str__(self) -> str:
        if ROOT in self._tree:
            return str(self._tree[ROOT])
        names = ", ".join(f"`{self.label}.{name}`" for name in list(self._tree)[:8])
        raise UndefinedName(f"`{self.label}` is a group of tokens, not a token", f"Name one of them: {names}.")


def token_view(tokens: Tokens, *, dark: bool, mail: bool = False) -> TokenView:
    """All tokens as templates see them, in light or in dark; for e-mail, every colour as mail clients read it."""
    tree: dict[str, Any] = {}
    for token in tokens.by_path.values():
        branch = tree
        for name in token.path[:-1]:
            branch = branch.setdefault(name, {})
        worth = token.dark if dark else token.light
        branch[token.path[-1]] = _value(worth.mail if mail else worth.css)
    return TokenView("tokens_dark" if dark else "tokens", tree)


def _value(value: Css) -> Any:
    return value if isinstance(value, str) else {part.replace("-", "_"): text for part, text in value.items()}
