"""Previews of e-mails, opened from disk as people open them."""

from __future__ import annotations

import shutil

import pytest
from chromium import listed, view
from hosting import hosted

from segsite.cli import main

DAY = "2026-12-01"
NURTURE = "emails/trades/nurture.html"
FLAWED = "emails/trades/flawed.html"
PAGES = ("index.html", NURTURE, FLAWED, "emails/trades/welcome.html")
FLAWED_EMAIL = """\
---
subject: See what it costs for somebody who reads subjects to their very end and never tires
---
# What it costs

Hello {{ merge.first_name }}, [these are the prices](page:/prices).
"""
BODY = "frame => getComputedStyle(frame.contentDocument.body).backgroundColor"
WHOLE = """frame => [
  frame.getBoundingClientRect().width,
  Math.abs(frame.getBoundingClientRect().height - frame.contentDocument.documentElement.scrollHeight) <= 1,
  frame.contentDocument.documentElement.scrollWidth <= frame.contentDocument.documentElement.clientWidth,
]"""
SHOWN = "[...document.querySelectorAll('.frames:not([hidden]) iframe')].every(frame => frame.style.height)"
NO_PICTURE = "Array.from(frames).every(one => [...one.document.images].every(image => !image.naturalWidth))"
PICTURES = "frame => [...frame.contentDocument.images].map(one => one.naturalWidth > 0)"


@pytest.fixture(scope="session")
def folder(_copied, tmp_path_factory):
    """A preview on disk; one e-mail in it has findings."""
    site = tmp_path_factory.mktemp("previewed") / "site"
    shutil.copytree(_copied, site, ignore=shutil.ignore_patterns(".segsite"))
    (site / "content/segments/trades/emails/flawed.md").write_text(FLAWED_EMAIL, "utf-8")
    made = tmp_path_factory.mktemp("seen")
    assert main(["email", "preview", "trades", "--site", str(site), "--out", str(made), "--date", DAY]) == 0
    return made


@pytest.fixture(scope="session")
def previewed(folder):
    return folder.as_uri()


@pytest.fixture(scope="session")
def served(folder):
    """The same from a server, since axe-core asks for style sheets, which browsers do not give to pages from disk."""
    with hosted(folder) as address:
        yield address


def opened(seen, address):
    """A page whose frames are there: each is as high as what it shows."""
    seen.page.goto(address)
    seen.page.wait_for_function(SHOWN)
    return seen.page


def frames(page, scheme="light"):
    return page.locator(f"[data-scheme={scheme}] iframe").all()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_kind_of_page_is_accessible(served, browser, axe, width, scheme):
    findings = {}
    with view(browser, served, width=width, scheme=scheme, axe=axe) as seen:
        for name in PAGES:
            opened(seen, f"{served}/{name}")
            findings[name] = seen.violations()
    assert not any(findings.values()), listed(findings)


def test_no_page_scrolls_sideways_complains_or_asks_elsewhere(previewed, browser):
    findings = {}
    with view(browser, previewed) as seen:
        for name in PAGES:
            seen.notes.clear()
            opened(seen, f"{previewed}/{name}")
            findings[name] = []
            for width in (1280, 390, 320):
                seen.resize(width)
                findings[name] += [f"{width} px: {found}" for found in seen.outside()]
            findings[name] += seen.notes
    assert not any(findings.values()), listed(findings)


def test_frames_show_the_whole_e_mail_at_both_widths(previewed, browser):
    with view(browser, previewed) as seen:
        page = opened(seen, f"{previewed}/{NURTURE}#scheme=both")
        for scheme in ("light", "dark"):
            assert [frame.evaluate(WHOLE) for frame in frames(page, scheme)] == [[600, True, True], [390, True, True]]


def test_light_and_dark_look_the_same_on_every_machine(previewed, browser):
    found = {}
    for machine in ("light", "dark"):
        with view(browser, previewed, scheme=machine) as seen:
            page = opened(seen, f"{previewed}/{NURTURE}#scheme=both")
            found[machine] = [frame.evaluate(BODY) for scheme in ("light", "dark") for frame in frames(page, scheme)]
    light, also_light, dark, also_dark = found["light"]
    assert found["light"] == found["dark"]
    assert (light, dark) == (also_light, also_dark)
    assert light != dark


def test_pictures_come_from_disk_and_can_be_switched_off(previewed, browser):
    with view(browser, previewed) as seen:
        page = opened(seen, f"{previewed}/{NURTURE}")
        wide = frames(page)[0]
        assert wide.evaluate(PICTURES)
        assert all(wide.evaluate(PICTURES))
        page.get_by_label("Pictures").uncheck()
        page.wait_for_function(
            "Array.from(frames).every(one => [...one.document.images].every(image => !image.naturalWidth))"
        )
        assert wide.evaluate(PICTURES)
        assert seen.notes == []


def test_recipients_and_variants_are_switched_everywhere_and_kept_on_the_way(previewed, browser):
    with view(browser, previewed) as seen:
        page = opened(seen, f"{previewed}/{NURTURE}")
        text, inbox, title = page.locator("#text"), page.locator("#inbox"), page.locator("h1")
        assert "Hello Robin" in text.inner_text()
        first = title.inner_text()
        page.get_by_label("Recipient").select_option("unknown")
        page.get_by_label("Subject").select_option("1")
        page.get_by_role("radio", name="Dark").check()
        assert "Hello there" in text.inner_text()
        page.frame_locator("[data-scheme=dark] iframe >> nth=0").get_by_text("Hello there").wait_for()
        assert title.inner_text() != first
        assert title.inner_text() in inbox.inner_text()
        page.reload()
        assert "Hello there" in text.inner_text()
        before = page.url.partition("#")[0]
        page.get_by_role("link", name="Next").click()
        page.wait_for_url(lambda url: url.partition("#")[0] != before)
        assert page.get_by_label("Recipient").input_value() == "unknown"
        assert page.get_by_role("radio", name="Dark").is_checked()


def test_findings_say_where_and_what_to_do(previewed, browser):
    with view(browser, previewed) as seen:
        page = opened(seen, f"{previewed}/{FLAWED}")
        found = page.locator(".findings").inner_text()
        assert "content/segments/trades/emails/flawed.md:6:" in found
        assert "link/unresolved" in found
        assert "…" in page.locator("#inbox li").nth(1).inner_text()


def test_the_index_finds_e_mails_by_their_words(previewed, browser):
    with view(browser, previewed) as seen:
        page = opened(seen, f"{previewed}/index.html")
        shown = page.locator("tr.mail:visible")
        every = shown.count()
        page.get_by_role("searchbox").fill("roofing NURTURE")
        assert shown.count() == 1
        assert page.get_by_role("status").inner_text() == "1 shown"
        page.get_by_role("searchbox").fill("")
        page.get_by_label("With findings").check()
        assert 0 < shown.count() < every
        assert all("flawed" in row.inner_text() for row in shown.all())
        page.get_by_label("Own only").check()
        assert shown.count() == 1
        shown.get_by_role("link").click()
        page.wait_for_url(f"{previewed}/{FLAWED}")
