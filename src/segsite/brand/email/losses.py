"""What an e-mail loses in which mail clients."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.brand.email.audiences import OUTLOOK, Audience, is_served, parts
from segsite.brand.email.catalogue import FEATURES
from segsite.brand.email.features import SHEET, TAG, uses_of_sheet, uses_of_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.email.catalogue.feature import Feature
    from segsite.brand.email.features import Use
    from segsite.brand.email.support import Lacking

_NO_CONTENT = re.compile(r"<(?:source|track|param)\b[^>]*>|<!--.*?-->|\s+", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Loss:
    """A feature that an e-mail uses and some clients lack.

    Attributes:
        use: The feature in use.
        clients: The clients that lack it, of those that are asked about.
    """

    use: Use
    clients: tuple[str, ...]

    @property
    def feature(self) -> Feature:
        """The feature."""
        return FEATURES[self.use.feature]

    @property
    def carries(self) -> bool:
        """Whether readers miss words or pictures, or meet them elsewhere; else it only looks plainer."""
        return self.feature.carries and not self.use.eased


def losses(markup: str, lacking: Lacking) -> list[Loss]:
    """What finished HTML loses in the clients that lack some features; in the order of the features' keys."""
    by_audience: dict[Audience, list[str]] = {}
    for audience, (start, end) in parts(markup):
        by_audience.setdefault(audience, []).append(markup[start:end])
    found: dict[Use, set[str]] = {}
    for audience, texts in by_audience.items():
        for use, clients in _in_text("".join(texts), audience, markup, lacking):
            found.setdefault(use, set()).update(clients)
    ordered = ((use, tuple(client for client in lacking[use.feature] if client in found[use])) for use in sorted(found))
    return [Loss(use, clients) for use, clients in ordered if clients]


def _in_text(text: str, audience: Audience, markup: str, lacking: Lacking) -> Iterator[tuple[Use, Iterable[str]]]:
    for tag in set(TAG.findall(text)):
        for use in uses_of_tag(tag):
            clients = {client for client in lacking.get(use.feature, ()) if audience.has(client)}
            if clients:
                yield _with_content(use, tag, markup), clients - _spared(use, tag, markup)
    for sheet in SHEET.findall(text):
        for use, _ in uses_of_sheet(sheet):
            if use.feature in lacking:
                yield use, {client for client in lacking[use.feature] if audience.has(client)}


def _spared(use: Use, tag: str, markup: str) -> set[str]:
    """Outlook, where it does not show the element, or is given a table or VML beside it, wherever the tag stands."""
    hidden = "mso-hide" in tag
    served = FEATURES[use.feature].by_mso and all(is_served(markup, span) for span in _spans(tag, markup))
    return {OUTLOOK} if hidden or served else set()


def _with_content(use: Use, tag: str, markup: str) -> Use:
    """The use as eased where something else stands between the element's tags, wherever it stands."""
    if not FEATURES[use.feature].by_content:
        return use
    closing = f"</{use.words[1:]}"
    insides = (markup[end : markup.find(closing, end)] for _, end in _spans(tag, markup))
    return use._replace(eased=all(_NO_CONTENT.sub("", inside) for inside in insides))


def _spans(tag: str, markup: str) -> Iterator[tuple[int, int]]:
    at = markup.find(tag)
    while at >= 0:
        yield at, at + len(tag)
        at = markup.find(tag, at + 1)
