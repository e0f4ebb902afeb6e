"""Landing pages, and what a site has besides: index of segments, 404, redirects, sitemap."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from segsite.brand.passages import Spoken
from segsite.diagnostics import Broken
from segsite.model.segment import Status
from segsite.model.touchpoint import Channel, PageFile
from segsite.model.values import Scalar, Sequence
from segsite.rendering.addresses import SEGMENT_INDEX, page_path
from segsite.rendering.faces import safe
from segsite.rendering.filled import Text
from segsite.rendering.renderer import Rendered
from segsite.rendering.views import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.brand.passages import Passage
    from segsite.diagnostics import Place
    from segsite.inheritance import Node, Touchpoint
    from segsite.rendering.renderer import Renderer
    from segsite.rendering.setting import Setting


def render_page(renderer: Renderer, node: Node, touchpoint: Touchpoint) -> Rendered:
    """A landing page."""
    setting = renderer.setting(node, touchpoint, Channel.WEB)
    fields = front_passages(setting, touchpoint, "title", "description")
    names = renderer.names(setting)
    path = page_path(node.id, touchpoint.name)
    names["page"] = _page(renderer, setting, touchpoint, path)
    names.update(_frame(renderer, setting, path))
    names["json_ld"] = json_ld(renderer, names)
    names["sections"] = renderer.sections(touchpoint, setting, names)
    layout = touchpoint.front.layout or "landing"
    place = touchpoint.front.place("layout") if touchpoint.front.layout else None
    rendered = _rendered(renderer, setting, f"layouts/{layout}.html", names, place)
    said = spoken(setting, touchpoint, fields, rendered.text)
    return replace(rendered, spoken=replace(said, address=path))


def spoken(setting: Setting, touchpoint: Touchpoint, fields: dict[str, Passage], markup: str) -> Spoken:
    """What a touchpoint says, once it is made."""
    passages, ctas = tuple(setting.passages), tuple(setting.ctas)
    return Spoken(setting.node, touchpoint, setting.channel, passages, fields, ctas, markup)


def render_special(renderer: Renderer, layout: str, path: str) -> Rendered:
    """A page that no file of content stands for: `404` or the index of segments.

    Args:
        renderer: What the build shares.
        layout: The theme's layout, `404` or `segments`.
        path: Where it will be.
    """
    node = renderer.tree.root
    setting = renderer.setting(node, None, Channel.WEB)
    names = renderer.names(setting)
    strings = dict(renderer.site.theme.strings(setting.tongue.locale))
    title, description = strings.get(f"{layout}_title", renderer.site.config.name), strings.get(f"{layout}_text")
    names["page"] = Record("page", {
        "title": title, "description": description, "url": renderer.addresses.absolute(renderer.addresses.url(path)),
        "path": path, "image": None, "noindex": layout == "404", "draft": False, "breadcrumbs": (),
        "data": None,
    })  # fmt: skip
    names.update(_frame(renderer, setting, path))
    names.update({"json_ld": None, "sections": [], "tree": [_branch(renderer, node)]})
    return _rendered(renderer, setting, f"layouts/{layout}.html", names)


def render_redirect(renderer: Renderer, node: Node, touchpoint: Touchpoint, target: str) -> Rendered:
    """The page that stands where a sunset page was, and sends its visitors on."""
    setting = renderer.setting(node, touchpoint, Channel.WEB)
    url = renderer.addresses.url(target)
    names = {
        **renderer.names(setting),
        "target": url,
        "canonical": renderer.addresses.absolute(url),
        "page": _page(renderer, setting, touchpoint, page_path(node.id, touchpoint.name)),
        "stylesheet": renderer.addresses.url(renderer.style_path),
    }
    return _rendered(renderer, setting, "layouts/redirect.html", names)


def _rendered(
    renderer: Renderer, setting: Setting, template: str, names: dict[str, Any], place: Place | None = None
) -> Rendered:
    text = ""
    try:
        text = renderer.faces(setting.tongue.locale).render(template, names, place)
    except Broken as broken:
        setting.findings.add(broken.finding)
    return Rendered(text.strip() + "\n", setting.findings, tuple(setting.followed))


# -- what layouts know -----------------------------------------------------------------------------------------


def _page(renderer: Renderer, setting: Setting, touchpoint: Touchpoint, path: str) -> Record:
    front = touchpoint.front
    own = setting.names["page"]
    image = None
    if isinstance(front, PageFile) and front.image is not None:
        found = setting.asset(front.image, front.place("image"))
        image = renderer.addresses.absolute(found.url) if found is not None else None
    values = {
        "title": front_text(setting, touchpoint, "title") or "",  # a layout may count on it
        "description": front_text(setting, touchpoint, "description"),
        "url": renderer.addresses.absolute(renderer.addresses.url(path)),
        "path": path,
        "image": image,
        "noindex": isinstance(front, PageFile) and front.noindex,
        "draft": is_draft(setting.node, touchpoint),
        "breadcrumbs": tuple(_breadcrumbs(renderer, setting, touchpoint, path)),
        "data": (lambda: own["data"]) if "data" in touchpoint.written.entries else None,
    }
    return Record("page", values)


def front_scalars(touchpoint: Touchpoint, key: str) -> Iterator[tuple[str, Place]]:
    """The texts that a front matter has under a key: one, or those of a list; each with its place."""
    value = touchpoint.written.get(key)
    for scalar in value.items if isinstance(value, Sequence) else (value,):
        if isinstance(scalar, Scalar) and scalar.value is not None:
            yield str(scalar.value) if isinstance(scalar.value, str) else scalar.place.text, scalar.place


def front_text(setting: Setting, touchpoint: Touchpoint, key: str) -> str | None:
    """A text of a front matter as readers see it, the first of several; None if it says none."""
    return next((setting.words(Text(*written)) for written in front_scalars(touchpoint, key)), None)


def front_passages(setting: Setting, touchpoint: Touchpoint, *keys: str) -> dict[str, Passage]:
    """What a front matter says in words, by key; a second text of one key is under `subject 2`, and so on."""
    found = {}
    for key in keys:
        for at, written in enumerate(front_scalars(touchpoint, key), 1):
            found[key if at == 1 else f"{key} {at}"] = setting.said_plainly(setting.fill(Text(*written)), key)
    return found


def is_draft(node: Node, touchpoint: Touchpoint) -> bool:
    """Whether a touchpoint is a draft, by its own status or its segment's."""
    return Status.DRAFT in {node.segment.status, touchpoint.front.status}


