"""Every platform's template, read as its vendor documents it, says what segsite means: to all recipients."""

from __future__ import annotations

import html

import pytest
from platforms_tried import ESCAPES_IN_TEXTS, PLATFORMS, TYPED, choice, field, own, sent

from segsite.model.merge_fields import Both, Comparison, Either, Not
from segsite.rendering.merge import for_recipient
from segsite.rendering.platforms import Platform

TRIAL, PRO = Comparison("plan", "==", "trial"), Comparison("plan", "==", "pro")
AUSTRIAN = Comparison("country", "==", "Österreich")
FEW, MANY = Comparison("points", "<", 5), Comparison("points", ">", 5)
HELLO = field("first_name", "there")

FIELDS = {
    "field": f"Hello {field('first_name')}",
    "fallback": f"Hello {HELLO}, hello {field('company', 'your firm')}!",
    "fallback, letters": f"Hello {field('first_name', 'Größe ✓ 🎉 naïve')}",
    "fallback, apostrophe": "Hello " + field("first_name", "friend o' mine"),
    "fallback, quotes": "Hello " + field("first_name", '“you” "there"'),
    "fallback, markup": f"Hello {field('company', 'Fish & Chips <London>')}",
    "fallback, braces": f"Hello {field('company', '{your firm}')}",
    "fallback, brackets": f"Hello {field('company', '[your firm]')}",
    "fallback, percent": f"Hello {field('company', '100 %')}",
    "address": f'<a href="https://acme.example/?who={field("first_name")}&amp;n=1">Go</a>',
    "attribute": f'<img src="a.png" alt="Hello {field("first_name", "you there")}" width="10">',
}
QUESTIONS = {
    "present": choice("plan", "You have a plan."),
    "present or else": choice("plan", "You have a plan.", "You have none."),
    "absent": choice(Not(Comparison("plan")), "You have no plan.", "You have one."),
    "equal": choice(TRIAL, "Trial.", "No trial."),
    "equal, letters": choice(AUSTRIAN, "Servus."),
    "unequal": choice(Comparison("plan", "!=", "trial"), "No trial.", "Trial."),
    "elif": choice(TRIAL, "Trial.", choice(PRO, "Pro.", choice("plan", "Another.", "None."))),
    "elif with fields": choice(TRIAL, f"A {field('first_name')}", choice(PRO, f"B {field('company')}", "C")),
    "rows": f"<table>{choice(TRIAL, '<tr><td>1</td></tr>')}<tr><td>2</td></tr></table>",
    "or": choice(Either(TRIAL, AUSTRIAN), "One.", "None."),
}
NUMBERS = {
    "more": choice(MANY, "Many.", "Not many."),
    "at least": choice(Comparison("points", ">=", 7.5), "Many.", "Not many."),
    "less": choice(FEW, "Few.", "Not few."),
    "at most": choice(Comparison("points", "<=", 0), "None.", "Some."),
    "more than below zero": choice(Comparison("points", ">", -1), "Any.", "None."),
    "not less": choice(Not(FEW), "Not few.", "Few."),
    "number or number": choice(Either(MANY, Comparison("points", "==", 3)), "A.", "B."),
    "not number and": choice(Both(Not(FEW), TRIAL), "A.", "B."),
    "some or other number": choice(Either(Both(TRIAL, FEW), Both(PRO, MANY)), "A.", "B."),
}
EQUAL_NUMBERS = {
    "number": choice(Comparison("points", "==", 3), "Three.", "Not three."),
    "not the number": choice(Comparison("points", "!=", 7.5), "Else.", "7.5."),
    "zero": choice(Comparison("points", "==", 0), "Zero.", "Not zero."),
    "not zero": choice(Comparison("points", "!=", 0), "Not zero.", "Zero."),
}
JOINED = {
    "or of not": choice(Either(Comparison("plan", "!=", "pro"), TRIAL), "One.", "None."),
    "and": choice(Both(TRIAL, AUSTRIAN), "Both.", "Not both."),
    "three": choice(Both(Both(TRIAL, AUSTRIAN), Comparison("company")), "All.", "Not all."),
    "not and": choice(Not(Both(TRIAL, AUSTRIAN)), "Not both.", "Both."),
    "not or": choice(Not(Either(TRIAL, Not(AUSTRIAN))), "Neither.", "One."),
    "and of or": choice(Both(Either(TRIAL, PRO), AUSTRIAN), "Yes.", "No."),
    "or of and": choice(Either(Both(TRIAL, AUSTRIAN), Not(Comparison("company"))), "Yes.", "No."),
}
NESTED = {
    "nested": choice("plan", f"Plan {choice(TRIAL, 'trial', 'other')}.", "None."),
    "nested in the other way": choice("plan", "Plan.", f"None, {choice(AUSTRIAN, 'Servus', 'hello')}."),
    "nested deeper": choice("plan", choice(AUSTRIAN, f"A {choice(TRIAL, HELLO, 'pro')}!"), "None."),
    "fallback in a condition": choice("plan", f"Hello {HELLO}!"),
    "odd fallback in a condition": choice("plan", "Hello " + field("company", 'Fish & "Chips"'), "None."),
}
OWN_IN_HTML = {
    "unsubscribe": f'<a href="{field("unsubscribe_url")}" style="color:#000">Unsubscribe</a>',
    "view": f'<a href="{field("view_url")}">In the browser</a>',
    "view, if any": choice("view_url", f'<a href="{field("view_url")}">In the browser</a>', "Read on."),
    "postal address": f"<p>{field('postal_address')}</p>",
}
OWN_IN_TEXT = {
    "unsubscribe": f"Unsubscribe: {field('unsubscribe_url')}",
    "view": f"In the browser: {field('view_url')}",
    "view, if any": choice("view_url", f"In the browser: {field('view_url')}", "Read on."),
    "postal address": field("postal_address"),
}
TEXTS = FIELDS | QUESTIONS | NUMBERS | EQUAL_NUMBERS | JOINED | NESTED
LACKS = {
    "activecampaign": {"fallback, percent"},
    "salesforce": {"fallback, percent"},
    "braze": {"view"},
    "campaignmonitor": {
        *("fallback, brackets", *NUMBERS),
        *(name for name in JOINED if name != "not or"),
        *(name for name in NESTED if name != "fallback in a condition"),
    },
    "marketo": {
        *("fallback, apostrophe", "fallback, quotes", "fallback, markup", "fallback, braces", "fallback, brackets"),
        *("fallback, percent", *QUESTIONS, *NUMBERS, *EQUAL_NUMBERS, *JOINED, *NESTED),
    },
}  # fmt: skip
"""What a platform cannot do. There is a finding for it; all else it can."""

