"""The e-mail platforms that templates can be made for, and which of them the site uses."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from segsite.portfolio.columns import aligned
from segsite.reading.platforms import FOLDER

if TYPE_CHECKING:
    from segsite.model.site import Site

_HEAD = ("PLATFORM", "USED", "NAME", "SYNTAX")


@dataclass(frozen=True, slots=True)
class Known:
    """A platform.

    Attributes:
        platform: How segsite.yaml names it.
        name: How people know it.
        language: What it calls its syntax; None if it has no name.
        used: Whether the site makes e-mails for it.
        file: The site's file that describes it; None for those that segsite brings.
    """

    platform: str
    name: str
    language: str | None
    used: bool
    file: str | None

    def as_json(self) -> dict[str, object]:
        """The platform as JSON says it."""
        return asdict(self)


def platforms(site: Site) -> list[Known]:
    """All platforms there are, by name."""
    return [
        Known(key, profile.name, profile.language, key in site.config.email.platforms, _own(profile.place().file))
        for key, profile in sorted(site.platforms.items())
    ]


def _own(file: str) -> str | None:
    return file if file.startswith(f"{FOLDER}/") else None


def platforms_text(known: list[Known]) -> str:
    """The platforms for people."""
    rows = [(one.platform, "yes" if one.used else "-", one.name, one.language or "-") for one in known]
    return "\n".join(aligned([_HEAD, *rows])) + "\n"
