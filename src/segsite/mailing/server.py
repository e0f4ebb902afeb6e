"""The mail server: which one, and how to reach it, from the environment and segsite.yaml."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from pydantic import ValidationError

from segsite.diagnostics import UsageError, did_you_mean
from segsite.model.email import Security, Smtp

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "SEGSITE_SMTP_"
"""What the names of the environment's variables begin with: …HOST, PORT, SECURITY, USER, PASSWORD and CA."""
_PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}


@dataclass(frozen=True)
class Server:
    """A mail server, and how to log in there.

    Attributes:
        host: Its name or IP address.
        port: Where it listens.
        security: How the way to it is protected.
        user: Whom to log in as; empty to do without.
        password: The password.
        authorities: A file of certificates to trust besides the system's, for servers with one of their own.

    Raises:
        UsageError: If the password would be lacking, or on its way for all to read.
    """

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)
    authorities: Path | None = None

    def __post_init__(self) -> None:
        if self.user and not self.password:
            raise UsageError(f"There is no password for `{self.user}`.", f"Set {PREFIX}PASSWORD in the environment.")
        if self.password and not self.user:
            raise UsageError(
                "There is a password, but no user to log in as.",
                f"Set {PREFIX}USER, or `email.smtp.user` in segsite.yaml; or unset {PREFIX}PASSWORD.",
            )
        if self.password and self.security == "none" and not _is_here(self.host):
            raise UsageError(
                f"The password would go to `{self.host}` unprotected.",
                "Write `starttls` or `tls` for `security`; or leave out user and password.",
            )

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def server_of(environment: Mapping[str, str], written: Smtp) -> Server:
    """The server that the environment names, or else segsite.yaml.

    What segsite.yaml says of one server is not taken for another: with a host of the environment's own, its port,
    security and user do not count.

    Args:
        environment: The environment's variables.
        written: `email.smtp` of segsite.yaml.

    Raises:
        UsageError: If no server is named, or one that cannot be.
    """
    said = _said(environment)
    if written.host and said.host not in {None, written.host}:
        written = Smtp()
    host, port = said.host or written.host, said.port or written.port
    if host is None:
        raise UsageError(
            "No mail server is named.", f"Set {PREFIX}HOST, or write `email: {{smtp: {{host: …}}}}` in segsite.yaml."
        )
    security = said.security or written.security or ("tls" if port == _PORTS["tls"] else "starttls")
    authorities = environment.get(f"{PREFIX}CA")
    return Server(
        host,
        port or _PORTS[security],
        security,
        said.user or written.user or "",
        environment.get(f"{PREFIX}PASSWORD", "").strip("\r\n"),  # a file's last line break is no part of it
        Path(authorities) if authorities else None,
    )


def _said(environment: Mapping[str, str]) -> Smtp:
    """What the environment says, held to the same as segsite.yaml; an empty variable says nothing."""
    said = {key: environment.get(f"{PREFIX}{key.upper()}", "").strip() for key in Smtp.model_fields}
    try:
        return Smtp.model_validate({key: value for key, value in said.items() if value}, strict=False)
    except ValidationError as error:
        key = str(error.errors()[0]["loc"][0])
        raise UsageError(f"{PREFIX}{key.upper()} cannot be `{said[key]}`.", _remedy(key, said[key])) from None


def _remedy(key: str, value: str) -> str:
    match key:
        case "port":
            return "A port is a number from 1 to 65535, such as 587."
        case "security":
            return did_you_mean(value, get_args(Security))
        case _:
            return "Write the server's name alone, such as smtp.acme.example."


def _is_here(host: str) -> bool:
    """Whether a host is this very machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
