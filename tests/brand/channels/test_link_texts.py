"""Links and calls to action that say nothing by themselves."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

from segsite.brand.channels.link_texts import says_nothing

PAGE = "-- content/segments/index.md --\n---\ntitle: Home\n---\n{}\n"


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("click here", "en"), ("Here", "en-GB"), ("Read more …", "en"), ("Learn more »", "en"), ("→ more", "en"),
        ("this  link", "en"), ("Mehr erfahren", "de"),
        ("hier", "de-AT"), ("En savoir plus", "fr"), ("Más información", "es"),
    ],
)  # fmt: skip
def test_words_that_fit_any_link_say_nothing(text, locale):
    assert says_nothing(text, locale)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("See the prices", "en"), ("Learn more about invoices", "en"), ("More than 2,400 teams", "en"), ("hier", "en"),
        ("More", "sw"), ("Here comes the van", "en"), ("Mehr Umsatz", "de"), ("", "en"), ("→", "en"),
    ],
)  # fmt: skip
def test_words_that_name_what_comes_say_something(text, locale):
    assert not says_nothing(text, locale)


def test_a_link_is_found_at_its_words(site):
    found = findings_of(site(PAGE.format("# Home\n\nTo see it, [click *here*](/segments/).")), "link/")
    assert places(found) == [("link/says-nothing", "content/segments/index.md:6:13")]
    assert "click *here" in found[0].place.text


def test_a_cta_is_found_at_its_label_once_for_all_who_show_it(site):
    files = (
        "-- content/segments/segment.yaml --\nname: Everyone\naudience: all\nmessage: {headline: A, promise: B}\n"
        "ctas:\n"
        '  demo: {label: Learn more, url: "https://acme.example/a"}\n'
        "-- content/segments/trades/segment.yaml --\n"
    )
    (finding,) = findings_of(site(files), "link/")
    assert places([finding]) == [("link/says-nothing", "content/segments/segment.yaml:5:17")]
    assert finding.outputs == {"web/index.html", "web/trades/index.html"}


def test_a_title_that_says_more_is_no_link(site):
    assert findings_of(site("-- content/segments/index.md --\n---\ntitle: More\n---\n# Here\n\nMore.\n"), "link/") == []
