"""The built sample site as hosting will serve it: every link leads somewhere, pictures and markup are whole."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import PurePosixPath
from xml.etree import ElementTree

from chromium import listed

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# Of an e-mail's markup: what mail clients need and no standard knows.
FOR_MAIL_CLIENTS = re.compile(
    r"CSS: “(mso-[\w-]+|supported-color-schemes)”"  # Outlook's own properties, an early name of color-scheme
    r"|Attribute “xmlns:[vo]” not allowed"  # Outlook draws buttons in VML
    r"|Bad value “\{\{ \w+ \}\}” for attribute “href”"  # a merge field, until the platform fills it
    r"|The “(cellpadding|cellspacing|border|width|height|align|valign|bgcolor|background)” attribute .* is obsolete"
)


def test_every_link_leads_somewhere(built):
    findings = {
        address: sorted({f"{to}: {why}" for to in page.references if (why := built.broken(to, address))})
        for address, page in built.pages.items()
    }
    assert not any(findings.values()), listed(findings)


def test_what_the_style_sheet_asks_for_is_there(built):
    for sheet in built.web.rglob("*.css"):
        address = f"/{sheet.relative_to(built.web).as_posix()}"
        asked = re.findall(r"url\(\s*['\"]?(?!data:|#)([^'\")]+)", sheet.read_text("utf-8"))
        assert not [one for one in asked if built.broken(one, address)]


def test_parts_of_a_page_have_names_of_their_own(built):
    findings = {
        address: sorted({name for name in page.ids if page.ids.count(name) > 1})
        for address, page in built.pages.items()
    }
    assert not any(findings.values()), listed(findings)


def test_pictures_have_words_for_those_who_do_not_see_them_and_room_before_they_come(built):
    findings = {
        address: [
            str(image)
            for image in page.images
            if "alt" not in image or not image.get("width", "").isdigit() or not image.get("height", "").isdigit()
        ]
        for address, page in built.pages.items()
    }
    assert not any(findings.values()), listed(findings)


def test_pages_say_what_they_are(built):
    """One h1, a title and a description of their own, the address they want to be known by."""
    findings = {}
    for address, page in built.pages.items():
        if page.refresh:
            continue
        tags = [tag for tag, _ in page.elements]
        metas = {given.get("name"): given.get("content") for tag, given in page.elements if tag == "meta"}
        canonical = [given["href"] for tag, given in page.elements if given.get("rel") == "canonical"]
        findings[address] = [
            said
            for said, wrong in (
                ("not one h1", tags.count("h1") != 1),
                ("not one title", tags.count("title") - tags.count("svg") > 1 or "title" not in tags),
                ("no description", not metas.get("description") and address != "/404.html"),
                ("another canonical address", canonical != [f"{built.base}{address}"] and address != "/404.html"),
            )
            if wrong
        ]
    assert not any(findings.values()), listed(findings)


def test_the_sitemap_names_the_pages_to_be_found(built):
    tree = ElementTree.parse(built.web / "sitemap.xml")
    named = {node.text.removeprefix(built.base) for node in tree.iter(f"{NAMESPACE}loc")}
    hidden = {
        address
        for address, page in built.pages.items()
        if any(given.get("name") == "robots" and "noindex" in given["content"] for _, given in page.elements)
    }
    assert named == set(built.pages) - hidden - {"/404.html"}


def test_redirects_of_hosting_and_of_the_pages_agree(built):
    lines = [line.split() for line in (built.web / "_redirects").read_text("utf-8").splitlines()]
    assert lines
    assert {source: target for source, target, _ in lines} == {
        address: page.refresh for address, page in built.redirects.items()
    }
    assert {code for *_, code in lines} == {"301"}
    assert not [target for _, target, _ in lines if target in built.redirects]


def test_drafts_are_marked_and_kept_from_search_engines(built, with_drafts):
    drafts = {address: page for address, page in with_drafts.pages.items() if address not in built.pages}
    assert drafts
    for page in drafts.values():
        assert any(given.get("content") == "noindex" for _, given in page.elements)
        assert any("draft" in given.get("class", "").split() for _, given in page.elements)


def test_the_markup_of_every_page_is_valid(built, with_drafts, checker):
    messages = _checked(checker, built.web, with_drafts.web)
    assert not messages, json.dumps(messages, indent=2, ensure_ascii=False)


def test_the_markup_of_every_email_is_valid_but_for_what_mail_clients_need(built, checker):
    messages = [text for text in _checked(checker, built.email) if not FOR_MAIL_CLIENTS.search(text)]
    assert not messages, json.dumps(messages, indent=2, ensure_ascii=False)


def _checked(checker, *folders) -> list[str]:
    """What the Nu HTML checker has against the files of folders: errors and warnings, each once with its count."""
    command = [*checker, "--skip-non-html", "--format", "json", "--exit-zero-always", *map(str, folders)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    found: dict[str, list[str]] = {}
    for message in json.loads(run.stderr)["messages"]:
        text = f"{message.get('subType', message['type'])}: {message['message']}"
        place = f"{PurePosixPath(message.get('url', '')).as_posix()}:{message.get('lastLine', '')}"
        found.setdefault(text, []).append(f"{place} {message.get('extract', '').strip()}")
    return [f"{text} ({len(places)} times, first {places[0]})" for text, places in found.items()]
