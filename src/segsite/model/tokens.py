"""Design tokens, resolved: what each is worth in light and in dark, as CSS understands it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segsite.diagnostics import Place


@dataclass(frozen=True, eq=False, slots=True)
class Token:
    """One token.

    Attributes:
        path: Its names from the outermost group in.
        type: Its DTCG type.
        css: Its value in CSS; composites have one value for each part, by the part's CSS name.
        dark: The same in the dark context, or None where it does not differ.
        place: Where it is written.
    """

    path: tuple[str, ...]
    type: str
    css: str | Mapping[str, str]
    dark: str | Mapping[str, str] | None
    place: Place

    @property
    def name(self) -> str:
        """The token's name in CSS, without the leading dashes."""
        return "-".join(self.path)


@dataclass(frozen=True, eq=False, slots=True)
class Tokens:
    """All tokens by dotted path, in the order written."""

    by_path: Mapping[str, Token] = field(default_factory=dict)
