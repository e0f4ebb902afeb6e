"""Addresses: where pages are, and where every kind of link leads."""

from __future__ import annotations

import pytest

from segsite.diagnostics import Findings
from segsite.inheritance import inherit
from segsite.reading import read_site
from segsite.rendering.addresses import Addresses, Resolved, page_path

CONFIG = "-- segsite.yaml --\nname: Acme\nbase_url: {}\ntheme: plain\nexternal_paths: [/app/]\n"
SITE = """\
-- content/segments/pricing.md --
---
title: Pricing
---
-- content/segments/draft.md --
---
title: Draft
status: draft
---
-- content/segments/Straße/segment.yaml --
-- content/segments/Straße/assets/größe.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"></svg>
-- content/segments/old/segment.yaml --
status: sunset
successor: Straße
-- brand/assets/logo.svg --
<svg/>
"""


@pytest.fixture(params=["https://www.acme.example", "https://www.acme.example/site/", "http://localhost:8000/a/b"])
def base(request):
    return request.param


def made(site, base_url, *, drafts=False):
    findings = Findings()
    read = read_site(site(CONFIG.format(base_url) + SITE), findings)
    tree = inherit(read, findings)
    assert list(findings) == []
    return Addresses(read, tree, drafts=drafts), tree.nodes


@pytest.mark.parametrize(
    ("segment", "link", "url"),
    [
        ("", "page:pricing", "/pricing/"),
        ("", "page:index", "/"),
        ("", "page:pricing#plans", "/pricing/#plans"),
        ("Straße", "page:pricing", "/Stra%C3%9Fe/pricing/"),
        ("Straße", "page:/pricing", "/pricing/"),
        ("Straße", "page:/", "/"),
        ("", "page:/Straße/pricing", "/Stra%C3%9Fe/pricing/"),
        ("", "page:/Stra%C3%9Fe/pricing", "/Stra%C3%9Fe/pricing/"),
        ("", "segment:Straße", "/Stra%C3%9Fe/"),
        ("", "segment:", "/"),
        ("", "segment:old", "/Stra%C3%9Fe/"),
        ("", "page:/old/pricing", "/Stra%C3%9Fe/pricing/"),
        ("Straße", "asset:größe.svg", "/Stra%C3%9Fe/assets/gr%C3%B6%C3%9Fe.svg"),
        ("", "asset:logo.svg", "/assets/brand/logo.svg"),
        ("", "/pricing/", "/pricing/"),
        ("", "/pricing", "/pricing/"),
        ("", "/pricing/index.html?a=1#b", "/pricing/?a=1#b"),
        ("", "/old/", "/Stra%C3%9Fe/"),
        ("", "/app/login?next=/x", "/app/login?next=/x"),
        ("", "/robots.txt", "/robots.txt"),
    ],
)
def test_a_link_inside_the_site_leads_below_the_base_url(site, base, segment, link, url):
    addresses, nodes = made(site, base)
    found = addresses.resolve(link, nodes[segment], None)
    path = {
        "https://www.acme.example": "",
        "https://www.acme.example/site/": "/site",
        "http://localhost:8000/a/b": "/a/b",
    }[base]
    assert isinstance(found, Resolved)
    assert found.url == path + url
    assert addresses.absolute(found.url) == base.rstrip("/") + url


@pytest.mark.parametrize("link", ["https://x.example/a?b#c", "mailto:a@b.example", "tel:+43", "#part"])
def test_other_addresses_stay_as_they_are(site, link):
    addresses, nodes = made(site, "https://www.acme.example/site")
    assert addresses.resolve(link, nodes[""], None).url == link
    assert addresses.absolute("https://x.example/") == "https://x.example/"


@pytest.mark.parametrize(
    ("link", "rule"),
    [
        ("page:prices", "link/unresolved"),
        ("page:emails/x", "link/unresolved"),
        ("page:/nowhere/pricing", "link/unresolved"),
        ("page:draft", "link/unresolved"),
        ("segment:strasse", "link/unresolved"),
        ("cta:nothing", "link/unresolved"),
        ("asset:x.png", "link/unresolved"),
        ("asset:../../brand/brand.yaml", "link/unresolved"),
        ("asset:%2e%2e/x", "link/unresolved"),
        ("/nowhere/", "link/unresolved"),
        ("/../../etc/passwd", "link/unresolved"),
        ("", "link/unresolved"),
        ("//cdn.example/x", "link/scheme"),
        ("pricing", "link/relative"),
        ("./pricing/", "link/relative"),
        ("?a=1", "link/relative"),
    ],
)
def test_a_link_that_leads_nowhere_says_why_and_how_to_mend_it(site, link, rule):
    addresses, nodes = made(site, "https://www.acme.example")
    found = addresses.resolve(link, nodes[""], None)
    assert not isinstance(found, Resolved)
    assert found.rule.name == rule
    assert found.message.endswith(".")


def test_a_draft_is_linked_to_when_drafts_are_built(site):
    addresses, nodes = made(site, "https://www.acme.example", drafts=True)
    assert addresses.resolve("page:draft", nodes[""], None).url == "/draft/"


def test_an_index_is_its_segments_own_path():
    assert page_path("", "index") == "/"
    assert page_path("a/b", "index") == "/a/b/"
    assert page_path("a/b", "c") == "/a/b/c/"
