"""Mailboxes: the addresses that messages come from and go to, and the names in front of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Self

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+"
_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)
_NAMED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")
_UNSETTLED = frozenset("ßς\u200c\u200d")
"""Letters of which Python's table of domain names makes others than registries do today."""
_LONGEST = 254
"""How many characters an address may have on its way (RFC 5321)."""
_NO_ADDRESS = "write an address, such as hello@acme.example"
_NO_DOMAIN = "a domain is a name such as acme.example"


@dataclass(frozen=True)
class Mailbox:
    """Whom a message comes from or goes to. One with an impossible address cannot be made.

    Attributes:
        address: The address as people write it.
        name: The name that mail programs show instead.

    Raises:
        ValueError: If the address is none; its text is a reason to be shown.
    """

    address: str
    name: str = ""

    def __post_init__(self) -> None:
        _ = self.routed

    @classmethod
    def of(cls, written: str) -> Self:
        """The mailbox written as `hello@acme.example` or as `Acme <hello@acme.example>`.

        Raises:
            ValueError: If it is neither; its text is a reason to be shown.
        """
        named = _NAMED.fullmatch(written.strip())
        if named is None:
            return cls(written.strip())
        return cls(named["address"].strip(), named["name"].strip().strip('"'))

    @cached_property
    def routed(self) -> str:
        """The address as servers pass it on: its domain is in ASCII."""
        local, at, domain = self.address.rpartition("@")
        if not at or not _LOCAL.fullmatch(local) or not local.isprintable():
            raise ValueError(_NO_ADDRESS)
        routed = f"{local}@{ascii_domain(domain)}"
        if len(routed.encode()) > _LONGEST:
            raise ValueError(f"an address has at most {_LONGEST} characters")
        return routed

    @property
    def domain(self) -> str:
        """The address's domain in ASCII."""
        return self.routed.rpartition("@")[2]

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


def ascii_domain(name: str) -> str:
    """The name of a domain or a server as the network knows it: `bücher.example` is `xn--bcher-kva.example`.

    Raises:
        ValueError: If it is no such name; its text is a reason to be shown.
    """
    if not name.isascii():
        name = _in_ascii(name)
    if len(name) > _LONGEST - 1 or not all(map(_LABEL.fullmatch, name.split("."))):
        raise ValueError(_NO_DOMAIN)
    return name


def _in_ascii(name: str) -> str:
    unsettled = sorted(_UNSETTLED & set(name))
    if unsettled:
        raise ValueError(f"write the domain in the form that begins with `xn--`, since it holds `{unsettled[0]}`")
    try:
        return name.encode("idna").decode()
    except UnicodeError:
        raise ValueError(_NO_DOMAIN) from None
