"""Messages that no touchpoint says."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

BRAND = '-- brand/brand.yaml --\nname: Acme\nrules: {"heading/*": "off"}\n'
SEGMENT = (
    "-- content/segments/{folder}segment.yaml --\nname: Some\naudience: some\n{more}message:\n  headline: {headline}\n"
)
PAGE = "-- content/segments/{name}.md --\n---\ntitle: Home\n---\n# {body}\n"
SILENT = PAGE.format(name="index", body="Welcome")
SAYING = PAGE.format(name="index", body="{{ message.headline }}")


def root(headline: str = "Make things sooner", more: str = "") -> str:
    return BRAND + SEGMENT.format(folder="", headline=headline, more=more)


def test_a_headline_that_nobody_says_is_found_where_it_is_written(site):
    found = findings_of(site(root() + SILENT), "cohesion/unsaid")
    assert places(found) == [("cohesion/unsaid", "content/segments/segment.yaml:4:13")]
    assert found[0].message == "No touchpoint says `message.headline`."
    assert "`{{ message.headline }}`" in found[0].hint


@pytest.mark.parametrize(
    "headline", ["Make things sooner", '"Don\'t wait: make *things*!"', "Sooner for {{ segment.audience }}", '"24/7"']
)
def test_a_headline_that_a_page_says_is_fine(site, headline):
    assert findings_of(site(root(headline) + SAYING), "cohesion/unsaid") == []


def test_a_theme_may_say_it(site):
    hero = "-- themes/plain/components/prose/web.html --\n<p>{{ message.headline }}</p>{{ section.body }}\n"
    assert findings_of(site(root() + SILENT + hero), "cohesion/unsaid") == []


def test_an_email_may_say_it(site):
    mail = "-- content/segments/emails/a.md --\n---\nsubject: A\n---\n{{ message.headline }}\n"
    assert findings_of(site(root() + SILENT + mail), "cohesion/unsaid") == []


def test_a_segment_below_may_say_it(site):
    below = "-- content/segments/trades/segment.yaml --\nname: Trades\n" + PAGE.format(
        name="trades/index", body="{{ message.headline }}"
    )
    assert findings_of(site(root() + SILENT + below), "cohesion/unsaid") == []


def test_what_is_inherited_is_the_ancestors_matter(site):
    below = "-- content/segments/trades/segment.yaml --\nname: Trades\n"
    assert len(findings_of(site(root() + SILENT + below), "cohesion/unsaid")) == 1


def test_each_reason_is_looked_at_but_not_its_claim(site):
    props = "  value_props:\n    - {title: Quick, text: Ready before lunch, claim: quick}\n"
    claim = "-- brand/claims.yaml --\nquick: {sentence: It is quick., evidence: 'https://a.example/'}\n"
    found = findings_of(site(root() + props + claim + PAGE.format(name="index", body="Quick")), "cohesion/unsaid")
    assert [finding.message for finding in found] == [
        "No touchpoint says `message.headline`.",
        "No touchpoint says `message.value_props.0.text`.",
    ]


def test_a_draft_segment_may_be_unfinished(site):
    below = SEGMENT.format(folder="new/", headline="Soon to come", more="status: draft\n")
    assert findings_of(site(root() + SAYING + below), "cohesion/unsaid") == []
