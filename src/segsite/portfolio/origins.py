"""What a segment has, value by value: where each is written, and which ancestors it overrides."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from segsite.diagnostics import UsageError, did_you_mean
from segsite.inheritance import history
from segsite.model.values import Key, Mapping, Plain, Scalar, Sequence, Value, dotted, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.diagnostics import Place
    from segsite.inheritance import Node, Touchpoint
    from segsite.portfolio.survey import Survey


@dataclass(frozen=True, slots=True)
class Overridden:
    """What an ancestor says where a nearer segment says something too.

    Attributes:
        segment: The ancestor's id; empty for the root.
        place: Where, as file:line:column.
        value: As written there.
        kept: It is still in force, being a list that the nearer one adds to.
    """

    segment: str
    place: str
    value: Plain
    kept: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """One effective value of a segment.

    Attributes:
        key: Its dotted path, such as `message.headline`.
        value: As written.
        filled: With its expressions worked out; None if it has none.
        segment: The id of the segment that says it; empty for the root.
        place: Where, as file:line:column.
        overrides: What ancestors say in the same place, nearest first.
    """

    key: str
    value: Plain
    filled: str | None
    segment: str
    place: str
    overrides: tuple[Overridden, ...]

    def as_json(self) -> dict[str, object]:
        """The value as JSON says it."""
        return {
            "key": self.key,
            "value": self.value,
            "filled": self.filled,
            "segment": self.segment,
            "place": self.place,
            "overrides": [asdict(overridden) for overridden in self.overrides],
        }


def origins(survey: Survey, node: Node, key: str | None = None) -> list[Origin]:
    """Every effective value of a segment, or those at and below one key.

    Raises:
        UsageError: If the segment has nothing under the key.
    """
    written = node.segment.as_written
    start: tuple[Key, ...] = tuple(int(part) if part.isdigit() else part for part in key.split(".")) if key else ()
    value = find(written, start)
    if value is None:
        known = [dotted(path) for path, _ in _ends(written, ())]
        hint = did_you_mean(key or "", [*known, *written.entries], otherwise="`segsite show SEGMENT` lists all keys.")
        raise UsageError(f"`{node.id or '/'}` has nothing under `{key}`.", hint)
    return [_origin(survey, node, path, end) for path, end in _ends(value, start)]


def origins_text(found: list[Origin]) -> str:
    """The values for people: each with its place, and below it what it overrides."""
    return "\n".join("\n".join(_lines(origin)) for origin in found) + "\n"


def touchpoints(node: Node, key: str | None = None) -> list[Touchpoint]:
    """The pages and e-mails of a segment, or the one of a key.

    Raises:
        UsageError: If the segment has no such touchpoint.
    """
    if key is None:
        return list(node.touchpoints.values())
    if key not in node.touchpoints:
        raise UsageError(f"`{node.id or '/'}` has no touchpoint `{key}`.", did_you_mean(key, node.touchpoints))
    return [node.touchpoints[key]]


def sections_text(node: Node, touchpoint: Touchpoint) -> str:
    """The sections of a page or e-mail by id, with the file each is written in."""
    lines = [f"{touchpoint.key} of {node.id or '/'}, from {touchpoint.document.place.file}"]
    width = max([len(section_id) for section_id in touchpoint.ids], default=0)
    for section_id, section in zip(touchpoint.ids, touchpoint.sections, strict=True):
        what = f"use {section.name}" if section.kind == "use" else section.name
        lines.append(f"  #{section_id.ljust(width)}  {what}  {section.place}")
    return "\n".join(lines) + "\n"


def sections_json(touchpoint: Touchpoint) -> dict[str, object]:
    """The same as JSON says it."""
    return {
        "key": touchpoint.key,
        "file": touchpoint.document.place.file,
        "sections": [
            {"id": section_id, "kind": str(section.kind), "name": section.name, "place": str(section.place)}
            for section_id, section in zip(touchpoint.ids, touchpoint.sections, strict=True)
        ],
    }


def _lines(origin: Origin) -> Iterator[str]:
    yield f"{origin.key}: {_shown(origin.value)}"
    if origin.filled is not None and origin.filled != origin.value:
        yield f"    reads    {_shown(origin.filled)}"
    yield f"    from     {origin.place}"
    for one in origin.overrides:
        yield f"    {'adds to' if one.kept else 'over   '}  {_shown(one.value)}  ({one.segment or '/'}, {one.place})"


def _shown(value: Plain) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_shown(item) for item in value) + "]"
    text = " ".join(str(value).split()) if not isinstance(value, bool) else str(value).lower()
    return text if len(text) <= 160 else f"{text[:159]}…"


def _ends(value: Value, path: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], Value]]:
    """The values a person would name: scalars, and lists as a whole."""
    if isinstance(value, Mapping) and value.entries:
        for name, entry in value.entries.items():
            yield from _ends(entry.value, (*path, name))
    elif isinstance(value, Sequence) and any(isinstance(item, Mapping) for item in value.items):
        for index, item in enumerate(value.items):
            yield from _ends(item, (*path, index))
    else:
        yield path, value


def _origin(survey: Survey, node: Node, path: tuple[Key, ...], value: Value) -> Origin:
    told = history(node, path)
    own_place = str(value.place)
    teller = next(
        (ancestor.id for ancestor, place in told if str(place) == own_place), told[0][0].id if told else node.id
    )
    filled = None
    if isinstance(value, Scalar) and isinstance(value.value, str) and "{" in value.value:
        filled = survey.renderer.words(node).fill(value)
    overrides = tuple(_overridden(told, path, teller))
    return Origin(dotted(path), value.plain(), filled, teller, own_place, overrides)


def _overridden(told: list[tuple[Node, Place]], path: tuple[Key, ...], teller: str) -> Iterator[Overridden]:
    kept = True
    for ancestor, place in told:
        if ancestor.id != teller:
            yield Overridden(ancestor.id, str(place), _plain(ancestor, path), kept)
        kept = kept and _adds(ancestor, path)


def _adds(node: Node, path: tuple[Key, ...]) -> bool:
    """Whether a segment's own file adds to a list rather than replacing it."""
    written = node.source.file.as_written
    return find(written, path) is None and find(written, (*path[:-1], f"{path[-1]}+")) is not None


def _plain(node: Node, path: tuple[Key, ...]) -> Plain:
    written = node.source.file.as_written
    found = find(written, path) or find(written, (*path[:-1], f"{path[-1]}+"))
    return found.plain() if found is not None else None
