"""What a profile says its tags look like: its own tags do, and ordinary words never."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from platforms_tried import PLATFORMS

GOLDEN = Path(__file__).parent / "golden"
WORDS = """\
100% and 20%, 5 % - 7 %, 100%% sure, 50% OFF%, %20 of %2F, A%B, 9 %-points, %s and %d, 40 %A%
[link][ref], [Email], [email][ref], [email](mailto:a@b.example), [first name], [x], [1], [if] [else] [endif], [if: x
<!--[if mso]><table><tr><td><![endif]-->, <!--[if !mso]><!-->
2 * 3 | 4 * 5, a*|b, |*, * | *, **bold** *italics*, | cell | cell |, *|lower|*
{x}, { x }, {{, }}, {{}}, {% raw %}, {% endraw %}, ${x}, $5, {{#, #hashtag
customer.first_name, contact.FIRSTNAME, lead.Email, person.name, merge.first_name
{{ merge.first_name | fallback("there") }}, {{ segment.name }}, {% if merge.plan %}, {% if segment.name == "x" %}
unsubscribe, <b>unsubscribe</b>, <a href="/unsubscribe/">unsubscribe</a>, preferences, mirror, insert x "default=y"
"""
TAGS = {
    "activecampaign": [
        "%FIRSTNAME%",
        "Hi %FULLNAME%,",
        "%IF in_array('x', $TAGS)%",
        "%/IF%",
        "%ELSE%",
        "%SENDER-INFO%",
    ],
    "braze": ["{{${first_name}}}", "{{custom_attribute.${zip code} | default: 'x'}}", "{% if ${city} == 'x' %}"],
    "brevo": ["{{ contact.FIRSTNAME }}", '{{ contact.VORNAME | default : "x" }}', "{{ mirror }}", "{{ unsubscribe }}"],
    "campaignmonitor": ["[firstname,fallback=there]", "[email]", "<webversion>x</webversion>", "[if:A=b]"],
    "customerio": ["{{customer.first_name}}", "{% unsubscribe_url %}", '{{ customer["First name"] }}'],
    "generic": ["{{ first_name | default: 'there' }}"],
    "hubspot": [
        "{{ contact.firstname }}",
        "{{ personalization_token('contact.company', 'x') }}",
        "{{unsubscribe_link}}",
    ],
    "iterable": ['{{defaultIfEmpty firstName "x"}}', "{{[First Name]}}", "{{unsubscribeUrl}}", '{{#ifEq a "b"}}'],
    "klaviyo": ["{{ person|lookup:'X y' }}", "{{ first_name|default:'x' }}", "{% unsubscribe 'x' %}", "{% web_view %}"],
    "mailchimp": ["*|FNAME|*", "*|IF:FNAME|*", "*|END:IF|*", "*|LIST:ADDRESS|*", "*|MC:SUBJECT|*", "*|UNSUB|*"],
    "marketo": ["{{lead.First Name:default=x}}", "{{lead.First Name}}", "{{system.unsubscribeLink}}", "{{my.Text}}"],
    "salesforce": ["%%First Name%%", "%%=v(@x)=%%", "%%[ SET @x = 1 ]%%", "%%view_email_url%%", "%%Member_Addr%%"],
    "sendgrid": ['{{insert first_name "default=x"}}', "{{{unsubscribe}}}", "<%asm_group_unsubscribe_raw_url%>"],
}


def found(key, text):
    return [match[0] for raw in PLATFORMS[key].profile.raw for match in re.finditer(raw.pattern, text)]


@pytest.mark.parametrize("key", PLATFORMS)
def test_ordinary_words_are_never_tags(key):
    assert found(key, WORDS) == []


@pytest.mark.parametrize(("key", "tag"), [(key, tag) for key, tags in TAGS.items() for tag in tags])
def test_a_tag_is_known(key, tag):
    assert any(one in tag for one in found(key, tag))


@pytest.mark.parametrize("key", PLATFORMS)
def test_a_template_of_the_platform_shows_what_it_is(key):
    assert found(key, (GOLDEN / f"{key}.html").read_text("utf-8"))


@pytest.mark.parametrize("key", PLATFORMS)
def test_what_a_tag_means_uses_no_part_that_it_does_not_have(key):
    for raw in PLATFORMS[key].profile.raw:
        slots = set(re.findall(r"<(\w+)>", raw.means or ""))
        assert slots <= set(re.compile(raw.pattern).groupindex)
        assert slots <= {"field", "fallback"}
