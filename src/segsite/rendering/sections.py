"""A section becomes what its component's face shows: options, text and items, filled and converted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from segsite.diagnostics import Place, did_you_mean
from segsite.model.component import Body, Option, OptionType
from segsite.model.touchpoint import Section, SectionKind
from segsite.model.values import Entry, Mapping, Scalar, Sequence, Value
from segsite.reading.yaml_values import core_scalar
from segsite.rendering.contracts import check_count, check_limit, check_options, check_shape, component_of
from segsite.rendering.filled import Filled, Text
from segsite.rendering.views import Record
from segsite.rulebook import content as rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.inheritance import Node, Tree
    from segsite.model.site import Component, Theme
    from segsite.rendering.setting import Setting

_ITEM_LINE = re.compile(
    r"^###[ \t]+(?P<title>[^\n]*?)(?:[ \t]+\{:?(?P<options>[^{}\n]*)\})?[ \t]*#*[ \t]*$", re.MULTILINE
)
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_ITEM_OPTION = re.compile(
    r"""(?P<key>[A-Za-z_][\w-]*)\s*=\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))|(?P<other>\S+)"""
)


_ITEM_ID = re.compile(r"(?<!\S)#(?P<id>[^\W_][\w-]*)(?!\S)")


@dataclass(frozen=True, eq=False, slots=True)
class Shown:
    """A section ready for its component's face."""

    id: str
    component: Component
    view: Record
    text: str
    """Its running text as plain text, for the text part of e-mails."""


def placed_sections(
    tree: Tree, node: Node, sections: tuple[Section, ...], ids: tuple[str, ...], findings: Any
) -> Iterator[tuple[str, Section]]:
    """Sections with their ids, each `use` replaced by the sections of its block as the segment sees it."""
    for section_id, section in zip(ids, sections, strict=True):
        if section.kind is SectionKind.USE:
            used = list(_block_sections(tree, node, section, (), findings))
            yield from ((section_id if at == 0 else f"{section_id}-{at + 1}", one) for at, one in enumerate(used))
        else:
            yield section_id, section


def _block_sections(
    tree: Tree, node: Node, use: Section, open_blocks: tuple[str, ...], findings: Any
) -> Iterator[Section]:
    block = tree.block(node, use.name)
    place = use.place.within(use.name)
    if block is None:
        hint = did_you_mean(use.name, tree.block_names(node))
        findings.add(rules.BLOCK_UNKNOWN.at(place, f"There is no block `{use.name}`.", hint))
        return
    if use.name in open_blocks:
        circle = " > ".join((*open_blocks, use.name))
        findings.add(rules.BLOCK_CYCLE.at(place, f"Blocks use each other in a circle: {circle}."))
        return
    for section in block.sections:
        if section.kind is SectionKind.USE:
            yield from _block_sections(tree, node, section, (*open_blocks, use.name), findings)
        elif section.kind is SectionKind.SHOW:
            yield section
        else:
            message = f"`::: {section.kind}` has no meaning in a block."
            findings.add(rules.INHERIT_TARGET.at(section.place, message, "Remove it."))


def show(section_id: str, section: Section, theme: Theme, setting: Setting) -> Shown | None:
    """A section made ready for its face; None if no component can show it."""
    component = component_of(section, theme, setting.channel, setting.findings)
    if component is None:
        return None
    check_shape(section, component, setting.findings)
    return _Builder(section_id, section, component, setting).shown()


