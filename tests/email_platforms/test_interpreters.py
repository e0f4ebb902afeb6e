"""The interpreters do not forgive: what is left over, unknown, unbalanced or not documented stops the send."""

from __future__ import annotations

from importlib import import_module

import pytest
from interpreters.reading import NotRead

BROKEN = {
    "activecampaign": [
        "%IF !empty($A)%x", "x%/IF%", "%IF $A LIKE 'x'%x%/IF%", "%IF !empty($A)%%IF !empty($B)%x%/IF%%/IF%",
        "%IF !empty($A) && !empty($B) || !empty($C)%x%/IF%", "%ELSE%",
    ],
    "braze": [
        "{{${plan}}}", "{{custom_attribute.${first_name}}}", "{{${first_name} | upcase}}", "{% if ${first_name} %}x",
        "<!--{{${first_name}}}-->", "{% if custom_attribute.${points} < 5 %}x{% endif %}",
    ],
    "brevo": [
        "{% if contact.A and contact.B or contact.C %}x{% endif %}", "{{ contact.a }}", "{% if contact.A %}x",
        "{{ contact.A | nothing }}",
    ],
    "campaignmonitor": [
        "[if:A]x", "x[endif]", "[if:A][if:B]x[endif][endif]", "[if:A>5]x[endif]", "<unsubscribe>x", "[a b,fallback=x]",
    ],
    "customerio": [
        "{{ customer.first_name }}", "{{ customer.first_name | default: 'x' }}", "{% if customer.a %}x",
        "{% if customer.points < 5 %}x{% endif %}",
    ],
    "generic": ["{{ name | upcase }}", "{% if name %}x", "{% endif %}", "{% unsubscribe_url %}"],
    "hubspot": [
        "{{ contact.a | default('x') }}", "{% if contact.points < 5 %}x{% endif %}", "{% if contact.a %}x",
        "<!--\n  templateType: email\n-->\n{% if contact.a %}x{% endif %}",
    ],
    "iterable": [
        "{{#if a}}x", "{{#ifEq a 'b'}}x{{/if}}", "{{#ifLt a 5}}x{{/ifLt}}", "{{#ifNotEq a 'b'}}x{{/ifNotEq}}", "{{{a}}",
        "{{defaultIfEmpty a 'b' c!}}",
    ],
    "klaviyo": ["{{ a|default: 'x' }}", "{% if person.a %}x", "{% elsif a %}", "{{ a|nothing }}", "{% unsubscribe %}"],
    "mailchimp": [
        "*|IF:A|*x", "*|END:IF|*", "*|fname|*", "*|MORETHANTEN|*", "*|IF:A AND B|*x*|END:IF|*", "*|FNAME",
        "*|IF:POINTS < 5|*x*|END:IF|*", "*|ELSE|*",
    ],
    "marketo": ["{{lead.First Name", "{{First Name}}", "{{lead.Company Name}}", "{% if a %}{{x}}", "/#set-up"],
    "salesforce": [
        "%%FirstName", "%%[ IF Empty(AttributeValue('A')) THEN ]%%x", "%%=AttributeValue(A)=%%", "%%=Upper('a')=%%",
        "%%[ IF AttributeValue('Points') < 5 THEN ]%%x%%[ ENDIF ]%%", "%%[ SET @a = 1 ]%%", "%%=AttributeValue('A'=%%",
    ],
    "sendgrid": [
        "{{#if a}}x", "{{#equals a 'b'}}x{{/equals}}", '{{#equals a "b"}}x{{/if}}', "{{#lessThan a 5}}x{{/lessThan}}",
        '{{insert a "b"}}', "{{#equals (length a) 0}}x{{/equals}}", "{{a}}}",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("key", "template"), [(key, template) for key, all_ in BROKEN.items() for template in all_])
def test_what_a_platform_would_not_read_is_not_read(key, template):
    with pytest.raises((NotRead, KeyError)):
        import_module(f"interpreters.{key}").sent(template, {})


@pytest.mark.parametrize(
    ("key", "template"),
    [
        ("activecampaign", "%FIRSTNAME%: %IF !empty($PLAN) && $PLAN == 'pro'%P%ELSE%N%/IF%"),
        (
            "braze",
            "{{${first_name} | default: 'x'}}: {% if custom_attribute.${plan} == 'pro' %}P{% else %}N{% endif %}",
        ),
        ("brevo", '{{ contact.FIRSTNAME | default : "x" }}: {% if contact.PLAN == "pro" %}P{% else %}N{% endif %}'),
        ("campaignmonitor", "[firstname,fallback=x]: [if:plan=pro]P[else]N[endif]"),
        ("customerio", "{{ customer.first_name }}: {% if customer.plan == 'pro' %}P{% else %}N{% endif %}"),
        ("generic", '{{ first_name | default: "x" }}: {% if plan == "pro" %}P{% else %}N{% endif %}'),
        (
            "hubspot",
            "{{ personalization_token('contact.firstname', 'x') }}: {% if contact.plan == 'pro' %}P{% endif %}",
        ),
        ("iterable", '{{defaultIfEmpty firstName "x"}}: {{#ifEq plan "pro"}}P{{else}}N{{/ifEq}}'),
        ("klaviyo", "{{ first_name|default:'x' }}: {% if person|lookup:'plan' == 'pro' %}P{% else %}N{% endif %}"),
        ("mailchimp", "*|FNAME|*: *|IF:PLAN=pro|*P*|ELSE:|*N*|END:IF|*"),
        ("marketo", "{{lead.First Name:default=x}}: P"),
        (
            "salesforce",
            '%%=AttributeValue("First Name")=%%: %%[ if AttributeValue("plan") == "pro" then ]%%P%%[ endif ]%%',
        ),
        ("sendgrid", '{{insert first_name "default=x"}}: {{#equals plan "pro"}}P{{else}}N{{/equals}}'),
    ],
)
def test_an_example_from_the_documentation_is_read(key, template):
    called = ("FNAME", "FIRSTNAME", "firstname", "first_name", "firstName", "First Name")
    recipient = dict.fromkeys(called, "Ada") | {"plan": "pro", "PLAN": "pro"}
    assert import_module(f"interpreters.{key}").sent(template, recipient) == "Ada: P"
