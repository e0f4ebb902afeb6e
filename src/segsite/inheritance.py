"""The segment tree: what each segment has, and from which ancestor.

Values in one breath: maps merge, everything else replaces, `null` removes, and a key that ends in `+` adds to
the inherited list. Nothing is copied that does not change: a child that says nothing has its parent's objects.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from segsite.diagnostics import Findings, Place, did_you_mean
from segsite.model.segment import IDENTITY, Segment, Status
from segsite.model.touchpoint import Channel, Document, EmailFile, PageFile, Section, SectionKind
from segsite.model.values import EMPTY, Entry, Key, Mapping, Scalar, Sequence, Value, find
from segsite.reading.validate import model_of
from segsite.rulebook import content as rules
from segsite.rulebook import schema as schema_rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from segsite.model.site import Asset, SegmentSource, Site


@dataclass(frozen=True, eq=False, slots=True)
class Touchpoint:
    """A page or e-mail as a segment has it.

    Attributes:
        key: `pricing`, `emails/welcome`.
        channel: Where it is met.
        front: Its front matter, over those it inherits.
        written: The same as written values, each with its origin.
        sections: Its sections, in order, each from the file that says it.
        ids: The ids of the sections, one for one.
        document: The nearest file: the segment's own, or an ancestor's.
        owner: The id of the segment whose file that is.
        broken: Whether a file it is made of could not be read, so that nobody can tell what it says.
    """

    key: str
    channel: Channel
    front: PageFile | EmailFile
    written: Mapping
    sections: tuple[Section, ...]
    ids: tuple[str, ...]
    document: Document
    owner: str
    broken: bool

    @property
    def name(self) -> str:
        """Its name within the channel: `welcome`."""
        return self.document.name


@dataclass(frozen=True, eq=False)
class Node:
    """A segment in the tree, with all it inherits.

    Attributes:
        source: What it says itself.
        parent: The node above; None for the root.
        segment: What is in force.
        touchpoints: Its pages and e-mails by key, own or inherited.
        children: The nodes below, by name.
        broken: It, or an ancestor, could not be read; nothing is made of it.
    """

    source: SegmentSource
    parent: Node | None
    segment: Segment
    touchpoints: MappingType[str, Touchpoint]
    broken: bool
    children: list[Node] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The segment's path in the tree."""
        return self.source.id

    @property
    def lineage(self) -> Iterator[Node]:
        """This node, its parent, and so on up to the root."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@dataclass(frozen=True, eq=False)
class Tree:
    """All segments with what they inherit, and the library they share."""

    nodes: MappingType[str, Node]
    library: MappingType[str, Document]
    library_assets: MappingType[str, Asset]

    @property
    def root(self) -> Node:
        """The segment that holds for every audience."""
        return self.nodes[""]

    def block(self, node: Node, name: str) -> Document | None:
        """The block of a name as a segment sees it: the nearest library first, the shared one last."""
        for ancestor in node.lineage:
            if name in ancestor.source.blocks:
                return ancestor.source.blocks[name]
        return self.library.get(name)

    def block_names(self, node: Node) -> set[str]:
        """The names of all blocks a segment can use."""
        return {*self.library, *(name for ancestor in node.lineage for name in ancestor.source.blocks)}

    def asset(self, node: Node, name: str) -> tuple[str, Asset] | None:
        """The asset of a name as a segment sees it, and the id of the segment whose it is (or `library`)."""
        for ancestor in node.lineage:
            if name in ancestor.source.assets:
                return ancestor.id, ancestor.source.assets[name]
        shared = self.library_assets.get(name)
        return ("library", shared) if shared is not None else None

    def successor(self, node: Node) -> Node | None:
        """Where a sunset segment's visitors go: the first segment on the way that is live; None if there is none."""
        seen: set[str] = set()
        here: Node | None = node
        while here is not None and here.segment.status is not Status.LIVE:
            if here.id in seen:
                return None
            seen.add(here.id)
            named = here.segment.successor
            here = self.nodes.get(named) if named is not None else here.parent
        return here


def inherit(site: Site, findings: Findings) -> Tree:
    """The tree of a site; what cannot be inherited as asked goes to `findings`."""
    nodes: dict[str, Node] = {}
    for source in site.segments:
        parent = nodes[source.id.rpartition("/")[0]] if source.id else None
        node = _node(source, parent, findings)
        nodes[source.id] = node
        if parent is not None:
            parent.children.append(node)
    tree = Tree(nodes, site.library, site.library_assets)
    for node in nodes.values():
        _check_references(tree, node, findings)
    return tree


