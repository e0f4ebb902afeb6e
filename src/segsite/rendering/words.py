"""The names that expressions and templates know: the segment's, the brand's, the touchpoint's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from segsite.diagnostics import Findings
from segsite.inheritance import merge
from segsite.model.segment import Cta, Message, Segment
from segsite.model.values import EMPTY, Mapping, Scalar, find, leaves
from segsite.rendering.addresses import page_path
from segsite.rendering.filled import Text
from segsite.rendering.filling import MAX_FILLED, Filler
from segsite.rendering.merge import MergeView
from segsite.rendering.views import Record, Refused, View, Worded, Written
from segsite.rulebook import rendering as rules

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable
    from collections.abc import Mapping as MappingType

    from segsite.inheritance import Node, Touchpoint
    from segsite.model.brand import Claim, Fact
    from segsite.model.site import Site
    from segsite.rendering.addresses import Addresses

MAX_NESTING = 20


class FactText(Worded):
    """A fact as it is written in text; `.value`, `.unit` and `.source` are its parts."""

    __slots__ = ("parts",)
    parts: View

    @classmethod
    def of(cls, name: str, fact: Fact) -> FactText:
        """A fact, ready to be printed."""
        text = cls(fact.text)
        text.place, text.filled = fact.place("written" if fact.written is not None else "value"), None
        values = {"value": fact.value, "written": fact.text, "unit": fact.unit, "source": fact.source}
        text.parts = Record(f"facts.{name}", values)
        return text


class MergeOnWeb(View):
    """`merge` on a page, where it has no place."""

    __slots__ = ()

    def value(self, name: str) -> Any:
        """Raise Refused."""
        raise Refused(rules.MERGE_ON_WEB.name, f"`merge.{name}` stands on a page.")


class Company:
    """What is the same for every segment: site, brand, facts, the year."""

    def __init__(self, site: Site, date: datetime.date) -> None:
        brand = site.brand.file
        self.claims = site.brand.claims
        self.names = {
            "site": Record("site", {"name": site.config.name, "base_url": site.config.base_url}),
            "brand": Written("brand", brand.as_written, str_of, type(brand).model_fields),
            "facts": Record("facts", {name: FactText.of(name, fact) for name, fact in site.brand.facts.items()}),
            "year": date.year,
            "date": date.isoformat(),
        }


def str_of(scalar: Scalar) -> str:
    """A text as it is, without looking for expressions."""
    return str(scalar.value)


@dataclass(slots=True)
class _Filled:
    """The filled texts of one file by the identity of what is written, and their length together."""

    texts: dict[int, Worded] = field(default_factory=dict)
    length: int = 0


class SegmentWords:
    """The names a segment gives, each text filled once, when it is first asked for."""

    def __init__(self, node: Node, company: Company, filler: Filler, addresses: Addresses) -> None:
        self._node, self._filler, self._addresses = node, filler, addresses
        self._filled = _Filled()
        self._open: list[Scalar] = []
        self.findings = Findings()
        self.names: dict[str, Any] = {**company.names, "claims": _Claims(company.claims, self.fill), **self._own()}

    def _own(self) -> dict[str, Any]:
        written = self._node.segment.as_written
        return {
            "segment": Record("segment", self._segment(written), Segment.model_fields),
            "message": self._map(written, "message", Message.model_fields),
            "ctas": self._map(written, "ctas", None),
            "data": self._map(written, "data", None),
        }

    def _map(self, written: Mapping, key: str, known: Iterable[str] | None) -> Written:
        value = written.get(key)
        mapping = value if isinstance(value, Mapping) else EMPTY
        if key == "ctas":
            return _Ctas("ctas", mapping, self.fill)
        return Written(key, mapping, self.fill, known)

    def _segment(self, written: Mapping) -> dict[str, Any]:
        whole = Written("segment", written, self.fill, Segment.model_fields)
        segment = self._node.segment
        return {
            "name": segment.name,
            **{name: _later(whole, name) for name in written.entries},
            "id": self._node.id,
            "status": str(segment.status),
            "url": self._addresses.url(page_path(self._node.id, "index")),
        }

    def fill(self, scalar: Scalar) -> Worded:
        """A text of the segment's definition with its expressions worked out."""
        return self._once(scalar, self.names, self._filled)

    def _once(self, scalar: Scalar, names: MappingType[str, Any], filled: _Filled) -> Worded:
        """A text filled when it is first asked for; empty, and a finding, when all of them have grown too large."""
        known = filled.texts.get(id(scalar))
        if known is None:
            known = self._fill(scalar, names)
            filled.length += len(known)
            if filled.length > MAX_FILLED:
                if filled.length - len(known) <= MAX_FILLED:
                    message = f"With this, the values here grow to more than {MAX_FILLED:,} characters."
                    self.findings.add(rules.TEMPLATE_LIMIT.at(scalar.place, message))
                known = Worded.at("", scalar.place)
            filled.texts[id(scalar)] = known
        return known

    def _fill(self, scalar: Scalar, names: MappingType[str, Any]) -> Worded:
        text = str(scalar.value)
        if "{" not in text:
            return Worded.at(text, scalar.place)
        self._refuse_circles(scalar)
        self._open.append(scalar)
        try:
            filled = self._filler.fill(Text(text, scalar.place), names, self.findings)
            return Worded.at(filled.text, scalar.place, filled)
        finally:
            self._open.pop()

    def _refuse_circles(self, scalar: Scalar) -> None:
        if scalar in self._open:
            circle = [*self._open[self._open.index(scalar) :], scalar]
            way = " > ".join(str(one.place) for one in circle)
            raise Refused(rules.TEMPLATE_CYCLE.name, f"This value refers to itself: {way}.")
        if len(self._open) > MAX_NESTING:
            raise Refused(rules.TEMPLATE_LIMIT.name, f"Values refer to values more than {MAX_NESTING} deep.")

    def fill_all(self) -> None:
        """Fill every text of the definition, so that what is wrong with one is found though nothing shows it."""
        segment = self._node.segment
        # a cta's address is filled where it is used: only an e-mail knows the recipient
        addresses = {id(find(segment.as_written, ("ctas", name, "url"))) for name in segment.ctas}
        for _, scalar in leaves(segment.as_written):
            if isinstance(scalar.value, str) and "{" in scalar.value and id(scalar) not in addresses:
                self.fill(scalar)

    def of_touchpoint(self, touchpoint: Touchpoint) -> dict[str, Any]:
        """The names for the sections of a page or e-mail."""
        web = touchpoint.channel == "web"
        names = {**self.names, "channel": str(touchpoint.channel)}
        names["touchpoint"] = Record("touchpoint", {"name": touchpoint.name, "channel": str(touchpoint.channel)})
        names["merge"] = MergeOnWeb("merge") if web else MergeView("merge")

        filled = _Filled()

        def fill(scalar: Scalar) -> str:
            return self._once(scalar, names, filled)

        kind = "page" if web else "email"
        names[kind] = Written(kind, touchpoint.written, fill, type(touchpoint.front).model_fields)
        own_data = touchpoint.written.get("data")
        if isinstance(own_data, Mapping):
            inherited = self._node.segment.as_written.get("data")
            data = merge(inherited, own_data, self.findings) if isinstance(inherited, Mapping) else own_data
            names["data"] = Written("data", data, fill)
        return names


class _Claims(View):
    """The claims of the company; each prints its sentence."""

    __slots__ = ("_claims", "_words")

    def __init__(self, claims: MappingType[str, Claim], words: Callable[[Scalar], Worded]) -> None:
        super().__init__("claims")
        self._claims, self._words = claims, words

    def names(self) -> Iterable[str]:
        """The ids of the claims."""
        return self._claims

    def value(self, name: str) -> Worded:
        """The sentence of a claim, its facts filled in."""
        return self._words(cast("Scalar", self._claims[name].as_written.get("sentence")))


class _Ctas(Written):
    """The ctas of a segment; each knows `label` and `url`."""

    __slots__ = ()

    def value(self, name: str) -> Any:
        entry = self._mapping.entries[name].value
        if not isinstance(entry, Mapping):
            raise KeyError(name)
        return Written(f"ctas.{name}", entry, self._words, Cta.model_fields)

    def may_lack(self, name: str) -> bool:
        return False


def _later(view: View, name: str) -> Any:
    return lambda: view[name]
