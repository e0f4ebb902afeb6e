"""What e-mails say must be seen in the mail clients that the brand names.

A finding is for what readers would miss, or meet in another place: nothing is said of what only looks plainer, unless
the brand asks for it; of what a client has in part; of what has a fallback; and of what stands in a media query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.email.catalogue import FEATURES
from segsite.brand.email.homes import Homes
from segsite.brand.email.losses import losses
from segsite.brand.email.support import lacking
from segsite.brand.standard import Standard
from segsite.diagnostics import did_you_mean
from segsite.model.email import CLIENTS
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from segsite.brand.email.losses import Loss
    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding


class Clients(Standard):
    """Holds e-mails to what the named mail clients can show."""

    def __init__(self, grounds: Grounds) -> None:
        self._brand = grounds.site.brand.file
        standard = self._brand.email
        self._lacking = {
            feature: notes
            for feature, notes in lacking(standard.clients).items()
            if standard.decoration or FEATURES[feature].carries
        }
        self._homes = Homes(grounds)

    def of_site(self, spoken: Sequence[Spoken]) -> Iterator[Finding]:
        """Names that no mail client has."""
        for index, name in enumerate(self._brand.email.clients):
            if name not in CLIENTS:
                place = self._brand.place("email", "clients", index)
                yield rules.UNKNOWN_CLIENT.at(place, f"There is no mail client `{name}`.", did_you_mean(name, CLIENTS))

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """What an e-mail loses in some of them."""
        if spoken.channel is not Channel.EMAIL:
            return ()
        asked = (loss for loss in losses(spoken.markup, self._lacking) if loss.carries or self._brand.email.decoration)
        return [finding for loss in asked for finding in self._findings(loss, spoken)]

    def _findings(self, loss: Loss, spoken: Spoken) -> Iterator[Finding]:
        rule = rules.UNSUPPORTED if loss.carries else rules.DECORATION
        for place, clients in self._homes.of(loss, spoken):
            name = loss.feature.name[0].upper() + loss.feature.name[1:]
            message = (
                f"{name} does not work in {_listed([CLIENTS[client] for client in clients])}: {loss.feature.loss}."
            )
            yield rule.at(place, message, self._hint(loss, clients))

    def _hint(self, loss: Loss, clients: Iterable[str]) -> str:
        """What to do instead, and what is known of the clients."""
        notes = {client: note for client in clients if (note := self._lacking[loss.use.feature][client])}
        known = [
            f"{_listed([CLIENTS[client] for client in notes if notes[client] == note])}: {note}"
            for note in dict.fromkeys(notes.values())
        ]
        return " ".join([loss.feature.instead, *known, f"See {loss.feature.page}"])


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
