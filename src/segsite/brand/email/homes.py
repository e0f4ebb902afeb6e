"""Where a feature that some mail clients lack is written: in the theme, in a token, in content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from segsite.brand.channels.layouts import layout_of
from segsite.brand.email.audiences import Audience, parts
from segsite.brand.email.features import SHEET, STYLE, TAG, uses_of_sheet, uses_of_style, uses_of_tag
from segsite.model.touchpoint import SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.brand.email.features import Use
    from segsite.brand.email.losses import Loss
    from segsite.brand.passages import Span, Spoken
    from segsite.brand.standard import Grounds
    from segsite.diagnostics import Place, Source
    from segsite.model.tokens import Css

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_EXPRESSION = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
_REWRITTEN = re.compile(r"[\s\"']|!\s*important")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\s*\.\s*\w+)*")


@dataclass(frozen=True, eq=False, slots=True)
class _Written:
    """A feature in a file of the theme: what shows it there, who sees it, and where it stands."""

    use: Use
    audience: Audience
    place: Place

    @property
    def is_filled(self) -> bool:
        """Whether a template fills in a part of it, so that it can stand for other words."""
        return "{{" in self.place.text or "{%" in self.place.text

    def shows(self, loss: Loss) -> bool:
        """Whether it is what an e-mail uses, seen by a client that lacks it."""
        same = self.use.feature == loss.use.feature and any(map(self.audience.has, loss.clients))
        return same and (self.is_filled or _squeezed(self.use.words) == _squeezed(loss.use.words))


class Homes:
    """Knows where the features that e-mails use are written."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._theme: dict[str, list[_Written]] = {}

    def of(self, loss: Loss, spoken: Spoken) -> list[tuple[Place, tuple[str, ...]]]:
        """The places where what an e-mail loses is written, each with the clients that see it and lack it."""
        sources = self._mail_sources(layout_of(spoken))
        written = [one for source in sources for one in self._written(source) if one.shows(loss)]
        if written:
            return [(one.place, tuple(filter(one.audience.has, loss.clients))) for one in written]
        tokens = self._tokens(loss)
        return [(place, loss.clients) for place in tokens or [self._searched(loss, spoken, sources)]]

    # -- in the theme ------------------------------------------------------------------------------------------

    def _mail_sources(self, layout: str) -> list[Source]:
        """The files of the theme that e-mails with a layout are made of."""
        templates = self._grounds.site.theme.templates
        return [source for name, source in templates.items() if name == f"layouts/{layout}.html" or _is_mail(name)]

    def _written(self, source: Source) -> list[_Written]:
        if source.name not in self._theme:
            self._theme[source.name] = list(_in_source(source))
        return self._theme[source.name]

    # -- in tokens ---------------------------------------------------------------------------------------------

    def _tokens(self, loss: Loss) -> list[Place]:
        """The tokens whose values a style of the theme has taken it from."""
        if not loss.feature.properties:
            return []
        values = re.compile(loss.feature.values, re.IGNORECASE)
        return [
            token.light.place
            for token in self._grounds.site.brand.tokens.by_path.values()
            if any(values.search(css) and css in loss.use.words for css in _each(token.light.mail))
            and any(token.dotted == name or token.dotted.endswith(f".{name}") for name in self._named)
        ]

    @cached_property
    def _named(self) -> set[str]:
        """Every name that the theme's e-mail files put in: `size.text`, `tokens.email.size.text`."""
        sources = self._mail_sources("email")
        expressions = (found[1] for source in sources for found in _EXPRESSION.finditer(source.text))
        names = {"".join(name.split()) for expression in expressions for name in _NAME.findall(expression)}
        return {name.removeprefix("tokens.") for name in names if "." in name}

    # -- anywhere ----------------------------------------------------------------------------------------------

    def _searched(self, loss: Loss, spoken: Spoken, theme: list[Source]) -> Place:
        """The first place where the words stand as they are; the e-mail's file, if they stand nowhere."""
        needle = _needle(loss)
        if needle.isalpha():  # a bare word can mean anything
            return spoken.touchpoint.document.place
        is_of_theme = _is_css(loss.use.words) and not loss.feature.key.startswith("image-")
        content = () if is_of_theme else (_in_passages(needle, spoken), _in_sources(needle, self._content(spoken)))
        places = chain(_in_sources(needle, theme), *content)
        return next(places, spoken.touchpoint.document.place)

    def _content(self, spoken: Spoken) -> Iterator[Source]:
        """The files of content that an e-mail is made of: its sections and blocks, then its segment and those above."""
        tree = self._grounds.tree
        for section in spoken.touchpoint.sections:
            yield section.place.source
            block = tree.block(spoken.node, section.name) if section.kind is SectionKind.USE else None
            if block is not None:
                yield block.place.source
        yield from (node.source.place.source for node in spoken.node.lineage)
        yield self._grounds.site.brand.file.as_written.place.source


