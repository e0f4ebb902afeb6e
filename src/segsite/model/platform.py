"""An e-mail platform's profile: how it writes fields and conditions, and what it calls things.

A profile is data. In its texts `<field>`, `<fallback>`, `<value>`, `<test>`, `<left>`, `<right>` and `<name>` stand for
what is put there; everything else is the platform's own. What a platform lacks is left out, and segsite says it another
way, or tells whoever asks for it.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from segsite.model.written import Written


def _is_pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"it is no regular expression: {error}") from None
    return value


Pattern = Annotated[str, AfterValidator(_is_pattern)]
"""A regular expression of Python's `re`."""


class Naming(Written):
    """What fields are called on a platform, where segsite.yaml does not say."""

    style: Literal["same", "lower", "upper", "constant", "camel", "pascal", "title"] = "same"
    """`trial_days` is called: `trial_days`, `trialdays`, `TRIALDAYS`, `TRIAL_DAYS`, `trialDays`, `TrialDays` or
    `Trial Days`."""
    known: dict[str, str] = Field(default_factory=dict)
    """Names that the platform gives its own fields, by the name in content."""
    forms: dict[Pattern, str] = Field(default_factory=lambda: {".+": "<name>"})
    """How a field is named in the syntax, by a pattern of what it is called; the first that fits is taken. A name that
    fits none cannot be the platform's."""
    hint: str = ""
    """What a name can be, in words."""


class FieldForm(Written):
    """How a field is printed."""

    plain: str
    """Without a fallback."""
    fallback: str | None = None
    """With one; left out where it takes a condition."""
    takes: Pattern | None = None
    """What a fallback can be there; any other takes a condition. By default, what needs no escaping anywhere."""


class TestForm(Written):
    """A question that has tags of its own, as in Handlebars: `{{#equals a b}} … {{/equals}}`."""

    __test__ = False  # pytest would take it for a test

    open: str
    """The tag that opens it."""
    close: str
    """The tag that ends it."""


class Questions(Written):
    """How each question is asked: a text for `<test>`, or tags of its own. One that is left out cannot be asked."""

    present: str | TestForm | None = None
    """Whether a field has a value."""
    absent: str | TestForm | None = None
    """Whether it has none; left out, it is asked the other way round."""
    equal: str | TestForm | None = None
    """Whether it is a value."""
    equal_number: str | TestForm | None = None
    """The same of a number; left out, it is as of a text."""
    unequal_number: str | TestForm | None = None
    """Whether it is not a number; left out, it is as of a text, or `equal_number` asked the other way round."""
    unequal: str | TestForm | None = None
    """Whether it is not; left out, it is asked the other way round."""
    more: str | TestForm | None = None
    """Whether it is more than a number."""
    at_least: str | TestForm | None = None
    """Whether it is as much or more."""
    less: str | TestForm | None = None
    """Whether it is less than a number."""
    at_most: str | TestForm | None = None
    """Whether it is as much or less."""


class Conditions(Written):
    """How a platform chooses between words."""

    open: str
    """The tag that asks `<test>`."""
    otherwise: str
    """The tag between what stands where the test holds, and what stands elsewhere."""
    close: str
    """The tag that ends it."""
    otherwise_if: str | None = None
    """The tag that asks a second `<test>` where the first does not hold; left out, conditions are nested."""
    both: str | None = None
    """How two tests are joined that must both hold: `<left> and <right>`; left out, conditions are nested."""
    either: str | None = None
    """The same of two tests of which one must hold."""
    questions: Questions
    """What can be asked."""
    quote: str = '"'
    """What stands around a text that a field is compared with."""
    guard: Literal["present", "present or zero"] | None = None
    """What is asked before a field is compared with a number, where one without a value could pass for a number:
    whether it has a value; or that, or whether it is 0, where 0 counts as no value."""
    nests: bool = True
    """Whether a condition can stand in another."""
    head: str = ""
    """What the HTML must begin with, after `head`, if it holds conditions."""


class Own(Written):
    """Something that the platform itself gives, where the HTML and the text part write it differently."""

    html: str | None = None
    """In the HTML."""
    text: str | None = None
    """In the text part."""
    element: str | None = None
    """The name of an element that stands in place of a link: `<unsubscribe>…</unsubscribe>`."""


class RawTag(Written):
    """How a tag of the platform looks that somebody pasted into content."""

    pattern: Pattern
    """What it looks like; the groups `field` and `fallback` are its parts."""
    means: str | None = None
    """The same in segsite's words; `<field>` and `<fallback>` are the groups."""


class PlatformFile(Written):
    """A file of `brand/platforms/`, or a profile of segsite's own: how one e-mail platform writes templates."""

    name: str
    """The platform's name, as people know it."""
    language: str | None = None
    """What it calls its syntax, or whose it is."""
    sources: list[str] = Field(default_factory=list)
    """Where this is documented."""
    naming: Naming = Naming()
    """What fields are called."""
    field: FieldForm
    """How it prints a field."""
    text_field: FieldForm | None = None
    """The same in subjects and text parts, where they differ; left out, it is as in the HTML."""
    head: str = ""
    """What the HTML must begin with."""
    conditions: Conditions | None = None
    """How it chooses between words; left out, it cannot."""
    unsubscribe_url: str | Own | None = None
    """The address at which a recipient unsubscribes."""
    view_url: str | Own | None = None
    """The address of the e-mail in a browser."""
    postal_address: str | Own | None = None
    """The sender's postal address; left out, that of brand.yaml is written."""
    requires: list[Literal["unsubscribe_url", "view_url", "postal_address"]] = Field(default_factory=list)
    """What of its own it must find in an e-mail, or does not send it."""
    escape: dict[str, str] = Field(default_factory=dict)
    """What in a fallback or a value is written another way, so that it does not end the text it stands in."""
    marks: list[str] = Field(default_factory=list)
    """What its tags begin or end with, and a fallback cannot hold."""
    respell: dict[str, str | Own] = Field(default_factory=dict)
    """What has a meaning on the platform wherever it stands, and what is written instead."""
    raw: list[RawTag] = Field(default_factory=list)
    """What its tags look like; the first that fits is taken."""
    advice: str = ""
    """What to do where the platform lacks conditions."""
    notes: list[str] = Field(default_factory=list)
    """What else its users should know, sentence by sentence."""