class _Builder:
    def __init__(self, section_id: str, section: Section, component: Component, setting: Setting) -> None:
        self._id, self._section, self._component, self._setting = section_id, section, component, setting
        self._contract = component.contract
        self._whose = ("quotation",) if component.contract.quotation else ()
        """Part of the scope of all its words, if they are somebody else's."""

    def shown(self) -> Shown:
        options = self._options(self._section.options, self._contract.options, self._section.name)
        body, intro, text, heading = "", "", "", ""
        items: tuple[Record, ...] = ()
        if self._contract.body is not Body.NONE:
            filled = self._setting.fill(Text.of_place(self._section.body))
            if self._contract.body is Body.ITEMS:
                pieces = list(_pieces(filled.text))
                intro, prose = self._prose(filled, 0, pieces[0][0] if pieces else len(filled.text))
                items = tuple(self._item(filled, piece, at) for at, piece in enumerate(pieces))
                check_count(self._section, self._contract, len(items), self._setting.findings)
            else:
                body, prose = self._prose(filled, 0, len(filled.text))
            text, heading = prose.text, prose.heading
            self._check_limits(prose)
        values = {
            "id": self._id, "component": self._section.name, "options": Record("section.options", options),
            "body": body, "intro": intro, "items": items, "heading": heading or None,
        }  # fmt: skip
        return Shown(self._id, self._component, Record("section", values), text)

    def _check_limits(self, prose: Any) -> None:
        limits, findings = self._contract.limits, self._setting.findings
        place = self._section.place
        check_limit(f"The text of `{self._section.name}`", prose.readable, limits.body, place, findings)
        check_limit(f"The heading of `{self._section.name}`", prose.heading, limits.heading, place, findings)

    def _prose(self, filled: Filled, start: int, end: int) -> tuple[Any, Any]:
        part = _part(filled, start, end)
        markup, prose = self._setting.prose(part, prefix=self._id)
        self._setting.said_prose(prose, part, *self._whose)
        return self._setting.anchored(markup), prose

    # -- items -------------------------------------------------------------------------------------------------

    def _item(self, filled: Filled, piece: tuple[int, int, re.Match[str]], at: int) -> Record:
        _, end, match = piece
        heading = _part(filled, *match.span("title"))
        title, title_prose = self._setting.prose(heading, inline=True)
        self._setting.said_prose(title_prose, heading, "heading", "h3", *self._whose)
        item_id = _item_id(match) or f"{self._id}-{at + 1}"
        text = _part(filled, match.end(), end)
        body, prose = self._setting.prose(text, prefix=item_id)
        self._setting.said_prose(prose, text, *self._whose)
        limits, findings, name = self._contract.limits, self._setting.findings, self._section.name
        place = filled.place(*match.span("title"))
        check_limit(f"This title in `{name}`", title_prose.readable, limits.item_title, place, findings)
        check_limit(f"The text of this item in `{name}`", prose.readable, limits.item_body, place, findings)
        given = _item_options(filled, match)
        check_options(f"an item of `{name}`", given, self._contract.item_options, place, findings)
        options = self._options(given, self._contract.item_options, name)
        values = {
            "id": item_id, "title": title, "text": title_prose.readable,
            "body": self._setting.anchored(body),
            "plain": prose.text, "options": Record("item.options", options),
        }  # fmt: skip
        return Record("item", values)

    # -- options -----------------------------------------------------------------------------------------------

    def _options(self, given: Mapping, options: dict[str, Option], name: str) -> dict[str, Any]:
        return {key: self._option(given.get(key), option, key, name) for key, option in options.items()}

    def _option(self, value: Value | None, option: Option, key: str, name: str) -> Any:
        if value is None:
            return option.default
        if isinstance(value, Sequence):
            return tuple(self._words(item, key) for item in value.items if isinstance(item, Scalar))
        if not isinstance(value, Scalar) or value.value is None:
            return option.default
        if isinstance(value.value, bool) and option.type is OptionType.BOOLEAN:
            return value.value
        if option.type in {OptionType.TEXT, OptionType.MARKDOWN}:
            return self._text_option(value, option, key, f"`{key}` of `{name}`")
        return self._scalar(value, option)

    def _words(self, value: Scalar, key: str) -> str:
        """A text of an option, as it is printed."""
        filled = self._setting.fill(_text(value))
        self._setting.said_plainly(filled, *_option_parts(key), *self._whose)
        return self._setting.tongue.converter.smarten(" ".join(filled.text.split()))

    def _text_option(self, value: Scalar, option: Option, key: str, what: str) -> Any:
        setting = self._setting
        if option.type is OptionType.TEXT:
            shown: Any = self._words(value, key)
            readable = shown
        else:
            filled = setting.fill(_text(value))
            shown, prose = setting.prose(filled, inline=True)
            setting.said_prose(prose, filled, *_option_parts(key), *self._whose)
            readable = prose.readable
        check_limit(what, readable, option.max, value.place, setting.findings)
        return shown

    def _scalar(self, value: Scalar, option: Option) -> Any:
        setting, place, kind = self._setting, value.place, option.type
        text = setting.fill(_text(value)).text.strip()
        if kind is OptionType.CTA:
            return self._cta(text, place)
        if kind is OptionType.LINK:
            return setting.link(text, place)
        if kind is OptionType.ASSET:
            return self._asset(text, place)
        if kind is OptionType.NUMBER:
            return value.value if isinstance(value.value, int | float) else text
        return text

    def _cta(self, name: str, place: Place) -> Any:
        name = name.removeprefix("cta:")
        ctas = self._setting.node.segment.ctas
        cta = ctas.get(name)
        if cta is None or cta.label is None:
            message = f"There is no cta `{name}`." if cta is None else f"The cta `{name}` has no `label`."
            hint = (
                did_you_mean(name, ctas, otherwise="Add it under `ctas:` in segment.yaml.")
                if cta is None
                else "Give it one in segment.yaml."
            )
            self._setting.findings.add(rules.OPTION_VALUE.at(place, message, hint))
            return None
        return cta_view(name, self._setting, place)

    def _asset(self, name: str, place: Place) -> Any:
        found = self._setting.asset(name, place)
        if found is None:
            return None
        size = found.asset.size if found.asset is not None else None
        return AssetText.of(self._setting.printed(found.url), size)


