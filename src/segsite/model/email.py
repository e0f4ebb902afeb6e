"""What `email:` holds in segsite.yaml and brand.yaml."""

from __future__ import annotations

import ipaddress
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from segsite.model.mailbox import ascii_domain
from segsite.model.written import Written

Security = Literal["starttls", "tls", "none"]
"""How the way to a mail server is protected."""


def _host(value: str) -> str:
    try:
        return str(ipaddress.ip_address(value))
    except ValueError:
        return ascii_domain(value)


def _port(value: int) -> int:
    if not 1 <= value <= 65535:
        raise ValueError("a port is a number from 1 to 65535")
    return value


MailHost = Annotated[str, AfterValidator(_host)]
"""A server by its name or its IP address."""
Port = Annotated[int, AfterValidator(_port), Field(json_schema_extra={"minimum": 1, "maximum": 65535})]
"""Where a server listens."""


class Smtp(Written):
    """The mail server that `segsite email send` hands messages to; SEGSITE_SMTP_… in the environment come first."""

    refused: ClassVar[dict[str, str]] = {
        "password": "A password never stands in a file. Remove it, change it where it is used if this file was shared, "
        "and set the environment variable SEGSITE_SMTP_PASSWORD."
    }

    host: MailHost | None = None
    """The server's name, such as smtp.acme.example."""
    port: Port | None = None
    """Where it listens; by default 587, with `security: tls` 465, with `security: none` 25."""
    security: Security | None = None
    """`starttls`, the default, or `tls`, the default for port 465; `none` is for servers in your own network."""
    user: str | None = None
    """The user to log in as. The password is in the environment, as SEGSITE_SMTP_PASSWORD."""


CLIENTS = {
    "gmail": "Gmail",
    "gmail-app": "the Gmail app",
    "outlook-windows": "Outlook for Windows",
    "outlook-com": "Outlook.com",
    "outlook-mac": "Outlook for Mac",
    "outlook-app": "the Outlook app",
    "apple-mail": "Apple Mail",
    "ios-mail": "iOS Mail",
    "yahoo": "Yahoo Mail",
    "yahoo-app": "the Yahoo Mail app",
    "aol": "AOL Mail",
    "samsung-email": "Samsung Email",
    "thunderbird": "Thunderbird",
    "proton-mail": "Proton Mail",
    "fastmail": "Fastmail",
    "hey": "HEY",
    "gmx": "GMX",
    "gmx-app": "the GMX app",
    "web-de": "WEB.DE",
    "web-de-app": "the WEB.DE app",
    "ionos": "IONOS",
    "orange": "Orange",
    "sfr": "SFR",
    "laposte": "La Poste",
    "mail-ru": "Mail.ru",
}
"""The mail clients that can be named, each with what people call it."""

ClientName = Annotated[str, WithJsonSchema({"type": "string", "enum": list(CLIENTS)})]
"""A mail client by its name; one that is not known is told where all e-mails are judged, with the nearest that is."""


class EmailStandard(Written):
    """What e-mails are held to, besides what `channels` says."""

    clients: list[ClientName] = Field(
        default_factory=lambda: ["gmail", "outlook-windows", "outlook-com", "apple-mail", "ios-mail", "yahoo"]
    )
    """The mail clients that must show what e-mails say, where they say it. `outlook-windows` is the classic Outlook;
    the new one shows what `outlook-com` shows. An empty list: none is asked about."""
    decoration: bool = False
    """`true`: say also what only looks plainer in one of them, such as square corners."""