def _is_mail(name: str) -> bool:
    in_component = name.startswith("components/") and name.endswith(".html") and not name.endswith("/web.html")
    return in_component or (name.startswith("email/") and name.endswith((".html", ".css")))


def _in_source(source: Source) -> Iterator[_Written]:
    """The features in a file of the theme; what its templates fill in is not looked at."""
    text = _JINJA.sub(lambda found: " " * len(found[0]), source.text)
    if source.name.endswith(".css"):
        yield from _in_sheet(source, text, Audience.ALL, (0, len(text)))
        return
    for audience, span in parts(text):
        for tag in TAG.finditer(text, *span):
            for use, stretch in _in_tag(tag[0]):
                place = source.place(tag.start() + stretch[0], tag.start() + stretch[1])
                yield _Written(use, audience, place)
        for sheet in SHEET.finditer(text, *span):
            yield from _in_sheet(source, text, audience, sheet.span(1))


def _in_tag(tag: str) -> Iterator[tuple[Use, Span]]:
    """The features of a tag, each with its stretch of it."""
    style = STYLE.search(tag)
    group = 1 if style is not None and style[1] is not None else 2
    declared = dict(uses_of_style(style[group], tag)) if style is not None else {}
    for use in uses_of_tag(tag):
        at = tag.find(use.words)
        if use in declared and style is not None:
            start, end = declared[use]
            yield use, (style.start(group) + start, style.start(group) + end)
        else:
            yield use, (at, at + len(use.words)) if at >= 0 else (0, len(tag))


def _in_sheet(source: Source, text: str, audience: Audience, span: Span) -> Iterator[_Written]:
    for use, (start, end) in uses_of_sheet(text[slice(*span)]):
        yield _Written(use, audience, source.place(span[0] + start, span[0] + end))


def _in_passages(needle: str, spoken: Spoken) -> Iterator[Place]:
    for passage in spoken.passages:
        at = passage.wording.source.find(needle)
        if at >= 0:
            yield passage.source_place((at, at + len(needle)))


def _in_sources(needle: str, sources: Iterable[Source]) -> Iterator[Place]:
    for source in dict.fromkeys(sources):
        at = source.text.find(needle)
        if at >= 0:
            yield source.place(at, at + len(needle))


def _each(css: Css) -> Iterable[str]:
    return [css] if isinstance(css, str) else css.values()


def _squeezed(words: str) -> str:
    """A declaration less what the inliner may rewrite: spaces, quotes, and what says that it is important."""
    return _REWRITTEN.sub("", words.lower())


def _needle(loss: Loss) -> str:
    """What to look for as it is written: the name of a picture's file, the part of a value, the beginning of a tag."""
    words, feature = loss.use.words, loss.feature
    value = re.search(feature.values, words, re.IGNORECASE) if _is_css(words) else None
    shown = value[0] if value is not None else words
    return re.split(r"[/(\"']", shown)[-1] if feature.key.startswith("image-") else shown


def _is_css(words: str) -> bool:
    return ": " in words
