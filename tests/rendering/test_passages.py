"""What a touchpoint says: every text a reader meets, each with its place in the file that says it."""

from __future__ import annotations

import datetime

import pytest

from segsite.diagnostics import Findings
from segsite.inheritance import inherit
from segsite.reading import read_site
from segsite.rendering.email import render_email
from segsite.rendering.renderer import Renderer
from segsite.rendering.web import render_page

DAY = datetime.date(2026, 11, 21)

SITE = """\
-- brand/brand.yaml --
name: Acme
legal_name: Acme Ltd.
channels: {web: {legal: [company]}, email: {legal: [company]}}
regions: {uk: {legal: {company: company-uk}}}
-- brand/legal/company.md --
Acme keeps its word.
-- brand/legal/company.de.md --
Acme hält Wort.
-- brand/legal/company-uk.md --
Acme keeps its word in Leeds.
-- brand/facts.yaml --
makers: {value: 2400, written: "2,400"}
-- content/segments/segment.yaml --
name: Everyone
audience: people who make things
message:
  headline: Make things sooner
  promise: >-
    Less waiting for
    {{ facts.makers }} makers.
ctas:
  demo: {label: Book a demo, url: "https://www.acme.example/app/demo"}
-- content/library/proof.md --
::: prose
Proven by *many*.
:::
-- content/segments/index.md --
---
title: Acme for {{ segment.name }}
description: What it does.
---

::: hero
eyebrow: For makers
cta: demo
---
# {{ message.headline }}

{{ message.promise }} [Book now](cta:demo)
:::

::: features
### Fast
Ready **before** lunch.
:::

::: use proof :::
-- content/segments/emails/hello.md --
---
subject: Hello {{ merge.first_name | fallback("there") }}
preheader: Good news
---

Words for you.
"""


def rendered(folder, segment="", key="index"):
    site = read_site(folder, Findings())
    tree = inherit(site, Findings())
    renderer = Renderer(site, tree, DAY, drafts=False)
    node = tree.nodes[segment]
    touchpoint = node.touchpoints[key]
    render = render_email if key.startswith("emails/") else render_page
    return render(renderer, node, touchpoint).spoken


def places(spoken):
    """Each text with its kind and the place of its first word."""
    return [
        (block.text, ".".join(sorted(passage.scope(block) - {"text", "web", "email"})), str(passage.place(at, (0, 1))))
        for passage in spoken.passages
        for at, block in enumerate(passage.wording.blocks)
    ]


def test_a_page_says_every_text_at_its_place(site):
    assert places(rendered(site(SITE))) == [
        ("Acme for Everyone", "title", "content/segments/index.md:2:8"),
        ("What it does.", "description", "content/segments/index.md:3:14"),
        ("Acme keeps its word.", "legal", "brand/legal/company.md:1:1"),
        ("For makers", "option", "content/segments/index.md:7:10"),
        ("Book a demo", "cta", "content/segments/segment.yaml:9:17"),
        ("Make things sooner", "h1.heading", "content/segments/segment.yaml:4:13"),
        ("Less waiting for 2,400 makers. Book now", "", "content/segments/segment.yaml:6:5"),
        ("Fast", "h3.heading", "content/segments/index.md:16:5"),
        ("Ready before lunch.", "", "content/segments/index.md:17:1"),
        ("Proven by many.", "", "content/library/proof.md:2:1"),
    ]


def test_an_e_mail_says_subject_and_preheader(site):
    found = places(rendered(site(SITE), key="emails/hello"))
    assert found[0][1:] == ("subject", "content/segments/emails/hello.md:2:10")
    assert found[1] == ("there", "fallback", "content/segments/emails/hello.md:2:48")
    assert found[2] == ("Good news", "preheader", "content/segments/emails/hello.md:3:12")
    assert ("Words for you.", "", "content/segments/emails/hello.md:6:1") in found


@pytest.mark.parametrize(
    ("needle", "place", "text"),
    [
        ("2,400", "brand/facts.yaml:1:33", "2,400"),
        ("waiting", "content/segments/segment.yaml:6:10", "waiting"),
        ("waiting for", "content/segments/segment.yaml:6:10", "waiting for"),
        ("Book now", "content/segments/index.md:12:24", "Book now"),
        ("before", "content/segments/index.md:17:9", "before"),
        ("Everyone", "content/segments/segment.yaml:1:7", "Everyone"),
    ],
)
def test_words_are_placed_where_they_are_written_however_they_came_onto_the_page(site, needle, place, text):
    for passage in rendered(site(SITE)).passages:
        for at, block in enumerate(passage.wording.blocks):
            if needle in block.text:
                start = block.text.index(needle)
                found = passage.place(at, (start, start + len(needle)))
                assert (str(found), found.text) == (place, text)
                return
    raise AssertionError(f"{needle} is not said")


def test_a_touchpoint_knows_the_ctas_it_shows_as_buttons_and_as_links(site):
    spoken = rendered(site(SITE))
    assert [(cta.name, cta.label, cta.url) for cta in spoken.ctas] == [
        ("demo", "Book a demo", "https://www.acme.example/app/demo"),
        ("demo", "Book now", "https://www.acme.example/app/demo"),
    ]


def test_a_quotation_is_known_by_its_component(site):
    folder = site(
        SITE + "-- themes/plain/components/prose/component.yaml --\n"
        "description: Words of a customer.\nchannels: [web, email]\nbody: prose\nquotation: true\n"
    )
    kinds = {text: kind for text, kind, _ in places(rendered(folder))}
    assert kinds["Proven by many."] == "quotation"
    assert kinds["Ready before lunch."] == ""


@pytest.mark.parametrize(
    ("definition", "words"),
    [
        ("region: uk", "Acme keeps its word in Leeds."),
        ("locale: de-AT", "Acme hält Wort."),
        ("locale: fr", "Acme keeps its word."),
    ],
)
def test_legal_text_is_that_of_the_region_and_the_language(site, definition, words):
    folder = site(SITE + f"-- content/segments/makers/segment.yaml --\n{definition}\n")
    assert [text for text, kind, _ in places(rendered(folder, "makers")) if kind == "legal"] == [words]


def test_a_reading_of_a_page_is_shared_by_all_who_say_it(site):
    folder = site(SITE + "-- content/segments/makers/segment.yaml --\nname: Makers\n")
    site_, findings = read_site(folder, Findings()), Findings()
    tree = inherit(site_, findings)
    renderer = Renderer(site_, tree, DAY, drafts=False)
    one, two = (render_page(renderer, node, node.touchpoints["index"]).spoken.passages for node in tree.nodes.values())
    assert [a.wording is b.wording for a, b in zip(one, two, strict=True)] == [False, *[True] * (len(one) - 1)]
