"""E-mails load pictures from the site's own host, and nothing else from anywhere."""

from __future__ import annotations

import pytest
from sites_held import findings_of

BRAND = """\
-- brand/brand.yaml --
name: Acme
rules: {"heading/*": "off", "cohesion/*": "off", "style/*": "off", "email/link": "off"}
"""
MAIL = "-- content/segments/emails/hi.md --\n---\nsubject: Hello\npreheader: Good to have you.\n---\n%s\n"
FACE = "-- themes/plain/components/prose/email.html --\n{{ section.body }}\n%s\n"


def found(site, text, *families):
    return findings_of(site(BRAND + text), "email/third-party", *families)


@pytest.mark.parametrize(
    ("markup", "host"),
    [
        ('<img src="https://pixel.example/1.gif" width="1" alt="">', "pixel.example"),
        ('<p style="background: url(https://cdn.example/1.png)">x</p>', "cdn.example"),
        ('<img src="//cdn.example/1.png" width="1" alt="">', "cdn.example"),
        ('<style data-css-inline="keep">@import url(https://fonts.example/a.css);</style>', "fonts.example"),
    ],
)
def test_another_host_is_found_in_the_template(site, markup, host):
    (finding,) = found(site, FACE % markup + MAIL % "Words.")
    assert finding.place.file == "themes/plain/components/prose/email.html"
    assert host in finding.place.text
    assert finding.message == f"Whoever opens the e-mail loads something from `{host}`."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<link rel="preload" href="https://www.acme.example/a.woff2">', "<link"),
        ('<style data-css-inline="keep">@import "https://www.acme.example/a.css";</style>', "@import"),
        (
            '<style data-css-inline="keep">@font-face { src: url(https://www.acme.example/a.woff2) }</style>',
            "@font-face",
        ),
    ],
)  # fmt: skip
def test_a_style_sheet_or_font_of_its_own_is_too_much(site, markup, text):
    (finding,) = found(site, FACE % markup + MAIL % "Words.")
    assert finding.place.text == text
    assert finding.message == "Whoever opens the e-mail loads a style sheet or a font."


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://www.acme.example/a.png" width="1" alt="">',
        '<p style="background: url(https://www.acme.example/a.png)">x</p>',
        '<a href="https://other.example/">Others</a>',
        '<style data-css-inline="keep">.a { background: url(https://www.acme.example/a.png) }</style>',
        '<img src="data:image/gif;base64,R0lGOD" width="1" alt="">',
    ],
)
def test_own_pictures_and_mere_links_are_fine(site, markup):
    assert found(site, FACE % markup + MAIL % "Words.") == []


def test_a_foreign_picture_of_content_is_told_of_once(site):
    findings = found(site, MAIL % "![A van](https://other.example/van.png)", "picture/", "email/")
    assert [finding.rule.name for finding in findings] == ["picture/foreign"]
