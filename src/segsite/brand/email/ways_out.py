"""What the law asks of e-mails everywhere: a way to unsubscribe, and a postal address, whatever brand.yaml says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.channels.layouts import layout_of, layout_place
from segsite.brand.channels.requirements import address_pieces, is_sent_to_subscribers
from segsite.brand.channels.seen import Seen
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Rule

_PARTS = {"html": "", "txt": " in its text part"}


class WaysOut(Standard):
    """Asks of every e-mail what brand.yaml does not require by itself; what it does, `channel/…` tells."""

    def __init__(self, grounds: Grounds) -> None:
        self._theme = grounds.site.theme
        required = grounds.site.brand.file.channels.standard(Channel.EMAIL).requires
        self._asks_for_way_out = "unsubscribe" not in required
        self._asks_for_address = "postal-address" not in required
        self._address = address_pieces(grounds)

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Parts of an e-mail without a link to unsubscribe, or without a postal address."""
        if spoken.channel is not Channel.EMAIL or not spoken.markup.strip():
            return ()
        return list(self._missing(spoken, Seen(spoken)))

    def _missing(self, spoken: Spoken, seen: Seen) -> Iterator[Finding]:
        for part in seen.parts:
            if self._asks_for_way_out and is_sent_to_subscribers(spoken) and not seen.has_way_out(part):
                yield self._at(rules.UNSUBSCRIBE, spoken, part, "has no link to unsubscribe")
            if self._asks_for_address and self._lacks_address(seen, part):
                yield self._at(rules.ADDRESS, spoken, part, "does not show the sender's postal address")

    def _lacks_address(self, seen: Seen, part: str) -> bool:
        if not self._address:
            return "postal_address" not in seen.fields(part)
        return bool(seen.missing_address(self._address, part))

    def _at(self, rule: Rule, spoken: Spoken, part: str, what: str) -> Finding:
        place = layout_place(spoken, self._theme, part)
        return rule.at(place, f"With the layout `{layout_of(spoken)}`, the e-mail {what}{_PARTS[part]}.")
