"""What a build makes: every output with its path, its source, and how to make it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from segsite.diagnostics import Source
from segsite.model.segment import Status
from segsite.model.touchpoint import Channel
from segsite.rendering.addresses import page_path
from segsite.rendering.packages import file_endings
from segsite.reporting.events import LeftOut
from segsite.rulebook import rendering as rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.diagnostics import Findings, Place
    from segsite.inheritance import Node, Touchpoint
    from segsite.model.site import Asset
    from segsite.rendering.renderer import Renderer


DRAFT = "draft; --drafts builds it"
"""Why a draft is left out."""


class Kind(StrEnum):
    """The kinds of outputs."""

    PAGE = "page"
    EMAIL = "email"
    REDIRECT = "redirect"
    SPECIAL = "special"
    FILE = "file"
    ASSET = "asset"


@dataclass(frozen=True, eq=False, slots=True)
class Planned:
    """One output to be made; an e-mail stands for all its files.

    Attributes:
        kind: What it is.
        paths: Where it goes, from `dist`.
        place: The file it is made from.
        node: The segment it speaks to, if it does.
        touchpoint: The page or e-mail, if it is one.
        detail: A redirect's target, a special page's layout.
        asset: The file to copy, for an asset.
    """

    kind: Kind
    paths: tuple[str, ...]
    place: Place
    node: Node | None = None
    touchpoint: Touchpoint | None = None
    detail: str = ""
    asset: Asset | None = None


def plan(renderer: Renderer, findings: Findings) -> list[Planned]:
    """Every output of a site, sorted by path; two that claim one path are a finding."""
    planned = sorted(_all(renderer), key=lambda output: output.paths)
    claimed: dict[str, Planned] = {}
    kept = []
    reported: set[frozenset[str]] = set()
    for output in planned:
        other = next((claimed[path.casefold()] for path in output.paths if path.casefold() in claimed), None)
        if other is not None:
            pair = frozenset({output.place.file, other.place.file})
            if pair not in reported:  # what is inherited collides below as well; once is enough
                _report_collision(output, other, findings)
            reported.add(pair)
            continue
        claimed.update({path.casefold(): output for path in output.paths})
        kept.append(output)
    return kept


def left_out(renderer: Renderer) -> tuple[LeftOut, ...]:
    """Segments and touchpoints that are not published, and why."""
    found = []
    for node in renderer.tree.nodes.values():
        name = node.id or "the root"
        if node.segment.status is Status.SUNSET:
            found.append(LeftOut(name, f"sunset; visitors go to {_goal(renderer, node)}"))
        elif not renderer.addresses.is_built(node):
            found.append(LeftOut(name, DRAFT))
        else:
            found.extend(
                LeftOut(f"{name}: {key}", DRAFT)
                for key, touchpoint in node.touchpoints.items()
                if not renderer.addresses.is_built(node, touchpoint)
            )
    return tuple(found)


def unseen_files(renderer: Renderer) -> frozenset[str]:
    """The files of segments and touchpoints that are not in the build, as drafts are not."""
    files = set()
    for node in renderer.tree.nodes.values():
        if not renderer.addresses.is_built(node):
            files.add(node.source.place.file)
        files.update(
            touchpoint.document.place.file
            for touchpoint in node.touchpoints.values()
            if touchpoint.owner == node.id and not renderer.addresses.is_built(node, touchpoint)
        )
    return frozenset(files)


def _goal(renderer: Renderer, node: Node) -> str:
    successor = renderer.tree.successor(node)
    return page_path(successor.id, "index") if successor is not None else "nowhere yet"


def _all(renderer: Renderer) -> Iterator[Planned]:
    addresses = renderer.addresses
    for path, (node, touchpoint) in addresses.pages.items():
        if not node.broken:
            yield Planned(Kind.PAGE, (_web(path),), touchpoint.document.place, node, touchpoint)
    for path, node, touchpoint in addresses.clashes:
        yield Planned(Kind.PAGE, (_web(path),), touchpoint.document.place, node, touchpoint)
    sunset = _sunset_pages(renderer)
    for path, target in addresses.redirects.items():
        node, touchpoint = sunset[path]
        if not node.broken:
            yield Planned(Kind.REDIRECT, (_web(path),), touchpoint.document.place, node, touchpoint, detail=target)
    yield from _emails(renderer)
    for path, asset in addresses.assets():
        yield Planned(Kind.ASSET, (_web(path),), asset.place, asset=asset)
    yield from _own(renderer)


def emails(renderer: Renderer) -> Iterator[tuple[Node, Touchpoint]]:
    """Every e-mail of a build, with the segment it speaks to, in the order of the tree."""
    for node in renderer.tree.nodes.values():
        if node.broken or node.segment.status is Status.SUNSET:
            continue
        for touchpoint in node.touchpoints.values():
            if touchpoint.channel is Channel.EMAIL and renderer.addresses.is_built(node, touchpoint):
                yield node, touchpoint


def _emails(renderer: Renderer) -> Iterator[Planned]:
    for node, touchpoint in emails(renderer):
        stem = email_name(node, touchpoint)
        paths = tuple(
            f"email/{platform.key}/{stem}{ending}"
            for platform in renderer.platforms
            for ending in file_endings(platform.key, touchpoint)
        )
        if paths:  # without a platform that is known, there are no files
            yield Planned(Kind.EMAIL, paths, touchpoint.document.place, node, touchpoint)


def email_name(node: Node, touchpoint: Touchpoint) -> str:
    """How people name an e-mail: `trades/roofing/welcome`, `welcome`."""
    return f"{node.id}/{touchpoint.name}".lstrip("/")


def _own(renderer: Renderer) -> Iterator[Planned]:
    """What every site has, whatever its content."""
    theme, config = renderer.site.theme.files[0].place(), renderer.site.config.place()
    for path, layout in renderer.addresses.specials.items():
        yield Planned(Kind.SPECIAL, (_web(path),), theme, detail=layout)
    for name in ("sitemap.xml", "robots.txt"):
        yield Planned(Kind.FILE, (f"web/{name}",), config, detail=name)
    if renderer.addresses.redirects:
        yield Planned(Kind.FILE, ("web/_redirects",), config, detail="_redirects")
    yield Planned(Kind.FILE, (_web(renderer.style_path),), theme, detail="style")


def _sunset_pages(renderer: Renderer) -> dict[str, tuple[Node, Touchpoint]]:
    """The pages of sunset segments by their paths."""
    return {
        page_path(node.id, touchpoint.name): (node, touchpoint)
        for node in renderer.tree.nodes.values()
        if node.segment.status is Status.SUNSET
        for touchpoint in node.touchpoints.values()
        if touchpoint.channel is Channel.WEB
    }


def _web(path: str) -> str:
    return f"web{path}index.html" if path.endswith("/") else f"web{path}"


def _report_collision(output: Planned, other: Planned, findings: Findings) -> None:
    address = output.paths[0].removeprefix("web").removesuffix("index.html")
    # the one to be renamed is a file of content, if one of the two is
    named = sorted((output, other), key=lambda one: (one.place.file.startswith("content/"), one.place.key))
    message = f"`{address}` is claimed by {_named(named[0])} and by {_named(named[1])}."
    place = named[1].place
    findings.add(rules.URL_COLLISION.at(place if place.source.text else Source(place.file).place(), message))


def _named(output: Planned) -> str:
    if output.kind is Kind.SPECIAL:
        return f"the page `{output.detail}` that every site has"
    if output.kind is Kind.FILE:
        return f"the file `{output.detail}` that every site has"
    segment = f" (segment `{output.node.id or '/'}`)" if output.node is not None else ""
    return f"{output.place.file}{segment}"
