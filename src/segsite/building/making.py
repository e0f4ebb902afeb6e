"""Planned outputs made, share by share: what each segment is shown, and what is wrong with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from segsite.brand.standard import Grounds
from segsite.building.checking import Checker
from segsite.building.plan import Kind
from segsite.diagnostics import Findings, did_you_mean
from segsite.rendering.email import render_email
from segsite.rendering.prose import iter_ids
from segsite.rendering.web import redirects_file, render_page, render_redirect, render_special, robots, sitemap
from segsite.rulebook import rendering as rules
from segsite.rulebook.content import DUPLICATE_ID

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable
    from pathlib import Path

    from segsite.brand.passages import Spoken
    from segsite.building.plan import Planned
    from segsite.inheritance import Node, Touchpoint
    from segsite.rendering.email import RenderedEmail
    from segsite.rendering.packages import Package
    from segsite.rendering.renderer import Rendered, Renderer
    from segsite.rendering.setting import Followed


@dataclass(frozen=True, slots=True)
class Share:
    """What is made together: a segment with its outputs, or outputs that belong to no segment."""

    node: Node | None
    outputs: tuple[Planned, ...]


@dataclass(eq=False, slots=True)
class Made:
    """What making outputs came to.

    Attributes:
        outputs: Their bytes, or the file to copy, by path.
        findings: What is wrong with them.
        ids: The ids on each page, by its path.
        followed: Links to parts of pages, each with the path of the output it is in.
        spoken: What the touchpoints say, as far as it matters for the site as a whole.
    """

    outputs: dict[str, bytes | Path] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    followed: list[tuple[str, Followed]] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)

    def take(self, other: Made) -> None:
        """Take in what making other outputs came to."""
        self.outputs.update(other.outputs)
        self.findings.extend(other.findings)
        self.ids.update(other.ids)
        self.followed.extend(other.followed)
        self.spoken.extend(other.spoken)

    def check_parts(self) -> None:
        """Hold links to parts of pages to the ids those pages have."""
        for path, link in self.followed:
            ids = self.ids.get(f"web{link.page}index.html")
            if ids is not None and link.fragment not in ids:
                # the same words for every segment, so that one link in a shared page is one finding
                message = f"The page this leads to has no part `#{link.fragment}`."
                finding = rules.LINK_ANCHOR.at(link.place, message, did_you_mean(link.fragment, ids))
                self.findings.extend(Findings([finding]).reaching(path))


def shares(planned: Iterable[Planned], nodes: Iterable[Node]) -> list[Share]:
    """Planned outputs by the segment they belong to, in the order of the tree; those of none come first."""
    by_node: dict[str | None, list[Planned]] = defaultdict(list)
    for output in planned:
        by_node[output.node.id if output.node is not None else None].append(output)
    return [Share(None, tuple(by_node[None])), *(Share(node, tuple(by_node[node.id])) for node in nodes)]


def maker_of(renderer: Renderer, date: datetime.date, *, enforce: bool = True) -> Maker:
    """What makes the outputs of a site on a day; `enforce` holds them to the brand's standards."""
    grounds = Grounds(renderer.site, renderer.tree, date, renderer.addresses.leads_to)
    return Maker(renderer, Checker(renderer, grounds, enforce=enforce))


class Maker:
    """Makes shares of a site's outputs.

    Args:
        renderer: What all outputs share.
        checker: Holds them to the brand's standards.
    """

    def __init__(self, renderer: Renderer, checker: Checker) -> None:
        self._renderer, self.checker = renderer, checker

    def make(self, share: Share) -> Made:
        """Everything a segment is shown, and everything wrong with that and with its definition."""
        made = Made()
        for output in share.outputs:
            self._make(output, made)
        if share.node is not None and not share.node.broken:
            self.checker.segment(share.node, made)
            words = self._renderer.words(share.node)
            words.fill_all()
            made.findings.extend(words.findings)
        return made

    def _make(self, output: Planned, made: Made) -> None:
        if output.asset is not None:
            made.outputs[output.paths[0]] = output.asset.path
        elif output.kind is Kind.FILE:
            made.outputs[output.paths[0]] = self._file(output.detail)
        elif output.kind is Kind.EMAIL:
            self._email(output, made)
        else:
            self._page(output, made)

    def _file(self, name: str) -> bytes:
        files = {"sitemap.xml": sitemap, "robots.txt": robots, "_redirects": redirects_file}
        return self._renderer.style if name == "style" else files[name](self._renderer).encode()

    def _email(self, output: Planned, made: Made) -> None:
        if output.node is None or output.touchpoint is None:
            return
        path = output.paths[0]
        rendered, packages = self.email(output.node, output.touchpoint, path, made)
        files = (file for one in packages.values() for file in one.files.values())
        made.outputs.update(zip(output.paths, files, strict=True))
        _take(made, path, rendered.findings, rendered.followed)

    def email(
        self, node: Node, touchpoint: Touchpoint, path: str, made: Made
    ) -> tuple[RenderedEmail, dict[str, Package]]:
        """An e-mail held to the standards, and its files by platform; `path` is the first of its outputs."""
        rendered = render_email(self._renderer, node, touchpoint)
        packages = {platform.key: rendered.on(platform) for platform in self._renderer.platforms}
        said = replace(rendered.spoken, sizes={key: one.size for key, one in packages.items()})
        rendered.findings.extend(self.checker.touchpoint(said, path, made))
        return rendered, packages

    def _page(self, output: Planned, made: Made) -> None:
        renderer, node, touchpoint = self._renderer, output.node, output.touchpoint
        path = output.paths[0]
        if node is None or touchpoint is None:
            address = f"/{path.removeprefix('web/').removesuffix('index.html')}"
            rendered = render_special(renderer, output.detail, address)
        elif output.kind is Kind.REDIRECT:
            rendered = render_redirect(renderer, node, touchpoint, output.detail)
        else:
            rendered = render_page(renderer, node, touchpoint)
            made.ids[path] = _ids(touchpoint, rendered)
        if rendered.spoken is not None:
            rendered.findings.extend(self.checker.touchpoint(rendered.spoken, path, made))
        made.outputs[path] = rendered.text.encode()
        _take(made, path, rendered.findings, rendered.followed)


def _take(made: Made, path: str, findings: Findings, followed: tuple[Followed, ...]) -> None:
    made.findings.extend(findings.reaching(path))
    made.followed.extend((path, link) for link in followed)


def _ids(touchpoint: Touchpoint, rendered: Rendered) -> frozenset[str]:
    """A page's ids, for links to its parts; one that stands twice is a finding."""
    counts = Counter(iter_ids(rendered.text))
    told = {name for name, count in Counter(touchpoint.ids).items() if count > 1}
    for name in sorted(name for name, count in counts.items() if count > 1 and name not in told):
        message = f"The id `{name}` stands on this page more than once."
        rendered.findings.add(DUPLICATE_ID.at(touchpoint.document.place, message))
    return frozenset(counts)
