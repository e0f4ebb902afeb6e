"""What platforms call a field leads back to its name in content."""

from __future__ import annotations

import pytest
from words import grounds_of

from segsite.brand.email.field_names import FieldNames

CONFIG = """\
-- segsite.yaml --
name: Acme
base_url: https://www.acme.example
theme: plain
email: {fields: {trial_end: {mailchimp: MMERGE7}, first_name: {hubspot: forename}, favourite_tool: {}}}
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    return FieldNames(grounds_of(tmp_path_factory.mktemp("site"), CONFIG).site)


@pytest.mark.parametrize(
    ("called", "platform", "name"),
    [
        ("FNAME", "mailchimp", "first_name"),
        ("MMERGE7", "mailchimp", "trial_end"),
        ("MMERGE7", "hubspot", "mmerge7"),
        ("forename", "hubspot", "first_name"),
        ("firstname", "hubspot", "first_name"),
        ("FirstName", "salesforce", "first_name"),
        ("First Name", "marketo", "first_name"),
        ("FAVOURITETOOL", "brevo", "favourite_tool"),
        ("Email Address", "marketo", "email"),
        ("favoriteColor", "iterable", "favorite_color"),
        ("Favorite Color", "klaviyo", "favorite_color"),
        ("UNKNOWN", "mailchimp", "unknown"),
        ("plan", "klaviyo", "plan"),
        ("unsubscribe_url", "generic", "unsubscribe_url"),
    ],
)
def test_a_field_is_known_by_what_a_platform_calls_it(names, called, platform, name):
    assert names.of(called, platform) == name


def test_what_can_be_no_name_has_none(names):
    assert names.of("7", "klaviyo") is None
    assert names.of("é", "klaviyo") is None


def test_a_field_is_known_however_it_is_spelled(names):
    assert names.has("FirstName")
    assert names.has("TRIAL_END")
    assert not names.has("headline")
