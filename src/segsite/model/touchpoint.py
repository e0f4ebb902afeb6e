"""Touchpoints and blocks as written: a front matter and sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Field, WithJsonSchema

from segsite.model.segment import Status, StatusName
from segsite.model.written import Written

if TYPE_CHECKING:
    from segsite.diagnostics import Place
    from segsite.model.values import Mapping


class Channel(StrEnum):
    """Where a touchpoint is met."""

    WEB = "web"
    EMAIL = "email"


def _draft_or_live(status: Status) -> Status:
    if status is Status.SUNSET:
        raise ValueError("it is draft or live; only a whole segment can be sunset")
    return status


TouchpointStatus = Annotated[
    StatusName, AfterValidator(_draft_or_live), WithJsonSchema({"type": "string", "enum": ["draft", "live"]})
]
"""Where a page or e-mail stands in its life: `draft` or `live`."""


_DELAY = re.compile(r"(?P<count>\d{1,4}) ?(?P<unit>minute|hour|day|week|month)s?")
_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10_080, "month": 43_200}


def _delay(value: str) -> str:
    if value != "at once" and _DELAY.fullmatch(value) is None:
        raise ValueError("write `at once`, or how long: `2 hours`, `3 days`, `1 week`")
    return value


Delay = Annotated[str, AfterValidator(_delay)]
"""How long after a flow began."""


def minutes(delay: str) -> int:
    """How many minutes a delay is; a month counts as 30 days."""
    match = _DELAY.fullmatch(delay)
    return int(match["count"]) * _MINUTES[match["unit"]] if match is not None else 0


class _Touchpoint(Written):
    """What the front matters of pages and e-mails share."""

    layout: str | None = None
    """The theme's layout that frames the sections; by default `landing` for a page, `email` for an e-mail."""
    status: TouchpointStatus | None = None
    """`draft` keeps it out of a build without --drafts."""
    inherits: bool = False
    """Write only what differs from the nearest ancestor's file of this name."""
    inheritable: bool = True
    """`false`: it belongs to this segment alone; the segments below do not have it."""
    data: dict[str, Any] | None = None
    """Values for this file, laid over the segment's `data`; free of form."""


class PageFile(_Touchpoint):
    """The front matter of a page."""

    title: str | None = None
    """What browsers, search results and shared links show; about 60 characters. Required, unless it inherits."""
    description: str | None = None
    """The sentence below the title in search results; 70 to 155 characters."""
    image: str | None = None
    """A picture for shared links: a file of an `assets/` folder."""
    noindex: bool = False
    """`true`: ask search engines to leave the page out."""


class EmailFile(_Touchpoint):
    """The front matter of an e-mail."""

    subject: Annotated[list[str], Field(min_length=1)] | str | None = None
    """The subject line; about 50 characters. A list has variants to be tested against each other. Required, unless it
    inherits."""
    preheader: str | None = None
    """What inboxes show after the subject; 40 to 90 characters."""
    sender: str | None = Field(default=None, alias="from")
    """Who it is from, if not who segsite.yaml says: `Name <name@example.com>`."""
    reply_to: str | None = None
    """Where answers go, if not where segsite.yaml says."""
    sequence: str | None = None
    """The flow it belongs to, such as `onboarding`."""
    after: Delay | None = None
    """When it is sent in that flow: `at once`, or so long after it began: `2 hours`, `3 days`, `1 week`."""
    tracking: dict[str, str] | Literal[False] | None = None
    """Parameters of its links that are not those of segsite.yaml; `false`: none."""
    transactional: bool = False
    """`true`: it answers what its reader has just done, such as an order; nobody can unsubscribe from it."""


class BlockFile(Written):
    """The front matter of a block; optional."""

    title: str | None = None
    """What the block is, for those who choose one."""
    description: str | None = None
    """When to use it."""


FrontMatter: TypeAlias = PageFile | EmailFile | BlockFile


class SectionKind(StrEnum):
    """What a section in a file stands for."""

    SHOW = "show"
    """A section with words of its own."""
    USE = "use"
    """A block."""
    REMOVE = "remove"
    """An inherited section, taken away."""
    KEEP = "keep"
    """An inherited section, left where it is; what follows in the file comes after it."""


@dataclass(frozen=True, eq=False, slots=True)
class Section:
    """A section as written.

    Attributes:
        kind: What it stands for.
        name: The component, or the block's name for `use`; empty for `remove` and `keep`.
        id: The id it says, or None.
        options: Its options.
        body: The place of its Markdown.
        place: The place of its opening line, or of its text for plain Markdown.
        plain: It is Markdown between sections, without an opening line.
    """

    kind: SectionKind
    name: str
    id: str | None
    options: Mapping
    body: Place
    place: Place
    plain: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Document:
    """A Markdown file as written: a page, an e-mail or a block.

    Attributes:
        name: `index`, `pricing`; for a block its path in the library, `proof/soc2`.
        channel: Where it is met; None for a block, which may be used on any channel.
        front: Its front matter.
        sections: In the order of the file.
        place: The file.
        broken: A part of it could not be read; findings say why.
    """

    name: str
    channel: Channel | None
    front: FrontMatter
    sections: tuple[Section, ...]
    place: Place
    broken: bool = False

    @property
    def key(self) -> str:
        """How people name it within a segment: `pricing`, `emails/welcome`."""
        return f"emails/{self.name}" if self.channel is Channel.EMAIL else self.name
