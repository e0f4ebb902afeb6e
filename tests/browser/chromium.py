"""Chromium as the tests use it: contexts of a size and colour scheme that note what they should not meet."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from sample import Built

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # whatever a page asks for elsewhere is noted, and stays unanswered
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

# Everything axe-core has a rule for, and touch targets of 24 px, which it leaves out unless asked.
AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}

AXE = """async (options) => (await axe.run(document, options)).violations.flatMap(rule => rule.nodes.map(
  node => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.split('\\n').slice(1).join(';').trim()}`
))"""

# Words that stand outside the window, other than in a box that scrolls by itself or is not for reading.
OUTSIDE = """() => {
  const width = document.documentElement.clientWidth, found = [];
  if (document.documentElement.scrollWidth > width || document.body.scrollWidth > width)
    found.push(`scrolls to ${Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)} px`);
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const parent = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || parent.closest('[aria-hidden=true], script, style')) continue;
    if (!parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || (box.right <= width + 1 && box.left >= -1)) continue;
    let holder = parent;
    while (holder && !/auto|scroll/.test(getComputedStyle(holder).overflowX)) holder = holder.parentElement;
    if (holder && holder !== document.body && holder !== document.documentElement) continue;
    if (getComputedStyle(parent).clipPath !== 'none' || parent.matches('.skip')) continue;
    found.push(`outside: ${words.currentNode.data.trim().slice(0, 60)}`);
  }
  return found;
}"""


@dataclass
class View:
    """A page of a browser, and what it should not have met."""

    page: Page
    notes: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def violations(self, *without: str) -> list[str]:
        """What axe-core has against the page, closed parts opened first; `without` names rules that cannot apply."""
        self.page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")
        rules = {**AXE_OPTIONS["rules"], **{rule: {"enabled": False} for rule in without}}
        return self.page.evaluate(AXE, {**AXE_OPTIONS, "rules": rules})

    def outside(self) -> list[str]:
        """What cannot be read without scrolling sideways."""
        return self.page.evaluate(OUTSIDE)

    def resize(self, width: int) -> None:
        """Make the window so wide."""
        self.page.set_viewport_size({"width": width, "height": 900})


@contextmanager
def view(
    browser: Browser,
    home: str,
    *,
    width: int = 1280,
    scheme: str = "light",
    javascript: bool = True,
    axe: Path | None = None,
    answering: Built | None = None,
) -> Iterator[View]:
    """A fresh context with one page.

    Args:
        browser: The browser.
        home: Where the site is served; a request anywhere else is noted.
        width: The window's.
        scheme: light or dark.
        javascript: Whether pages may run scripts.
        axe: The file of axe-core, to be there on every page.
        answering: A site whose own absolute addresses are answered from disk, and noted apart.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=javascript,
        reduced_motion="reduce",
        service_workers="block",
    )
    seen = View(context.new_page())
    if axe is not None:
        context.add_init_script(path=axe)
    if answering is not None:
        context.route(f"{answering.base}/**", lambda route: _answer(route, answering, seen))
    page = seen.page
    page.on("console", lambda said: said.type in {"error", "warning"} and seen.notes.append(f"console: {said.text}"))
    page.on("pageerror", lambda error: seen.notes.append(f"script: {error}"))
    page.on("request", lambda request: _note_request(request.url, home, answering, seen))
    page.on("response", lambda got: got.status >= 400 and seen.notes.append(f"answered {got.status}: {got.url}"))
    try:
        yield seen
    finally:
        context.close()


def _note_request(url: str, home: str, answering: Built | None, seen: View) -> None:
    own = answering is not None and url.startswith(f"{answering.base}/")
    if not own and not url.startswith((f"{home}/", "data:", "about:")):
        seen.notes.append(f"asks elsewhere: {url}")


def _answer(route, site: Built, seen: View) -> None:
    file = site.file(urlsplit(route.request.url).path)
    seen.fetched.append(route.request.url)
    if file is None:
        seen.notes.append(f"not there: {route.request.url}")
        route.abort()
    else:
        route.fulfill(path=file)


def listed(findings: dict[str, list[str]]) -> str:
    """Findings by where they are, for the message of a failed test."""
    return json.dumps({name: found for name, found in findings.items() if found}, indent=2, ensure_ascii=False)
