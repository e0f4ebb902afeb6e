"""The setting of one touchpoint: where its words are filled, converted, and its links followed."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from segsite.brand.passages import CtaUse, Passage
from segsite.diagnostics import Findings, Place
from segsite.model.merge_fields import PLACEHOLDER, meaning
from segsite.model.touchpoint import Channel
from segsite.rendering.addresses import Addresses, Resolution, Resolved, Unresolved, refused_scheme, scheme_of
from segsite.rendering.anchors import Anchors
from segsite.rendering.filled import Filled, Text
from segsite.rendering.merge import for_recipient
from segsite.rendering.prose import OWN_SCHEMES, SAFE_SCHEMES, Converter, Prose, rewrite_links
from segsite.rendering.tracking import NO_TRACE, Trace
from segsite.rendering.views import Worded
from segsite.rulebook import email as email_rules
from segsite.rulebook import rendering as rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from segsite.brand.passages import Wording
    from segsite.inheritance import Node, Touchpoint
    from segsite.model.site import Asset
    from segsite.rendering.filling import Filler

_TORN = "This condition begins in one paragraph and ends in another."
_AROUND = "Put the condition around the whole link: `{% if … %}[words](address){% endif %}`."
_TO_NOTE = re.compile(r"#fn(?:ref\d*)?:")
"""A link to a footnote, or back from it; a note that is referred to twice has two ways back."""


@dataclass(frozen=True, eq=False, slots=True)
class Followed:
    """A link to a part of a page, to be looked for when that page is rendered."""

    place: Place
    page: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a locale needs: its expressions, its Markdown."""

    locale: str
    filler: Filler
    converter: Converter


