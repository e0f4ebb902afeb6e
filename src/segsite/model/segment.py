"""A segment: an audience, what is true of it, and what the company says to it."""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from segsite.model.standards import LevelName
from segsite.model.written import Locale, Written

IDENTITY = ("name", "successor", "omit")
"""The keys a child does not inherit: its name is its own, and so is where its visitors go when it ends."""


class Status(IntEnum):
    """Where a segment or touchpoint stands in its life."""

    DRAFT = 0
    LIVE = 1
    SUNSET = 2

    def __str__(self) -> str:
        return self.name.lower()


def _status(value: Any) -> Any:
    if isinstance(value, str) and value.upper() in Status.__members__:
        return Status[value.upper()]
    if isinstance(value, Status):
        return value
    raise ValueError("it is draft, live or sunset")


StatusName = Annotated[
    Status,
    BeforeValidator(_status),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "enum": [str(status) for status in Status]}),
]
"""A status by its name: `draft`, `live` or `sunset`."""


class ValueProp(Written):
    """One reason to choose the company, as this audience would put it."""

    title: str | None = None
    """The reason in a few words."""
    text: str | None = None
    """The reason in a sentence or two."""
    claim: str | None = None
    """The id of the approved claim in `brand/claims.yaml` that it rests on."""


class Message(Written):
    """What the company says to the audience, whatever the channel."""

    headline: str | None = None
    """The one line that must stick."""
    promise: str | None = None
    """What the audience gets, in one or two sentences."""
    value_props: list[ValueProp] | None = None
    """The reasons, the strongest first."""


class Cta(Written):
    """A call to action: a label and where it leads."""

    label: str | None = None
    """What the button says."""
    url: str | None = None
    """Where it leads: `page:demo`, `/demo/`, or `https://…`."""


class Chosen(Written):
    """What a segment varies, of what `brand.yaml` lets it."""

    accent: str | None = None
    """The name of an accent."""
    hero: str | None = None
    """A picture of the segment for its heroes: a file of an `assets/` folder."""
    tone: str | None = None
    """The name of a tone."""


class OwnVoice(Written):
    """What a segment adds to the brand's voice, where `brand.yaml` lets it."""

    accept: list[str] = Field(default_factory=list)
    """Words that are right here, for this segment and those below it."""
    reject: list[str] = Field(default_factory=list)
    """Words that are wrong here, for this segment and those below it."""
    rules: dict[str, LevelName] = Field(default_factory=dict)
    """Rules that weigh more here."""


class SegmentFile(Written):
    """`segment.yaml`: who the audience is and what we say to it. What is not said is inherited."""

    name: str | None = None
    """What people call the segment; by default made from the folder's name. Not inherited."""
    status: StatusName | None = None
    """draft (not published), live, or sunset (its addresses lead elsewhere). Inherited."""
    owner: str | None = None
    """The team that answers for the segment, such as "@trades-team". Inherited."""
    locale: Locale | None = None
    """The language its pages are written in, such as `en` or `de-AT`. Inherited."""
    audience: str | None = None
    """Whom we speak to, as a noun in the plural: "owners of plumbing firms"."""
    needs: list[str] | None = None
    """What they want, in their own words."""
    message: Message | None = None
    """What we say to them."""
    ctas: dict[str, Cta | None] | None = None
    """Calls to action by id; content refers to them as `cta:ID`."""
    keywords: list[str] | None = None
    """What they search for."""
    region: str | None = None
    """A region of `brand.yaml`, whose legal texts its touchpoints carry. Inherited."""
    variation: Chosen | None = None
    """What it varies, of what the brand lets it: accent, hero, tone. Inherited."""
    voice: OwnVoice | None = None
    """What it adds to the brand's voice, for itself and all below it."""
    data: dict[str, Any] | None = None
    """Whatever else the team needs in its texts; free of form."""
    successor: str | None = None
    """For a sunset segment: the id of the segment its visitors are sent to; by default its parent. Not inherited."""
    omit: list[str] | None = None
    """Inherited touchpoints this segment does not want: `pricing`, `emails/nurture`. Not inherited."""


class Segment(Written):
    """A segment as it is in force: what it says itself over what it inherits. The fields are `SegmentFile`'s."""

    name: str
    status: StatusName = Status.LIVE
    owner: str | None = None
    locale: str | None = None
    audience: str | None = None
    needs: list[str] = Field(default_factory=list)
    message: Message = Field(default_factory=Message)
    ctas: dict[str, Cta] = Field(default_factory=dict)
    keywords: list[str] = Field(default_factory=list)
    region: str | None = None
    variation: Chosen = Field(default_factory=Chosen)
    voice: OwnVoice = Field(default_factory=OwnVoice)
    data: dict[str, Any] = Field(default_factory=dict)
    successor: str | None = None
    omit: list[str] = Field(default_factory=list)
