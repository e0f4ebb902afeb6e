"""The sample site in a browser: for everyone, on every screen, light and dark, with and without scripts."""

from __future__ import annotations

from functools import partial

import pytest
from chromium import listed, view
from sample import distinct

SCHEMES = ("light", "dark")
PARTS = 4  # of the pages, for as many workers


def _shown(built):
    """Pages that stay where they are: a redirect leaves before anyone can look."""
    return {address: page for address, page in built.pages.items() if not page.refresh}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [1280, 390])
def test_every_shape_of_page_is_accessible(built, home, browser, axe, width, scheme):  # noqa: PLR0917 - each is a fixture
    """Pages that differ in words alone are looked at once."""
    findings = {}
    with view(browser, home, width=width, scheme=scheme, axe=axe) as seen:
        for address in distinct(_shown(built)):
            seen.page.goto(f"{home}{address}")
            findings[address] = seen.violations()
    assert len(findings) > 10
    assert not any(findings.values()), listed(findings)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_draft_is_accessible_and_says_what_it_is(with_drafts, built, home_with_drafts, browser, axe, scheme):  # noqa: PLR0917 - each is a fixture
    draft = next(address for address in with_drafts.pages if address not in built.pages)
    with view(browser, home_with_drafts, width=390, scheme=scheme, axe=axe) as seen:
        seen.page.goto(f"{home_with_drafts}{draft}")
        assert seen.page.locator(".draft").is_visible()
        assert seen.violations() + seen.outside() + seen.notes == []


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_scrolls_sideways_complains_or_asks_elsewhere(built, home, browser, part):
    findings = {}
    with view(browser, home) as seen:
        for address in [*_shown(built)][part::PARTS]:
            seen.notes.clear()
            seen.page.goto(f"{home}{address}")
            seen.page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")
            findings[address] = []
            for width in (1280, 390, 320):
                seen.resize(width)
                findings[address] += [f"{width} px: {found}" for found in seen.outside()]
            findings[address] += seen.notes
    assert not any(findings.values()), listed(findings)


def test_pictures_come(built, home, browser):
    """Also those that wait until they are near."""
    findings = {}
    with view(browser, home) as seen:
        for address, page in distinct(_shown(built)).items():
            if page.images:
                seen.page.goto(f"{home}{address}")
                findings[address] = seen.page.evaluate(
                    """() => Promise.all([...document.images].map(one => {
                      one.loading = 'eager';
                      return one.decode().then(() => [], () => [one.src]);
                    })).then(found => found.flat())"""
                )
    assert any(page.images for page in built.pages.values())
    assert not any(findings.values()), listed(findings)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_the_menu_opens_by_touch_and_by_key(built, home, browser, axe, javascript, scheme):  # noqa: PLR0917 - each is a fixture
    with view(browser, home, width=390, scheme=scheme, javascript=javascript, axe=axe) as seen:
        seen.page.goto(f"{home}/")
        toggle, link = seen.page.locator(".menu summary"), seen.page.locator(".menu a").first
        assert not link.is_visible()
        toggle.click()
        assert link.is_visible()
        assert seen.outside() == []
        if javascript:
            assert seen.violations() == []
        toggle.click()
        assert not link.is_visible()
        toggle.focus()
        seen.page.keyboard.press("Enter")
        assert link.is_visible()
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Enter")
        seen.page.wait_for_url(f"{home}{_first_of_the_menu(built)}")


def _first_of_the_menu(built) -> str:
    links = (given for _, given in built.pages["/"].elements if given.get("class") == "nav__link")
    return next(links)["href"]


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_questions_open_by_click_and_by_key(built, home, browser, javascript):
    asking = next(address for address, page in _shown(built).items() if page.has("details", "faq__item"))
    with view(browser, home, width=390, javascript=javascript) as seen:
        seen.page.goto(f"{home}{asking}")
        first = seen.page.locator("details.faq__item").first
        question, answer = first.locator("summary"), first.locator(".faq__answer")
        assert not answer.is_visible()
        question.click()
        assert answer.is_visible()
        question.focus()
        seen.page.keyboard.press("Space")
        assert not answer.is_visible()


def test_the_keyboard_reaches_the_content_first_and_sees_where_it_is(home, browser):
    with view(browser, home) as seen:
        seen.page.goto(f"{home}/")
        seen.page.keyboard.press("Tab")
        skip = seen.page.locator(".skip")
        assert seen.page.evaluate("document.activeElement.className") == "skip"
        assert skip.bounding_box()["y"] >= 0
        seen.page.keyboard.press("Enter")
        assert seen.page.url.endswith("#main")
        for _ in range(12):
            seen.page.keyboard.press("Tab")
            style = "getComputedStyle(document.activeElement)"
            outline = seen.page.evaluate(f"{style}.outlineStyle + {style}.outlineWidth")
            shadow = seen.page.evaluate(f"{style}.boxShadow")
            assert (outline.startswith("none"), shadow) != (True, "none")


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_redirects_lead_to_their_targets(built, home, browser, javascript):
    assert built.redirects
    with view(browser, home, javascript=javascript) as seen:
        for address, page in built.redirects.items():
            seen.page.goto(f"{home}{address}", wait_until="commit")
            seen.page.wait_for_url(f"{home}{page.refresh}")
            assert seen.page.locator("h1").count() == 1
        assert seen.notes == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_redirect_that_is_not_followed_is_a_page_to_read(built, home, browser, axe, scheme):
    with view(browser, home, width=390, scheme=scheme, axe=axe) as seen:
        for page in built.redirects.values():
            held = page.source.replace('http-equiv="refresh"', 'name="held"')
            seen.page.route("**/held/", partial(_show, held))
            seen.page.goto(f"{home}/held/")
            assert seen.violations() + seen.outside() == []
            seen.page.unroute("**/held/")


def _show(source: str, route) -> None:
    route.fulfill(body=source, content_type="text/html; charset=utf-8")


def test_an_address_that_is_not_there_shows_the_page_for_it(home, browser):
    with view(browser, home, width=390) as seen:
        answer = seen.page.goto(f"{home}/trades/no-such/page/")
        assert answer.status == 404
        assert seen.page.locator(".header").is_visible()
        seen.page.locator("main a").first.click()
        seen.page.wait_for_url(f"{home}/")


def test_pages_can_be_printed(home, browser):
    """On paper there is no window to scroll, and no button to press."""
    with view(browser, home) as seen:
        seen.page.goto(f"{home}/pricing/")
        seen.page.emulate_media(media="print")
        assert seen.page.locator("h1").is_visible()
        seen.resize(700)
        assert seen.outside() == []
