"""What an e-mail loads from others, who learn from it who opens what and when; and what it should not load at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.brand.email.elements import elements
from segsite.brand.email.hosts import host_of
from segsite.brand.email.loads import loads, loads_of_sheet, sheets
from segsite.brand.email.whereabouts import Whereabouts, in_words
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding

_LOADED_SHEET = re.compile(r"@import\b|@font-face\b[^{}]*\{[^{}]*url\(", re.IGNORECASE)
_LOADING = frozenset({"stylesheet", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload"})


class ThirdParties(Standard):
    """Lets e-mails load pictures from the site's own host, and nothing else."""

    def __init__(self, grounds: Grounds) -> None:
        self._own_host = host_of(grounds.site.config.base_url)
        self._whereabouts = Whereabouts(grounds)

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Addresses on other hosts, and style sheets and fonts from anywhere."""
        if spoken.channel is not Channel.EMAIL:
            return ()
        return [*self._foreign(spoken), *self._sheets(spoken)]

    def _foreign(self, spoken: Spoken) -> Iterator[Finding]:
        for address in loads(spoken.markup):
            host = host_of(address)
            if host != self._own_host and in_words(address, spoken) is None:  # `picture/foreign` tells of content's own
                place = self._whereabouts.theme(address, spoken) or self._whereabouts.theme(host or address, spoken)
                message = f"Whoever opens the e-mail loads something from `{host}`."
                yield rules.THIRD_PARTY.at(place or spoken.touchpoint.document.place, message)

    def _sheets(self, spoken: Spoken) -> Iterator[Finding]:
        """Style sheets and fonts of the site's own: a picture is all that may be loaded."""
        hint = "Put the styles into `email/style.css` of the theme, and name fonts that readers have."
        for needle in self._loaded(spoken.markup):
            place = self._whereabouts.theme(needle, spoken) or spoken.touchpoint.document.place
            yield rules.THIRD_PARTY.at(place, "Whoever opens the e-mail loads a style sheet or a font.", hint)

    def _is_own(self, address: str) -> bool:
        return host_of(address) in {self._own_host, None}

    def _loaded(self, markup: str) -> Iterator[str]:
        for one in elements(markup) if "<link" in markup else ():
            rel = one.attributes.get("rel", "").lower().split()
            if one.name == "link" and _LOADING.intersection(rel) and self._is_own(one.attributes.get("href", "")):
                yield "<link"
        for sheet in sheets(markup):
            found = _LOADED_SHEET.search(sheet)
            if found is not None and all(map(self._is_own, loads_of_sheet(sheet))):
                yield found[0].partition("{")[0].split()[0]
