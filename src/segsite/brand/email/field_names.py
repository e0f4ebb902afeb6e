"""What a platform's field is called in content: `FNAME` of Mailchimp is `first_name`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.model.merge_fields import FIELD_NAME, SYSTEM_FIELDS

if TYPE_CHECKING:
    from segsite.model.site import Site

_BETWEEN_WORDS = re.compile(r"\W+|(?<=[a-z0-9])(?=[A-Z])")
_NO_LETTER = re.compile(r"[\W_]+")


class FieldNames:
    """The names of merge fields in content, by what platforms call them."""

    def __init__(self, site: Site) -> None:
        listed = site.config.email.fields
        self._known: dict[tuple[str, str], str] = {}
        self._spelled = {_squeezed(name): name for name in SYSTEM_FIELDS}
        for key, profile in site.platforms.items():
            for name, called in profile.naming.known.items():
                self._known[key, called.casefold()] = name
                self._spelled[_squeezed(name)] = name
        for name, by_platform in listed.items():
            self._known |= {(key, called.casefold()): name for key, called in by_platform.items()}
            self._spelled[_squeezed(name)] = name

    def has(self, called: str) -> bool:
        """Whether a field is known by a name, however it is spelled."""
        return _squeezed(called) in self._spelled

    def of(self, called: str, platform: str = "") -> str | None:
        """The name in content of what a platform calls a field; None if it cannot be told."""
        known = self._known.get((platform, called.casefold())) or self._spelled.get(_squeezed(called))
        if known is not None:
            return known
        name = _BETWEEN_WORDS.sub("_", called).strip("_").lower()
        return name if FIELD_NAME.fullmatch(name) else None


def _squeezed(name: str) -> str:
    """A name as all platforms spell it alike: `first_name`, `FirstName` and `First Name` are one."""
    return _NO_LETTER.sub("", name).casefold()
