"""A platform's own syntax, put into a finished e-mail in place of its placeholders."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from segsite.model.merge_fields import Choice, parts_of
from segsite.model.platform import Own
from segsite.rendering.settling import Settler, with_elements
from segsite.rendering.tags import Tags, put

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segsite.model.merge_fields import Part
    from segsite.model.platform import Naming, PlatformFile
    from segsite.model.site import Site
    from segsite.rendering.lacks import Lack


@dataclass(frozen=True, eq=False, slots=True)
class Platform:
    """A platform as one site uses it.

    Attributes:
        key: Its name in segsite.yaml.
        profile: How it writes templates.
        names: What segsite.yaml calls fields there, by their name in content.
        address: The sender's name and postal address, for platforms that have none of their own.
    """

    key: str
    profile: PlatformFile
    names: Mapping[str, str] = field(default_factory=dict)
    address: str = ""

    def put_in(self, text: str, *, markup: bool = False) -> tuple[str, tuple[Lack, ...]]:
        """A finished text in the platform's syntax, and what the platform lacks for it.

        Args:
            text: The text, with placeholders.
            markup: The text is HTML; fallbacks, which content writes, are escaped.
        """
        settler = Settler(self, markup=markup)
        parts = settler.settled(parts_of(with_elements(text, self) if markup else text))
        written, lacks = self._with_tags(parts)
        head = self._head(parts) if markup else ""
        return head + written, tuple(dict.fromkeys([*settler.lacks, *lacks]))

    def _with_tags(self, parts: tuple[Part, ...]) -> tuple[str, list[Lack]]:
        conditions = self.profile.conditions
        if conditions is None:
            return "".join(map(str, parts)), []
        tags = Tags(self, conditions)
        return tags.written(parts), tags.lacks

    def _head(self, parts: tuple[Part, ...]) -> str:
        conditions = self.profile.conditions
        chooses = any(isinstance(part, Choice) for part in parts)
        return self.profile.head + (conditions.head if conditions is not None and chooses else "")

    def name_of(self, name: str) -> str:
        """What a field is called on the platform."""
        naming = self.profile.naming
        return self.names.get(name) or naming.known.get(name) or _styled(name, naming)

    def reference(self, name: str) -> str:
        """How a field is named in the platform's syntax."""
        called = self.name_of(name)
        return put(self._form_of(called) or "<name>", name=called)

    def can_be_named(self, name: str) -> bool:
        """Whether a field has a name that the platform's fields can have."""
        return self._form_of(self.name_of(name)) is not None

    def _form_of(self, called: str) -> str | None:
        forms = self.profile.naming.forms
        return next((form for pattern, form in forms.items() if re.fullmatch(pattern, called)), None)

    def escaped(self, text: str) -> str:
        """A text as it can stand in the quotes of the platform's syntax."""
        for mark, written in self.profile.escape.items():
            text = text.replace(mark, written)
        return text

    def respelled(self, text: str, *, markup: bool) -> str:
        """A text of content or theme without what the platform would take for its own."""
        for mark, written in self.profile.respell.items():
            if mark in text:
                own = written if isinstance(written, str) else written.html if markup else written.text
                text = text.replace(mark, mark if own is None else own)
        return text

    def system(self, name: str, *, markup: bool) -> str | None:
        """How the platform writes a field of its own, such as `unsubscribe_url`; None if it has none."""
        own = getattr(self.profile, name)
        if isinstance(own, Own):
            own = own.html if markup else own.text
        if own is None and name == "postal_address" and self.address:
            return html.escape(self.address, quote=False) if markup else self.address
        return str(own) if own is not None else None

    def has(self, name: str) -> bool:
        """Whether the platform has a field of its own."""
        return getattr(self.profile, name) is not None or (name == "postal_address" and bool(self.address))


def _styled(name: str, naming: Naming) -> str:
    words = [word for word in name.split("_") if word]
    titled = [word[:1].upper() + word[1:] for word in words]
    return {
        "same": name,
        "lower": "".join(words).lower(),
        "upper": "".join(words).upper(),
        "constant": "_".join(words).upper(),
        "camel": "".join([*words[:1], *titled[1:]]),
        "pascal": "".join(titled),
        "title": " ".join(titled),
    }[naming.style]


def platforms_of(site: Site) -> tuple[Platform, ...]:
    """The platforms that a site makes e-mails for, as far as they are known."""
    config, brand = site.config.email, site.brand.file
    return tuple(
        Platform(
            key,
            site.platforms[key],
            {name: called[key] for name, called in config.fields.items() if key in called},
            brand.sender,
        )
        for key in dict.fromkeys(config.platforms)
        if key in site.platforms
    )
