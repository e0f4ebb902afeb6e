"""Tags of platforms are known wherever they stand, and said again in segsite's words."""

from __future__ import annotations

import time

import pytest
from words import grounds_of

from segsite.brand.email.pasted import Pasted
from segsite.brand.email.raw_tags import RawTags
from segsite.model.merge_fields import placeholder
from segsite.rendering.platforms import Platform

OWN = """\
-- brand/platforms/letters.yaml --
name: Letters
field: {plain: "«<field>»"}
raw: [{pattern: "«(?P<field>\\\\w+)»", means: "{{ merge.<field> }}"}]
"""
FIELDS = (
    ("first_name", "there"),
    ("first_name", ""),
    ("favorite_color", ""),
    ("unsubscribe_url", ""),
    ("view_url", ""),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return grounds_of(tmp_path_factory.mktemp("site"), OWN).site


@pytest.fixture(scope="module")
def tags(site):
    return RawTags(site)


def platforms(site):
    return [Platform(key, profile, {}, "1 Main Road") for key, profile in site.platforms.items() if key != "generic"]


def test_what_is_written_for_a_platform_is_known_as_its_own(site, tags):
    unknown = []
    for platform in platforms(site):
        for field, fallback in FIELDS:
            written = platform.put_in(placeholder(field, fallback))[0]
            found = [pasted for _, pasted in tags.found(written)]
            if written and not found and tags.at(written, 0) is None:
                unknown.append((platform.key, written))
    assert unknown == []


def test_a_tag_means_the_field_that_it_was_written_for(site, tags):
    wrong = []
    for platform in platforms(site):
        for field in ("first_name", "unsubscribe_url"):
            written = platform.put_in(placeholder(field))[0]
            pasted = tags.at(written, 0)
            if pasted is not None and pasted.text == written and pasted.means != f"{{{{ merge.{field} }}}}":
                wrong.append((platform.key, written, pasted.means))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hello *|FNAME|*, and *|LNAME|*.", ["*|FNAME|*", "*|LNAME|*"]),
        ("«city» and *|UNSUB|*", ["«city»", "*|UNSUB|*"]),
        ("%%=Iif(Empty(Town),'here',Town)=%%", ["%%=Iif(Empty(Town),'here',Town)=%%"]),
        ("*|IF:FNAME|**|FNAME|**|END:IF|*", ["*|IF:FNAME|*", "*|FNAME|*", "*|END:IF|*"]),
        ("100%, 50% OFF, [a](b), *bold*, {braces}, <b>, caf%C3%A9%20b", []),
        ("", []),
    ],
)
def test_tags_are_found_in_the_order_of_the_text(tags, text, found):
    assert [pasted.text for _, pasted in tags.found(text)] == found
    assert [text[slice(*span)] for span, _ in tags.found(text)] == found


def test_a_tag_that_several_platforms_share_is_said_to_be_theirs(tags):
    assert tags.at("{{#if plan}}", 0) == Pasted("{{#if plan}}", ("Iterable", "SendGrid"), "{% if merge.plan %}")


def test_a_platforms_own_address_is_no_field_of_that_name(tags):
    assert tags.at("{{{unsubscribeUrl}}}", 0).means == "{{ merge.unsubscribe_url }}"


def test_quotes_in_a_fallback_do_not_end_it(tags):
    assert tags.at('[firstname,fallback=the "boss"]', 0).means == """{{ merge.first_name | fallback("the 'boss'") }}"""


@pytest.mark.parametrize(
    ("text", "means"),
    [("{{ first_name }}", "{{ merge.first_name }}"), ("{{postal_address}}", "{{ merge.postal_address }}")],
)
def test_a_field_by_itself_in_braces_is_known(tags, text, means):
    assert tags.at(text, 0) == Pasted(text, (), means)


@pytest.mark.parametrize(
    "text", ["{{ headline }}", "{{ message.headline }}", "{% if data.city %}", "{{ first_name | upper }}"]
)
def test_what_may_be_a_value_of_content_is_no_tag(tags, text):
    assert tags.at(text, 0) is None


@pytest.mark.parametrize(
    "text", ["{{${" * 12_000, "{{" * 40_000, "[firstname" * 10_000, "%IF " * 20_000, "*|A" * 30_000]
)
def test_no_text_takes_long(tags, text):
    start = time.process_time()
    assert tags.found(text) == []
    assert tags.at(text, 0) is None
    assert time.process_time() - start < 20
