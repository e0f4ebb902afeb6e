"""The way through the house: read, resolve, check, plan, render, write."""

from __future__ import annotations

import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from segsite.brand.excuses import Judged, excuse
from segsite.brand.rules import known_rules
from segsite.brand.standard import Grounds
from segsite.building.checking import Checker
from segsite.building.collector import at_rest
from segsite.building.commit import Committed, commit, recover
from segsite.building.plan import Kind, Planned, left_out, plan, unseen_files
from segsite.diagnostics import Findings, did_you_mean
from segsite.inheritance import inherit
from segsite.reading import read_site
from segsite.rendering.email import render_email
from segsite.rendering.merge import PLATFORMS
from segsite.rendering.prose import iter_ids
from segsite.rendering.renderer import Renderer
from segsite.rendering.web import (
    redirects_file,
    render_page,
    render_redirect,
    render_special,
    robots,
    sitemap,
)
from segsite.reporting.events import LeftOut, Listener, Progress, Stage, Summary
from segsite.reporting.reach import NO_REACH, Reach
from segsite.rulebook import rendering as rules
from segsite.rulebook.content import DUPLICATE_ID
from segsite.rulebook.schema import WRONG_TYPE

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator

    from segsite.inheritance import Touchpoint, Tree
    from segsite.model.site import Site
    from segsite.rendering.renderer import Rendered
    from segsite.rendering.setting import Followed
    from segsite.reporting.outcome import Excused


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a build is asked for.

    Attributes:
        root: The site's folder.
        date: The day it is made for.
        out: Where outputs go; by default `dist` in the site's folder.
        drafts: Whether drafts are built, and marked.
        enforce: Whether what is said is held to the brand's standards; only measuring the build alone does without.
    """

    root: Path
    date: datetime.date
    out: Path | None = None
    drafts: bool = False
    enforce: bool = True

    @property
    def dist(self) -> Path:
        """The output folder."""
        return self.out if self.out is not None else self.root / "dist"


@dataclass(frozen=True, slots=True)
class Report:
    """What a build or check came to.

    Attributes:
        findings: Everything that is wrong and not excused.
        summary: What was made and changed; nothing was written if `findings.failed`.
        committed: What reached the output folder; None if nothing was written.
        site: The site as written; None if it could not be read.
        reach: Which segments a finding is about.
        excused: What waivers and the baseline excuse.
        gone: How many findings of the baseline are there no more.
    """

    findings: Findings
    summary: Summary
    committed: Committed | None
    site: Site | None = None
    reach: Reach = NO_REACH
    excused: tuple[Excused, ...] = ()
    gone: int = 0


def build(options: BuildOptions, listener: Listener, *, write: bool = True) -> Report:
    """Build a site, or check it: the same without the write.

    Raises:
        SegsiteError: If the folder holds no site, or the output folder cannot be used.
    """
    started = time.perf_counter()
    findings = Findings()
    if write:
        recover(options.dist)
    listener(Stage("Reading"))
    site = read_site(options.root, findings)
    made = _Made({}, (), 0, 0, 0)
    judged = Judged(findings)
    if site is not None:
        _check_platforms(site, findings)
        made = _render(site, options, findings, listener)
        known = known_rules(site.brand)
        judged = excuse(findings, site.brand, options.date, known, drafts=options.drafts, unseen=made.unseen)
    committed = None
    if write and site is not None and not judged.findings.failed:
        listener(Stage("Writing", len(made.outputs)))
        committed = commit(options.dist, made.outputs)
    summary = Summary(
        pages=made.pages,
        emails=made.emails,
        segments=made.segments,
        outputs=len(made.outputs),
        left_out=made.left_out,
        seconds=time.perf_counter() - started,
        folder=shown(options.dist) if committed is not None else "",
        written=len(committed.written) if committed is not None else 0,
        unchanged=committed.unchanged if committed is not None else 0,
        removed=committed.removed if committed is not None else (),
    )
    return Report(judged.findings, summary, committed, site, made.reach, judged.excused, judged.gone)


def shown(folder: Path) -> str:
    """A folder as the user would type it."""
    try:
        return str(folder.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(folder)


@dataclass(frozen=True, slots=True)
class _Made:
    outputs: dict[str, bytes | Path]
    left_out: tuple[LeftOut, ...]
    pages: int
    emails: int
    segments: int
    reach: Reach = NO_REACH
    unseen: Collection[str] = ()


def _check_platforms(site: Site, findings: Findings) -> None:
    for index, platform in enumerate(site.config.platforms):
        if platform not in PLATFORMS:
            place = site.config.place("platforms", index)
            findings.add(
                WRONG_TYPE.at(place, f"`{platform}` is not a known platform.", did_you_mean(platform, PLATFORMS))
            )


def _render(site: Site, options: BuildOptions, findings: Findings, listener: Listener) -> _Made:
    listener(Stage("Resolving", len(site.segments)))
    tree = inherit(site, findings)
    with _recursion_for(tree), at_rest():
        return _made(site, tree, options, findings, listener)


@contextmanager
def _recursion_for(tree: Tree) -> Iterator[None]:
    """Let templates that walk the tree go as deep as it is."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(limit + 20 * max(name.count("/") for name in tree.nodes))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)