class AssetText(str):
    """An asset's address, with its parts: `.url`, `.width`, `.height`."""

    __slots__ = ("height", "url", "width")
    url: str
    width: int | None
    height: int | None

    @classmethod
    def of(cls, url: str, size: tuple[int, int] | None) -> AssetText:
        """The address with its parts."""
        text = cls(url)
        text.url = url
        text.width, text.height = size if size is not None else (None, None)
        return text


def cta_view(name: str, setting: Setting, place: Place) -> Record:
    """A cta of the setting's segment: its label and the address it leads to."""
    label = setting.names["ctas"][name]["label"]
    url = setting.link(f"cta:{name}", place)
    setting.shows_cta(name, label, url)
    return Record(f"ctas.{name}", {"id": name, "label": setting.tongue.converter.smarten(str(label)), "url": url})


def _option_parts(key: str) -> tuple[str, ...]:
    """What an option's words are: by its name, the alternative text of a picture, or just an option."""
    return ("option", "attr", "alt") if key == "alt" or key.endswith("_alt") else ("option",)


def _text(value: Scalar) -> Text:
    return Text(str(value.value) if isinstance(value.value, str) else value.place.text, value.place)


def _part(filled: Filled, start: int, end: int) -> Filled:
    """A stretch of a filled text, that still knows its places."""
    if start == 0 and end == len(filled.text):
        return filled
    return filled.part(start, end)


def _pieces(text: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Start, end and first line of each item."""
    fences = [match.span() for match in _FENCED.finditer(text)] if "```" in text or "~~~" in text else []
    starts = [
        match for match in _ITEM_LINE.finditer(text) if not any(low <= match.start() < high for low, high in fences)
    ]
    for at, match in enumerate(starts):
        yield match.start(), starts[at + 1].start() if at + 1 < len(starts) else len(text), match


def _item_id(match: re.Match[str]) -> str:
    """The id in the braces of an item's title, as Markdown's headings have it: `{#id}`."""
    found = _ITEM_ID.search(match["options"] or "")
    return found["id"] if found is not None else ""


def _item_options(filled: Filled, match: re.Match[str]) -> Mapping:
    """The options in the braces of an item's title."""
    entries: dict[str, Entry] = {}
    offset = match.start("options")
    for option in _ITEM_OPTION.finditer(match["options"] or ""):
        if _ITEM_ID.fullmatch(option["other"] or ""):
            continue
        kind = "quoted" if option["quoted"] is not None else "bare"
        if option["other"]:
            name, at = option["other"], option.span("other")
            value_at, value = at, "true"
        else:
            name, at = option["key"], option.span("key")
            value_at, value = option.span(kind), option[kind]
        place = filled.place(offset + value_at[0], offset + value_at[1])
        scalar = Scalar(value if kind == "quoted" else core_scalar(value), place)
        entries[name] = Entry(scalar, filled.place(offset + at[0], offset + at[1]))
    return Mapping(entries, filled.place(match.start(), match.end()))
