"""Pictures of e-mails say how wide they are; how heavy they may be, `test_invalid_files.py` tells."""

from __future__ import annotations

import pytest
from sites_held import findings_of

BRAND = (
    '-- brand/brand.yaml --\nname: Acme\nrules: {"heading/*": "off", "cohesion/*": "off", "email/unsupported": "off"}\n'
)
MAIL = "-- content/segments/emails/hi.md --\n---\nsubject: Hello\npreheader: Good to have you.\n---\n%s\n"
FACE = "-- themes/plain/components/prose/email.html --\n{{ section.body }}\n%s\n"
SIZED = '-- content/segments/assets/van.svg --\n<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>\n'
SIZELESS = '-- content/segments/assets/van.svg --\n<svg xmlns="http://www.w3.org/2000/svg"/>\n'


def found(site, text):
    return findings_of(site(BRAND + text), "email/image-width")


def test_a_picture_of_content_gets_its_width_from_its_file(site):
    assert found(site, SIZED + MAIL % "![A van](asset:van.svg)") == []


def test_one_whose_file_says_no_size_is_found_in_the_words(site):
    (finding,) = found(site, SIZELESS + MAIL % "![A van](asset:van.svg)")
    assert (str(finding.place), finding.place.text) == ("content/segments/emails/hi.md:5:16", "van.svg")
    assert finding.message == "Neither the picture `van.svg` nor its file says how wide it is."
    assert finding.hint.startswith("Give the file a size")


def test_one_of_the_hosts_that_is_no_file_of_the_site_is_found_in_the_words(site):
    (finding,) = found(site, MAIL % "![A van](https://www.acme.example/app/van.png)")
    assert finding.place.text == "https://www.acme.example/app/van.png"
    assert "`asset:NAME`" in finding.hint


def test_a_template_that_prints_any_picture_without_it_is_found_once(site):
    hero = "-- themes/plain/components/hero/email.html --\n"
    hero += '{% if section.options.image %}<img src="{{ section.options.image.url }}" alt="">{% endif %}\n'
    hero += "{{ section.body }}\n"
    more = SIZED.replace("van", "cab") + (MAIL % "::: hero\nimage: cab.svg\n---\nCab.\n:::").replace("hi.md", "you.md")
    (finding,) = found(site, hero + SIZED + MAIL % "::: hero\nimage: van.svg\n---\nVan.\n:::" + more)
    assert (str(finding.place), finding.place.text[:4]) == ("themes/plain/components/hero/email.html:1:31", "<img")
    assert len({output for output in finding.outputs if output.endswith(".html")}) == 2


def test_one_of_the_theme_is_found_in_its_template(site):
    (finding,) = found(site, FACE % '<img src="https://www.acme.example/a.png" alt="">' + MAIL % "Words.")
    assert (finding.place.file, finding.place.text) == (
        "themes/plain/components/prose/email.html",
        "https://www.acme.example/a.png",
    )


@pytest.mark.parametrize("width", ['width="560"', 'width="100%"'])
def test_any_width_will_do(site, width):
    assert found(site, FACE % f'<img {width} src="https://www.acme.example/a.png" alt="">' + MAIL % "Words.") == []
