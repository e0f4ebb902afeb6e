"""Everything the outputs of one build share: words, faces, addresses; and a touchpoint's sections made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from segsite.brand.email.raw_tags import RawTags
from segsite.diagnostics import Broken, Findings
from segsite.model.merge_fields import Comparison, choice_placeholders
from segsite.model.touchpoint import Channel, EmailFile
from segsite.rendering.addresses import Addresses, Unresolved
from segsite.rendering.claim_notes import ClaimNotes
from segsite.rendering.expressions import Language
from segsite.rendering.faces import Faces, safe
from segsite.rendering.filled import Text
from segsite.rendering.filling import Filler
from segsite.rendering.merge import MergeField
from segsite.rendering.platforms import platforms_of
from segsite.rendering.prose import Converter
from segsite.rendering.sections import Shown, cta_view, placed_sections, show
from segsite.rendering.setting import Followed, Setting, Tongue
from segsite.rendering.styles import stylesheet
from segsite.rendering.telling import Telling
from segsite.rendering.tracking import NO_TRACE, trace
from segsite.rendering.typography import direction
from segsite.rendering.variations import Variations
from segsite.rendering.views import Record, UndefinedName, Worded
from segsite.rendering.words import Company, SegmentWords

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from segsite.brand.passages import Spoken
    from segsite.diagnostics import Source
    from segsite.inheritance import Node, Touchpoint, Tree
    from segsite.model.site import Site
    from segsite.rendering.tracking import Trace


@dataclass(frozen=True, eq=False, slots=True)
class Rendered:
    """An output as rendered: its text, what is wrong with it, the parts of pages it links to, and what it says."""

    text: str
    findings: Findings
    followed: tuple[Followed, ...]
    spoken: Spoken | None = None


class Renderer:
    """Renders the outputs of one site.

    Args:
        site: The site as written.
        tree: What its segments have.
        date: The day of the build.
        drafts: Whether drafts are built.
    """

    def __init__(self, site: Site, tree: Tree, date: datetime.date, *, drafts: bool) -> None:
        self.site, self.tree = site, tree
        self.addresses = Addresses(site, tree, drafts=drafts)
        self.platforms = platforms_of(site)
        self.variations = Variations(site.brand.tokens)
        self.style_path, self.style = stylesheet(site.brand.tokens, site.theme, self.variations.accents(tree))
        self._company = Company(site, date)
        self._notes = ClaimNotes(site.brand)
        self._telling = Telling(RawTags(site))
        self._words: dict[str, SegmentWords] = {}
        self._tongues: dict[str, Tongue] = {}
        self._faces: dict[str, Faces] = {}
        self._email_styles: dict[tuple[str, str | None], str] = {}

    # -- what is shared ----------------------------------------------------------------------------------------

    def words(self, node: Node) -> SegmentWords:
        """The names a segment gives to expressions."""
        words = self._words.get(node.id)
        if words is None:
            filler = self.tongue(self.locale(node)).filler
            words = self._words[node.id] = SegmentWords(node, self._company, filler, self.addresses)
        return words

    def locale(self, node: Node) -> str:
        """The language of a segment."""
        return node.segment.locale or self.site.config.locale

    def tongue(self, locale: str) -> Tongue:
        """A locale's expressions and Markdown, set up once."""
        if locale not in self._tongues:
            self._tongues[locale] = Tongue(
                locale, Filler(Language(locale), self._telling), Converter(locale, self._notes)
            )
        return self._tongues[locale]

    def faces(self, locale: str) -> Faces:
        """The theme's templates in a locale, compiled once."""
        if locale not in self._faces:
            self._faces[locale] = Faces(self.site.theme, locale)
        return self._faces[locale]

    def email_style(self, node: Node) -> str:
        """The theme's e-mail style sheet with a segment's tokens filled in; empty if the theme has none.

        Raises:
            Broken: If it fails.
        """
        locale = self.locale(node)
        key = (locale, self.variations.accent(node))
        if key not in self._email_styles:
            names = {**self.variations.tokens(node, Channel.EMAIL), "dir": direction(locale)}
            known = "email/style.css" in self.site.theme.templates
            self._email_styles[key] = self.faces(locale).render("email/style.css", names) if known else ""
        return self._email_styles[key]

    def setting(self, node: Node, touchpoint: Touchpoint | None, channel: Channel) -> Setting:
        """Where the words of a touchpoint come together."""
        words = self.words(node)
        names = words.of_touchpoint(touchpoint) if touchpoint is not None else {**words.names, "channel": str(channel)}
        setting = Setting(node, touchpoint, channel, names, self.tongue(self.locale(node)), self.addresses)
        if touchpoint is not None and channel is Channel.EMAIL:
            setting.tracking = self._trace(setting, touchpoint)
            setting.widest = self.site.theme.email_width
        return setting

    def _trace(self, setting: Setting, touchpoint: Touchpoint) -> Trace:
        """What the links of an e-mail say of where their readers come from."""
        config, front = self.site.config, touchpoint.front
        own = front.tracking if isinstance(front, EmailFile) else None
        if config.tracking is False or own is False:
            return NO_TRACE
        texts = {
            name: Text(value, config.place("tracking", "parameters", name))
            for name, value in config.tracking.parameters.items()
        }
        texts |= {name: Text(value, front.place("tracking", name)) for name, value in (own or {}).items()}
        hosts = frozenset({self.addresses.host, *config.tracking.hosts})
        return trace({name: setting.fill(text).text for name, text in texts.items()}, hosts)

    # -- sections ----------------------------------------------------------------------------------------------

    def sections(self, touchpoint: Touchpoint, setting: Setting, names: dict[str, Any]) -> list[Record]:
        """The sections of a touchpoint in their faces; one that cannot be shown leaves a finding and no section."""
        placed = placed_sections(self.tree, setting.node, touchpoint.sections, touchpoint.ids, setting.findings)
        rendered = []
        for section_id, section in placed:
            before = len(setting.findings)
            shown = show(section_id, section, self.site.theme, setting)
            if shown is not None:
                rendered.append(self._face(shown, setting, names, flawed=len(setting.findings) > before))
        return rendered

    def _face(self, shown: Shown, setting: Setting, names: dict[str, Any], *, flawed: bool) -> Record:
        faces = self.faces(setting.tongue.locale)
        component, context = shown.component, {**names, "section": shown.view}
        face = "web.html" if setting.channel is Channel.WEB else "email.html"
        markup, text = "", ""
        try:
            markup = faces.render(component.faces.get(face, face), context)
            if setting.channel is Channel.EMAIL:
                text = self._text_face(faces, shown, context)
        except Broken as broken:
            if not flawed:  # else the theme fails for what is already said of the section
                setting.findings.add(broken.finding)
        values = {"id": shown.id, "component": component.name, "html": safe(markup), "text": text}
        return Record("section", values)

    def _text_face(self, faces: Faces, shown: Shown, context: dict[str, Any]) -> str:
        name = shown.component.faces.get("email.txt")
        if name is not None:
            return faces.render(name, {**context, "text": shown.text}).strip("\n")
        return "\n\n".join(part for part in text_parts(shown) if part)

    # -- what templates know -----------------------------------------------------------------------------------

    def names(self, setting: Setting) -> dict[str, Any]:
        """What every template of a touchpoint knows, but for the touchpoint itself."""
        node, locale = setting.node, setting.tongue.locale
        words = self.words(node)
        return {
            **setting.names,
            "segment": self.segment_view(node),
            "ctas": self._ctas(setting),
            "site": Record("site", {**_record(words.names["site"]), "url": self.addresses.url("/")}),
            "brand": self._brand(setting),
            **self.variations.names(setting),
            "strings": Record("strings", self.site.theme.strings(locale)),
            "theme": Record("theme", self.site.theme.files[0].data),
            "lang": locale,
            "dir": direction(locale),
            "legal": self._legal(setting),
            **self._functions(setting),
        }

    def segment_view(self, node: Node) -> Record:
        """A segment as templates see it: what it says, and its place in the tree."""
        words = self.words(node).names["segment"]
        return Record(
            "segment",
            {
                **{name: _getter(words, name) for name in words},
                "parent": lambda: self.segment_view(node.parent) if node.parent is not None else None,
                "children": lambda: tuple(
                    self.segment_view(child) for child in node.children if self.addresses.is_built(child)
                ),
            },
            known=type(node.segment).model_fields,
        )

    def _ctas(self, setting: Setting) -> Record:
        segment = setting.node.segment
        known = {
            name: (lambda name=name: cta_view(name, setting, segment.place("ctas", name)))
            for name, cta in segment.ctas.items()
            if cta.label is not None and cta.url is not None
        }
        return Record("ctas", known)

    def _brand(self, setting: Setting) -> Record:
        brand = self.site.brand.file
        values: dict[str, Any] = {**_record(setting.names["brand"]), "address_line": brand.address.one_line}
        for name in ("logo", "favicon"):
            asset = getattr(brand, name)
            if asset is not None:
                found = setting.asset(asset, brand.place(name))
                width, height = found.asset.size if found and found.asset and found.asset.size else (None, None)
                url = setting.printed(found.url) if found is not None else "#"
                values[name] = Record(f"brand.{name}", {"url": url, "width": width, "height": height})
        return Record("brand", values, type(brand).model_fields)

    def _legal(self, setting: Setting) -> tuple[Record, ...]:
        """The legal texts the channel carries."""
        standard = self.site.brand.file.channels.standard(setting.channel)
        found = []
        for name in standard.legal:
            source = self._legal_source(name, setting)
            if source is not None:
                text = setting.fill(Text.of_place(source.place(0, len(source.text))))
                markup, prose = setting.prose(text, prefix=f"legal-{name}")
                setting.said_prose(prose, text, "legal")
                found.append(Record("legal", {"name": name, "html": markup, "text": prose.text}))
        return tuple(found)

    def _legal_source(self, name: str, setting: Setting) -> Source | None:
        """The legal text of a name as the segment's region and language have it."""
        legal, locale = self.site.brand.legal, setting.tongue.locale
        region = self.site.brand.file.regions.get(setting.node.segment.region or "")
        name = region.legal.get(name, name) if region is not None else name
        names = (f"{name}.{locale}", f"{name}.{locale.partition('-')[0]}", name)
        return next((legal[known] for known in names if known in legal), None)

    def _functions(self, setting: Setting) -> dict[str, Callable[..., Any]]:
        """What templates can call; a link of the theme's that leads nowhere fails the template."""

        def url(link: str) -> str:
            found = self.addresses.resolve(str(link), setting.node, setting.touchpoint)
            if isinstance(found, Unresolved):
                raise UndefinedName(found.message, found.hint)
            return setting.printed(found.url) if found.asset is not None else setting.linked(found.url)

        def asset(name: str) -> str:
            theme_asset = self.site.theme.assets.get(name)
            if theme_asset is not None:
                return setting.printed(self.addresses.url(f"/assets/theme/{name}"))
            return url(f"asset:{name}")

        def svg(name: str) -> Any:
            found = self.site.theme.templates.get(f"assets/{name}")
            if found is None:
                raise UndefinedName(f"The theme has no picture `assets/{name}`")
            return safe(found.text)

        def inline(text: str) -> Any:
            place = text.place if isinstance(text, Worded) else setting.node.source.place
            return setting.prose(setting.fill(Text(str(text), place)), inline=True)[0]

        def when(field: str, caller: Callable[[], str]) -> Any:
            words = caller()
            if not isinstance(field, MergeField):
                return safe(words) if field else ""
            opened, _, ended = choice_placeholders(Comparison(field.field))
            return safe(f"{opened}{words}{ended}")

        return {"url": url, "asset": asset, "svg": svg, "inline": inline, "when": when}


def text_parts(shown: Shown) -> list[str]:
    """A section's plain text where its component has no text face: texts, running text, items, calls to action."""
    options = _record(shown.view["options"])
    contract = shown.component.contract.options
    texts = [str(options[name]) for name, option in contract.items() if option.type == "text" and options[name]]
    ctas = [options[name] for name, option in contract.items() if option.type == "cta" and options[name]]
    items = [f"{item['text']}\n{item['plain']}".strip() for item in shown.view["items"]]
    return [*texts, shown.text, *items, *(f"{cta['label']}: {cta['url']}" for cta in ctas)]


def _record(view: Any) -> dict[str, Any]:
    return {name: view[name] for name in view}


def _getter(view: Any, name: str) -> Callable[[], Any]:
    return lambda: view[name]
