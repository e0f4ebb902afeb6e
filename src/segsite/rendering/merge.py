"""Merge fields: placeholders that survive every step, and the platform's own syntax put in last.

A placeholder is plain ASCII letters and digits that say what it stands for, so that the same field is the same
text wherever it is converted, escaped or inlined: `SEGSITEMT<base32>ENDMT`.
"""

from __future__ import annotations

import base64
import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.rendering.views import Refused, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PLACEHOLDER = re.compile("SEGSITEMT([A-Z2-7]*)ENDMT")
"""What stands for a merge field until a platform's syntax is put in."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_SYSTEM = ("unsubscribe_url", "view_url", "postal_address")


class MergeField(str):
    """A field's placeholder; printing it prints the placeholder."""

    __slots__ = ("field",)
    field: str

    @classmethod
    def of(cls, field: str, fallback: str = "") -> MergeField:
        """The placeholder of a field with the text for recipients who lack it."""
        coded = base64.b32encode(f"{field}\0{fallback}".encode()).decode().rstrip("=")
        placeholder = cls(f"SEGSITEMT{coded}ENDMT")
        placeholder.field = field
        return placeholder


class MergeView(View):
    """`merge` in e-mails: every name is a field of the recipient's, but for the platform's own three."""

    __slots__ = ()

    def names(self) -> Iterable[str]:
        """The names every platform has."""
        return _SYSTEM

    def value(self, name: str) -> MergeField:
        """The placeholder of a field."""
        if not _NAME.fullmatch(name):
            message = f"`{name}` cannot be the name of a merge field."
            raise Refused("template/forbidden", message, "Names are letters, digits and underscores.")
        return MergeField.of(name)

    def may_lack(self, name: str) -> bool:
        """None: any name is a field."""
        return False


@dataclass(frozen=True, slots=True)
class Platform:
    """How a platform writes merge fields.

    Attributes:
        name: Its name in segsite.yaml.
        field: (name, fallback) to its syntax.
        unsubscribe_url: Its syntax for the link to unsubscribe.
        view_url: Its syntax for the e-mail in the browser.
        postal_address: Its syntax for the sender's address.
    """

    name: str
    field: Callable[[str, str], str]
    unsubscribe_url: str
    view_url: str
    postal_address: str

    def put_in(self, text: str, space: str = " ", *, markup: bool = False) -> str:
        """A finished e-mail with every placeholder replaced by the platform's syntax.

        Args:
            text: The e-mail.
            space: What stands for a space inside the syntax, for texts whose lines are still to be wrapped.
            markup: The text is HTML; fallbacks, which content writes, are escaped.
        """
        return PLACEHOLDER.sub(lambda match: self._written(match, markup=markup).replace(" ", space), text)

    def _written(self, match: re.Match[str], *, markup: bool) -> str:
        coded = match[1] + "=" * (-len(match[1]) % 8)
        try:
            name, _, fallback = base64.b32decode(coded).decode().partition("\0")
        except ValueError:
            return match[0]  # somebody wrote this; it is no placeholder of ours
        if not _NAME.fullmatch(name):
            return match[0]  # nor is this: its name would be markup, or more of the platform's syntax
        if markup:
            fallback = html.escape(fallback, quote=False).replace('"', "&quot;")
        return str(getattr(self, name)) if name in _SYSTEM else self.field(name, fallback)


def without_recipient(text: str) -> str:
    """A text with every placeholder replaced by its fallback, as recipients see it whose field is empty, or `field`."""

    def fallback(match: re.Match[str]) -> str:
        try:
            return base64.b32decode(match[1] + "=" * (-len(match[1]) % 8)).decode().partition("\0")[2] or "field"
        except ValueError:
            return match[0]

    return PLACEHOLDER.sub(fallback, text)


def _generic_field(name: str, fallback: str) -> str:
    """Liquid's way; in single quotes, as the field may stand inside an attribute."""
    if not fallback:
        return f"{{{{ {name} }}}}"
    return f"{{{{ {name} | default: '{fallback.replace(chr(39), '’')}' }}}}"


PLATFORMS = {
    "generic": Platform("generic", _generic_field, "{{ unsubscribe_url }}", "{{ view_url }}", "{{ postal_address }}")
}
"""The platforms templates can be made for."""
