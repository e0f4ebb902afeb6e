"""Calls to action with one destination have one label."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

SITE = """\
-- brand/brand.yaml --
name: Acme
rules: {{"heading/*": "off"}}
-- content/segments/segment.yaml --
name: Everyone
audience: all
ctas:
  demo: {{label: Book a demo, url: "{first}"}}
  tour: {{label: {label}, url: "{second}"}}
-- content/segments/prices.md --
---
title: Prices
---
::: hero
cta: demo
---
# Prices
:::
-- content/segments/index.md --
---
title: Home
---
{page}
-- content/segments/emails/hello.md --
---
subject: Hello
---
::: hero
cta: tour
---
# Hello
:::
-- content/segments/trades/segment.yaml --
"""
PRICES = "https://www.acme.example/prices/"


def site_of(first: str, second: str, label: str = "Take the tour", page: str = "# Home") -> str:
    return SITE.format(first=first, second=second, label=label, page=page)


@pytest.mark.parametrize(
    ("first", "second"),
    [("page:prices", "/prices/"), ("https://a.example/", "https://a.example/"), ("page:prices", PRICES)],
)
def test_two_labels_of_one_address_are_found_at_the_later_declared(site, first, second):
    (finding,) = findings_of(site(site_of(first, second)), "cohesion/cta")
    assert places([finding]) == [("cohesion/cta-label", "content/segments/segment.yaml:5:17")]
    assert "email/generic/hello.html" in finding.outputs
    assert "“Book a demo”, `demo` at content/segments/segment.yaml:4:17." in finding.message


def test_tracking_makes_no_other_address(site):
    found = findings_of(site(site_of("https://a.example/?utm_source=mail", "https://a.example/")), "cohesion/cta")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("page:prices", "page:index", "Take the tour"),
        ("/prices/#solo", "/prices/#team", "Take the tour"),
        ("https://a.example/?plan=solo", "https://a.example/?plan=team", "Take the tour"),
        ("page:prices", "/prices/", "book a demo"),
    ],
)
def test_other_addresses_and_the_same_label_are_fine(site, first, second, label):
    page = "# Home\n\n## Solo\n\n## Team"
    files = site_of(first, second, label, page).replace("# Prices\n", "# Prices\n\n## Solo\n\n## Team\n")
    assert findings_of(site(files), "cohesion/cta") == []


def test_the_words_of_a_link_are_no_label(site):
    page = "# Home\n\nYou may [look at what it costs](cta:demo), or [see it](page:prices)."
    assert findings_of(site(site_of("page:prices", "page:index", page=page)), "cohesion/cta") == []
