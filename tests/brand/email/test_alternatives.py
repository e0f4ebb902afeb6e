"""Pictures of finished e-mails have words in their place, and not too many."""

from __future__ import annotations

import pytest
from sites_held import findings_of

BRAND = """\
-- brand/brand.yaml --
name: Acme
rules: {"heading/*": "off", "cohesion/*": "off", email/preheader: "off", email/image-width: "off"}
"""
VAN = '-- content/segments/assets/van.svg --\n<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>\n'
MAIL = "-- content/segments/emails/hi.md --\n---\nsubject: Hello\n---\n%s\n"
FACE = "-- themes/plain/components/prose/email.html --\n{{ section.body }}\n%s\n"
LONG = "A van " + "and one more van " * 8


def found(site, text, *families):
    return findings_of(site(BRAND + VAN + text), *(families or ("email/alt",)))


def test_words_of_content_that_are_too_long_are_found_there(site):
    (finding,) = found(site, MAIL % f"![{LONG}](asset:van.svg)")
    assert finding.place.text == LONG.strip()
    assert finding.message == "The words for this picture are longer than 125 characters."
    assert finding.hint.startswith("They have 14")


def test_words_of_an_option_are_found_there(site):
    hero = (
        "-- themes/plain/components/hero/component.yaml --\ndescription: First.\nbody: prose\nchannels: [web, email]\n"
    )
    hero += "options:\n  image: {type: asset, description: A.}\n  alt: {type: text, description: B.}\n"
    hero += "  cta: {type: cta, description: C.}\n  eyebrow: {type: text, description: E.}\n"
    hero += "  align: {type: text, description: D.}\n"
    hero += "-- themes/plain/components/hero/email.html --\n"
    hero += '<img src="{{ section.options.image.url }}" alt="{{ section.options.alt }}">{{ section.body }}\n'
    (finding,) = found(site, hero + MAIL % f"::: hero\nimage: van.svg\nalt: {LONG}\n---\nWords.\n:::")
    assert finding.place.text == LONG.strip()


def test_words_of_the_theme_are_found_there(site):
    (finding,) = found(site, FACE % f'<img src="https://www.acme.example/a.png" alt="{LONG}">' + MAIL % "Words.")
    assert (finding.place.file, finding.place.text) == ("themes/plain/components/prose/email.html", LONG)


def test_a_picture_whose_template_prints_its_attributes_needs_one_too(site):
    face = FACE % """{% set shown = 'src="https://www.acme.example/a.png"' | safe %}<img {{ shown }}>"""
    (finding,) = found(site, face + MAIL % "Words.")
    assert finding.place.text == "<img {{ shown }}>"
    assert "has no `alt`" in finding.message


@pytest.mark.parametrize(
    "text",
    [FACE % '<img src="https://www.acme.example/a.png">' + MAIL % "Words.", MAIL % "![](asset:van.svg)"],
    ids=["theme", "content"],
)
def test_what_is_missing_in_a_file_is_told_of_once(site, text):
    folder = site(BRAND.replace("rules: {", "rules: {picture/alt: warning, ") + VAN + text)
    assert [one.rule.name for one in findings_of(folder, "email/alt", "picture/")] == ["picture/alt"]


@pytest.mark.parametrize(
    "words", ["![A van](asset:van.svg)", f"![{'x' * 125}](asset:van.svg)", "![](asset:van.svg){role=presentation}"]
)
def test_short_words_and_decoration_are_fine(site, words):
    assert found(site, MAIL % words) == []


def test_a_page_may_say_more(site):
    assert found(site, f"-- content/segments/about.md --\n---\ntitle: About\n---\n![{LONG}](asset:van.svg)\n") == []