@dataclass(eq=False)
class Setting:
    """Where the words of one touchpoint of one segment come together.

    Attributes:
        node: The segment.
        touchpoint: The page or e-mail; None for texts that belong to none.
        channel: Where it is met.
        names: What its expressions know.
        tongue: Its locale.
        addresses: Where links lead.
        tracking: What is added to addresses that lead to another channel.
        widest: How many pixels wide pictures in text may be; None: as wide as they are.
        findings: Takes what is wrong.
        followed: Takes links to parts of pages.
        anchors: The ids of its headings.
        passages: Takes the words it says.
        ctas: Takes the calls to action it shows.
    """

    node: Node
    touchpoint: Touchpoint | None
    channel: Channel
    names: Mapping[str, Any]
    tongue: Tongue
    addresses: Addresses
    tracking: Trace = NO_TRACE
    widest: int | None = None
    findings: Findings = field(default_factory=Findings)
    followed: list[Followed] = field(default_factory=list)
    anchors: Anchors = field(init=False)
    passages: list[Passage] = field(default_factory=list)
    ctas: list[CtaUse] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.anchors = Anchors(self.touchpoint.ids if self.touchpoint is not None else ())

    def fill(self, text: Text) -> Filled:
        """A text with its expressions worked out."""
        return self.tongue.filler.fill(text, self.names, self.findings)

    def words(self, text: Text) -> str:
        """A plain text, filled and with smart punctuation."""
        return self.tongue.converter.smarten(" ".join(self.fill(text).text.split()))

    def said(self, wording: Wording, filled: Filled, *parts: str, claim: str | None = None) -> Passage:
        """Note that a wording is said here; `parts` are what kind of text it is."""
        passage = Passage(wording, _parts(self.channel, parts), filled, claim)
        if wording.blocks:
            self.passages.append(passage)
        if "SEGSITEM" in filled.text:
            self._say_fallbacks(filled)
        return passage

    def _say_fallbacks(self, filled: Filled) -> None:
        """Note the words that stand in for merge fields: whoever lacks the field reads them."""
        for match in PLACEHOLDER.finditer(filled.text):
            words = (meaning(match) or ("", ""))[1]
            if words:
                expression = filled.place(*match.span())
                at = expression.text.rfind(words)
                start = expression.start + at
                place = Place(expression.source, start, start + len(words)) if at >= 0 else expression
                self.said_plainly(Filled.of(Text(words, place)), "fallback")

    def said_plainly(self, filled: Filled, *parts: str) -> Passage:
        """The same of a text without Markdown."""
        return self.said(self.tongue.converter.plain(filled.text), filled, *parts)

    def said_prose(self, prose: Prose, filled: Filled, *parts: str) -> None:
        """The same of converted Markdown, with the calls to action it links to."""
        self.said(prose.wording, filled, *parts)
        if "cta:" in filled.text:
            self._note_linked_ctas(prose.wording, filled)

    def shows_cta(self, name: str, label: str, url: str) -> None:
        """Note that a call to action is shown, with its label."""
        if isinstance(label, Worded):
            self.ctas.append(CtaUse(name, str(label), url, label.place))
            self.said_plainly(label.filled or Filled.of(Text(str(label), label.place)), "cta")

    def _note_linked_ctas(self, wording: Wording, filled: Filled) -> None:
        for at, block in enumerate(wording.blocks):
            for link in block.links:
                scheme, _, name = link.target.partition(":")
                cta = self.node.segment.ctas.get(name.partition("#")[0]) if scheme == "cta" else None
                if cta is not None:
                    place = filled.place(*wording.written(at, link.span))
                    url = self.addresses.resolve(link.target, self.node, self.touchpoint)
                    shown = self.printed(url.url) if isinstance(url, Resolved) else cta.url or ""
                    self.ctas.append(CtaUse(name, block.text[slice(*link.span)].strip(), shown, place))

    def prose(self, filled: Filled, *, inline: bool = False, prefix: str = "") -> tuple[Markup, Prose]:
        """Filled Markdown as safe HTML with its links resolved, and all that is known of it.

        Args:
            filled: The Markdown.
            inline: Without a paragraph around it.
            prefix: Put before the ids of footnotes, so that two sections' do not clash.
        """
        converter = self.tongue.converter
        prose = converter.inline(filled.text) if inline else converter.convert(filled.text)
        self._report(prose, filled)
        markup = prose.html
        if prose.links:
            markup = rewrite_links(markup, self._rewriter(filled))
            prose = replace(prose, text=self._text_links(prose))
        if "fnref:" in markup:
            if self.channel is Channel.EMAIL:
                markup = _FOOTNOTE_LINKS.sub(lambda match: match[1] or "", markup)
            markup = markup.replace('"#fn', f'"#{prefix}-fn').replace('id="fn', f'id="{prefix}-fn')
        return Markup(markup), prose  # noqa: S704 - nh3 has cleaned it

    def anchored(self, markup: Markup) -> Markup:
        """HTML whose headings can be linked to; an e-mail has no such links."""
        return Markup(self.anchors.put_in(markup)) if self.channel is Channel.WEB else markup  # noqa: S704

    def link(self, link: str, place: Place) -> str:
        """The address a link leads to; one that leads nowhere is a finding, and `#`."""
        found = self._resolved(link, lambda: iter((place,)))
        return self.linked(found.url) if found is not None else "#"

    def asset(self, name: str, place: Place) -> Resolved | None:
        """The asset of a name; None, and a finding, if there is none."""
        return self._resolved(name if name.startswith("asset:") else f"asset:{name}", lambda: iter((place,)))

    def printed(self, url: str) -> str:
        """An address as the channel prints it: in full in an e-mail."""
        return self.addresses.absolute(url) if self.channel is Channel.EMAIL else url

    def linked(self, url: str) -> str:
        """The same of an address that readers follow: on its way to another channel it says where they come from."""
        return self.tracking.traced(self.printed(url)) if self.channel is Channel.EMAIL else url

    def _resolved(self, link: str, places: Callable[[], Iterator[Place]]) -> Resolved | None:
        places = self._cta_places(link) or places
        filled = self._cta_filled(link)
        if filled is None:
            return None
        link = filled
        if "SEGSITEMI" in link:
            found: Resolution = Unresolved(email_rules.CONDITION, "A condition stands in an address.", _AROUND)
        elif link.startswith("SEGSITEMT"):
            # the recipient's own address; but what stands in for it, or after it, is content
            scheme = scheme_of(for_recipient(link))
            found = Resolved(link) if not scheme or scheme in SAFE_SCHEMES else refused_scheme(scheme)
        else:
            found = self.addresses.resolve(link, self.node, self.touchpoint)
        if isinstance(found, Unresolved):
            for place in places():
                self.findings.add(found.rule.at(place, found.message, found.hint))
            return None
        if found.page is not None and found.fragment:
            self.followed.extend(Followed(place, found.page, found.fragment) for place in places())
        return found

    def _cta_places(self, link: str) -> Callable[[], Iterator[Place]] | None:
        """Where a cta says its address: what is wrong with that is mended there, whoever uses the cta."""
        name, url = self._cta_of(link)
        return (lambda: iter((self.node.segment.place("ctas", name, "url"),))) if url else None

    def _cta_filled(self, link: str) -> str | None:
        """Where a cta leads if its address holds expressions, such as a recipient's own link; None if one fails."""
        name, url = self._cta_of(link)
        if "{" not in url:
            return link
        findings = Findings()
        text = Text(url, self.node.segment.place("ctas", name, "url"))
        filled = self.tongue.filler.fill(text, self.names, findings).text
        self.findings.extend(findings)
        return None if len(findings) else filled

    def _cta_of(self, link: str) -> tuple[str, str]:
        """The name of the cta that a link is to, and where that leads; empty if it is to none."""
        scheme, _, name = link.partition("#")[0].partition(":")
        cta = self.node.segment.ctas.get(name) if scheme == "cta" else None
        return name, (cta.url or "") if cta is not None else ""

    def _rewriter(self, filled: Filled) -> Callable[[re.Match[str]], str]:
        told: set[str] = set()  # all places of an address are told at once

        def replace(match: re.Match[str]) -> str:
            written = html.unescape(match["url"])
            if _TO_NOTE.match(written):
                return match[0]
            is_new = written not in told
            told.add(written)

            def places() -> Iterator[Place]:
                return _written_at(filled, written) if is_new else iter(())

            found = self._resolved(written, places)
            if match["tag"] == "img" and found is not None and self.addresses.is_foreign(found.url):
                for place in places():
                    self.findings.add(rules.PICTURE_FOREIGN.at(place, f"`{written}` is a picture on another site."))
            address = self.printed if match["tag"] == "img" else self.linked
            url = html.escape(address(found.url)) if found is not None else "#"
            extra = ""
            if match["tag"] == "img" and found is not None and found.asset is not None:
                extra = _picture_attributes(match[0], found.asset, self.widest)
                extra += "" if self.channel is Channel.EMAIL else ' loading="lazy"'
            return f'<{match["tag"]}{match["before"]}{match["name"]}="{url}"{match["after"]}{extra}>'

        return replace

    def _text_links(self, prose: Prose) -> str:
        """The plain text with its links' addresses in full; those that lead nowhere are reported already."""
        text = prose.text
        for link in prose.links:
            if self.tracking.concerns(link) or link.partition(":")[0] in OWN_SCHEMES or link.startswith("/"):
                found = self.addresses.resolve(link, self.node, self.touchpoint)
                if isinstance(found, Resolved):
                    text = text.replace(f"({link})", f"({self.linked(found.url)})")
        return text

    def _report(self, prose: Prose, filled: Filled) -> None:
        for link in prose.forbidden:
            for place in _written_at(filled, link):
                scheme = re.sub(r"[\x00-\x20]", "", link.partition(":")[0])
                self.findings.add(rules.LINK_SCHEME.at(place, f"A link with `{scheme}:` is refused."))
        if prose.problem:
            self.findings.add(rules.TEXT_TOO_COMPLEX.at(filled.place(0), f"This is {prose.problem}."))
        for number in prose.torn:
            self.findings.add(email_rules.CONDITION.at(_choice_place(filled, number), _TORN))
        for removed in prose.removed:
            for place in filled.find(removed.pattern) or [filled.place(0)]:
                self.findings.add(rules.HTML_REMOVED.at(place, f"{_capital(removed.what)} is not allowed in content."))


