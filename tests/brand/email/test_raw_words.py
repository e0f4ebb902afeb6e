"""Tags in words are found once a wording; on a page, what is shown as code is not meant."""

from __future__ import annotations

import pytest
from words import grounds_of, said

from segsite.brand.email.raw_words import RawWords


@pytest.fixture(scope="module")
def grounds(tmp_path_factory):
    return grounds_of(tmp_path_factory.mktemp("site"), "")


def found(grounds, text, *parts):
    passage = said(text, *parts)
    return [finding.place.text for finding in RawWords(grounds).of_words(passage, grounds.tree.root)]


@pytest.mark.parametrize(
    ("text", "in_email", "on_page"),
    [
        ("Hello *|FNAME|*.", ["*|FNAME|*"], ["*|FNAME|*"]),
        ("Hello `*|FNAME|*`.", ["*|FNAME|*"], []),
        ("Hello ``*|FNAME|* ` ``.", ["*|FNAME|*"], []),
        ("```\n*|FNAME|*\n```\n*|LNAME|*", ["*|FNAME|*", "*|LNAME|*"], ["*|LNAME|*"]),
        ("Hello {{ you }}.", ["{{ you }}"], []),
        ("Hello {{ contact.firstname }}.", ["{{ contact.firstname }}"], ["{{ contact.firstname }}"]),
        ("Hello {{ you", ["{{"], []),
        ("{% now %} and {{{ you }}}", ["{{{ you }}}", "{% now %}"], ["{{{ you }}}"]),
        ("Ask by [email].\n\n[Email]: mailto:a@b.example", [], []),
        ("Ask by [email].", ["[email]"], ["[email]"]),
        ("100% of {braces}, *|bars|* and [brackets].", [], []),
    ],
)
def test_tags_are_found_in_emails_and_on_pages(grounds, text, in_email, on_page):
    assert found(grounds, text, "email") == in_email
    assert found(grounds, text, "web") == on_page


def test_a_definition_is_judged_where_it_is_shown(grounds):
    assert found(grounds, "Hello *|FNAME|*.", "message") == []
