"""Merge fields in a platform's own syntax, and choices as it can be asked them: what is left are texts and choices."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from segsite.model.merge_fields import (
    PLACEHOLDER,
    SYSTEM_FIELDS,
    Both,
    Choice,
    Comparison,
    Either,
    Field,
    Not,
    meaning,
)
from segsite.model.platform import Own
from segsite.rendering.lacks import Lack
from segsite.rendering.questions import exact, first_of
from segsite.rendering.tags import put

if TYPE_CHECKING:
    from segsite.model.merge_fields import Part, Test
    from segsite.rendering.platforms import Platform

_HARMLESS = r"[^\"'`{}\[\]|%*<>&\\\x00-\x1f]+"
"""What can stand between quotes in any syntax."""
_LINK = re.compile(
    rf"<a\b(?P<before>[^>]*?)\s+href=\"(?P<field>{PLACEHOLDER.pattern})\"(?P<after>[^>]*)>(?P<words>.*?)</a>", re.DOTALL
)


def with_elements(text: str, platform: Platform) -> str:
    """HTML whose links to the platform's own addresses are the elements that it has in place of links."""
    own = {name: getattr(platform.profile, name) for name in SYSTEM_FIELDS}
    elements = {name: one.element for name, one in own.items() if isinstance(one, Own) and one.element}

    def element(match: re.Match[str]) -> str:
        said = PLACEHOLDER.fullmatch(match["field"])
        field = meaning(said) if said is not None else None
        name = elements.get(field[0]) if field is not None else None
        return f"<{name}{match['before']}{match['after']}>{match['words']}</{name}>" if name else match[0]

    return _LINK.sub(element, text) if elements else text


class Settler:
    """Settles a text for a platform, from its start to its end.

    Args:
        platform: The platform.
        markup: The text is HTML; fallbacks, which content writes, are escaped.
    """

    def __init__(self, platform: Platform, *, markup: bool) -> None:
        self._platform, self._profile = platform, platform.profile
        self._form = platform.profile.field if markup else platform.profile.text_field or platform.profile.field
        self._markup = markup
        self._edges = frozenset("".join(platform.profile.marks))
        self._in_a_tag = False
        self.lacks: list[Lack] = []

    def settled(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Parts of a text, without fields."""
        return tuple(piece for part in parts for piece in self._settled(part))

    def _settled(self, part: Part) -> tuple[Part, ...]:
        if isinstance(part, Choice):
            return self._choice(part)
        if isinstance(part, Field):
            return (self._system(part.name),) if part.name in SYSTEM_FIELDS else (self._field(part),)
        if "<" in part or ">" in part:
            self._in_a_tag = part.rfind("<") > part.rfind(">")
        return (self._apart(self._platform.respelled(part, markup=self._markup)),)

    def _apart(self, text: str) -> str:
        """A text beside tags, whose ends cannot be taken for a part of them: `20%` before `%%[ IF`."""
        if self._markup and text[-1:] in self._edges:
            text = f"{text[:-1]}&#{ord(text[-1])};"
        if self._markup and text[:1] in self._edges:
            text = f"&#{ord(text[0])};{text[1:]}"
        return text

    # -- fields ----------------------------------------------------------------------------------------------------

    def _field(self, field: Field) -> str | Choice:
        """A field, as a choice where its fallback cannot stand in its tag."""
        reference, form = self._platform.reference(field.name), self._form
        plain = put(form.plain, field=reference)
        if not field.fallback or self._cannot_hold(field):
            return plain
        fallback = self._platform.respelled(self._escaped(field.fallback), markup=self._markup)
        if form.fallback is not None and self._fits(field.fallback):
            return put(form.fallback, field=reference, fallback=self._platform.escaped(fallback))
        if self._profile.conditions is not None:
            return Choice(Comparison(field.name), (plain,), (fallback,))
        remedy = "Write it in letters, digits and simple punctuation, or leave it out."
        self.lacks.append(Lack(field.name, f"the fallback “{field.fallback}”", remedy))
        return plain

    def _fits(self, fallback: str) -> bool:
        """Whether a fallback can stand in the field's tag here; one in double quotes would end an attribute."""
        form = self._form
        quoted = self._markup and self._in_a_tag and '"' in (form.fallback or "")
        return not quoted and re.fullmatch(form.takes or _HARMLESS, fallback) is not None

    def _cannot_hold(self, field: Field) -> bool:
        """Whether a fallback has in it, or makes with the tags around it, what a tag begins or ends with."""
        conditions, fallback = self._profile.conditions, field.fallback
        between = f"{conditions.otherwise[-1:]}{fallback}{conditions.close[:1]}" if conditions is not None else fallback
        if not any(mark in (between if len(mark) > 1 else fallback) for mark in self._profile.marks):
            return False
        remedy = f"Write it without {' and '.join(f'`{mark}`' for mark in self._profile.marks)}, which are tags there."
        self.lacks.append(Lack(field.name, f"the fallback “{fallback}”", remedy))
        return True

    def _escaped(self, text: str) -> str:
        return html.escape(text, quote=False).replace('"', "&quot;") if self._markup else text

    def _system(self, name: str) -> str:
        own = self._platform.system(name, markup=self._markup)
        if own is not None:
            return own
        if self._platform.has(name):
            remedy = f"It is only where a link leads: write `[words]({{{{ merge.{name} }}}})`."
        elif name == "postal_address":
            remedy = "Give brand.yaml an `address`; it is written there instead."
        else:
            remedy = f"Put the words that need it between `{{% if merge.{name} %}}` and `{{% endif %}}`."
        self.lacks.append(Lack(name, f"`merge.{name}`", remedy))
        return ""

    # -- choices ---------------------------------------------------------------------------------------------------

    def _choice(self, choice: Choice) -> tuple[Part, ...]:
        verdict, conditions = self._verdict(choice.test), self._profile.conditions
        if isinstance(verdict, bool):
            return self.settled(choice.then if verdict else choice.otherwise)
        if conditions is None:
            remedy = self._profile.advice or "Write the words so that they are right for every recipient."
            self.lacks.append(Lack(first_of(verdict).field, "a condition", remedy))
            return self.settled(choice.otherwise or choice.then)
        test = exact(verdict, conditions.guard)
        return (Choice(test, self.settled(choice.then), self.settled(choice.otherwise)),)

    def _verdict(self, test: Test) -> bool | Test:
        """A test less what is known of the platform itself: which fields of its own it has."""
        if isinstance(test, Not):
            inner = self._verdict(test.test)
            return not inner if isinstance(inner, bool) else Not(inner)
        if isinstance(test, Comparison):
            return self._platform.has(test.field) if test.field in SYSTEM_FIELDS else test
        left, right = self._verdict(test.left), self._verdict(test.right)
        for one, other in ((left, right), (right, left)):
            if isinstance(one, bool):
                return one if one is isinstance(test, Either) else other
        return (Both if isinstance(test, Both) else Either)(left, right)  # type: ignore[arg-type] # neither is decided
