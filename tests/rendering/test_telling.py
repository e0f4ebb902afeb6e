"""An expression that fails is told of as what it is: a mistake, or a tag of some platform."""

from __future__ import annotations

import pytest

from segsite.brand.email.raw_tags import RawTags
from segsite.diagnostics import Findings, Source
from segsite.reading import read_site
from segsite.rendering.expressions import Language
from segsite.rendering.filling import Filler, Text
from segsite.rendering.merge import MergeView
from segsite.rendering.telling import Telling
from sites import BASE, write_site


@pytest.fixture(scope="module")
def filler(tmp_path_factory):
    site = read_site(write_site(tmp_path_factory.mktemp("site"), BASE), Findings())
    assert site is not None
    return Filler(Language("en"), Telling(RawTags(site)))


def told(filler, text, **scope):
    findings = Findings()
    source = Source("content/segments/emails/hi.md", text)
    names = {"channel": "email", "merge": MergeView("merge"), "headline": "Hi", **scope}
    filled = filler.fill(Text.of_place(source.place(0, len(text))), names, findings)
    return filled.text, [(one.rule.name, one.place.text, one.fix.text if one.fix else "") for one in findings]


@pytest.mark.parametrize(
    ("tag", "means"),
    [
        ("{{ contact.firstname }}", "{{ merge.first_name }}"),
        ("{{ first_name|default:'there' }}", '{{ merge.first_name | fallback("there") }}'),
        ("{{${first_name}}}", "{{ merge.first_name }}"),
        ("{{#if plan}}", "{% if merge.plan %}"),
        ("{{lead.First Name:default=there}}", '{{ merge.first_name | fallback("there") }}'),
        ("{% unsubscribe_link %}", "{{ merge.unsubscribe_url }}"),
        ("{{ first_name }}", "{{ merge.first_name }}"),
        ("{{{unsubscribe}}}", "{{ merge.unsubscribe_url }}"),
    ],
)
def test_a_platforms_tag_is_told_of_as_one_whatever_went_wrong(filler, tag, means):
    assert told(filler, f"Hello {tag}, hello.")[1] == [("email/raw-tag", tag, means)]


def test_a_condition_of_a_platform_is_told_of_at_its_tag(filler):
    text, findings = told(filler, "{% if contact.plan %}Stay.{% endif %}")
    assert findings == [("email/raw-tag", "{% if contact.plan %}", "{% if merge.plan %}")]
    assert text == ""


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{{ headlin }}", "template/undefined"),
        ("{{ message.nothing }}", "template/undefined"),
        ("{{ headline | shout }}", "template/syntax"),
        ("{% for one in all %}x{% endfor %}", "template/forbidden"),
        ("{{ headline", "template/syntax"),
    ],
)
def test_a_mistake_stays_a_mistake(filler, text, rule):
    assert [name for name, _, _ in told(filler, text)[1]] == [rule]


def test_without_platforms_nothing_is_their_tag():
    assert told(Filler(Language("en")), "{{ contact.firstname }}")[1][0][0] == "template/undefined"


def test_on_a_page_there_is_no_remedy(filler):
    assert told(filler, "{{ contact.firstname }}", channel="web")[1] == [
        ("email/raw-tag", "{{ contact.firstname }}", "")
    ]
