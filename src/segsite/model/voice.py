"""Voice rules in Vale's format, as written and validated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, eq=False, slots=True)
class Voice:
    """Everything in `brand/voice/`: styles of rules by name, and the words of its vocabularies."""

    styles: Mapping[str, object] = field(default_factory=dict)