_FOOTNOTE_LINKS = re.compile(
    r"(?:&nbsp;|&#160;|\u00a0)?<a class=\"footnote-backref\"[^>]*>[^<]*</a>|<a class=\"footnote-ref\"[^>]*>([^<]*)</a>"
)
"""The two ends of a footnote, which link to each other; few mail clients follow links within an e-mail."""


def _choice_place(filled: Filled, number: int) -> Place:
    """Where the condition of a choice is written; choices count from 0."""
    tests = [match for match in PLACEHOLDER.finditer(filled.text) if match[1] == "I"]
    return filled.place(*tests[number].span()) if number < len(tests) else filled.place(0)


@lru_cache(maxsize=256)
def _parts(channel: Channel, parts: tuple[str, ...]) -> frozenset[str]:
    return frozenset((str(channel), *parts))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _picture_attributes(tag: str, asset: Asset, widest: int | None) -> str:
    """Width and height for a picture that does not say them; at most so wide, where that is given."""
    if asset.size is None or " width=" in tag:
        return ""
    width, height = asset.size
    if widest is not None and width > widest:
        width, height = widest, round(height * widest / width)
    return f' width="{width}" height="{height}"'


def _written_at(filled: Filled, link: str) -> Iterator[Place]:
    """The places at which an address is written as a link's target; the text's start if it cannot be told."""
    if not link:
        yield from filled.find(r"\]\(\s*\)|(?:href|src)\s*=\s*(?:\"\"|'')") or [filled.place(0)]
        return
    found = False
    for needle in dict.fromkeys((link, html.escape(link, quote=False))):
        at = filled.text.find(needle)
        while at >= 0:
            if filled.text[at - 1 : at] in {"(", "<", '"', "'", "=", " ", "\t"} or at == 0:
                found = True
                yield filled.place(at, at + len(needle))
            at = filled.text.find(needle, at + len(needle))
    if not found:
        yield filled.place(0)
