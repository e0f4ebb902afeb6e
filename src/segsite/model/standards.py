"""What `brand.yaml` holds touchpoints to: what each channel carries, how rules weigh, what a segment may vary."""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from segsite.model.dates import Date
from segsite.model.written import Written


class Level(IntEnum):
    """How much a rule weighs; `off` lets its breaches pass."""

    OFF = -1
    SUGGESTION = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


def _level(value: Any) -> Any:
    if isinstance(value, Level):
        return value
    if isinstance(value, str) and value.upper() in Level.__members__:
        return Level[value.upper()]
    raise ValueError("it is error, warning, suggestion or off")


LevelName = Annotated[
    Level,
    BeforeValidator(_level),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "enum": [str(level) for level in reversed(Level)]}),
]
"""A level by its name."""


class Bounds(Written):
    """At least and at most how many."""

    min: int | None = None
    """At least so many."""
    max: int | None = None
    """At most so many."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"at least {self.min} cannot be at most {self.max}")
        return self


Required = Literal["privacy-link", "postal-address", "unsubscribe"]
"""What a channel can be required to carry."""


class ChannelStandard(Written):
    """What every touchpoint of a channel carries, and the limits it keeps to."""

    legal: list[str] = Field(default_factory=list)
    """Names of files in `brand/legal/`, in the order they are shown."""
    requires: list[Required] = Field(default_factory=list)
    """What readers must find: `privacy-link`, `postal-address`, `unsubscribe`."""
    ctas: Bounds = Bounds()
    """How many calls to action."""
    title: Bounds = Bounds()
    """How many characters a page's title has; one as wide as two, as in Chinese, counts as two."""
    description: Bounds = Bounds()
    """How many characters a page's description has; with a `min`, there must be one."""
    subject: Bounds = Bounds()
    """How many characters an e-mail's subject has."""
    preheader: Bounds = Bounds()
    """How many characters an e-mail's preheader has; with a `min`, there must be one."""
    reading_grade: float | None = None
    """The highest Flesch-Kincaid grade its running text may have; for English."""


class Channels(Written):
    """What each channel carries, and its limits."""

    web: ChannelStandard = ChannelStandard()
    """Pages."""
    email: ChannelStandard = ChannelStandard()
    """E-mails."""

    def items(self) -> tuple[tuple[str, ChannelStandard], ...]:
        """Each channel's name with its standard."""
        return ("web", self.web), ("email", self.email)

    def standard(self, channel: str) -> ChannelStandard:
        """The standard of a channel."""
        return dict(self.items())[channel]


class Region(Written):
    """A region whose law asks for other legal texts."""

    legal: dict[str, str] = Field(default_factory=dict)
    """Which file of `brand/legal/` stands in for which."""


class SegmentVoice(Written):
    """What a segment may change in the voice, for itself and those below it."""

    levels: bool = False
    """Whether it may make rules stricter."""
    vocabulary: bool = False
    """Whether it may accept and reject words."""


class VoiceStandard(Written):
    """Which voice rules hold, and who may bend them."""

    styles: list[str] | None = None
    """Folders of `brand/voice/` whose rules hold for texts in the site's language; by default all but those that
    `languages` names."""
    languages: dict[str, list[str]] = Field(default_factory=dict)
    """The styles of other languages: `de: [HalfdayDeutsch]`."""
    suppressions: bool = False
    """Whether comments such as `<!-- vale off -->` may switch rules off in content."""
    segments: SegmentVoice = SegmentVoice()
    """What segments may change."""


class Accent(Written):
    """Which accent a segment may choose."""

    group: str
    """The group of tokens that holds the choices, such as `color.accents`: each a group of tokens by itself."""
    replaces: str
    """The group whose tokens take the chosen one's values, such as `color.accent`."""


class Tone(Written):
    """A tone a segment may take."""

    description: str = ""
    """When it fits."""
    rules: dict[str, LevelName] = Field(default_factory=dict)
    """Levels of rules in this tone."""


class Variation(Written):
    """What a segment may vary; what is not named here, none may."""

    accent: Accent | None = None
    """An accent from a group of tokens."""
    hero: bool = False
    """Whether it may have a picture of its own in its heroes."""
    tone: dict[str, Tone] = Field(default_factory=dict)
    """The tones it may take, by name."""


class ClaimStandard(Written):
    """What holds for all claims."""

    footnotes: bool = False
    """Whether `[^claim:ID]` becomes a footnote with the claim's evidence; otherwise it is left out of the page."""
    guards: dict[str, list[str]] = Field(default_factory=dict)
    """Patterns of words that need a claim, whichever it is, by a name for their kind: `superlatives`, `guarantees`.
    They hold for texts in the site's language."""
    languages: dict[str, dict[str, list[str]]] = Field(default_factory=dict)
    """The same for texts in other languages: `de: {garantien: ['garantiert']}`."""


class Waiver(Written):
    """An exception to a rule: recorded, owned, and due to end."""

    rule: str
    """The rule, such as `voice/Halfday.Jargon`."""
    where: str
    """The file it is for, as a path from the site's root; `*` stands for any part of it."""
    text: str | None = None
    """The words it is for; by default all in the file."""
    why: str
    """Why the exception is right."""
    who: str
    """Who answers for it."""
    until: Date
    """The last day it holds."""
