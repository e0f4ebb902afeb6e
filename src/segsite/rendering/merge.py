"""Merge fields: placeholders that survive every step, and the platform's own syntax put in last."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.model.merge_fields import PLACEHOLDER, meaning, placeholder
from segsite.rendering.views import Refused, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_SYSTEM = ("unsubscribe_url", "view_url", "postal_address")


class MergeField(str):
    """A field's placeholder; printing it prints the placeholder."""

    __slots__ = ("field",)
    field: str

    @classmethod
    def of(cls, field: str, fallback: str = "") -> MergeField:
        """The placeholder of a field with the text for recipients who lack it."""
        made = cls(placeholder(field, fallback))
        made.field = field
        return made


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
        said = meaning(match)
        if said is None:
            return match[0]  # somebody wrote this; it is no placeholder of ours
        name, fallback = said
        if not _NAME.fullmatch(name):
            return match[0]  # nor is this: its name would be markup, or more of the platform's syntax
        if markup:
            fallback = html.escape(fallback, quote=False).replace('"', "&quot;")
        return str(getattr(self, name)) if name in _SYSTEM else self.field(name, fallback)


def without_recipient(text: str) -> str:
    """A text with every placeholder replaced by its fallback, as recipients see it whose field is empty, or `field`."""

    def fallback(match: re.Match[str]) -> str:
        said = meaning(match)
        return match[0] if said is None else said[1] or "field"

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
