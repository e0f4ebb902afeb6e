"""Merge fields in a platform's own syntax."""

from __future__ import annotations

import pytest

from segsite.model.merge_fields import Comparison, choice_placeholders, placeholder
from segsite.model.platform import Conditions, FieldForm, Naming, Own, PlatformFile, Questions
from segsite.rendering.platforms import Platform

QUOTED = FieldForm(plain="{{<field>}}", fallback='{{<field> "<fallback>"}}')
CONDITIONS = Conditions(
    open="{{#if <test>}}", otherwise="{{else}}", close="{{/if}}", questions=Questions(present="<field>")
)


def platform(field=QUOTED, conditions=CONDITIONS, *, names=None, address="", **more):
    profile = PlatformFile(name="Mine", field=field, conditions=conditions, **more)
    return Platform("mine", profile, names or {}, address)


def written(made, text, *space, **how):
    template, lacks = made.put_in(text, *space, **how)
    assert not lacks
    return template


HELLO = f"Hello {placeholder('name', 'you')}"


def test_a_fallback_stands_in_the_tag_where_it_fits():
    assert written(platform(), HELLO, markup=True) == 'Hello {{name "you"}}'
    odd = placeholder("name", 'a "b"')
    assert written(platform(), odd) == '{{#if name}}{{name}}{{else}}a "b"{{/if}}'
    assert written(platform(), odd, markup=True) == "{{#if name}}{{name}}{{else}}a &quot;b&quot;{{/if}}"


def test_double_quotes_of_a_tag_do_not_end_an_attribute():
    assert written(platform(), f'<p title="{HELLO}">{HELLO}</p>', markup=True) == (
        '<p title="Hello {{#if name}}{{name}}{{else}}you{{/if}}">Hello {{name "you"}}</p>'
    )
    assert written(platform(), f"<https://acme.example {HELLO}") == '<https://acme.example Hello {{name "you"}}'


def test_html_beside_a_tag_cannot_be_taken_for_a_part_of_it():
    made = platform(marks=["{{", "}}"])
    assert written(made, "{" + placeholder("name") + "}", markup=True) == "&#123;{{name}}&#125;"
    assert written(made, "a}" + placeholder("name"), markup=True) == "a&#125;{{name}}"
    assert written(made, f"{{ {placeholder('name')} }}") == "{ {{name}} }"


@pytest.mark.parametrize("fallback", ["{{x}}", "x{", "}x"])
def test_a_fallback_that_would_be_a_tag_is_not_written(fallback):
    template, (lack,) = platform(marks=["{{", "}}"]).put_in(placeholder("name", fallback))
    assert template == "{{name}}"
    assert (lack.field, lack.what) == ("name", f"the fallback “{fallback}”")
    assert lack.remedy == "Write it without `{{` and `}}`, which are tags there."


def test_a_fallback_that_does_not_fit_takes_conditions():
    template, (lack,) = platform(conditions=None).put_in(placeholder("name", 'a "b"'))
    assert (template, lack.what) == ("{{name}}", 'the fallback “a "b"”')


def test_what_the_platform_takes_for_its_own_is_spelled_otherwise():
    made = platform(respell={"#set": Own(html="&#35;set", text="#%73et"), "{#": "{ #"})
    text = f"/page#set-up {{#top{{}} {HELLO}"
    assert written(made, text, markup=True) == '/page&#35;set-up { #top{} Hello {{name "you"}}'
    assert written(made, text) == '/page#%73et-up { #top{} Hello {{name "you"}}'
    assert written(made, placeholder("name", "a #set b")) == '{{name "a #%73et b"}}'


def test_the_html_begins_as_the_platform_wants_it():
    conditions = CONDITIONS.model_copy(update={"head": "<!-- conditions -->"})
    made = platform(conditions=conditions, head="<!-- mine -->")
    begun, _, ended = choice_placeholders(Comparison("name"))
    assert written(made, "<p>Hello</p>", markup=True) == "<!-- mine --><p>Hello</p>"
    assert written(made, f"{begun}<p></p>{ended}", markup=True).startswith(
        "<!-- mine --><!-- conditions -->{{#if name}}"
    )
    assert written(made, "Hello") == "Hello"