RECIPIENTS = [
    {"first_name": "Zoë", "company": "O'Brien & Söhne", "plan": "trial", "country": "Österreich", "points": 3},
    {"first_name": "Li", "company": "Acme", "plan": "pro", "country": "Österreich", "points": 7.5},
    {"first_name": "Ada 🎉", "company": "", "plan": "free", "country": "Peru", "points": 0},
    {"first_name": "", "company": "", "plan": "", "country": "", "points": ""},
    {},
]


def on(platform, recipient):
    """A recipient as a platform can have one."""
    lacks_points = platform.key in TYPED and recipient.get("points") == ""
    return {name: value for name, value in recipient.items() if not (name == "points" and lacks_points)}


def wrongly_sent(platform, text, *, markup):
    """Every recipient to whom a template says something else than is meant; None if the platform lacks something."""
    template, lacks = platform.put_in(text, markup=markup)
    if lacks:
        assert all(lack.remedy.endswith(".") for lack in lacks)
        return None
    escaped = markup or platform.key in ESCAPES_IN_TEXTS
    wrong = []
    for recipient in (on(platform, one) for one in RECIPIENTS):
        meant = for_recipient(text, {**recipient, **own(platform)}, markup=markup)
        came = sent(platform, template, recipient)
        if (html.unescape(came) if escaped else came) != (html.unescape(meant) if escaped else meant):
            wrong.append((template, recipient, meant, came))
    return wrong


@pytest.mark.parametrize("name", TEXTS | OWN_IN_HTML)
@pytest.mark.parametrize("key", PLATFORMS)
def test_html_says_to_every_recipient_what_is_meant(key, name):
    wrong = wrongly_sent(PLATFORMS[key], (TEXTS | OWN_IN_HTML)[name], markup=True)
    assert wrong == (None if name in LACKS.get(key, ()) else [])


@pytest.mark.parametrize("name", TEXTS | OWN_IN_TEXT)
@pytest.mark.parametrize("key", PLATFORMS)
def test_a_text_part_says_to_every_recipient_what_is_meant(key, name):
    wrong = wrongly_sent(PLATFORMS[key], (TEXTS | OWN_IN_TEXT)[name], markup=False)
    assert wrong == (None if name in LACKS.get(key, ()) else [])


ZERO_IS_NOTHING = {"activecampaign", "brevo", "hubspot", "iterable", "klaviyo", "sendgrid"}
"""Where a number of 0 counts as no value when a field is asked for one, which the profile tells people."""


@pytest.mark.parametrize("key", PLATFORMS)
def test_a_number_of_0_is_a_value_where_the_profile_does_not_warn(key):
    platform = PLATFORMS[key]
    assert any("0 counts as no value" in note for note in platform.profile.notes) is (key in ZERO_IS_NOTHING)
    template, lacks = platform.put_in(choice("points", "Some.", "None."))
    if not lacks:
        assert sent(platform, template, {"points": 0}) == ("None." if key in ZERO_IS_NOTHING else "Some.")


@pytest.mark.parametrize("key", PLATFORMS)
def test_what_is_documented_is_said_where(key):
    profile = PLATFORMS[key].profile
    assert all(source.startswith("https://") for source in profile.sources)
    assert profile.sources
    assert all(note.endswith(".") for note in profile.notes)


@pytest.mark.parametrize("key", sorted(set(PLATFORMS) - {"mailchimp", "activecampaign"}))
def test_names_that_are_more_than_letters_are_named_where_the_platform_can(key):
    plain = PLATFORMS[key]
    platform = Platform(key, plain.profile, {"nick": "Nick Name"}, plain.address)
    if platform.can_be_named("nick"):
        template, lacks = platform.put_in(f"Hello {field('nick')}")
        assert (sent(platform, template, {"nick": "Zoë"}), lacks) == ("Hello Zoë", ())


def test_which_platforms_can_have_names_with_spaces():
    able = {key for key in PLATFORMS if Platform(key, PLATFORMS[key].profile, {"x": "A b"}).can_be_named("x")}
    assert able == {"braze", "customerio", "iterable", "klaviyo", "marketo", "salesforce"}
