"""Pictures say what they show, or that they only decorate."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

PAGE = (
    '-- content/segments/assets/van.svg --\n<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'
    "-- content/segments/index.md --\n---\ntitle: Home\n---\n{}\n"
)
TEMPLATE = "-- themes/plain/components/prose/web.html --\n<section>\n{}\n{{{{ section.body }}}}</section>\n"


@pytest.mark.parametrize(
    ("body", "rule", "place", "text"),
    [
        ("A ![](asset:van.svg) van", "picture/alt", "4:3", "![](asset:van.svg)"),
        ("![van.svg](asset:van.svg)", "picture/alt-words", "4:3", "van.svg"),
        ("![IMG_0042](asset:van.svg)", "picture/alt-words", "4:3", "IMG_0042"),
        ("![Picture of a van](asset:van.svg)", "picture/alt-words", "4:3", "Picture of a van"),
        ("![an image showing a van](asset:van.svg)", "picture/alt-words", "4:3", "an image showing a van"),
        ("![Bild von einem Wagen](asset:van.svg)", "picture/alt-words", "4:3", "Bild von einem Wagen"),
        ("![Une photo d'un camion](asset:van.svg)", "picture/alt-words", "4:3", "Une photo d'un camion"),
    ],
)
def test_a_picture_without_telling_words_is_found_where_it_stands(site, body, rule, place, text):
    found = findings_of(site(PAGE.format(body)), "picture/")
    assert places(found) == [(rule, f"content/segments/index.md:{place}")]
    assert found[0].place.text == text


@pytest.mark.parametrize(
    "body",
    [
        "![A van before a house](asset:van.svg)",
        "![](asset:van.svg){role=presentation}",
        "![{{ segment.name }} in a van](asset:van.svg)",
        "![Pictures of our vans hang on every wall](asset:van.svg)",
        "`![](asset:van.svg)`",
    ],
)
def test_a_picture_that_says_what_it_shows_or_decorates_is_fine(site, body):
    assert findings_of(site(PAGE.format(body)), "picture/") == []


def test_an_option_for_the_words_of_a_picture_is_looked_at_too(site):
    component = (
        "-- themes/plain/components/shot/component.yaml --\ndescription: A picture.\nbody: none\n"
        "options:\n  image: {type: asset, description: It.}\n  alt: {type: text, description: Its words.}\n"
        "-- themes/plain/components/shot/web.html --\n"
        '<img src="{{ section.options.image.url }}" alt="{{ section.options.alt }}">\n'
    )
    files = component + PAGE.format("::: shot\nimage: asset:van.svg\nalt: photo of a van\n---\n:::")
    assert places(findings_of(site(files), "picture/")) == [("picture/alt-words", "content/segments/index.md:6:6")]


@pytest.mark.parametrize(
    ("markup", "count"),
    [
        ('<img src="a.svg">', 1),
        ("<img src='a>b.svg' width=\"{{ 1 if 2 > 1 else 3 }}\">", 1),
        ('<img src="{{ asset("a.svg") }}" data-alt="x">', 1),
        ('<img\n  src="a.svg"\n>', 1),
        ('<img src="a.svg" alt="">', 0),
        ("<img alt src='a.svg'>", 0),
        ('<img src="a.svg" alt="{{ site.name }}">', 0),
        ('<img src="a.svg"{% if true %} alt="A van"{% endif %}>', 0),
        ("<img {{ 'alt=\"\"' | safe }} src='a.svg'>", 0),
        ('{# <img src="a.svg"> #}', 0),
        ('<!-- <img src="a.svg"> -->', 0),
    ],
)
def test_a_picture_of_a_theme_has_an_alt(site, markup, count):
    theme = TEMPLATE.format(markup) + '-- themes/plain/assets/a.svg --\n<svg xmlns="http://www.w3.org/2000/svg"/>\n'
    found = findings_of(site(theme), "picture/")
    assert places(found) == [("picture/alt", "themes/plain/components/prose/web.html:2:1")] * count
