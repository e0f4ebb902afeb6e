"""Addresses as recipients can use them: in full, encrypted, and on a host that is there for everybody."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from urllib.parse import urlsplit

_PRIVATE = re.compile(
    r"localhost|.*\.(?:localhost|local|test|internal)|\[?::1\]?|0\.0\.0\.0"
    r"|(?:127|10)(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}"
)
_TRIAL = re.compile(r"(?:.*-)?(?:staging|preview)(?:-.*)?|dev|stage|test|uat|qa")
"""A part of a host's name, before its domain, that says it is for trying things out."""
_TRIAL_PORTS = frozenset({1313, 3000, 3001, 4000, 4200, 4321, 5000, 5173, 8000, 8080, 8081, 8888, 9000})
"""Where programs for web developers listen unless they are told otherwise."""
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


class Flaw(Enum):
    """Why recipients get nowhere by an address, or should not go there."""

    EMPTY = "empty"
    RELATIVE = "relative"
    NOT_PUBLIC = "not public"
    NOT_ENCRYPTED = "not encrypted"


@lru_cache(maxsize=4096)
def flaw_of(address: str, own_host: str) -> Flaw | None:
    """What is wrong with an address in an e-mail; None for a good one, and for one that is the recipient's own.

    Args:
        address: As it stands in the HTML, entities resolved.
        own_host: The site's host, with its port; it may be anywhere.
    """
    address = address.strip()
    if not address or address.startswith("#"):
        return Flaw.EMPTY
    if address.startswith("SEGSITEM"):
        return None
    if not _SCHEME.match(address):
        return Flaw.RELATIVE
    host = host_of(address)
    if host is None or host == own_host:
        return None
    if is_not_public(host):
        return Flaw.NOT_PUBLIC
    return Flaw.NOT_ENCRYPTED if address[:5].lower() == "http:" else None


def host_of(address: str) -> str | None:
    """The host of an address of the web, with its port, in lower case; None for other addresses."""
    if not address.lower().startswith(("http://", "https://", "//")):
        return None
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()
    except ValueError:
        return None


def is_not_public(host: str) -> bool:
    """Whether a host is somebody's own machine or network, or one for trying things out."""
    name, colon, port = host.rpartition(":")
    if not colon or not port.isdecimal():
        name, port = host, ""
    if port and int(port) in _TRIAL_PORTS:
        return True
    return _PRIVATE.fullmatch(name) is not None or any(map(_TRIAL.fullmatch, name.split(".")[:-2]))
