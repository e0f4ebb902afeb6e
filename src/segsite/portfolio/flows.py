"""The e-mails of each segment as flows: which comes when in which sequence, and which belong to none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.model.segment import Status
from segsite.model.touchpoint import Channel, EmailFile, minutes
from segsite.portfolio.columns import aligned
from segsite.portfolio.outline import walk
from segsite.rendering.email import subjects_of
from segsite.rendering.merge import for_recipient

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.inheritance import Node, Touchpoint
    from segsite.portfolio.survey import Survey

_HEAD = ("SEQUENCE", "AFTER", "E-MAIL (inherited in brackets)", "SUBJECT")


@dataclass(frozen=True, slots=True)
class Step:
    """One e-mail of a segment.

    Attributes:
        name: Its name.
        sequence: The flow it belongs to, or None.
        after: When it comes in that flow: `at once`, `3 days`; None outside of flows.
        subjects: Its subject, or the variants, as somebody reads them of whom nothing is known.
        owner: The id of the segment whose file it is; empty for the root.
        draft: It, or its segment, is a draft.
        file: That file.
    """

    name: str
    sequence: str | None
    after: str | None
    subjects: tuple[str, ...]
    owner: str
    draft: bool
    file: str


@dataclass(frozen=True, slots=True)
class Flows:
    """The e-mails of one segment, sequence by sequence in the order they come; those in none are last."""

    segment: str
    steps: tuple[Step, ...]

    def as_json(self) -> dict[str, object]:
        """The flows as JSON says them."""
        return {"segment": self.segment, "emails": [self._plain(step) for step in self.steps]}

    def _plain(self, step: Step) -> dict[str, object]:
        return {
            "name": step.name,
            "sequence": step.sequence,
            "after": step.after,
            "subject": step.subjects[0] if step.subjects else "",
            "subject_variants": list(step.subjects) if len(step.subjects) > 1 else None,
            "own": step.owner == self.segment,
            "owner": step.owner,
            "status": "draft" if step.draft else "live",
            "file": step.file,
        }


def flows(survey: Survey, below: Node | None = None) -> list[Flows]:
    """The flows of every segment from one on, parents before children; sunset segments have none.

    Args:
        survey: The site.
        below: Where to start; by default the root.
    """
    nodes = walk(below if below is not None else survey.tree.root)
    return [_flows(survey, node) for node in nodes if node.segment.status is not Status.SUNSET]


def flows_text(found: list[Flows]) -> str:
    """The flows for people: a line for each e-mail, below its segment."""
    head, *rows = aligned([_HEAD, *(_cells(one, step) for one in found for step in one.steps)])
    left = iter(rows)
    lines = [f"  {head}"]
    for one in found:
        lines += [one.segment or "/", *(f"  {next(left)}" for _ in one.steps)]
    return "\n".join(lines) + "\n"


def _cells(flow: Flows, step: Step) -> tuple[str, ...]:
    name = step.name if step.owner == flow.segment else f"[{step.name}]"
    drafted = f"{name} (draft)" if step.draft else name
    return step.sequence or "-", step.after or "-", drafted, " | ".join(step.subjects)


def _flows(survey: Survey, node: Node) -> Flows:
    ordered = sorted(node.touchpoints.values(), key=in_flow)
    return Flows(node.id, tuple(step for touchpoint in ordered for step in _steps(survey, node, touchpoint)))


def in_flow(touchpoint: Touchpoint) -> tuple[bool, str, int, str]:
    """What orders the e-mails of a segment: sequence by sequence as they come, those in none last."""
    front = touchpoint.front
    sequence, after = (front.sequence, front.after) if isinstance(front, EmailFile) else (None, None)
    return sequence is None, sequence or "", minutes(after or "at once"), touchpoint.name


def _steps(survey: Survey, node: Node, touchpoint: Touchpoint) -> Iterator[Step]:
    front = touchpoint.front
    if not isinstance(front, EmailFile):
        return
    subjects = subjects_of(survey.renderer.setting(node, touchpoint, Channel.EMAIL), touchpoint)
    yield Step(
        touchpoint.name,
        front.sequence,
        (front.after or "at once") if front.sequence else None,
        tuple(for_recipient(subject) for subject in subjects),
        touchpoint.owner,
        Status.DRAFT in {front.status, node.segment.status},
        touchpoint.document.place.file,
    )
