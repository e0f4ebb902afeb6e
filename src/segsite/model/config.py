"""`segsite.yaml` and `theme.yaml`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, field_validator

from segsite.model.email import Smtp
from segsite.model.written import Locale, Written


class MenuEntry(Written):
    """One entry of a menu."""

    label: str
    """What it says; expressions of the root segment work."""
    url: str
    """Where it leads: `page:/pricing`, `segment:trades`, `https://…`."""


class Navigation(Written):
    """The menus that every page shows."""

    header: list[MenuEntry] = Field(default_factory=list)
    """At the top."""
    footer: list[MenuEntry] = Field(default_factory=list)
    """At the bottom."""


def _is_host(value: str) -> str:
    if not value or any(mark in value for mark in " /?#@"):
        raise ValueError("write a host alone, such as app.example.com")
    return value.lower()


Host = Annotated[str, AfterValidator(_is_host)]
"""A host of the web, without a scheme and a path."""


class Tracking(Written):
    """What is added to the addresses of links from one channel to another, so that visits can be traced."""

    parameters: dict[str, str] = Field(
        default_factory=lambda: {
            "utm_source": "{{ site.name }}",
            "utm_medium": "{{ channel }}",
            "utm_campaign": "{{ segment.id | default('home', true) }}",
            "utm_content": "{{ touchpoint.name }}",
        }
    )
    """The parameters by name; expressions work. An empty one is left out."""
    hosts: list[Host] = Field(default_factory=list)
    """Hosts that links are traced to besides the site's own."""


class EmailConfig(Written):
    """What e-mails are made for, and who sends them."""

    platforms: list[str] = Field(default_factory=lambda: ["generic"])
    """The e-mail platforms that templates are made for: `segsite list --platforms` shows those there are."""
    sender: str | None = Field(default=None, alias="from")
    """Who e-mails are from, as `Name <name@example.com>`; expressions of the segment work."""
    reply_to: str | None = None
    """Where answers go, if not to the sender."""
    fields: dict[str, dict[str, str]] = Field(default_factory=dict)
    """The merge fields there are, each with its name on the platforms that call it something else than usual; with
    none listed, every name is taken for a field."""
    smtp: Smtp = Smtp()
    """The server that `segsite email send` sends over."""


class SiteConfig(Written):
    """`segsite.yaml`: the site's name, address and theme."""

    name: str
    """The site's name."""
    base_url: str
    """Where it is published, such as https://www.example.com; a path is allowed."""
    theme: str
    """A folder of `themes/`."""
    locale: Locale = "en"
    """The language of the content, such as `en` or `de-AT`."""
    email: EmailConfig = EmailConfig()
    """The e-mails: their platforms, their sender, the fields of their recipients."""
    tracking: Tracking | Literal[False] = Tracking()
    """What links from one channel to another say of where their readers come from; `false`: nothing."""
    navigation: Navigation = Navigation()
    """The menus."""
    external_paths: list[str] = Field(default_factory=list)
    """Paths on the same host that another system serves, such as /app/; links to them are not checked."""

    @field_validator("base_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        scheme, _, rest = value.partition("://")
        if scheme not in {"http", "https"} or not rest or any(mark in rest for mark in " ?#"):
            raise ValueError("write the full address, such as https://www.example.com")
        return value.rstrip("/")

    @property
    def base_path(self) -> str:
        """The path of `base_url`: empty, or `/path` without a slash at its end."""
        _, slash, path = self.base_url.partition("://")[2].partition("/")
        return slash + path


class Pair(Written):
    """Two colours that meet in the theme: words, or a mark, on a surface."""

    text: str
    """The token of what must be seen, such as `color.text.default`."""
    on: str
    """The token of the surface it stands on."""
    size: Literal["body", "large", "graphic"] = "body"
    """`body`; `large` from 24 px, or from 18.66 px if bold; `graphic` for marks, borders and icons."""


class ThemeFile(Written):
    """`theme.yaml`: what the theme is called, and what it builds on."""

    name: str | None = None
    """The theme's name; that of its folder."""
    extends: str | None = None
    """Another folder of `themes/`; files this theme does not have are taken from there."""
    version: str | None = None
    """The theme's version."""
    description: str | None = None
    """What it looks like."""
    strings: dict[str, dict[str, str]] = Field(default_factory=dict)
    """Words of the interface by name, then by locale."""
    email_width: int = 600
    """How wide a picture among the words of an e-mail may be, in pixels; wider ones are shown smaller."""
    contrast: list[Pair] = Field(default_factory=list)
    """Every pair of colours that meet in its components."""
    data: dict[str, Any] = Field(default_factory=dict)
    """Settings of the theme's own; free of form."""
