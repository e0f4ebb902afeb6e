"""Running text is no harder to read than the brand allows."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

EASY = "We send the bill on the day you do the job. " * 12
HARD = "Organisational interoperability necessitates comprehensive administrative harmonisation. " * 20
PAGE = "-- content/segments/index.md --\n---\ntitle: Home\n---\n# Home\n\n{}\n\nThen we go.\n"
BRAND = (
    "-- brand/brand.yaml --\nname: Acme\nchannels:\n  web: {reading_grade: 8}\n"
    'rules: {"heading/*": "off", "cohesion/*": "off"}\n'
)


def test_hard_text_is_reported_with_its_hardest_paragraph(site):
    found = findings_of(site(BRAND + PAGE.format(HARD)), "channel/")
    assert places(found) == [("channel/reading-grade", "content/segments/index.md:2:1")]
    assert "“Organisational interoperability" in found[0].hint


@pytest.mark.parametrize(
    "text", [EASY, HARD[:400], "::: quoted\n" + HARD + "\n:::", "\n".join(f"## {line}" for line in HARD.split(". "))]
)
def test_easy_text_short_text_quotations_and_headings_are_fine(site, text):
    quoted = (
        "-- themes/plain/components/quoted/component.yaml --\ndescription: A customer.\nquotation: true\n"
        "-- themes/plain/components/quoted/web.html --\n<section>{{ section.body }}</section>\n"
    )
    assert findings_of(site(BRAND + quoted + PAGE.format(text)), "channel/") == []


def test_other_languages_are_not_graded(site):
    german = "-- content/segments/segment.yaml --\nname: Alle\nlocale: de\naudience: alle\n"
    assert findings_of(site(BRAND + german + PAGE.format(HARD)), "channel/") == []
