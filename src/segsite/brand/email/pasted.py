"""A platform's own tag that somebody pasted into content, and what is told of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.diagnostics import Edit
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from segsite.diagnostics import Finding, Place

_SEVERAL = frozenset({"{{ merge.postal_address }}"})
"""What stands for several tags of a platform together: street, postcode, town."""
_REACH = 5_000
"""So far before a tag a block may begin; to look further would take its time."""
_RAW_BLOCK = re.compile(r"\{%-?\s*(end)?raw\s*-?%\}")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A platform's own tag in a text.

    Attributes:
        text: The tag.
        owners: The names of the platforms whose tag it can be.
        means: The same in segsite's words; None where it has none.
    """

    text: str
    owners: tuple[str, ...] = ()
    means: str | None = None


def raw_tag_finding(pasted: Pasted, place: Place, channel: Channel | None) -> Finding:
    """A platform's own tag as a finding.

    Args:
        pasted: The tag.
        place: Where it is written.
        channel: Where readers meet it; None in a definition.
    """
    whose = f"is a tag of {_one_of(pasted.owners)}" if pasted.owners else "looks like a platform's own tag"
    if channel is not Channel.EMAIL:
        why = "a page has no recipients" if channel is Channel.WEB else "only an e-mail has recipients"
        hint = "Say it in words that are right for everybody. To show it, write it as code in `{% raw %}…{% endraw %}`."
        return rules.RAW_TAG.at(place, f"`{pasted.text}` {whose}, and {why}.", hint)
    message = f"`{pasted.text}` {whose}; others send it as it is written."
    if pasted.means is None:
        return rules.RAW_TAG.at(place, message)
    if _in_raw_block(place):
        return rules.RAW_TAG.at(place, message, f"Write `{pasted.means}`, without `{{% raw %}}` around it.")
    return rules.RAW_TAG.at(
        place, message, f"Write `{pasted.means}`; each platform gets its own.", _fix(pasted, pasted.means, place)
    )


def _one_of(owners: tuple[str, ...]) -> str:
    return " or ".join(owners) if len(owners) < 3 else f"{owners[0]} and other platforms"


def _in_raw_block(place: Place) -> bool:
    tags = list(_RAW_BLOCK.finditer(place.source.text, max(place.start - _REACH, 0), place.start))
    return bool(tags) and tags[-1][1] is None


def _fix(pasted: Pasted, means: str, place: Place) -> Edit | None:
    """The neutral spelling in place of the tag, with the backslash that kept its braces from being read."""
    if means in _SEVERAL or place.text != pasted.text or not place.file.endswith(".md"):
        return None
    escaped = place.source.text[place.start - 1 : place.start] == "\\"
    return Edit(place.source.place(place.start - escaped, place.end), means)
