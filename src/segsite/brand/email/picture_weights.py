"""How heavy the pictures of an e-mail are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.channels.fields import front_place
from segsite.brand.email.loads import loads
from segsite.brand.email.published import Published
from segsite.brand.standard import Standard
from segsite.model.touchpoint import Channel
from segsite.rulebook import email as rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Finding
    from segsite.model.site import Asset

HEAVY = 200 * 1024
"""What Salesforce's e-mail studio took for one picture (answers.salesforce.com, "Email File Size Guidelines", 2014)."""
HEAVY_TOGETHER = 800 * 1024
"""What the same guide asks an e-mail to stay under with all it loads."""


class PictureWeights(Standard):
    """Holds the pictures of e-mails to what a telephone loads in passing."""

    def __init__(self, grounds: Grounds) -> None:
        self._published = Published(grounds)

    def of_touchpoint(self, spoken: Spoken) -> Iterable[Finding]:
        """Pictures that are heavy, alone or together."""
        return list(self._heavy(spoken)) if spoken.channel is Channel.EMAIL else ()

    def _heavy(self, spoken: Spoken) -> Iterator[Finding]:
        shown = map(self._published.at, loads(spoken.markup))
        assets = list({asset.place.file: asset for asset in shown if asset is not None}.values())
        for asset in assets:
            if asset.weight > HEAVY:
                message = f"This picture has {_kilobytes(asset.weight)}; in an e-mail, {_kilobytes(HEAVY)} are enough."
                yield rules.IMAGE_WEIGHT.at(asset.place, message)
        together = sum(asset.weight for asset in assets)
        if together > HEAVY_TOGETHER:
            message = f"The pictures of this e-mail have more than {_kilobytes(HEAVY_TOGETHER)} together."
            yield rules.IMAGE_WEIGHT.at(front_place(spoken), message, _heaviest(assets, together))


def _heaviest(assets: list[Asset], together: int) -> str:
    largest = sorted(assets, key=lambda asset: (-asset.weight, asset.name))[:3]
    listed = ", ".join(f"`{asset.name}` ({_kilobytes(asset.weight)})" for asset in largest)
    return f"They have {_kilobytes(together)}; the heaviest: {listed}. {rules.IMAGE_WEIGHT.mend}"


def _kilobytes(weight: int) -> str:
    return f"{-(-weight // 1024):,} KB"
