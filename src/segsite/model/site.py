"""A site as read from disk: everything as written, nothing inherited yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from segsite.model.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from segsite.diagnostics import Place, Source
    from segsite.model.baseline import Baseline
    from segsite.model.brand import BrandFile, Claim, Fact
    from segsite.model.component import Contract
    from segsite.model.config import SiteConfig, ThemeFile
    from segsite.model.platform import PlatformFile
    from segsite.model.recipients import Recipient
    from segsite.model.segment import SegmentFile
    from segsite.model.standards import Waiver
    from segsite.model.tokens import Tokens
    from segsite.model.touchpoint import Document


@dataclass(frozen=True, eq=False)
class Asset:
    """A file that is published as it is.

    Attributes:
        name: Its path inside its `assets/` folder, in POSIX form.
        path: Where it is on this machine.
        place: The same, for findings.
        size: (width, height) in pixels if it is a picture that says so, or None.
        weight: Its length in bytes.
    """

    name: str
    path: Path
    place: Place
    size: tuple[int, int] | None = None
    weight: int = 0


@dataclass(frozen=True, eq=False)
class SegmentSource:
    """A segment as written: its definition and the files in its folder.

    Attributes:
        id: Its path in the tree; empty for the root.
        file: What its `segment.yaml` or its row says.
        place: The definition's place.
        touchpoints: Its own pages and e-mails by key (`pricing`, `emails/welcome`).
        blocks: Its own blocks by name.
        assets: Its own assets by name.
        broken: Its definition could not be read; findings say why.
    """

    id: str
    file: SegmentFile
    place: Place
    touchpoints: Mapping[str, Document] = field(default_factory=dict)
    blocks: Mapping[str, Document] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    broken: bool = False


@dataclass(frozen=True, eq=False)
class Component:
    """A component of the theme: its contract and which faces it has.

    Attributes:
        name: The name sections use.
        contract: What a section must give.
        faces: Template names by face: `web.html`, `email.html`, `email.txt`.
        place: Its `component.yaml`.
    """

    name: str
    contract: Contract
    faces: Mapping[str, str]
    place: Place


@dataclass(frozen=True, eq=False)
class Theme:
    """A theme with all it extends.

    Attributes:
        name: The theme's folder.
        files: Its own `theme.yaml`, and those it extends, nearest first.
        templates: Template sources by name, such as `layouts/landing.html`.
        styles: Style sheets in the order they are joined.
        components: By name.
        assets: By name.
    """

    name: str
    files: tuple[ThemeFile, ...]
    templates: Mapping[str, Source]
    styles: tuple[Source, ...]
    components: Mapping[str, Component]
    assets: Mapping[str, Asset]

    @property
    def email_width(self) -> int:
        """How wide pictures in the text of e-mails may be, in pixels: what the nearest theme says."""
        own = (one for one in self.files if "email_width" in one.as_written.entries)
        return next(own, self.files[0]).email_width

    def strings(self, locale: str) -> dict[str, str]:
        """The words of the interface in a locale, or its language, or English."""
        words: dict[str, str] = {}
        for theme_file in reversed(self.files):
            for name, by_locale in theme_file.strings.items():
                for wanted in (locale, locale.partition("-")[0], "en"):
                    if wanted in by_locale:
                        words[name] = by_locale[wanted]
                        break
        return words


@dataclass(frozen=True, eq=False)
class Brand:
    """What the brand team owns.

    Attributes:
        file: `brand.yaml`.
        facts: By name.
        claims: By id.
        tokens: Design tokens.
        legal: Legal texts by the name of their file.
        assets: By name.
        evidence: The files of `brand/` that claims name as their evidence, and that exist.
        voice: Voice rules and vocabularies.
        waivers: Exceptions to rules.
        baseline: The findings it had when it adopted its standards; None if it has written none.
    """

    file: BrandFile
    facts: Mapping[str, Fact]
    claims: Mapping[str, Claim]
    tokens: Tokens
    legal: Mapping[str, Source]
    assets: Mapping[str, Asset]
    evidence: frozenset[str] = frozenset()
    voice: Voice = field(default_factory=Voice)
    waivers: tuple[Waiver, ...] = ()
    baseline: Baseline | None = None


@dataclass(frozen=True, eq=False)
class Site:
    """A site as written: configuration, segments (parents before children), library, brand and theme."""

    config: SiteConfig
    segments: tuple[SegmentSource, ...]
    library: Mapping[str, Document]
    library_assets: Mapping[str, Asset]
    brand: Brand
    theme: Theme
    platforms: Mapping[str, PlatformFile] = field(default_factory=dict)
    """The profiles of e-mail platforms by name: all there are, not only those it makes e-mails for."""
    recipients: Mapping[str, Recipient] = field(default_factory=dict)
    """The sample recipients by id, last the one of whom nothing is known."""
