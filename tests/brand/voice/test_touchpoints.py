"""What voice rules find in a touchpoint as a whole, in a site that is built."""

from __future__ import annotations

import datetime

import pytest

from segsite.building import BuildOptions, build

DATE = datetime.date(2026, 11, 21)
SPELLING = """\
-- brand/voice/Halfday/Spelling.yml --
extends: consistency
message: "'%s' is spelt in two ways."
ignorecase: true
either: {centre: center, advisor: adviser}
"""
ACRONYMS = """\
-- brand/voice/Halfday/Acronyms.yml --
extends: conditional
message: "'%s' is not explained."
first: '\\b([A-Z]{3,5})\\b'
second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'
"""
QUIET = 'rules: {"heading/*": "off", "cohesion/*": "off", "channel/*": "off"}\n'


def page(text: str, name: str = "about") -> str:
    return f"-- content/segments/{name}.md --\n---\ntitle: About Acme\n---\n{text}\n"


def found(folder) -> list[tuple[str, str, str]]:
    findings = build(BuildOptions(folder, DATE), lambda _: None, write=False).findings
    return [(one.rule.name, str(one.place), one.place.text) for one in findings if one.rule.name.startswith("voice/")]


def test_two_spellings_in_a_touchpoint_are_found_wherever_they_stand(site):
    text = "Our centre is open.\n\nAsk an advisor.\n\nThe Center is new. Our centre is too."
    assert found(site(SPELLING + page(text))) == [
        ("voice/Halfday.Spelling", "content/segments/about.md:8:5", "Center"),
    ]
    assert found(site(SPELLING + page("The center."))) == []


def test_two_touchpoints_may_differ(site):
    assert found(site(SPELLING + page("Our centre.") + page("Our center.", "other"))) == []


def test_an_acronym_is_explained_where_it_is_first_used(site):
    text = "The Very Large Array (VLA) is here. The VLA works, and the ALMA too.\n\nALMA is large."
    assert found(site(ACRONYMS + page(text))) == [
        ("voice/Halfday.Acronyms", "content/segments/about.md:4:60", "ALMA"),
        ("voice/Halfday.Acronyms", "content/segments/about.md:6:1", "ALMA"),
    ]


def test_a_comment_lets_an_acronym_pass_where_the_brand_allows_it(site):
    brand = f"-- brand/brand.yaml --\nname: Acme\nvoice: {{suppressions: true}}\n{QUIET}"
    text = "The ALMA.\n\n<!-- vale Halfday.Acronyms = NO -->\n\nThe ALMA, again."
    assert [place for _, place, _ in found(site(ACRONYMS + brand + page(text)))] == ["content/segments/about.md:4:5"]


METRIC = """\
-- brand/voice/Halfday/Words.yml --
extends: metric
message: "Use fewer words than %s."
formula: words
condition: "> 8"
"""


def test_a_metric_counts_the_running_text_of_a_touchpoint(site):
    hard = "## A heading that has eight words in it\n\nOne two three four.\n\n- Five six\n\n> Seven eight nine"
    folder = site(METRIC + page(hard))
    findings = build(BuildOptions(folder, DATE), lambda _: None, write=False).findings
    ours = [one for one in findings if one.rule.name == "voice/Halfday.Words" and "about" in one.place.file]
    assert [(str(one.place), one.message) for one in ours] == [
        ("content/segments/about.md:2:1", "Use fewer words than 9.00.")
    ]
    assert ours[0].hint


def test_a_metric_of_a_page_that_segments_inherit_is_one_finding(site):
    words = page("Pages for {{ segment.audience }}: one two three four five six seven eight.")
    child = "-- content/segments/trades/segment.yaml --\naudience: plumbers\n"
    folder = site(METRIC + words + child)
    findings = build(BuildOptions(folder, DATE), lambda _: None, write=False).findings
    (one,) = [one for one in findings if one.rule.name == "voice/Halfday.Words" and "about" in one.place.file]
    assert one.outputs == {"web/about/index.html", "web/trades/about/index.html"}


@pytest.mark.parametrize(
    ("rule", "text", "places"),
    [
        ("scope: raw\nnonword: true\ntokens: ['\\*\\*[A-Z]']", "It is **Bold**.", [("4:7", "**B")]),
        ("scope: raw\ntokens: [Pages]", "It is bold.", []),
        (
            "scope: summary\ntokens: [bold]",
            "# A bold title\n\nA bold text\n\n- bold",
            [("6:3", "bold"), ("8:3", "bold")],
        ),
    ],
)
def test_raw_and_summary_are_all_of_a_touchpoint(site, rule, text, places):
    files = f"-- brand/voice/Halfday/Bold.yml --\nextends: existence\nmessage: No bold.\n{rule}\n"
    assert found(site(files + page(text))) == [
        ("voice/Halfday.Bold", f"content/segments/about.md:{place}", words) for place, words in places
    ]


def test_an_occurrence_can_be_asked_of_all_of_a_touchpoint(site):
    files = (
        "-- brand/voice/Halfday/Once.yml --\nextends: occurrence\nmessage: Say Acme %s times.\nscope: summary\nmax: 1\n"
        "token: Acme\n"
    )
    assert found(site(files + page("Acme is here.\n\nIt is Acme."))) == [
        ("voice/Halfday.Once", "content/segments/about.md:4:1", "Acme")
    ]