def _breadcrumbs(renderer: Renderer, setting: Setting, touchpoint: Touchpoint, path: str) -> list[Record]:
    """The way from the home page to a page, over the segments above it that have a page of their own to show."""
    crumbs = []
    for ancestor in reversed(list(setting.node.lineage)):
        at = page_path(ancestor.id, "index")
        if at in renderer.addresses.pages and at != path:
            label = (
                str(renderer.words(ancestor).names["segment"]["name"])
                if ancestor.parent
                else renderer.site.brand.file.name
            )
            crumbs.append(Record("crumb", {"label": label, "url": renderer.addresses.url(at)}))
    own = (
        str(renderer.words(setting.node).names["segment"]["name"])
        if touchpoint.name == "index"
        else front_text(setting, touchpoint, "title") or touchpoint.name
    )
    return [*crumbs, Record("crumb", {"label": own, "url": renderer.addresses.url(path)})]


def _frame(renderer: Renderer, setting: Setting, path: str) -> dict[str, Any]:
    """What frames every page: menus and the style sheet."""
    config = renderer.site.config
    menus: dict[str, Any] = {}
    for menu in ("header", "footer"):
        entries = []
        for index, entry in enumerate(getattr(config.navigation, menu)):
            # menus are the site's: their links lead to the same place from every segment
            home = _at_root(renderer, setting)
            url = home.link(entry.url, config.place("navigation", menu, index, "url"))
            values = {
                "label": home.words(Text(entry.label, config.place("navigation", menu, index, "label"))),
                "url": url,
                "current": url == renderer.addresses.url(path),
            }
            entries.append(Record("entry", values))
        menus[menu] = tuple(entries)
    return {
        "navigation": Record("navigation", menus),
        "stylesheet": renderer.addresses.url(renderer.style_path),
    }


