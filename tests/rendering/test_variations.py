"""What a segment varies has effect on its pages and in its e-mails, and nowhere else."""

from __future__ import annotations

import datetime

import pytest

from segsite.building import BuildOptions, build

SITE = """\
-- brand/brand.yaml --
name: Acme
rules: {"heading/*": "off", "cohesion/*": "off", "email/*": "off"}
variation:
  accent: {group: color.accents, replaces: color.accent}
  hero: true
  tone:
    warm: {description: For those who have time.}
-- brand/tokens.json --
{"color": {"$type": "color",
  "accent": {"default": {"$value": {"colorSpace": "srgb", "components": [1, 0, 0]}}},
  "accents": {"sea": {"default": {"$value": {"colorSpace": "srgb", "components": [0, 0, 1]}}},
              "sun": {"default": {"$value": {"colorSpace": "srgb", "components": [1, 1, 0]}}}},
  "button": {"$value": "{color.accent.default}"}}}
-- themes/plain/components/hero/web.html --
<section data-accent="{{ variation.accent }}" data-tone="{{ variation.tone }}" data-button="{{ tokens.color.button }}">
{%- if variation.hero %}<img src="{{ variation.hero.url }}" width="{{ variation.hero.width }}" alt="">{% endif %}
{{ section.body }}</section>
-- themes/plain/components/hero/email.html --
<table role="presentation"><tr><td class="hero" bgcolor="{{ tokens.color.button }}">{{ section.body }}</td></tr></table>
-- themes/plain/email/style.css --
.hero { color: {{ tokens.color.accent.default }} }
-- content/segments/emails/hello.md --
---
subject: Hello
---
::: hero
# Hello
:::
-- content/segments/assets/scene.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"/>
-- content/segments/one/segment.yaml --
name: One
variation: {accent: sea, tone: warm, hero: scene.svg}
-- content/segments/one/two/segment.yaml --
name: Two
variation: {tone: null}
"""


@pytest.fixture
def dist(site):
    folder = site(SITE)
    report = build(BuildOptions(folder, datetime.date(2026, 11, 21)), lambda _: None)
    assert [str(finding) for finding in report.findings] == []
    return folder / "dist"


def test_a_page_knows_what_its_segment_varies_and_inherits(dist):
    root, one, two = (dist.joinpath("web", *path, "index.html").read_text() for path in ((), ("one",), ("one", "two")))
    assert '<section data-accent="" data-tone="" data-button="#ff0000">' in root
    assert '<section data-accent="sea" data-tone="warm" data-button="#0000ff">' in one
    assert '<section data-accent="sea" data-tone="" data-button="#0000ff">' in two
    assert "<img" not in root
    assert '/assets/scene.svg" width="60" alt="">' in one


def test_the_style_sheet_has_the_accents_that_are_chosen(dist):
    (sheet,) = (path.read_text() for path in dist.rglob("style.*.css"))
    assert '[data-accent="sea"] {\n  --color-accent-default: #0000ff;\n  --color-button: #0000ff;\n}' in sheet
    assert 'data-accent="sun"' not in sheet


def test_an_e_mail_has_the_accents_values_written_out(dist):
    mails = {path.parent.name: path.read_text() for path in dist.rglob("hello.html")}
    assert "#ff0000" in next(text for name, text in mails.items() if name not in {"one", "two"})
    for name in ("one", "two"):
        assert 'bgcolor="#0000ff"' in mails[name]
        assert "color: #0000ff" in mails[name]
        assert "#ff0000" not in mails[name]