def _node(source: SegmentSource, parent: Node | None, findings: Findings) -> Node:
    inherited = parent.segment.as_written.without(*IDENTITY) if parent is not None else EMPTY
    written = merge(inherited, source.file.as_written, findings)
    plain = {"name": _name_of(source.id), **written.plain()}
    segment = model_of(Segment, written, plain)
    touchpoints = _touchpoints(source, parent, segment, findings)
    broken = source.broken or (parent is not None and parent.broken)
    return Node(source, parent, segment, touchpoints, broken)


def _name_of(segment_id: str) -> str:
    words = segment_id.rpartition("/")[2].replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:] if words else "Home"


# -- values ----------------------------------------------------------------------------------------------------


def merge(parent: Mapping, child: Mapping, findings: Findings) -> Mapping:
    """A child's map over its parent's. Neither is changed; what does not differ is shared."""
    if not child.entries:
        return parent
    entries = dict(parent.entries)
    for key, entry in child.entries.items():
        name = key.removesuffix("+") if key.endswith("+") and isinstance(entry.value, Sequence) else key
        merged = _merged(parent.get(name), entry.value, findings, adds=name != key)
        if merged is None:
            entries.pop(name, None)
        else:
            entries[name] = Entry(merged, entry.key_place)
    return Mapping(entries, child.place)


def _merged(inherited: Value | None, own: Value, findings: Findings, *, adds: bool) -> Value | None:
    if isinstance(own, Scalar) and own.value is None:
        return None
    if isinstance(own, Mapping):
        return merge(inherited if isinstance(inherited, Mapping) else EMPTY, own, findings)
    if adds and isinstance(own, Sequence) and inherited is not None:
        if isinstance(inherited, Sequence):
            return Sequence(inherited.items + own.items, own.place)
        message = "What is inherited here is not a list, so nothing can be added to it."
        findings.add(schema_rules.WRONG_TYPE.at(own.place, message, "Drop the `+` to replace it."))
    return own


def history(node: Node, path: tuple[Key, ...]) -> list[tuple[Node, Place]]:
    """Who says a value, nearest first: the segments in whose own files the path stands, with the place."""
    found = []
    for ancestor in node.lineage:
        if path[0] in IDENTITY and ancestor is not node:
            break
        written = ancestor.source.file.as_written
        value = find(written, path) or find(written, (*path[:-1], f"{path[-1]}+"))
        if value is not None:
            found.append((ancestor, value.place))
    return found


# -- touchpoints -----------------------------------------------------------------------------------------------


def _touchpoints(
    source: SegmentSource, parent: Node | None, segment: Segment, findings: Findings
) -> MappingType[str, Touchpoint]:
    above = parent.touchpoints if parent is not None else {}
    omitted = set(segment.omit)
    heirs = {key: point for key, point in above.items() if point.front.inheritable and key not in omitted}
    for index, key in enumerate(segment.omit):
        if key not in above:
            place = source.file.place("omit", index)
            findings.add(rules.SEGMENT_REFERENCE.at(place, f"`{key}` is not inherited.", did_you_mean(key, above)))
    if not source.touchpoints and len(heirs) == len(above):
        return above
    own = {
        key: _touchpoint(source.id, document, above.get(key), findings) for key, document in source.touchpoints.items()
    }
    merged = {**heirs, **own}
    return {key: merged[key] for key in sorted(merged)}


def _touchpoint(owner: str, document: Document, above: Touchpoint | None, findings: Findings) -> Touchpoint:
    front = document.front
    if not isinstance(front, PageFile | EmailFile) or document.channel is None:
        raise TypeError(f"{document.place} is not a touchpoint")
    if front.inherits and above is None:
        place = front.place("inherits")
        findings.add(rules.INHERITS_NOTHING.at(place, f"No segment above has a `{document.key}` to inherit from."))
    if not front.inherits or above is None:
        return _whole(owner, document, front, document.channel, findings)
    # what an ancestor says of its own place in the tree does not hold for this file
    written = merge(above.written.without("inherits", "inheritable", "status"), front.as_written, findings)
    merged = model_of(type(front), written, written.plain())
    sections, ids = _patched(document, above, findings)
    broken = document.broken or above.broken
    return Touchpoint(document.key, document.channel, merged, written, sections, ids, document, owner, broken)


