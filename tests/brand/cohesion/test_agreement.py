"""Touchpoints of a segment state the same numbers."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

BRAND = '-- brand/brand.yaml --\nname: Acme\nrules: {"heading/*": "off"}\n'
FACTS = "-- brand/facts.yaml --\ntrial: {value: 30, written: 30 days, source: Terms}\n"
PAGE = "-- content/segments/{name}.md --\n---\ntitle: {name}\n---\n# {name}\n\n{body}\n"
MAIL = "-- content/segments/emails/hello.md --\n---\nsubject: {subject}\n---\nHello.\n"


def two(first: str, second: str) -> str:
    return BRAND + FACTS + PAGE.format(name="a", body=first) + PAGE.format(name="b", body=second)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("Start your 14-day trial.", "It is free for 30 days.", "30"),
        ("From €19 a month.", "Plans from €29 a month.", "€29"),
        ("The Team plan costs €49 a month.", "The Team plan is €59 a month.", "€59"),
        ("Trusted by 2,400 businesses.", "Join more than 2,000 businesses.", "2,000"),
    ],
)
def test_two_pages_that_differ_are_found_at_the_later(site, first, second, shown):
    (finding,) = findings_of(site(two(first, second)), "cohesion/numbers")
    assert finding.place.file == "content/segments/b.md"
    assert finding.place.line == 6
    assert finding.place.text == shown
    assert "content/segments/a.md:6 says" in finding.message
    assert finding.outputs == {"web/b/index.html"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Start your 14-day trial.", "It is free for two weeks."),
        ("From €19 a month.", "From $29 a month."),
        ("From €19 a month.", "From €190 a year."),
        ("The Solo plan costs €19 a month.", "The Team plan costs €49 a month."),
        ("Trusted by 2,400 businesses.", "Trusted by 300 businesses in Germany."),
        ("Start your 14-day trial.", "A 60-day money-back guarantee."),
        ("Free for 30 days.", "Start your one-month trial."),
    ],
)
def test_the_same_said_otherwise_and_other_things_are_fine(site, first, second):
    assert findings_of(site(two(first, second)), "cohesion/numbers") == []


def test_a_fact_is_right_wherever_it_stands(site):
    files = two("Start your 14-day trial.", "It is free for {{ facts.trial }}.")
    (finding,) = findings_of(site(files), "cohesion/numbers")
    assert places([finding]) == [("cohesion/numbers", "content/segments/a.md:6:12")]
    assert finding.message == "This says “14”; brand/facts.yaml:1 says “30”."


def test_a_page_that_states_two_numbers_speaks_of_two_things(site):
    files = two("Solo has a 14-day trial.\n\nTeam has a 30-day trial.", "Start your 14-day trial.")
    assert findings_of(site(files), "cohesion/numbers") == []


def test_a_quotation_is_somebody_elses(site):
    quoted = (
        "-- themes/plain/components/quoted/component.yaml --\ndescription: A customer.\nquotation: true\n"
        "-- themes/plain/components/quoted/web.html --\n<section>{{ section.body }}</section>\n"
    )
    files = quoted + two("Start your 14-day trial.", "::: quoted\nIt is free for 30 days.\n:::")
    assert findings_of(site(files), "cohesion/numbers") == []


def test_segments_may_have_numbers_of_their_own(site):
    below = (
        "-- content/segments/trades/segment.yaml --\n-- content/segments/trades/a.md --\n---\ntitle: t\n---\n# T\n\n"
    )
    files = BRAND + PAGE.format(name="a", body="Start your 14-day trial.") + below + "Start your 30-day trial.\n"
    assert findings_of(site(files), "cohesion/numbers") == []


def test_a_block_that_differs_is_one_finding_for_all_who_use_it(site):
    block = "-- content/library/offer.md --\n::: prose\nStart your 30-day trial.\n:::\n"
    below = "-- content/segments/trades/segment.yaml --\n"
    files = block + below + two("Start your 14-day trial.", "::: use offer :::")
    (finding,) = findings_of(site(files), "cohesion/numbers")
    assert places([finding]) == [("cohesion/numbers", "content/library/offer.md:2:12")]
    assert finding.outputs == {"web/b/index.html", "web/trades/b/index.html"}


def test_a_subject_is_compared_as_well(site):
    files = two("Start your 14-day trial.", "Hello.") + MAIL.format(subject="Free for 30 days")
    assert places(findings_of(site(files), "cohesion/numbers")) == [
        ("cohesion/numbers", "content/segments/emails/hello.md:2:19")
    ]


def test_what_contradicts_a_fact_is_told_once(site):
    guarded = FACTS.replace("}", ", guard: 'free for (?P<value>\\d+ days|\\w+ weeks)'}")
    files = two("It is free for six weeks.", "Start your {{ facts.trial }} trial.").replace(FACTS, guarded)
    assert places(findings_of(site(files), "cohesion/numbers", "fact/")) == [
        ("fact/contradicted", "content/segments/a.md:6:16")
    ]
