"""How large e-mails are: Gmail cuts off what is too long."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segsite.brand.channels.fields import front_place
from segsite.brand.standard import Standard
from segsite.diagnostics import Severity
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding

CUT_OFF = 102 * 1024
"""From so many bytes Gmail shows "Message clipped" (bytes of the decoded HTML; see hteumeuleu/email-bugs #41)."""
LARGE = 80 * 1024
"""From so many a platform's own additions, such as long tracked addresses, may bring it there."""


class Sizes(Standard):
    """Holds the HTML of e-mails to what Gmail shows in full."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """E-mails that are too large, each with the platform on which it is largest."""
        return self._too_large(spoken) if max(spoken.sizes.values(), default=0) >= LARGE else ()

    def _too_large(self, spoken: Spoken) -> Iterator[Finding]:
        platform, size = max(spoken.sizes.items(), key=lambda item: (item[1], item[0]))
        cut = size >= CUT_OFF
        rule = rules.SIZE if cut else replace(rules.SIZE, severity=Severity.WARNING)
        message = "Gmail cuts this e-mail off." if cut else "This e-mail is near the size at which Gmail cuts it off."
        hint = f"On `{platform}` its HTML has {size:,} bytes; {CUT_OFF:,} are too many. {rules.SIZE.mend}"
        yield rule.at(front_place(spoken), message, hint)
