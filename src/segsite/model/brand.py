"""What the brand team owns: identity, facts, claims and legal text."""

from __future__ import annotations

from pydantic import Field

from segsite.model.dates import Date
from segsite.model.email import EmailStandard
from segsite.model.standards import Channels, ClaimStandard, LevelName, Region, Variation, VoiceStandard
from segsite.model.written import Written


class Address(Written):
    """Where the company is, as every commercial e-mail must say."""

    street: str | None = None
    """Street and number."""
    postcode: str | None = None
    """Postal code."""
    city: str | None = None
    """City."""
    region: str | None = None
    """State or region, where addresses have one."""
    country: str | None = None
    """Country."""

    @property
    def one_line(self) -> str:
        """The address on one line, its parts joined by commas."""
        town = " ".join(part for part in (self.postcode, self.city) if part)
        return ", ".join(part for part in (self.street, town, self.region, self.country) if part)


class Contact(Written):
    """How to reach the company."""

    email: str | None = None
    """E-mail address."""
    phone: str | None = None
    """Phone number, with the country's code."""


class Profile(Written):
    """A profile of the company elsewhere."""

    label: str
    """The network's name."""
    url: str
    """The profile's address."""


class BrandFile(Written):
    """`brand/brand.yaml`: who the company is, and what each channel must carry."""

    name: str
    """The brand's name as customers know it."""
    legal_name: str | None = None
    """The company's name in the register."""
    tagline: str | None = None
    """The line below the name."""
    others: list[str] = Field(default_factory=list)
    """Names of other companies; their numbers are not ours, and no fact of ours is held against them."""
    address: Address = Address()
    """Its postal address."""
    contact: Contact = Contact()
    """How to reach it."""
    logo: str | None = None
    """A file of `brand/assets/`."""
    favicon: str | None = None
    """A file of `brand/assets/`."""
    social: list[Profile] = Field(default_factory=list)
    """Its profiles elsewhere."""
    privacy: str | None = None
    """Where the privacy policy is: a link such as `page:/privacy`."""
    channels: Channels = Channels()
    """What each channel carries, and its limits: `web`, `email`."""
    email: EmailStandard = EmailStandard()
    """What e-mails are held to besides: which mail clients must show them."""
    regions: dict[str, Region] = Field(default_factory=dict)
    """Legal texts of regions, by the name a segment gives as its `region`."""
    voice: VoiceStandard = VoiceStandard()
    """Which voice rules hold."""
    claims: ClaimStandard = ClaimStandard()
    """How claims are shown."""
    variation: Variation = Variation()
    """What a segment may vary."""
    rules: dict[str, LevelName] = Field(default_factory=dict)
    """Levels of rules by name or pattern (`voice/Google.*`): error, warning, suggestion or off."""

    @property
    def sender(self) -> str:
        """Who writes, and where they are, on one line, as e-mails must say."""
        return ", ".join(part for part in (self.legal_name or self.name, self.address.one_line) if part)


class Fact(Written):
    """A number or name the company vouches for."""

    value: str | int | float | bool
    """The fact itself."""
    written: str | None = None
    """How it is written in text; by default as the value is."""
    unit: str | None = None
    """What it counts."""
    source: str | None = None
    """Where it comes from."""
    owner: str | None = None
    """Who vouches for it."""
    expires: Date | None = None
    """The last day it may be used."""
    guard: str | list[str] | None = None
    """Patterns of sentences that state it; `(?P<value>…)` marks the value, without it the whole match is the value.
    Letters match in either case, and digits match number words too."""

    @property
    def text(self) -> str:
        """The fact as it stands in a sentence."""
        return self.written if self.written is not None else str(self.value)


class Claim(Written):
    """A sentence the company may say."""

    sentence: str
    """The claim, as it may be said."""
    evidence: str | None = None
    """What proves it: an address on the web, or the path of a file in `brand/`."""
    source: str | None = None
    """What proves it, in words that readers see in a footnote: `Payment Times Study 2026`."""
    owner: str | None = None
    """Who vouches for it."""
    expires: Date | None = None
    """The last day it may be said."""
    segments: list[str] = Field(default_factory=list)
    """Segments it may be said to, with those below them; empty: all."""
    guards: list[str] = Field(default_factory=list)
    """Patterns of words that need this claim."""