def _whole(
    owner: str, document: Document, front: PageFile | EmailFile, channel: Channel, findings: Findings
) -> Touchpoint:
    required = "title" if channel is Channel.WEB else "subject"
    if getattr(front, required) is None and not document.broken:
        place = front.as_written.place if front.as_written.entries else document.place
        hint = (
            f"Add `{required}: …` to the lines between `---` at the top of the file."
            if front.as_written.entries
            else f"Start the file with three lines: `---`, `{required}: …`, `---`."
        )
        findings.add(schema_rules.MISSING_KEY.at(place, f"`{required}` is missing.", hint))
    sections = []
    for section in document.sections:
        if section.kind in {SectionKind.REMOVE, SectionKind.KEEP}:
            message = f"`::: {section.kind}` changes what is inherited, but this file inherits nothing."
            findings.add(
                rules.INHERIT_TARGET.at(section.place, message, "Add `inherits: true` at the top of the file.")
            )
        else:
            sections.append(section)
    ids = section_ids(sections, findings)
    written = front.as_written
    return Touchpoint(document.key, channel, front, written, tuple(sections), ids, document, owner, document.broken)


def section_ids(sections: list[Section], findings: Findings) -> tuple[str, ...]:
    """The ids of sections: what they say, or their name, the second of a name with `-2` and so on."""
    said: dict[str, Section] = {}
    for section in sections:
        if section.id is not None and section.id in said:
            place = section.place.within(f"#{section.id}")
            first = said[section.id].place
            message = f"`#{section.id}` is already the id of the section on line {first.line}."
            findings.add(rules.DUPLICATE_ID.at(place, message))
        elif section.id is not None:
            said[section.id] = section
    taken = set(said)
    return tuple(_id_of(section, taken) for section in sections)


def _id_of(section: Section, taken: set[str]) -> str:
    if section.id is not None:
        return section.id
    base = section.name.rpartition("/")[2]
    number, candidate = 1, base
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    taken.add(candidate)
    return candidate


def _patched(document: Document, above: Touchpoint, findings: Findings) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """An ancestor's sections with a file's own put in: replaced in place, removed, or inserted."""
    result: list[tuple[str | None, Section]] = list(zip(above.ids, above.sections, strict=True))
    cursor = len(result)  # what follows nothing goes to the end
    own = [section for section in document.sections if section.kind in {SectionKind.SHOW, SectionKind.USE}]
    own_ids = dict(zip(own, section_ids(own, findings), strict=True))
    for section in document.sections:
        wanted = section.id if section.kind in {SectionKind.REMOVE, SectionKind.KEEP} else own_ids[section]
        at = None if section.plain else _index(result, wanted)
        if section.kind in {SectionKind.REMOVE, SectionKind.KEEP}:
            if at is None and above.broken:
                continue  # nobody can tell what is inherited
            if at is None:
                message = f"No inherited section has the id `{wanted}`."
                hint = did_you_mean(wanted or "", above.ids)
                findings.add(rules.INHERIT_TARGET.at(section.place.within(f"#{wanted}"), message, hint))
            elif section.kind is SectionKind.REMOVE:
                del result[at]
                cursor = min(cursor, at)
            else:
                cursor = at + 1
        elif at is not None:
            result[at] = (wanted, section)
            cursor = at + 1
        else:
            result.insert(cursor, (None if section.plain else wanted, section))
            cursor += 1
    taken = {name for name, _ in result if name is not None}
    ids = tuple(name if name is not None else _id_of(section, taken) for name, section in result)
    return tuple(section for _, section in result), ids


def _index(sections: list[tuple[str | None, Section]], wanted: str | None) -> int | None:
    return next((at for at, (name, _) in enumerate(sections) if name == wanted), None)


# -- references ------------------------------------------------------------------------------------------------


def _check_references(tree: Tree, node: Node, findings: Findings) -> None:
    segment = node.segment
    if segment.successor is not None:
        place = node.source.file.place("successor")
        if segment.successor not in tree.nodes:
            hint = did_you_mean(segment.successor, tree.nodes)
            findings.add(rules.SEGMENT_REFERENCE.at(place, f"There is no segment `{segment.successor}`.", hint))
            return
    if segment.status is Status.SUNSET and tree.successor(node) is None:
        place = node.source.file.place("successor" if segment.successor else "status")
        message = "No live segment is left for the visitors of this one to go to."
        findings.add(rules.SEGMENT_REFERENCE.at(place, message, "Name a live one: `successor: ID`."))
