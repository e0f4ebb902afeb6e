"""A pasted tag is told of with the neutral spelling, where there are recipients to fill it."""

from __future__ import annotations

import pytest

from segsite.brand.email.pasted import Pasted, raw_tag_finding
from segsite.diagnostics import Source
from segsite.model.touchpoint import Channel


def finding(text, tag, channel, file="content/segments/emails/hi.md"):
    source = Source(file, text)
    start = text.index(tag.text)
    return raw_tag_finding(tag, source.place(start, start + len(tag.text)), channel)


TAG = Pasted("*|FNAME|*", ("Mailchimp",), "{{ merge.first_name }}")


def test_in_an_email_the_neutral_spelling_is_the_remedy():
    found = finding("Hello *|FNAME|*.", TAG, Channel.EMAIL)
    assert found.message == "`*|FNAME|*` is a tag of Mailchimp; others send it as it is written."
    assert found.hint == "Write `{{ merge.first_name }}`; each platform gets its own."
    assert (found.fix.place.text, found.fix.text) == ("*|FNAME|*", "{{ merge.first_name }}")


def test_a_backslash_before_braces_goes_with_them():
    tag = Pasted("{{ first_name }}", (), "{{ merge.first_name }}")
    assert finding("Hello \\{{ first_name }}.", tag, Channel.EMAIL).fix.place.text == "\\{{ first_name }}"


@pytest.mark.parametrize(
    ("channel", "words"), [(Channel.WEB, "and a page has no recipients."), (None, "and only an e-mail has recipients.")]
)
def test_elsewhere_there_is_nobody_to_fill_it(channel, words):
    found = finding("Hello *|FNAME|*.", TAG, channel)
    assert found.message.endswith(words)
    assert "right for everybody" in found.hint
    assert found.fix is None


def test_what_no_edit_can_mend_has_a_hint_alone():
    raw = finding("{% raw %}{{ x }} *|FNAME|*{% endraw %}", TAG, Channel.EMAIL)
    assert raw.fix is None
    assert raw.hint == "Write `{{ merge.first_name }}`, without `{% raw %}` around it."
    assert finding("{% raw %}x{% endraw %} *|FNAME|*", TAG, Channel.EMAIL).fix is not None
    assert finding("message: *|FNAME|*", TAG, Channel.EMAIL, "content/segments/segment.yaml").fix is None
    town = Pasted("%%Member_City%%", ("Salesforce",), "{{ merge.postal_address }}")
    assert finding("In %%Member_City%%", town, Channel.EMAIL).fix is None
    unknown = finding("Hello *|FNAME|*.", Pasted("*|FNAME|*", ("A", "B", "C")), Channel.EMAIL)
    assert unknown.fix is None
    assert "is a tag of A and other platforms;" in unknown.message
