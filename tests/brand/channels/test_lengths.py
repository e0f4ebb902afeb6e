"""Lengths of fields, and how many calls to action there are."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

MAIL = "-- content/segments/emails/hello.md --\n---\nsubject: {}\n---\nGood to see you.\n"


def brand(channels: str) -> str:
    return (
        f"-- brand/brand.yaml --\nname: Acme\nchannels:\n  {channels}\n"
        'rules: {"heading/*": "off", "cohesion/*": "off"}\n'
    )


@pytest.mark.parametrize(
    ("channels", "files", "place", "words"),
    [
        ("web: {title: {max: 10}}", "", "index.md:2:8", "has 17 characters: “Acme for Everyone”. Shorten it by 7."),
        ("web: {title: {min: 20}}", "", "index.md:2:8", "It needs 3 more."),
        ("web: {description: {max: 30}}", "", "index.md:3:14", "“What Acme does for people who make things.”"),
        ("email: {subject: {max: 4}}", MAIL.format("Hello"), "emails/hello.md:2:10", "Shorten it by 1."),
        ("email: {preheader: {min: 1}}", MAIL.format("Hello"), "emails/hello.md:2:1", "Add `preheader: …`"),
    ],
)
def test_a_field_keeps_to_its_bounds(site, channels, files, place, words):
    (finding,) = findings_of(site(brand(channels) + files), "channel/")
    assert places([finding]) == [("channel/length", f"content/segments/{place}")]
    assert words in finding.hint


@pytest.mark.parametrize(
    "channels", ["web: {title: {min: 17, max: 17}}", "web: {subject: {min: 1}}", "email: {title: {min: 1}}"]
)
def test_a_field_within_its_bounds_or_of_another_channel_is_fine(site, channels):
    assert findings_of(site(brand(channels) + MAIL.format("Hello")), "channel/") == []


@pytest.mark.parametrize(("most", "count"), [(16, 0), (15, 1)])
def test_a_merge_field_counts_as_ten_characters(site, most, count):
    files = brand(f"email: {{subject: {{max: {most}}}}}") + MAIL.format('"Hello {{ merge.first_name }}"')
    found = findings_of(site(files), "channel/")
    assert len(found) == count
    assert all("“Hello {{ merge.first_name }}”" in finding.hint for finding in found)


@pytest.mark.parametrize(("most", "count"), [(16, 0), (15, 1)])
def test_a_components_limits_count_a_merge_field_the_same(site, most, count):
    component = (
        "-- themes/plain/components/note/component.yaml --\ndescription: A note.\nchannels: [email]\n"
        f"limits: {{body: {most}}}\n"
        "-- themes/plain/components/note/email.html --\n<p>{{ section.body }}</p>\n"
    )
    mail = MAIL.format("Hi").replace("Good to see you.", "::: note\n**Hello** {{ merge.first_name }}\n:::")
    assert len(findings_of(site(component + mail), "section/limit")) == count


def test_an_inherited_title_that_is_too_long_for_several_is_one_finding(site):
    files = brand("web: {title: {max: 10}}") + "-- content/segments/trades/segment.yaml --\n"
    (finding,) = findings_of(site(files), "channel/")
    assert finding.outputs == {"web/index.html", "web/trades/index.html"}
    assert "longer than the 10 characters" in finding.message


def test_too_many_calls_to_action_are_reported_at_the_first_that_is_too_many(site):
    ctas = (
        "-- content/segments/segment.yaml --\nname: Everyone\naudience: all\nctas:\n"
        '  demo: {label: Book a demo, url: "https://acme.example/a"}\n'
        '  tour: {label: Take a tour, url: "https://acme.example/b"}\n'
        "-- content/segments/index.md --\n---\ntitle: Home\n---\n::: hero\ncta: demo\n---\n# Home\n:::\n\n"
        "::: hero\ncta: demo\n---\n## Again\n:::\n\nOr [take a tour](cta:tour).\n"
    )
    found = findings_of(site(brand("web: {ctas: {max: 1}}") + ctas), "channel/")
    assert places(found) == [("channel/ctas", "content/segments/index.md:16:5")]
    assert found[0].place.text == "take a tour"
    assert findings_of(site(brand("web: {ctas: {max: 2}}") + ctas), "channel/") == []


def test_too_few_calls_to_action_are_reported_at_the_front_matter(site):
    found = findings_of(site(brand("web: {ctas: {min: 2}}")), "channel/")
    assert places(found) == [("channel/ctas", "content/segments/index.md:2:1")]
    assert "it shows `demo`" in found[0].hint
