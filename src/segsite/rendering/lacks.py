"""What a platform cannot do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that an e-mail asks of a platform and that it cannot do: about which field, what, and what to do."""

    field: str
    what: str
    remedy: str
