"""How long the style sheets of e-mails are: Gmail drops what is too long."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segsite.brand.channels.layouts import layout_place
from segsite.brand.email.audiences import parts
from segsite.brand.email.features import SHEET
from segsite.brand.standard import Standard
from segsite.diagnostics import Severity
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding, Place
    from segsite.model.site import Theme

DROPPED = 16 * 1024
"""So many bytes of style sheets Gmail keeps, all of an e-mail's together (hteumeuleu/email-bugs #90, and the note on
`<style>` at caniemail.com)."""
LONG = 8 * 1024
"""So many it kept until 2017, and many guides still say so."""


class StyleSize(Standard):
    """Holds the style sheets in the head of e-mails to what Gmail keeps."""

    def __init__(self, grounds: Grounds) -> None:
        self._theme = grounds.site.theme
        self._asked = not {"gmail", "gmail-app"}.isdisjoint(grounds.site.brand.file.email.clients)

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Style sheets that Gmail drops, or that are near it."""
        if not self._asked or spoken.channel is not Channel.EMAIL:
            return ()
        size = sum(len(sheet.encode()) for sheet in _sheets(spoken.markup))
        return [self._finding(spoken, size)] if size > LONG else ()

    def _finding(self, spoken: Spoken, size: int) -> Finding:
        dropped = size > DROPPED
        rule = rules.STYLE_SIZE if dropped else replace(rules.STYLE_SIZE, severity=Severity.WARNING)
        what = "are longer than Gmail keeps" if dropped else "are near the length at which Gmail drops them"
        message = f"The style sheets that stay in the head of e-mails with this layout {what}."
        hint = f"They have {size:,} bytes; Gmail keeps {DROPPED:,}. {rules.STYLE_SIZE.mend}"
        return rule.at(_place(spoken, self._theme), message, hint)


def _sheets(markup: str) -> list[str]:
    seen = (markup[slice(*span)] for audience, span in parts(markup) if audience.has("gmail"))
    return SHEET.findall("".join(seen))


def _place(spoken: Spoken, theme: Theme) -> Place:
    """The first style sheet of the layout."""
    place = layout_place(spoken, theme)
    source = place.source
    return source.place(0, len(source.text)).within("<style") if "<style" in source.text else place
