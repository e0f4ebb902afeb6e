"""Liquid as any engine reads it; what is missing is `nil`. The program that sends gives the three addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interpreters.liquid_engine import rendered
from interpreters.reading import OWN

if TYPE_CHECKING:
    from collections.abc import Mapping


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    return rendered(text, {**recipient, **OWN}, "default")
