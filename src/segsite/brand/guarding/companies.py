"""Who a sentence is about: us, or another company whose numbers are its own.

A name is a capitalised word where nothing else makes it one: two words in a row, a name like `ServiceCo` or
`Acme Ltd`, or a word that owns something (`Acme's`) or does what companies do (`Acme has`). In a title whose words are
all capitalised only the clear cases count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.passages import Span

_NAME = r"(?<!\w)[A-Z][\w&-]+(?:\s+[A-Z][\w&-]+){0,3}"
_VERB = (
    r"(?:(?:now|already|alone|still|only|currently|proudly|reportedly)\s+)?"
    r"(?:has|had|have|serves?|served|counts|claims|claimed|says|said|reports|reported|boasts|lists|employs|charges|charged|costs|"
    r"sells|offers|gives|takes|needs|promises|bills|starts|asks|wants|pays|sends|sent|reached|is\s+(?:used|trusted)|was|gets|got)\b"
)
_OTHER = re.compile(
    rf"(?P<owner>{_NAME})['’]s?(?=\s)"
    rf"|(?P<subject>{_NAME})(?:,?\s+(?:which|who|with|and)|\s+)\s*{_VERB}"
    rf"|\b(?i:at|like|unlike|than|according\s+to)\s+(?:(?:the|our)\s+\w+\s+)?(?P<near>{_NAME})"
    r"|\b(?P<clear>[A-Z][a-z]+[A-Z]\w*|[A-Z][\w&-]+\s+(?:Inc|Ltd|GmbH|LLC|Corp|PLC|plc|AG|SA|SE|BV|Co)\b)"
)
_AFTER = re.compile(
    rf"\W*(?:\w+\s+){{0,2}}?(?:of|at|trust|use|choose|prefer|rely\s+on|are\s+with|chose|love)\s+(?P<name>{_NAME})"
)
_US = r"we|we're|we've|we'll|our|ours|us"
_CAPITALISED = """
a about above after all also although always among an and another any anybody anyone are around as ask at back be
because before behind being best better between both business businesses but by call can client clients companies
company cost customer customers day days did do does each either even every everybody everyone everything few first
for free from get give good had has have he help here her his how however i if in instead is it its join just last
least less let like made make many march may maybe me meet mine month monthly months more most much my neither never
new next no nobody none nor not nothing now of off office often on once one only onboarding open or other others our
out over people per perhaps plan plans platform price prices pricing product read reply results same save saving
saturday sales see send service services set she should since so software some somebody someone something sometimes
soon staff start still such sunday support take team teams than that the their them then there these they thing
things this those though three through time to today together tomorrow too training trial try two under until up us
use user users very was we week well what when where whether which while who whoever whole whose why will with
without work would yes yesterday yet you your yours january february april june july august september october
november december monday tuesday wednesday thursday friday christmas easter europe ireland germany france uk eu usa
email e-mail account setup set-up access storage delivery payment payments invoice invoices reminder reminders money
growth success average web app
"""
_NO_NAMES = frozenset(_CAPITALISED.split())
"""Words that begin sentences, or are written with a capital, and name no company."""


class Companies:
    """Our own names, and the names of others.

    Args:
        own: What we are called.
        others: Companies that brand.yaml names as others.
    """

    def __init__(self, own: Iterable[str], others: Iterable[str]) -> None:
        names = [name for name in own if name]
        self._own_names = {name.casefold() for name in names} | {
            word.casefold() for name in names for word in name.split()
        }
        self._own = re.compile(rf"\b(?:{'|'.join((_US, *map(re.escape, names)))})\b", re.IGNORECASE)
        listed = "|".join(map(re.escape, others))
        self._others = re.compile(rf"\b(?:{listed})\b", re.IGNORECASE) if listed else None

    def ours(self, text: str, span: Span) -> int:
        """Where in a stretch we are last spoken of; -1 if we are not."""
        return max((match.start() for match in self._own.finditer(text, *span)), default=-1)

    def others(self, text: str, span: Span) -> int:
        """Where in a stretch another company is last spoken of; -1 if none is."""
        return max((self.listed(text, span), *self._named(text, span)))

    def listed(self, text: str, span: Span) -> int:
        """Where in a stretch a company that brand.yaml names is last spoken of; -1 if none is."""
        found = self._others.finditer(text, *span) if self._others is not None else ()
        return max((match.start() for match in found), default=-1)

    def has_other_after(self, text: str, span: Span) -> bool:
        """Whether a stretch begins by naming whose customers or prices were meant: `of Acme`, `use ServiceCo`."""
        found = _AFTER.match(text, *span)
        if found is not None and not _is_title(text):
            return self._names_another(found["name"], begins=False)
        return self._others is not None and self._others.search(text, *span) is not None

    def _named(self, text: str, span: Span) -> Iterator[int]:
        title = _is_title(text)
        for match in _OTHER.finditer(text, *span):
            kind = str(match.lastgroup)
            begins = kind in {"owner", "subject"} and match.start(kind) == span[0]
            if (kind == "clear" or not title) and self._names_another(match[kind], begins=begins):
                yield match.start(kind)

    def _names_another(self, name: str, *, begins: bool) -> bool:
        """Whether capitalised words name a company other than us."""
        words = name.casefold().split()
        if name.casefold() in self._own_names or any(word in self._own_names for word in words):
            return False
        return words[-1] not in _NO_NAMES and not (begins and words[0] in _NO_NAMES and len(words) == 1)


def _is_title(text: str) -> bool:
    """Whether the words of a text are capitalised as in a title, so that a capital says nothing."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)
