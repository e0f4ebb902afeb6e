"""Addresses: which pages and assets the site has, and where each link of content leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote, unquote

from segsite.diagnostics import Rule, did_you_mean
from segsite.model.segment import Status
from segsite.model.touchpoint import Channel
from segsite.rendering.prose import SAFE_SCHEMES
from segsite.rulebook import rendering as rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from segsite.inheritance import Node, Touchpoint, Tree
    from segsite.model.site import Asset, Site

SEGMENT_INDEX = "/segments/"
"""The page for people that lists every segment."""
SPECIALS = {SEGMENT_INDEX: "segments", "/404.html": "404"}
"""Pages that no file of content stands for, with the layout a theme may have for each."""
_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f]")
"""Characters that browsers pass over in an address, so that one may hide its scheme behind them."""
_SCHEME = re.compile(r"[^/?#:]*(?=:)")


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where a link leads.

    Attributes:
        url: The address to print; a path from the host's root for what is on the site.
        page: The path of the page it leads to, if it is one of the site's.
        fragment: The part of that page, without `#`.
        asset: The asset it shows, if it is one.
    """

    url: str
    page: str | None = None
    fragment: str = ""
    asset: Asset | None = None


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why a link leads nowhere."""

    rule: Rule
    message: str
    hint: str = ""


Resolution: TypeAlias = Resolved | Unresolved


class Addresses:
    """Every address of a site.

    Args:
        site: The site as written.
        tree: What its segments have.
        drafts: Whether drafts are built.
    """

    def __init__(self, site: Site, tree: Tree, *, drafts: bool) -> None:
        self._site, self._tree, self._drafts = site, tree, drafts
        self._base_url, self._base_path = site.config.base_url, site.config.base_path
        self.pages: dict[str, tuple[Node, Touchpoint]] = {}
        self.clashes: list[tuple[str, Node, Touchpoint]] = []
        """Pages whose path another page has already."""
        for path, (node, touchpoint) in self._pages():
            if self.pages.setdefault(path, (node, touchpoint)) != (node, touchpoint):
                self.clashes.append((path, node, touchpoint))
        self.redirects: Mapping[str, str] = dict(self._redirects())
        self.specials = {
            path: layout for path, layout in SPECIALS.items() if f"layouts/{layout}.html" in site.theme.templates
        }
        self._others = {*self.specials, "/sitemap.xml", "/robots.txt"}
        self._assets = {path for path, _ in self.assets()}

    # -- what is built -----------------------------------------------------------------------------------------

    def is_built(self, node: Node, touchpoint: Touchpoint | None = None) -> bool:
        """Whether a segment, or a touchpoint of it, is published by this build."""
        status = node.segment.status
        if touchpoint is not None and touchpoint.front.status is Status.DRAFT:
            status = Status.DRAFT
        return status is Status.LIVE or (status is Status.DRAFT and self._drafts)

    def _pages(self) -> Iterator[tuple[str, tuple[Node, Touchpoint]]]:
        for node in self._tree.nodes.values():
            for touchpoint in node.touchpoints.values():
                if touchpoint.channel is Channel.WEB and self.is_built(node, touchpoint):
                    yield page_path(node.id, touchpoint.name), (node, touchpoint)

    def _redirects(self) -> Iterator[tuple[str, str]]:
        """The paths of sunset pages with the path each leads to."""
        for node in self._tree.nodes.values():
            successor = self._tree.successor(node) if node.segment.status is Status.SUNSET else None
            if successor is None:
                continue
            for touchpoint in node.touchpoints.values():
                if touchpoint.channel is Channel.WEB:
                    same = page_path(successor.id, touchpoint.name)
                    target = same if same in self.pages else page_path(successor.id, "index")
                    yield page_path(node.id, touchpoint.name), target

    def assets(self) -> Iterator[tuple[str, Asset]]:
        """Every asset that is published, with its path."""
        for name, asset in self._site.theme.assets.items():
            yield f"/assets/theme/{name}", asset
        for name, asset in self._site.brand.assets.items():
            yield f"/assets/brand/{name}", asset
        for name, asset in self._site.library_assets.items():
            yield f"/assets/library/{name}", asset
        for node in self._tree.nodes.values():
            if self.is_built(node):
                for name, asset in node.source.assets.items():
                    yield _asset_path(node.id, name), asset

    @property
    def host(self) -> str:
        """The host that the site is published on, with its port if it says one."""
        return self._base_url.partition("://")[2].partition("/")[0].lower()

    # -- where links lead --------------------------------------------------------------------------------------

    def url(self, path: str) -> str:
        """The address of a path, from the host's root, percent-encoded."""
        return self._base_path + quote(path, safe="/~")

    def absolute(self, url: str) -> str:
        """The full address of one that starts at the host's root; others unchanged."""
        if not url.startswith("/") or url.startswith("//"):
            return url
        host = self._base_url.removesuffix(self._base_path) if self._base_path else self._base_url
        return host + url

    def is_foreign(self, url: str) -> bool:
        """Whether an address is on another host than the site's."""
        host = self._base_url.removesuffix(self._base_path) if self._base_path else self._base_url
        return url.partition(":")[0].lower() in {"http", "https"} and not f"{url}/".startswith(f"{host}/")

    def resolve(self, link: str, node: Node, page: Touchpoint | None) -> Resolution:
        """Where a link of content leads, as a segment sees it.

        Args:
            link: As written: `page:pricing#plans`, `/demo/`, `https://…`.
            node: The segment whose touchpoint holds it.
            page: The page that holds it, for `#part` links; None in an e-mail.
        """
        if not link.strip():
            hint = "Write where it leads: `page:NAME`, `cta:ID`, `https://…`."
            return Unresolved(rules.LINK_UNRESOLVED, "This link has no address.", hint)
        scheme, colon, rest = link.partition(":")
        if colon and scheme in {"cta", "page", "segment", "asset"}:
            target, _, fragment = rest.partition("#")
            finder = {"cta": self._cta, "page": self._page, "segment": self._segment, "asset": self._asset}[scheme]
            return self._with_fragment(finder(unquote(target), node), fragment)
        return self._own_part(link, node, page) if link.startswith("#") else self._address(link, node)

    def leads_to(self, link: str, node: Node) -> str | None:
        """The address a link of content leads to, as a segment sees it; None if it leads nowhere."""
        found = self.resolve(link, node, None)
        return found.url if isinstance(found, Resolved) else None

    def _address(self, link: str, node: Node) -> Resolution:
        """Where an address leads that has none of our schemes."""
        if link.startswith("//"):
            return Unresolved(rules.LINK_SCHEME, f"`{link}` does not say its scheme.", f"Write `https:{link}`.")
        scheme = scheme_of(link)
        if scheme:
            return Resolved(link) if scheme in SAFE_SCHEMES else refused_scheme(scheme)
        if link.startswith("/"):
            return self._path(link)
        hint = self._relative_hint(link, node)
        return Unresolved(rules.LINK_RELATIVE, f"`{link}` is a relative link.", hint)

    def _with_fragment(self, found: Resolution, fragment: str) -> Resolution:
        if not fragment or isinstance(found, Unresolved):
            return found
        return Resolved(f"{found.url}#{fragment}", found.page, fragment, found.asset)

    def _own_part(self, link: str, node: Node, page: Touchpoint | None) -> Resolution:
        if page is None or page.channel is not Channel.WEB:
            return Resolved(link)
        return Resolved(link, page_path(node.id, page.name), link[1:])

    def _cta(self, name: str, node: Node) -> Resolution:
        cta = node.segment.ctas.get(name)
        if cta is None or cta.url is None:
            what = f"There is no cta `{name}` here." if cta is None else f"The cta `{name}` has no `url`."
            return Unresolved(
                rules.LINK_UNRESOLVED,
                what,
                did_you_mean(name, node.segment.ctas) if cta is None else "Give it one.",
            )
        if cta.url.startswith("cta:"):
            return Unresolved(rules.LINK_UNRESOLVED, f"The cta `{name}` leads to another cta.", "Write where it leads.")
        return self.resolve(cta.url, node, None)

    def _page(self, name: str, node: Node) -> Resolution:
        if name.startswith("/"):
            return self._page_at(name.strip("/"))
        touchpoint = node.touchpoints.get(name)
        if touchpoint is None or touchpoint.channel is not Channel.WEB:
            known = [key for key, point in node.touchpoints.items() if point.channel is Channel.WEB]
            message = f"There is no page `{name}` here."
            return self._lenient(node) or Unresolved(rules.LINK_UNRESOLVED, message, did_you_mean(name, known))
        return self._to(page_path(node.id, name), node, f"The page `{name}`")

    def _page_at(self, name: str) -> Resolution:
        """The page of a segment by its full name: `about`, `trades/pricing`, `trades/index`."""
        segment_id, _, page = name.rpartition("/")
        node = self._tree.nodes.get(segment_id)
        if node is not None and (page or "index") in node.touchpoints:
            return self._to(page_path(segment_id, page or "index"), node, f"The page `{name}`")
        if name in self._tree.nodes:
            return self._segment(name, self._tree.nodes[name])
        known = [path.strip("/") or "index" for path in self.pages]
        broken = self._tree.nodes.get(segment_id)
        lenient = self._lenient(broken) if broken is not None else None
        return lenient or Unresolved(rules.LINK_UNRESOLVED, f"There is no page `/{name}`.", did_you_mean(name, known))

    def _segment(self, name: str, _: Node) -> Resolution:
        segment_id = name.strip("/")
        node = self._tree.nodes.get(segment_id)
        if node is None:
            hint = did_you_mean(segment_id, self._tree.nodes)
            return Unresolved(rules.LINK_UNRESOLVED, f"There is no segment `{segment_id}`.", hint)
        if "index" not in node.touchpoints:
            return self._lenient(node) or Unresolved(
                rules.LINK_UNRESOLVED, f"The segment `{segment_id}` has no page `index`."
            )
        return self._to(page_path(segment_id, "index"), node, f"The segment `{segment_id}`")

    def _to(self, path: str, node: Node, what: str) -> Resolution:
        path = self.redirects.get(path, path)
        if path in self.pages:
            return Resolved(self.url(path), path)
        return self._lenient(node) or Unresolved(
            rules.LINK_UNRESOLVED,
            f"{what} is a draft, which is not published.",
            "Link to a live one, or build with --drafts.",
        )

    def _lenient(self, node: Node) -> Resolved | None:
        """A broken segment's pages are unknown; its own finding is enough."""
        return Resolved("#") if node.broken else None

    def _asset(self, name: str, node: Node) -> Resolution:
        found = self._tree.asset(node, name)
        if found is not None:
            owner, asset = found
            path = f"/assets/library/{name}" if owner == "library" else _asset_path(owner, name)
            return Resolved(self.url(path), asset=asset)
        brand = self._site.brand.assets.get(name)
        if brand is not None:
            return Resolved(self.url(f"/assets/brand/{name}"), asset=brand)
        known = {*self._site.brand.assets, *self._tree.library_assets}
        for ancestor in node.lineage:
            known.update(ancestor.source.assets)
        if ".." in name.split("/"):
            return Unresolved(
                rules.LINK_UNRESOLVED,
                f"`{name}` leads out of the `assets/` folders.",
                "Name a file inside one.",
            )
        hint = did_you_mean(
            name, known, otherwise="Put the file into the segment's `assets/` folder, or an ancestor's."
        )
        return Unresolved(rules.LINK_UNRESOLVED, f"There is no asset `{name}`.", hint)

    def _path(self, link: str) -> Resolution:
        """A path from the root of the site."""
        path, _, fragment = link.partition("#")
        path = unquote(path.partition("?")[0])
        if any(path.startswith(external) for external in self._site.config.external_paths):
            return Resolved(self._base_path + link)
        for candidate in (path, f"{path}/", path.removesuffix("index.html")):
            candidate_path = self.redirects.get(candidate, candidate)
            if candidate_path in self.pages:
                rest = link[len(link.partition("#")[0].partition("?")[0]) :]
                return Resolved(self.url(candidate_path) + rest, candidate_path, fragment)
        if path in self._assets or path in self._others:
            return Resolved(self._base_path + link)
        hint = did_you_mean(
            path,
            [*self.pages, *self._others],
            otherwise="Another system's paths go under `external_paths` in segsite.yaml.",
        )
        return Unresolved(rules.LINK_UNRESOLVED, f"Nothing on this site is at `{path}`.", hint)

    def _relative_hint(self, link: str, node: Node) -> str:
        name = link.partition("#")[0].rstrip("/").rpartition("/")[2]
        page = name.removesuffix(".md").removesuffix(".html")
        pages = [key for key, point in node.touchpoints.items() if point.channel is Channel.WEB]
        if page in pages:
            return f"Write `page:{page}`."
        if page != name:
            return did_you_mean(page, pages, otherwise="No page of the segment has that name.")
        if self._tree.asset(node, name) is not None:
            return f"Write `asset:{name}`."
        if "." in link.partition("/")[0]:
            return f"Write `https://{link}` for another site."
        return ""


def scheme_of(link: str) -> str:
    """The scheme of an address as browsers read it, in lower case; empty if it has none."""
    found = _SCHEME.match(_IGNORED.sub("", link))
    return found[0].lower() if found is not None else ""


def refused_scheme(scheme: str) -> Unresolved:
    """Why an address is not printed whose scheme could run code, or reach into the reader's own computer."""
    return Unresolved(rules.LINK_SCHEME, f"A link with `{scheme}:` is refused.")


def page_path(segment_id: str, name: str) -> str:
    """The path of a page: `/trades/plumbing/pricing/`; a page named index is the segment's own path."""
    parts = [segment_id, "" if name == "index" else name]
    return "/" + "".join(f"{part}/" for part in parts if part)


def _asset_path(segment_id: str, name: str) -> str:
    return f"/{segment_id}/assets/{name}" if segment_id else f"/assets/{name}"
