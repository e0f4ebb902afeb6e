"""What a channel carries whatever is said on it: legal texts, the privacy policy, a postal address, a way out."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from segsite.brand.channels.layouts import layout_of, layout_place
from segsite.brand.channels.markup import leads_to, spelled
from segsite.brand.channels.seen import Seen
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel, EmailFile
from segsite.rulebook import channel as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from segsite.brand.passages import Block, Passage, Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Rule
    from segsite.model.standards import Required

_PARTS = {"html": "", "txt": " in its text part"}


class Requirements(Standard):
    """Holds every touchpoint to what `brand.yaml` says its channel carries."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._brand = grounds.site.brand.file
        self._base_path = grounds.site.config.base_path
        self._address = address_pieces(grounds)
        self._checks = {
            "privacy-link": self._privacy,
            "postal-address": self._postal_address,
            "unsubscribe": self._unsubscribe,
        }

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Legal texts and required parts that a touchpoint lacks."""
        standard = self._brand.channels.standard(spoken.channel)
        if not spoken.markup.strip():
            return ()
        seen = Seen(spoken)
        findings = list(self._legal(spoken, seen)) if standard.legal else []
        for required in standard.requires:
            findings.extend(self._checks[required](spoken, seen))
        return findings

    def _legal(self, spoken: Spoken, seen: Seen) -> Iterator[Finding]:
        for passage in spoken.passages:
            if "legal" in passage.parts:
                for part in seen.parts:
                    if not all(seen.has(piece, part) for piece in _pieces(passage)):
                        file = passage.home.file
                        yield self._at(rules.LEGAL_MISSING, spoken, part, f"does not show the legal text `{file}`")

    def _privacy(self, spoken: Spoken, seen: Seen) -> Iterator[Finding]:
        link = self._brand.privacy
        url = self._grounds.leads_to(link, spoken.node) if link is not None else None
        if url and url != self._base_path + spoken.address and not leads_to(spoken.markup, url):
            hint = f"Link to it in a legal text that the channel carries, or in the layout: `[Privacy]({link})`."
            what = f"has no link to the privacy policy, `{link}`"
            yield self._at(rules.PRIVACY_LINK, spoken, "html", what, hint)

    def _postal_address(self, spoken: Spoken, seen: Seen) -> Iterator[Finding]:
        for part in seen.parts:
            missing = seen.missing_address(self._address, part)
            if missing:
                what = f"does not show the postal address: `{'`, `'.join(missing)}` is missing"
                yield self._at(rules.POSTAL_ADDRESS, spoken, part, what)

    def _unsubscribe(self, spoken: Spoken, seen: Seen) -> Iterator[Finding]:
        if not is_sent_to_subscribers(spoken):
            return
        for part in seen.parts:
            if not seen.has_way_out(part):
                yield self._at(rules.UNSUBSCRIBE, spoken, part, "has no link to unsubscribe")

    def _at(self, rule: Rule, spoken: Spoken, part: str, what: str, hint: str = "") -> Finding:
        place = layout_place(spoken, self._grounds.site.theme, part)
        name = "page" if spoken.channel is Channel.WEB else "e-mail"
        return rule.at(place, f"With the layout `{layout_of(spoken)}`, the {name} {what}{_PARTS[part]}.", hint)

    # -- what brand.yaml itself lacks ---------------------------------------------------------------------------

    def of_site(self, spoken: Sequence[Spoken]) -> Iterable[Finding]:
        """Requirements of `brand.yaml` that it gives nothing to fulfil them with."""
        brand = self._brand
        for channel, standard in brand.channels.items():
            for index, required in enumerate(standard.requires):
                finding = self._unfounded(required, channel)
                if finding is not None:
                    rule, message, hint = finding
                    yield rule.at(brand.place("channels", channel, "requires", index), message, hint)
        if brand.privacy is not None and self._grounds.leads_to(brand.privacy, self._grounds.tree.root) is None:
            message = f"`{brand.privacy}` leads nowhere."
            yield rules.PRIVACY_LINK.at(brand.place("privacy"), message, "Name the page of the privacy policy.")

    def _unfounded(self, required: Required, channel: str) -> tuple[Rule, str, str] | None:
        if required == "privacy-link" and self._brand.privacy is None:
            message = "A privacy link is required, but `privacy` does not say where it leads."
            return rules.PRIVACY_LINK, message, "Add `privacy: page:/privacy` to brand.yaml."
        if required == "postal-address" and len(self._address) < 2:
            message = "A postal address is required, but `address` does not say it."
            return rules.POSTAL_ADDRESS, message, "Add `address:` with street, postcode and city to brand.yaml."
        if required == "unsubscribe" and channel != Channel.EMAIL:
            message = "Only an e-mail can be unsubscribed from."
            return rules.UNSUBSCRIBE, message, "Remove it here."
        return None


def address_pieces(grounds: Grounds) -> list[str]:
    """What readers must find of the brand's postal address."""
    address = grounds.site.brand.file.address
    return [part for part in (address.street, address.postcode, address.city) if part]


def is_sent_to_subscribers(spoken: Spoken) -> bool:
    """Whether readers can unsubscribe from it: it is an e-mail, and not one that answers what they have just done."""
    front = spoken.touchpoint.front
    return spoken.channel is Channel.EMAIL and not (isinstance(front, EmailFile) and front.transactional)


def _pieces(passage: Passage) -> Iterator[str]:
    """The words of a legal text, taken apart where a link begins or ends, since a text part shows addresses there."""
    for block in passage.wording.blocks:
        if "text" in block.scope and "attr" not in block.scope:
            yield from _around_links(block)


def _around_links(block: Block) -> Iterator[str]:
    cuts = [0, *(cut for link in block.links for cut in link.span), len(block.text)]
    for start, end in itertools.pairwise(cuts):
        piece = block.text[start:end]
        if spelled(piece):
            yield piece
