"""JSON Pointers as a fragment of an address (RFC 6901, section 6)."""

from __future__ import annotations

from urllib.parse import unquote


def steps_of(text: str) -> tuple[str, ...] | None:
    """The steps of `#/color/accent/$value`; None if the text is no pointer into its own file."""
    if not text.startswith("#/"):
        return None
    return tuple(unquote(step).replace("~1", "/").replace("~0", "~") for step in text[2:].split("/"))
