"""What the mail clients that a brand names do not have: the table that tools/distil_client_support.py has made."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Lacking: TypeAlias = "Mapping[str, Mapping[str, str]]"
"""Features by key, each with the clients that lack it, and what is known of that."""


def lacking(clients: Iterable[str]) -> Lacking:
    """What some mail clients lack, in the order in which they are named; what all of them have is left out."""
    by_feature = {
        feature: {client: notes[client] for client in clients if client in notes} for feature, notes in _table().items()
    }
    return {feature: notes for feature, notes in by_feature.items() if notes}


@cache
def _table() -> Lacking:
    text = resources.files("segsite.brand.email").joinpath("client_support.json").read_text("utf-8")
    return cast("Lacking", json.loads(text)["lacking"])
