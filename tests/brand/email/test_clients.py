"""E-mails are held to the mail clients that the brand names, where what they use is written."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from sites_held import findings_of, places

from segsite.building import BuildOptions, build
from segsite.model.email import CLIENTS

ROOT = Path(__file__).resolve().parents[3]
OURS = ("email/unsupported", "email/decoration", "email/unknown-client")
ALSO = ("email/link", "email/image-width", "email/contrast")
"""What these e-mails break besides."""
EMAIL = "-- content/segments/emails/hi.md --\n---\nsubject: Hello\n---\n{}\n"
STYLE = "-- themes/plain/email/style.css --\n{}\n"
PROSE = "-- themes/plain/components/prose/email.html --\n{}\n"
BRAND = """\
-- brand/brand.yaml --
name: Acme
rules: {{"heading/*": "off", "cohesion/*": "off", "style/*": "off"}}
email: {}
"""
BODY = '<table role="presentation"><tr><td class="prose">{{ section.body }}</td></tr></table>'
PICTURE = '-- {}/van.svg --\n<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'


def found(site, text, *families):
    wanted = families or OURS
    held = findings_of(site(EMAIL.format("Words.") + text), *wanted, *ALSO)
    return [finding for finding in held if finding.rule.name.startswith(wanted)]


def shown(findings):
    return [(f"{finding.place.file}:{finding.place.line}", finding.place.text) for finding in findings]


def test_the_sample_site_is_seen_in_every_client_that_it_names():
    report = build(BuildOptions(ROOT, datetime.date(2026, 11, 21), drafts=True), lambda _: None, write=False)
    found = [finding for finding in report.findings if finding.rule.name.startswith(("email/uns", "email/style"))]
    assert [f"{finding.place} {finding.message}" for finding in found] == []


def test_a_finding_says_what_is_lost_in_which_clients_and_what_to_do(site):
    (finding,) = found(site, STYLE.format("/* x */\n.prose { margin: 0; background:url(a.png) }"))
    assert places([finding]) == [("email/unsupported", "themes/plain/email/style.css:2:21")]
    assert finding.place.text == "background:url(a.png)"
    assert finding.message == (
        "`background-image` does not work in Outlook for Windows: the words stand on nothing, and light ones cannot be "
        "read."
    )
    assert "Give the element a `background-color` too" in finding.hint
    assert "Outlook for Windows: Background images can be used in VML." in finding.hint
    assert finding.hint.endswith("See https://www.caniemail.com/features/css-background-image/")
    assert finding.severity.name == "WARNING"


def test_clients_are_listed_in_the_order_of_the_brand_and_notes_are_joined(site):
    clients = "{clients: [yahoo, outlook-windows, gmail]}"
    (finding,) = found(site, BRAND.format(clients) + STYLE.format(".prose { margin: -4px }"))
    assert finding.message.startswith("A negative `margin` does not work in Yahoo Mail, Outlook for Windows and Gmail:")
    assert "Yahoo Mail, Outlook for Windows and Gmail: Partial. Negative values are not supported." in finding.hint


def test_one_breach_in_many_emails_is_one_finding(site):
    more = "".join(
        f"-- content/segments/emails/hi-{number}.md --\n---\nsubject: Hello\n---\nWords.\n" for number in range(3)
    )
    (finding,) = found(site, more + STYLE.format(".prose { display: flex }"))
    assert len({output.rpartition("/")[2] for output in finding.outputs if output.endswith(".html")}) == 4


@pytest.mark.parametrize(
    ("files", "place", "text"),
    [
        (STYLE.format(".prose { display:flex }"), "themes/plain/email/style.css:1", "display:flex"),
        (
            STYLE.format(".prose { width: calc({{ 50 }}% - 2px) }"),
            "themes/plain/email/style.css:1",
            "width: calc({{ 50 }}% - 2px)",
        ),
        (
            STYLE.format("{% set wide = '20rem' %}\n.prose { width: {{ wide }} }"),
            "themes/plain/email/style.css:1",
            "20rem",
        ),
        (
            PROSE.format('<div>\n<div style="margin: 0; display: flex">{{ section.body }}</div></div>'),
            "themes/plain/components/prose/email.html:2",
            "display: flex",
        ),
        (PROSE.format("<p hidden>{{ section.id }}</p>" + BODY), "themes/plain/components/prose/email.html:1", "hidden"),
        (PROSE.format(BODY + "<video src='a.mp4'></video>"), "themes/plain/components/prose/email.html:1", "<video"),
        (
            PROSE.format(BODY + "{% include 'email/part.html' %}")
            + "-- themes/plain/email/part.html --\n<form action='x'></form>\n",
            "themes/plain/email/part.html:1",
            "<form",
        ),
        (
            PROSE.format(BODY + '<img alt="" src="https://www.acme.example/a.webp">'),
            "themes/plain/components/prose/email.html:1",
            "https://www.acme.example/a.webp",
        ),
    ],
)
def test_a_breach_of_the_theme_is_found_where_it_is_written(site, files, place, text):
    assert shown(found(site, files)) == [(place, text)]


def test_a_breach_in_a_token_is_found_where_the_token_has_its_value(site):
    tokens = (
        '-- brand/tokens.json --\n{"size": {"$type": "dimension",\n"wide": {"$value": {"value": 2, "unit": "rem"}},\n'
    )
    tokens += '"other": {"$value": {"value": 2, "unit": "rem"}}}}\n'
    (finding,) = found(site, tokens + STYLE.format(".prose { width: {{ tokens.size.wide }} }"))
    assert str(finding.place) == "brand/tokens.json:2:20"
    assert finding.message.startswith("The unit `rem` does not work in Outlook for Windows and Yahoo Mail")


@pytest.mark.parametrize(
    ("content", "place", "text"),
    [
        ("Words.\n\n![A van](asset:van.svg)", "content/segments/emails/hi.md:6", "van.svg"),
        ("::: use why :::", "content/library/why.md:2", "van.svg"),
        (
            '{{ ["A", "B"] | first }}\n\n::: hero\n---\n![A van](asset:van.svg)\n:::',
            "content/segments/emails/hi.md:8",
            "van.svg",
        ),
    ],
)
def test_a_picture_of_content_is_found_where_it_is_named(site, content, place, text):
    block = "-- content/library/why.md --\n::: prose\n![A van](asset:van.svg)\n:::\n"
    files = block + PICTURE.format("content/segments/assets") + EMAIL.format(content)
    assert shown(found(site, files)) == [(place, text)]


def test_a_picture_of_the_brand_is_found_in_its_file(site):
    brand = "-- brand/brand.yaml --\nname: Acme\nlogo: van.svg\n"
    brand += 'rules: {"heading/*": "off", "cohesion/*": "off"}\n'
    show = PROSE.format(BODY + '<img alt="" src="{{ brand.logo.url }}">')
    assert shown(found(site, brand + PICTURE.format("brand/assets") + show)) == [("brand/brand.yaml:2", "van.svg")]


def test_what_nobody_has_written_as_it_is_stands_at_the_email(site):
    show = PROSE.format(BODY + "{% set kind = 'dden' %}<p {{ 'hi' ~ kind }}>x</p>")
    assert shown(found(site, show)) == [("content/segments/emails/hi.md:1", "")]


@pytest.mark.parametrize(
    "files",
    [
        BRAND.format("{}")
        + STYLE.format(".prose { border-radius: 4px; box-shadow: 0 0 4px #bbbbbb; margin: 0 auto; max-width: 600px }"),
        STYLE.format("@media screen { .prose { display: flex; width: 10vw } }"),
        STYLE.format(".nobody { display: flex }"),
        BRAND.format("{}") + STYLE.format(".prose { background: #ffffff url(a.png) }"),
        "-- themes/plain/components/prose/web.html --\n<section style='display: flex'>{{ section.body }}</section>\n",
        "-- themes/plain/style.css --\nbody { display: flex }\n",
        PROSE.format(f'<!--[if mso]><table><tr><td><![endif]--><div style="display: flex">{BODY}</div>'),
        PROSE.format(f'<!--[if !mso]><!--><div style="display: flex">{BODY}</div><!--<![endif]-->'),
        PROSE.format(f'{BODY}<p style="width: 300px; width: calc(50% - 4px)">x</p>'),
        PROSE.format(f'{BODY}<video src="a.mp4"><a href="https://www.acme.example/">Watch it</a></video>'),
        BRAND.format("{clients: []}") + STYLE.format(".prose { display: flex }"),
        BRAND.format("{clients: [gmail, ios-mail]}") + STYLE.format(".prose { display: flex }"),
    ],
)
def test_decoration_fallbacks_and_what_the_clients_have_are_passed_over(site, files):
    assert shown(found(site, files)) == []


def test_the_theme_is_searched_for_those_who_lose_it(site):
    for_all, others = (
        '<p style="display: flex">a</p>',
        '<!--[if !mso]><!--><p style="display: flex">b</p><!--<![endif]-->',
    )
    (finding,) = found(site, PROSE.format(f"{others}\n{for_all}{BODY}"))
    assert shown([finding]) == [("themes/plain/components/prose/email.html:2", "display: flex")]


def test_decoration_is_told_if_the_brand_asks_for_it(site):
    brand = BRAND.format("{decoration: true, clients: [outlook-windows]}")
    (finding,) = found(site, brand + STYLE.format(".prose { border-radius: 4px }"))
    assert (finding.rule.name, finding.severity.name) == ("email/decoration", "SUGGESTION")
    assert finding.message == "`border-radius` does not work in Outlook for Windows: corners are square."


def test_a_mistyped_client_is_found_with_the_nearest(site):
    (finding,) = found(site, BRAND.format("{clients: [gmail, apple-male]}"))
    assert (finding.rule.name, finding.place.text) == ("email/unknown-client", "apple-male")
    assert finding.hint == "Did you mean `apple-mail`?"


@pytest.mark.parametrize(
    "email", ["{clients: gmail}", "{clients: [[gmail]]}", "{decoration: 2}", "{client: [gmail]}", "[]"]
)
def test_what_is_no_list_of_clients_is_a_finding_of_the_schema(site, email):
    assert {finding.rule.name.partition("/")[0] for finding in found(site, BRAND.format(email), "schema/")} == {
        "schema"
    }


def test_every_client_can_be_named(site):
    assert found(site, BRAND.format(f"{{clients: [{', '.join(CLIENTS)}]}}")) == []
