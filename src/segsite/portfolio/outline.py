"""The tree of segments: who owns each, where it stands, which touchpoints are its own and which inherited."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from segsite.portfolio.columns import aligned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from segsite.inheritance import Node
    from segsite.model.site import Component
    from segsite.portfolio.survey import Survey


@dataclass(frozen=True, slots=True)
class Row:
    """One segment in the outline.

    Attributes:
        id: Its path in the tree; empty for the root.
        name: What people call it.
        status: draft, live or sunset.
        owner: Who answers for it, or None.
        own: Keys of the touchpoints it writes itself.
        inherited: Keys of those it has from an ancestor.
        defined: Where it is defined, as file:line:column.
    """

    id: str
    name: str
    status: str
    owner: str | None
    own: tuple[str, ...]
    inherited: tuple[str, ...]
    defined: str

    def as_json(self) -> dict[str, object]:
        """The row as JSON says it."""
        return asdict(self)


def outline(survey: Survey, below: Node | None = None) -> list[Row]:
    """Every segment from one on, parents before children.

    Args:
        survey: The site.
        below: Where to start; by default the root.
    """
    return [_row(survey, node) for node in walk(below if below is not None else survey.tree.root)]


def outline_text(rows: list[Row]) -> str:
    """The outline for people: a tree on the left, columns beside it."""
    if not rows:
        return ""
    base = rows[0].id.count("/") + bool(rows[0].id)
    cells = [
        (
            "  " * (row.id.count("/") + bool(row.id) - base) + (row.id.rpartition("/")[2] or "/"),
            row.status,
            row.owner or "-",
            _touchpoints(row),
        )
        for row in rows
    ]
    table = [("SEGMENT", "STATUS", "OWNER", "TOUCHPOINTS (inherited in brackets)"), *cells]
    return "\n".join(aligned(table)) + "\n"


def components_text(components: Iterable[Component]) -> str:
    """The theme's components for people: what each is for, where it shows, and its options."""
    return "\n".join("\n".join(_component(component)) for component in components)


def _component(component: Component) -> Iterator[str]:
    contract = component.contract
    yield f"{component.name}  ({', '.join(contract.channels)}; text: {contract.body})"
    yield f"  {contract.description}"
    for kind, options in (("", contract.options), (" of an item", contract.item_options)):
        for name, option in options.items():
            needed = ", required" if option.required else ""
            choices = f": {', '.join(option.choices)}" if option.choices else ""
            yield f"  - {name}{kind} ({option.type}{choices}{needed}) {option.description}".rstrip()
    yield ""


def _touchpoints(row: Row) -> str:
    inherited = f"[{' '.join(row.inherited)}]" if row.inherited else ""
    return " ".join(part for part in (*row.own, inherited) if part)


def walk(node: Node) -> Iterator[Node]:
    """A segment and all below it, parents before children."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(current.children))


def _row(survey: Survey, node: Node) -> Row:
    keys = node.touchpoints
    name = survey.renderer.words(node).names["segment"]["name"]
    return Row(
        id=node.id,
        name=str(name),
        status=str(node.segment.status),
        owner=node.segment.owner,
        own=tuple(key for key, touchpoint in keys.items() if touchpoint.owner == node.id),
        inherited=tuple(key for key, touchpoint in keys.items() if touchpoint.owner != node.id),
        defined=str(node.source.place),
    )
