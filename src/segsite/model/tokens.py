"""Design tokens, resolved: what each is worth in light and in dark, and with each accent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from segsite.model.values import EMPTY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segsite.diagnostics import Place
    from segsite.model.color import Color
    from segsite.model.values import Mapping as WrittenMapping

Css: TypeAlias = "str | Mapping[str, str]"
"""A value in CSS; a `typography` has one for each CSS property it sets."""

ROOT = "$root"
"""The name of a group's own token."""


@dataclass(frozen=True, eq=False, slots=True)
class Worth:
    """What a token is worth in one context, light or dark.

    Attributes:
        css: In CSS.
        mail: The same as mail clients read it: every colour in sRGB.
        color: The colour, if it is one.
        place: Where its value is written: the `$value`, or what stands for it in the context.
    """

    css: Css
    mail: Css
    color: Color | None
    place: Place


@dataclass(frozen=True, eq=False, slots=True)
class Token:
    """One token.

    Attributes:
        path: Its names from the outermost group in; a group's own token ends in `$root`.
        type: Its DTCG type.
        light: What it is worth where the reader prefers light.
        dark: What it is worth in dark; the same where it says nothing else.
        place: Where it is written.
        deprecated: Why it should not be used any more; empty without a reason, None if it is in order.
        description: What it is for.
        extensions: Its `$extensions`, as written.
    """

    path: tuple[str, ...]
    type: str
    light: Worth
    dark: Worth
    place: Place
    deprecated: str | None = None
    description: str = ""
    extensions: WrittenMapping = EMPTY

    @property
    def dotted(self) -> str:
        """Its path as references write it: `color.text.muted`."""
        return ".".join(self.path)

    @property
    def name(self) -> str:
        """Its name in CSS, without the leading dashes: `color-text-muted`; a `$root` has its group's name."""
        return css_name(self.path)


def css_name(path: tuple[str, ...]) -> str:
    """The name in CSS of the token at a path; characters that cannot stand in one become hyphens."""
    names = path[:-1] if path[-1:] == (ROOT,) else path
    return re.sub(r"[^-\w]+", "-", "-".join(names))


@dataclass(frozen=True, eq=False, slots=True)
class Reference:
    """A token's value that refers to another token.

    Attributes:
        place: Where the reference is written.
        target: The path of the token it leads to.
        holder: The path of the token that refers.
    """

    place: Place
    target: str
    holder: str


@dataclass(frozen=True, eq=False, slots=True)
class Tokens:
    """All tokens.

    Attributes:
        by_path: By dotted path, in the order written.
        accents: The same tokens with the values of an accent, by the accent's name.
        references: Every reference from one to another.
    """

    by_path: Mapping[str, Token] = field(default_factory=dict)
    accents: Mapping[str, Tokens] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()

    def get(self, path: str) -> Token | None:
        """The token at a dotted path, or the own token of the group there; None if there is neither."""
        return self.by_path.get(path) or self.by_path.get(f"{path}.{ROOT}")

    def with_accent(self, accent: str | None) -> Tokens:
        """The tokens as a segment with an accent has them; the plain ones without one."""
        return self.accents.get(accent, self) if accent is not None else self

    def group(self, path: str) -> dict[str, Token]:
        """The tokens below a group by their path inside it."""
        start = f"{path}."
        return {name.removeprefix(start): token for name, token in self.by_path.items() if name.startswith(start)}
