"""The way through the house: read, resolve, check, plan, render, write."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from segsite.brand.exceptions.excuses import Judged, excuse
from segsite.brand.rules import known_rules
from segsite.building.collector import at_rest
from segsite.building.commit import Committed, commit, recover
from segsite.building.depth import deep_enough
from segsite.building.making import maker_of, shares
from segsite.building.plan import Kind, Planned, left_out, plan, unseen_files
from segsite.building.workers import check_all, cores, make_all
from segsite.diagnostics import Findings
from segsite.inheritance import inherit
from segsite.reading import read_site
from segsite.rendering.renderer import Renderer
from segsite.reporting.events import LeftOut, Listener, Progress, Stage, Summary
from segsite.reporting.reach import NO_REACH, Reach

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection

    from segsite.inheritance import Tree
    from segsite.model.site import Site
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
        jobs: How many processes a check may use; 0: one for each processor.
    """

    root: Path
    date: datetime.date
    out: Path | None = None
    drafts: bool = False
    enforce: bool = True
    jobs: int = 0

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
        made = _render(site, options, findings, listener, keep=write)
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
        outputs=made.files,
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
    files: int = 0
    reach: Reach = NO_REACH
    unseen: Collection[str] = ()


def _render(site: Site, options: BuildOptions, findings: Findings, listener: Listener, *, keep: bool) -> _Made:
    listener(Stage("Resolving", len(site.segments)))
    tree = inherit(site, findings)
    with deep_enough(tree), at_rest():
        return _made(site, tree, options, findings, listener, keep=keep)


def _made(
    site: Site, tree: Tree, options: BuildOptions, findings: Findings, listener: Listener, *, keep: bool
) -> _Made:
    renderer = Renderer(site, tree, options.date, drafts=options.drafts)
    planned = plan(renderer, findings)
    listener(Stage("Rendering", len(planned)))
    maker = maker_of(renderer, options.date, enforce=options.enforce)
    every = shares(planned, tree.nodes.values())

    def told(done: int) -> None:
        listener(Progress(done, len(planned)))

    made = make_all(maker, every, told) if keep else check_all(maker, every, tree, options.jobs or cores(), told)
    made.check_parts()
    maker.checker.site(made)
    if not tree.root.broken:
        made.findings.extend(renderer.words(tree.root).findings)  # with those of the brand's own texts
    findings.extend(made.findings)
    live = [node for node in tree.nodes.values() if renderer.addresses.is_built(node) and not node.broken]
    kinds = [output.kind for output in planned]
    return _Made(
        dict(sorted(made.outputs.items())),
        left_out(renderer),
        kinds.count(Kind.PAGE),
        kinds.count(Kind.EMAIL),
        len(live),
        len([path for output in planned for path in output.paths]),
        _reach(site, planned),
        unseen_files(renderer),
    )


def _reach(site: Site, planned: list[Planned]) -> Reach:
    outputs = {path: output.node.id for output in planned if output.node is not None for path in output.paths}
    return Reach(outputs, ((source.id, source.file.as_written.place) for source in site.segments))
