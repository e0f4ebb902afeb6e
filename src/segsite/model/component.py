"""A component's contract: what a section must give for the component to show it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, Strict, model_validator

from segsite.model.touchpoint import Channel
from segsite.model.written import Written


class Body(StrEnum):
    """What a component makes of a section's Markdown."""

    PROSE = "prose"
    """Running text."""
    ITEMS = "items"
    """An introduction, then items, each started by `### Title`."""
    NONE = "none"
    """Nothing: it has options only."""


class OptionType(StrEnum):
    """The kinds of option values."""

    TEXT = "text"
    MARKDOWN = "markdown"
    NUMBER = "number"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    CTA = "cta"
    LINK = "link"
    ASSET = "asset"
    LIST = "list"


class Option(Written):
    """One option of a component."""

    type: OptionType = Field(default=OptionType.TEXT, strict=False)
    """text, markdown, number, boolean, choice, cta, link, asset, or list (of texts)."""
    description: str = ""
    """What it is for, for those who write sections."""
    required: bool = False
    """Whether a section must give it."""
    default: Any = None
    """Its value where a section does not give it."""
    choices: list[str] = Field(default_factory=list)
    """The words a choice can be."""
    max: int | None = None
    """The most characters readers may see, or entries of a list."""

    @model_validator(mode="after")
    def _choices_belong_to_choice(self) -> Self:
        if (self.type is OptionType.CHOICE) != bool(self.choices):
            raise ValueError("`choices` goes with `type: choice`, and `type: choice` needs `choices`")
        return self


class ItemLimit(Written):
    """How many items a section may have."""

    min: int = 1
    """At least so many."""
    max: int | None = None
    """At most so many."""


class Limits(Written):
    """How much a section may hold, as readers see it."""

    body: int | None = None
    """The most characters of running text (for items: of the introduction)."""
    heading: int | None = None
    """The most characters of the section's first heading."""
    items: ItemLimit = ItemLimit()
    """How many items."""
    item_title: int | None = None
    """The most characters of an item's title."""
    item_body: int | None = None
    """The most characters of an item's text."""


class Contract(Written):
    """`component.yaml`: what a section gives the component, and where it can be shown."""

    name: str | None = None
    """The component's name, for those who read the file; sections use the name of its folder."""
    description: str
    """What it is for, in a sentence."""
    channels: list[Annotated[Channel, Strict(strict=False)]] = Field(default_factory=lambda: [Channel.WEB])
    """Where it has a face: web, email; by default web."""
    body: Body = Field(default=Body.PROSE, strict=False)
    """What its Markdown is: prose, items or none."""
    required: bool = True
    """Whether a section must have Markdown."""
    options: dict[str, Option] = Field(default_factory=dict)
    """Its options by name."""
    item_options: dict[str, Option] = Field(default_factory=dict)
    """Options of each item, written on its title: `### Starter {price="€29"}`."""
    limits: Limits = Limits()
    """How much it holds."""
    quotation: bool = False
    """Whether its words are somebody else's, such as a customer's; rules about what we say do not judge them."""
    example: str = ""
    """A section as one would write it."""