def test_a_profile_with_empty_texts_does_not_break():
    conditions = Conditions(open="", otherwise="", close="", questions=Questions(present=""))
    made = platform(FieldForm(plain=""), conditions, marks=["{{"], respell={"x": ""}, naming=Naming(forms={}))
    assert made.put_in(f"x{placeholder('name', 'you')}x", markup=True) == ("you", ())


# -- names -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "called"),
    [
        ("same", "trial_days"),
        ("lower", "trialdays"),
        ("upper", "TRIALDAYS"),
        ("constant", "TRIAL_DAYS"),
        ("camel", "trialDays"),
        ("pascal", "TrialDays"),
        ("title", "Trial Days"),
    ],
)
def test_a_field_is_called_in_the_platforms_style(style, called):
    assert platform(naming=Naming(style=style)).name_of("trial_days") == called


def test_a_name_is_the_sites_or_the_platforms_or_in_its_style():
    naming = Naming(style="upper", known={"first_name": "FNAME", "email": "MAIL"})
    made = platform(naming=naming, names={"email": "E_MAIL"})
    assert [made.name_of(name) for name in ("first_name", "email", "plan")] == ["FNAME", "E_MAIL", "PLAN"]


def test_a_name_that_fits_no_form_cannot_be_named():
    naming = Naming(forms={"own": "${<name>}", r"\w+": "custom.${<name>}", r"[\w ]+": "custom['<name>']"})
    made = platform(naming=naming, names={"nick": "nick name", "odd": "it's"})
    assert [made.reference(name) for name in ("own", "plan", "nick")] == [
        "${own}",
        "custom.${plan}",
        "custom['nick name']",
    ]
    assert [made.can_be_named(name) for name in ("own", "plan", "nick", "odd")] == [True, True, True, False]


# -- the platform's own -----------------------------------------------------------------------------------------

LINK = f'<a class="x" href="{placeholder("unsubscribe_url")}" style="y">Stop <b>it</b></a>'


def test_an_element_stands_in_place_of_a_link():
    made = platform(unsubscribe_url=Own(element="unsubscribe", text="[unsubscribe]"))
    assert written(made, LINK, markup=True) == '<unsubscribe class="x" style="y">Stop <b>it</b></unsubscribe>'
    assert written(made, f"Stop: {placeholder('unsubscribe_url')}") == "Stop: [unsubscribe]"
    other = f'<a href="{placeholder("view_url")}">View</a>'
    assert made.put_in(other, markup=True)[0] == '<a href="">View</a>'


def test_an_element_cannot_be_an_address_elsewhere():
    made = platform(unsubscribe_url=Own(element="unsubscribe"))
    (lack,) = made.put_in(f'<form action="{placeholder("unsubscribe_url")}">', markup=True)[1]
    assert lack.what == "`merge.unsubscribe_url`"
    assert lack.remedy == "It is only where a link leads: write `[words]({{ merge.unsubscribe_url }})`."


def test_what_the_platform_has_not_is_lacking_unless_it_is_asked_for():
    begun, other, ended = choice_placeholders(Comparison("view_url"))
    (lack,) = platform().put_in(placeholder("view_url"))[1]
    assert lack.remedy == "Put the words that need it between `{% if merge.view_url %}` and `{% endif %}`."
    text = f"{begun}At {placeholder('view_url')}{other}Nowhere{ended}"
    assert written(platform(), text) == "Nowhere"
    assert written(platform(view_url="{{view}}"), text) == "At {{view}}"


def test_an_address_is_the_platforms_or_the_brands():
    text = f"We are at {placeholder('postal_address')}"
    assert written(platform(postal_address="{{address}}", address="1 Main Road"), text) == "We are at {{address}}"
    assert written(platform(address="A & B, 1 Main Road"), text, markup=True) == "We are at A &amp; B, 1 Main Road"
    (lack,) = platform().put_in(text)[1]
    assert lack.remedy == "Give brand.yaml an `address`; it is written there instead."
