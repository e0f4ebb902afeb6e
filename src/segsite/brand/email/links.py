"""Where the links of a finished e-mail lead: somewhere, in full, encrypted, and not to where things are tried out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from segsite.brand.email.elements import elements
from segsite.brand.email.hosts import Flaw, flaw_of, host_of
from segsite.brand.email.loads import urls
from segsite.brand.email.whereabouts import Whereabouts
from segsite.brand.notes import noted
from segsite.brand.standard import Standard
from segsite.diagnostics import Severity
from segsite.model.touchpoint import Channel, EmailFile
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.email.elements import Element
    from segsite.brand.passages import Spoken, Wording
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place

_FOLLOWED = ("href", "src", "background", "action")
_WARNING = replace(rules.LINK, severity=Severity.WARNING)
_SAID = {
    Flaw.EMPTY: "This address leads nowhere.",
    Flaw.RELATIVE: "`{shown}` is no full address, so it leads nowhere from an inbox.",
    Flaw.NOT_PUBLIC: "`{shown}` is a host where things are tried out; recipients cannot reach it, or should not.",
    Flaw.NOT_ENCRYPTED: "`{shown}` is reached without encryption.",
}
_HINTS = {
    Flaw.EMPTY: "Say where it leads, or take the link away from the words.",
    Flaw.RELATIVE: "Write `{{ url('page:NAME') }}` or `{{ asset('NAME') }}` in the template.",
    Flaw.NOT_PUBLIC: "Write the address that everybody uses.",
    Flaw.NOT_ENCRYPTED: "Write `https://` if the host has it; browsers and filters warn of others.",
}


class Links(Standard):
    """Holds the addresses in e-mails to those that recipients can follow."""

    def __init__(self, grounds: Grounds) -> None:
        self._whereabouts = Whereabouts(grounds)
        self._own_host = host_of(grounds.site.config.base_url) or ""
        tracking = grounds.site.config.tracking
        self._parameters = frozenset(tracking.parameters) if tracking is not False else frozenset[str]()
        self._traced = {self._own_host, *(tracking.hosts if tracking is not False else ())}

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Addresses that are flawed, and campaign parameters that somebody wrote by hand."""
        if spoken.channel is not Channel.EMAIL:
            return ()
        return [*self._flawed(spoken), *self._by_hand(spoken)]

    def _flawed(self, spoken: Spoken) -> Iterator[Finding]:
        for attribute, address in dict.fromkeys(one for found in elements(spoken.markup) for one in _addresses(found)):
            flaw = flaw_of(address, self._own_host)
            if flaw is not None and not _leads_to_a_part(address, spoken):
                yield from self._told(flaw, address.strip(), attribute, spoken)

    def _told(self, flaw: Flaw, address: str, attribute: str, spoken: Spoken) -> Iterator[Finding]:
        is_of_theme = flaw in {Flaw.EMPTY, Flaw.RELATIVE}
        place = self._in_theme(address, attribute, spoken) if is_of_theme else self._place(address, spoken)
        if place is None and flaw is Flaw.EMPTY:
            return  # segsite wrote it, for a link that is told of as one that leads nowhere
        rule = _WARNING if flaw is Flaw.NOT_ENCRYPTED else rules.LINK
        message = _SAID[flaw].format(shown=host_of(address) or address)
        yield rule.at(place or spoken.touchpoint.document.place, message, _HINTS[flaw])

    def _in_theme(self, address: str, attribute: str, spoken: Spoken) -> Place | None:
        """Where a template writes an address that content cannot write, but for a part of the e-mail."""
        place = self._whereabouts.theme(attribute, spoken) or self._whereabouts.content(f"]({address})", spoken)
        if place is None and address.strip("#"):
            place = self._whereabouts.theme(address, spoken)
        return place.within(address) if place is not None and address else place

    def _place(self, address: str, spoken: Spoken) -> Place | None:
        """Where an address is written: as it stands in the HTML, or as it was before parameters were added to it."""
        bare = address.partition("?")[0].partition("#")[0]
        for needle in dict.fromkeys((address, bare, host_of(address) or address)):
            place = _of_cta(needle, spoken) or self._whereabouts.content(needle, spoken)
            place = place or self._whereabouts.theme(needle, spoken)
            if place is not None:
                return place
        return None

    # -- campaign parameters ---------------------------------------------------------------------------------------

    def _by_hand(self, spoken: Spoken) -> Iterator[Finding]:
        names = self._names(spoken)
        for target, place in _written(spoken) if names else ():
            query = target.partition("#")[0].partition("?")[2]
            given = [name for name, _ in parse_qsl(query, keep_blank_values=True) if name in names] if query else []
            if given and self._is_traced(target):
                message = f"`{given[0]}` is written by hand, where segsite adds its own."
                hint = "Leave it out; `tracking` in segsite.yaml, or in the e-mail's front matter, says what it is."
                yield _WARNING.at(place.within(f"{given[0]}="), message, hint)

    def _names(self, spoken: Spoken) -> frozenset[str]:
        front = spoken.touchpoint.front
        own = front.tracking if isinstance(front, EmailFile) else None
        return frozenset() if own is False else self._parameters.union(own or ())

    def _is_traced(self, target: str) -> bool:
        host = host_of(target)
        return host in self._traced if host is not None else target.startswith(("/", "page:", "segment:", "cta:"))


def _addresses(element: Element) -> Iterator[tuple[str, str]]:
    """The addresses in a tag, each with how it stands there."""
    for name in _FOLLOWED:
        if name in element.attributes:
            yield f'{name}="{element.attributes[name]}"', element.attributes[name]
    style = element.attributes.get("style", "")
    if "url(" in style:
        yield from ((f"url({address})", address) for address in urls(style))


def _leads_to_a_part(address: str, spoken: Spoken) -> bool:
    """Whether an address is a part of the e-mail itself, and the part is there."""
    part = address.strip().removeprefix("#")
    return address.strip().startswith("#") and bool(part) and f'id="{part}"' in spoken.markup


def _of_cta(needle: str, spoken: Spoken) -> Place | None:
    """Where a call to action says its address."""
    ctas = spoken.node.segment.ctas
    names = {cta.name.partition("#")[0] for cta in spoken.ctas}
    found = next((name for name in sorted(names) if name in ctas and needle in (ctas[name].url or "")), None)
    return spoken.node.segment.place("ctas", found, "url") if found is not None else None


def _with_parameters(wording: Wording) -> tuple[str, ...]:
    targets = (link.target for block in wording.blocks for link in block.links)
    return tuple(dict.fromkeys(target for target in targets if "?" in target))


def _written(spoken: Spoken) -> Iterator[tuple[str, Place]]:
    """The addresses that content writes for its links, each with its place."""
    for passage in spoken.passages:
        for target in noted(passage.wording, _with_parameters):
            at = passage.wording.source.find(target)
            place = passage.source_place((at, at + len(target))) if at >= 0 else passage.home
            yield target, place
    for name in dict.fromkeys(cta.name.partition("#")[0] for cta in spoken.ctas):
        cta = spoken.node.segment.ctas.get(name)
        if cta is not None and cta.url and "?" in cta.url:
            yield cta.url, spoken.node.segment.place("ctas", name, "url")
