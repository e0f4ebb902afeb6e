"""Tags of e-mail platforms' own in content, and what they are in segsite's words."""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from segsite.brand.email.field_names import FieldNames
from segsite.brand.email.pasted import Pasted
from segsite.brand.patterns import SECONDS
from segsite.brand.voice.literals import bare, folded, met, needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Span
    from segsite.brand.voice.literals import Literals, Needs
    from segsite.model.site import Site

_SLOT = re.compile(r"<(\w+)>")
_NAME = re.compile(r"\{\{-?\s*(?P<field>[A-Za-z]\w{0,99})\s*-?\}\}")
_NOBODYS = "generic"
"""The profile that is no platform's own."""
_NO_FALLBACK = ' | fallback("")'


@dataclass(frozen=True, slots=True)
class _Form:
    """One way in which a platform writes a tag."""

    platform: str
    owner: str
    means: str | None
    pattern: regex.Pattern[str]
    needs: Needs

    def at(self, text: str, start: int) -> _Match | None:
        """The tag that begins at a place; None as well if that takes too long to tell."""
        try:
            match = self.pattern.match(text, start, timeout=SECONDS)
        except TimeoutError:
            return None
        return _Match(self, match) if match is not None and match[0] else None

    def found(self, text: str) -> Iterator[_Match]:
        """Its tags in a text, as far as they can be told in time."""
        with suppress(TimeoutError):
            yield from (_Match(self, match) for match in self.pattern.finditer(text, timeout=SECONDS) if match[0])


@dataclass(frozen=True, slots=True)
class _Match:
    """A tag's form, and where a text has it."""

    form: _Form
    match: regex.Match[str]

    @property
    def text(self) -> str:
        return str(self.match[0])


class RawTags:
    """Knows the tags of all platforms.

    Args:
        site: The site whose profiles say what tags look like, and whose fields say what they are called here.
    """

    def __init__(self, site: Site) -> None:
        self._names = FieldNames(site)
        first = [key for key in site.config.email.platforms if key in site.platforms]
        self._forms = [
            _Form(key, site.platforms[key].name, raw.means, pattern, needs(raw.pattern))
            for key in dict.fromkeys([*first, *sorted(site.platforms)])
            for raw in site.platforms[key].raw
            if (pattern := _compiled(raw.pattern)) is not None
        ]
        self._always = [form for form in self._forms if not form.needs]
        self._by_literal: dict[str, list[_Form]] = defaultdict(list)
        for form in self._forms:
            for literal in min(form.needs, key=_length, default=()):
                self._by_literal[bare(literal)].append(form)

    def at(self, text: str, start: int) -> Pasted | None:
        """The tag that begins at a place in a text; None if none does."""
        matches = (match for form in self._forms if (match := form.at(text, start)) is not None)
        return self._pasted(matches) or self._bare(_NAME.match(text, start), known=True)

    def in_braces(self, tag: re.Match[str]) -> Pasted:
        """A tag of no known platform, as most platforms write them: in braces."""
        return self._bare(_NAME.fullmatch(tag[0])) or Pasted(tag[0])

    def _bare(self, name: re.Match[str] | None, *, known: bool = False) -> Pasted | None:
        """A name between braces and nothing else; `known`: only if it is one of a field."""
        if name is None or (known and not self._names.has(name["field"])):
            return None
        field = self._names.of(name["field"])
        return Pasted(name[0], (), f"{{{{ merge.{field} }}}}") if field is not None else None

    def found(self, text: str) -> list[tuple[Span, Pasted]]:
        """All tags in a text, none over another; of those that begin at one place, the longest."""
        at: dict[int, list[_Match]] = defaultdict(list)
        for form in self._possible(folded(text)):
            for one in form.found(text):
                at[one.match.start()].append(one)
        return list(self._apart(at)) if at else []

    def _possible(self, lower: str) -> Iterator[_Form]:
        """The forms that a text in folded case can have, in their order."""
        passed = {id(form) for literal, forms in self._by_literal.items() if literal in lower for form in forms}
        if passed or self._always:
            yield from (
                form for form in self._forms if not form.needs or (id(form) in passed and met(form.needs, lower))
            )

    def _apart(self, at: dict[int, list[_Match]]) -> Iterator[tuple[Span, Pasted]]:
        end = 0
        for start in sorted(at):
            pasted = self._pasted(at[start]) if start >= end else None
            if pasted is not None and pasted.text:
                end = start + len(pasted.text)
                yield (start, end), pasted

    def _pasted(self, matches: Iterable[_Match]) -> Pasted | None:
        found = list(matches)
        if not found:
            return None
        longest = max(len(one.text) for one in found)
        whole = [one for one in found if len(one.text) == longest]
        whole.sort(key=lambda one: "field" in one.match.re.groupindex)  # a platform's own field before any name
        means = next((said for one in whole if (said := self._said(one)) is not None), None)
        owners = tuple(dict.fromkeys(one.form.owner for one in whole if one.form.platform != _NOBODYS))
        return Pasted(whole[0].text, owners, means)

    def _said(self, match: _Match) -> str | None:
        """What a tag is in segsite's words."""
        if match.form.means is None:
            return None
        given = {name: value or "" for name, value in match.match.groupdict().items()}
        if "field" in given:
            name = self._names.of(given["field"], match.form.platform)
            if name is None:
                return None
            given["field"] = name
        given = {name: value.replace("\\", "").replace('"', "'") for name, value in given.items()}
        return _SLOT.sub(lambda slot: given.get(slot[1], slot[0]), match.form.means).replace(_NO_FALLBACK, "")


def _compiled(pattern: str) -> regex.Pattern[str] | None:
    """A pattern that Python reads; None for the rare one that `regex` reads in another way."""
    try:
        return regex.compile(pattern)
    except regex.error:
        return None


def _length(choice: Literals) -> int:
    """How much there is of a choice of literals; of little, few searches tell that it is not there."""
    return sum(map(len, choice))
