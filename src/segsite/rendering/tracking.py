"""Campaign parameters: what links from one channel to another say of where their readers come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_SPACES = re.compile(r"[\s_]+")


@dataclass(frozen=True, slots=True)
class Trace:
    """What is added to the addresses of one touchpoint.

    Attributes:
        parameters: By name; values as they stand in an address.
        hosts: The hosts whose addresses it is added to.
    """

    parameters: tuple[tuple[str, str], ...]
    hosts: frozenset[str]

    def concerns(self, url: str) -> bool:
        """Whether an address in full is one that it is added to."""
        if not self.parameters or not url.lower().startswith(("http://", "https://")):
            return False
        try:
            return urlsplit(url).netloc.lower() in self.hosts
        except ValueError:
            return False

    def traced(self, url: str) -> str:
        """An address with the parameters it does not have; others, as to another host or a mailbox, unchanged."""
        if not self.concerns(url):
            return url
        rest, mark, part = url.partition("#")
        address, question, query = rest.partition("?")
        given = {name for name, _ in parse_qsl(query, keep_blank_values=True)}
        added = "&".join(f"{name}={value}" for name, value in self.parameters if name not in given)
        whole = "&".join(one for one in (query, added) if one)
        return f"{address}{'?' if whole else question}{whole}{mark}{part}"


NO_TRACE = Trace((), frozenset())
"""Nothing is added."""


def trace(parameters: Mapping[str, str], hosts: frozenset[str]) -> Trace:
    """What parameters come to in addresses: lower case, words joined by hyphens, the rest percent-encoded."""
    written = ((quote(name, safe=""), in_address(value)) for name, value in parameters.items())
    return Trace(tuple((name, value) for name, value in written if value), hosts)


def in_address(value: str) -> str:
    """A value as a campaign parameter has it: `Trade fairs` becomes `trade-fairs`."""
    return quote(_SPACES.sub("-", value.strip().lower()), safe="/")
