"""Headings of pages and e-mails as they are made."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

BRAND = '-- brand/brand.yaml --\nname: Acme\nrules: {"cohesion/*": "off"}\n'
PAGE = "-- content/segments/index.md --\n---\ntitle: Home\n---\n{}\n"
MAIL = "-- content/segments/emails/hello.md --\n---\nsubject: Hello\n---\n{}\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Words.", [("heading/one", "1:1")]),
        ("# One\n\n# Two", [("heading/one", "6:3")]),
        ("# Same\n\n# Same", [("heading/one", "6:3")]),
        ("# One\n\n### Three", [("heading/order", "6:5")]),
        ("# One\n\n## Two\n\n#### Four\n\n## Two again", [("heading/order", "8:6")]),
        ("### First\n\n# One", [("heading/order", "4:5")]),
        ("# One\n\n## <span></span>", [("heading/empty", "1:1")]),
        ("# One\n\n#", [("heading/empty", "1:1")]),
        ("# <span></span>", [("heading/empty", "1:1")]),
        ("::: hero\n# {{ message.headline }}\n:::\n\n# Two", [("heading/one", "8:3")]),
    ],
)
def test_a_page_has_one_first_heading_and_leaves_no_level_out(site, body, expected):
    found = findings_of(site(BRAND + PAGE.format(body)), "heading/")
    assert places(found) == [(rule, f"content/segments/index.md:{place}") for rule, place in expected]


@pytest.mark.parametrize(
    "body",
    [
        "# One",
        "# One\n\n## Two\n\n### Three\n\n## Two again\n\n### And three",
        "# Don't & *do*\n\n## “Quoted”",
        "# One\n\n::: features\n### An item\nOne.\n:::",  # the theme decides which level an item has
        "# One\n\n```html\n<h1>shown</h1>\n<h4></h4>\n```",
        "# One\n\n<!-- <h1>One</h1> -->",
    ],
)
def test_headings_in_order_are_fine(site, body):
    assert findings_of(site(BRAND + PAGE.format(body)), "heading/") == []


@pytest.mark.parametrize(("body", "count"), [("Hello.", 0), ("## Hello", 0), ("# Hello", 0), ("# Hello\n\n# There", 1)])
def test_an_email_may_do_without_a_first_heading(site, body, count):
    assert len(findings_of(site(BRAND + MAIL.format(body)), "heading/")) == count


def test_a_heading_of_a_block_is_found_in_its_file(site):
    block = "-- content/library/story.md --\n::: prose\n# Our story\n:::\n"
    other = "-- content/segments/trades/segment.yaml --\n"
    files = BRAND + block + other + PAGE.format("# One\n\n::: use story :::")
    found = findings_of(site(files), "heading/")
    assert places(found) == [("heading/one", "content/library/story.md:2:3")]
    assert found[0].outputs == {"web/index.html", "web/trades/index.html"}


def test_a_heading_that_a_theme_writes_is_reported_at_the_page(site):
    hero = "-- themes/plain/components/hero/web.html --\n<section><h1>Welcome</h1>{{ section.body }}</section>\n"
    found = findings_of(site(BRAND + hero + PAGE.format("# One\n\n::: hero\nWords.\n:::")), "heading/")
    assert places(found) == [("heading/one", "content/segments/index.md:1:1")]
    assert "“Welcome”" in found[0].message


def test_the_name_of_a_picture_names_a_heading(site):
    svg = '-- content/segments/assets/a.svg --\n<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'
    assert findings_of(site(BRAND + svg + PAGE.format("# ![Acme](asset:a.svg)")), "heading/") == []