def _at_root(renderer: Renderer, setting: Setting) -> Setting:
    """A setting at the root of the tree that reports to another's findings."""
    home = renderer.setting(renderer.tree.root, None, Channel.WEB)
    home.findings, home.followed = setting.findings, setting.followed
    return home


def json_ld(renderer: Renderer, names: dict[str, Any]) -> Any:
    """What the page is, as schema.org says it for search engines: the page, its way from home, the company."""
    page, brand, site_url = (
        names["page"],
        renderer.site.brand.file,
        renderer.addresses.absolute(renderer.addresses.url("/")),
    )
    organisation: dict[str, Any] = {
        "@type": "Organization",
        "@id": f"{site_url}#organization",
        "name": brand.name,
        "url": site_url,
    }
    if brand.legal_name:
        organisation["legalName"] = brand.legal_name
    if brand.logo is not None and "logo" in set(names["brand"]):
        organisation["logo"] = renderer.addresses.absolute(names["brand"]["logo"]["url"])
    if brand.social:
        organisation["sameAs"] = [profile.url for profile in brand.social]
    crumbs = [
        {
            "@type": "ListItem",
            "position": at,
            "name": str(crumb["label"]),
            "item": renderer.addresses.absolute(crumb["url"]),
        }
        for at, crumb in enumerate(page["breadcrumbs"], 1)
    ]
    web_page = {
        "@type": "WebPage",
        "@id": page["url"],
        "url": page["url"],
        "name": page["title"],
        "inLanguage": names["lang"],
        "isPartOf": {
            "@type": "WebSite",
            "@id": f"{site_url}#website",
            "name": renderer.site.config.name,
            "url": site_url,
        },
        "publisher": {"@id": f"{site_url}#organization"},
    }
    if page["description"]:
        web_page["description"] = page["description"]
    graph = [
        organisation,
        web_page,
        *([{"@type": "BreadcrumbList", "itemListElement": crumbs}] if len(crumbs) > 1 else []),
    ]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return safe(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _branch(renderer: Renderer, node: Node) -> dict[str, Any]:
    """A segment and those below it, for the index."""
    pages = []
    for touchpoint in node.touchpoints.values():
        path = page_path(node.id, touchpoint.name)
        if touchpoint.channel is Channel.WEB and path in renderer.addresses.pages:
            setting = renderer.setting(node, touchpoint, Channel.WEB)
            label = front_text(setting, touchpoint, "title") or touchpoint.name
            pages.append({"label": label, "url": renderer.addresses.url(path)})
    children = [child for child in node.children if renderer.addresses.is_built(child)]
    return {
        "segment": renderer.segment_view(node),
        "url": renderer.addresses.url(page_path(node.id, "index")),
        "pages": pages,
        "children": [_branch(renderer, child) for child in children],
    }


# -- for machines ----------------------------------------------------------------------------------------------


def sitemap(renderer: Renderer) -> str:
    """sitemap.xml: every page that search engines may show (https://www.sitemaps.org/protocol.html)."""
    paths = [
        path
        for path, (node, touchpoint) in renderer.addresses.pages.items()
        if not (isinstance(touchpoint.front, PageFile) and touchpoint.front.noindex) and not is_draft(node, touchpoint)
    ]
    if SEGMENT_INDEX in renderer.addresses.specials:
        paths.append(SEGMENT_INDEX)
    urls = [renderer.addresses.absolute(renderer.addresses.url(path)) for path in sorted(paths)]
    entries = "".join(f"  <url><loc>{escape(url)}</loc></url>\n" for url in urls)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )


def robots(renderer: Renderer) -> str:
    """robots.txt: everything may be visited; the sitemap is named."""
    return (
        f"User-agent: *\nAllow: /\n\nSitemap: {renderer.addresses.absolute(renderer.addresses.url('/sitemap.xml'))}\n"
    )


def redirects_file(renderer: Renderer) -> str:
    """`_redirects`, which Netlify, Cloudflare Pages and others read: from, to, status."""
    url = renderer.addresses.url
    return "".join(
        f"{url(source)} {url(target)} 301\n" for source, target in sorted(renderer.addresses.redirects.items())
    )
