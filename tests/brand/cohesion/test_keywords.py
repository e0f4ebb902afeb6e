"""Keywords that two live segments aim at."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

from segsite.brand.cohesion.keywords import normalised


def segment(folder: str, keywords: str, more: str = "") -> str:
    return f"-- content/segments/{folder}/segment.yaml --\naudience: some\nowner: '@{folder}'\n{more}{keywords}\n"


def test_the_later_segment_is_told_with_both_owners(site):
    files = segment("a", "keywords: [job sheets, Invoicing App]") + segment("b", "keywords+:\n  - invoicing-apps")
    found = findings_of(site(files), "segment/")
    assert places(found) == [("segment/contention", "content/segments/b/segment.yaml:4:5")]
    assert found[0].message == "`b` (@b) aims at the keyword “invoicing-apps”, and so does `a` (@a)."


def test_what_is_inherited_is_the_ancestors_own(site):
    files = segment("a", "keywords: [vans]") + segment("a/b", "keywords+: [lorries]") + segment("a/c", "")
    assert findings_of(site(files), "segment/") == []


def test_a_child_that_writes_its_ancestors_keyword_competes_with_it(site):
    files = segment("a", "keywords: [vans]") + segment("a/b", "keywords: [vans, lorries]")
    assert places(findings_of(site(files), "segment/")) == [
        ("segment/contention", "content/segments/a/b/segment.yaml:3:12")
    ]


@pytest.mark.parametrize(
    ("first", "second", "more"),
    [
        ("vans", "vans for hire", ""),
        ("vans", "vans", "status: draft\n"),
        ("vans", "vans", "locale: de\n"),
        ("vans for {{ segment.audience }}", "vans for {{ segment.audience }}", ""),
    ],
)
def test_other_words_drafts_languages_and_expressions_are_fine(site, first, second, more):
    files = segment("a", f'keywords: ["{first}"]') + segment("b", f'keywords: ["{second}"]', more)
    assert findings_of(site(files), "segment/") == []


def test_a_keyword_in_a_table_is_found_in_its_cell(site):
    files = segment("a", "keywords: [vans]") + "-- content/segments/segments.csv --\nid,keywords\nb,vans\n"
    found = findings_of(site(files), "segment/contention")
    assert [one.place.file for one in found] == ["content/segments/segments.csv"]
    assert found[0].place.text == "vans"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Same-day  invoicing", "same day invoicing"),
        ("boxes", "box"),
        ("van hires", "van hire"),
        ("batch/batches", "batch batch"),
        ("Workshop diaries", "workshop diary"),
        ("movies", "movie"),
        ("pies", "pie"),
    ],
)
def test_capitals_hyphens_and_plurals_make_no_difference(one, other):
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize("word", ["business", "status", "analysis", "gas"])
def test_words_that_end_like_plurals_stay(word):
    assert normalised(word) == word.casefold()