def _made(site: Site, tree: Tree, options: BuildOptions, findings: Findings, listener: Listener) -> _Made:
    renderer = Renderer(site, tree, options.date, drafts=options.drafts)
    planned = plan(renderer, findings)
    listener(Stage("Rendering", len(planned)))
    grounds = Grounds(site, tree, options.date, renderer.addresses.leads_to)
    maker = _Maker(renderer, findings, Checker(renderer, grounds, enforce=options.enforce))
    for done, output in enumerate(planned, 1):
        maker.make(output)
        listener(Progress(done, len(planned)))
    maker.check_parts()
    maker.checker.finish(findings)
    for node in tree.nodes.values():
        if not node.broken:
            words = renderer.words(node)
            words.fill_all()
            findings.extend(words.findings)
    live = [node for node in tree.nodes.values() if renderer.addresses.is_built(node) and not node.broken]
    kinds = [output.kind for output in planned]
    return _Made(
        maker.outputs,
        left_out(renderer),
        kinds.count(Kind.PAGE),
        kinds.count(Kind.EMAIL),
        len(live),
        _reach(site, planned),
        unseen_files(renderer),
    )


def _reach(site: Site, planned: list[Planned]) -> Reach:
    outputs = {path: output.node.id for output in planned if output.node is not None for path in output.paths}
    return Reach(outputs, ((source.id, source.file.as_written.place) for source in site.segments))


class _Maker:
    """Makes planned outputs, and gathers what is known only when all are made."""

    def __init__(self, renderer: Renderer, findings: Findings, checker: Checker) -> None:
        self._renderer, self._findings, self.checker = renderer, findings, checker
        self._ids: dict[str, frozenset[str]] = {}
        self._followed: list[tuple[str, Followed]] = []
        self.outputs: dict[str, bytes | Path] = {}

    def make(self, output: Planned) -> None:
        """Make one output."""
        if output.asset is not None:
            self.outputs[output.paths[0]] = output.asset.path
        elif output.kind is Kind.FILE:
            self.outputs[output.paths[0]] = self._file(output.detail)
        elif output.kind is Kind.EMAIL:
            self._email(output)
        else:
            self._page(output)

    def check_parts(self) -> None:
        """Hold links to parts of pages to the ids those pages have."""
        for path, link in self._followed:
            ids = self._ids.get(f"web{link.page}index.html")
            if ids is not None and link.fragment not in ids:
                # the same words for every segment, so that one link in a shared page is one finding
                message = f"The page this leads to has no part `#{link.fragment}`."
                finding = rules.LINK_ANCHOR.at(link.place, message, did_you_mean(link.fragment, ids))
                self._findings.extend(Findings([finding]).reaching(path))

    def _file(self, name: str) -> bytes:
        files = {"sitemap.xml": sitemap, "robots.txt": robots, "_redirects": redirects_file}
        return self._renderer.style if name == "style" else files[name](self._renderer).encode()

    def _email(self, output: Planned) -> None:
        if output.node is None or output.touchpoint is None:
            return
        rendered = render_email(self._renderer, output.node, output.touchpoint)
        parts = [
            part
            for name in self._renderer.site.config.platforms
            if name in PLATFORMS
            for part in rendered.on(PLATFORMS[name])
        ]
        for path, part in zip(output.paths, parts, strict=False):
            self.outputs[path] = part.encode()
        rendered.findings.extend(self.checker.touchpoint(rendered.spoken, output.paths[0]))
        self._take(output.paths[0], rendered.findings, rendered.followed)

    def _page(self, output: Planned) -> None:
        renderer, node, touchpoint = self._renderer, output.node, output.touchpoint
        path = output.paths[0]
        if node is None or touchpoint is None:
            address = f"/{path.removeprefix('web/').removesuffix('index.html')}"
            rendered = render_special(renderer, output.detail, address)
        elif output.kind is Kind.REDIRECT:
            rendered = render_redirect(renderer, node, touchpoint, output.detail)
        else:
            rendered = render_page(renderer, node, touchpoint)
            self._note_ids(path, touchpoint, rendered)
        if rendered.spoken is not None:
            rendered.findings.extend(self.checker.touchpoint(rendered.spoken, path))
        self.outputs[path] = rendered.text.encode()
        self._take(path, rendered.findings, rendered.followed)

    def _note_ids(self, path: str, touchpoint: Touchpoint, rendered: Rendered) -> None:
        """Keep a page's ids for links to its parts; one that stands twice is a finding."""
        counts = Counter(iter_ids(rendered.text))
        self._ids[path] = frozenset(counts)
        told = {name for name, count in Counter(touchpoint.ids).items() if count > 1}
        for name in sorted(name for name, count in counts.items() if count > 1 and name not in told):
            message = f"The id `{name}` stands on this page more than once."
            rendered.findings.add(DUPLICATE_ID.at(touchpoint.document.place, message))

    def _take(self, path: str, findings: Findings, followed: tuple[Followed, ...]) -> None:
        self._findings.extend(findings.reaching(path))
        self._followed.extend((path, link) for link in followed)
