"""E-mails as recipients get them: written once, built for platforms, read by people of whom more or less is known."""

from __future__ import annotations

import datetime
import email
import email.policy
import json
import re
from typing import TYPE_CHECKING

import pytest

from segsite.building.pipeline import BuildOptions, build
from segsite.diagnostics import Severity
from segsite.model.merge_fields import PLACEHOLDER

if TYPE_CHECKING:
    from pathlib import Path

DATE = datetime.date(2026, 11, 21)
FRONT = """\
-- segsite.yaml --
name: Acme
base_url: https://www.acme.example
theme: plain
email: {platforms: [generic], from: "{{ brand.name }} <hello@acme.example>"}
-- brand/brand.yaml --
name: Acme
legal_name: Acme Ltd.
address: {street: 1 Main Road, postcode: "1000", city: Springfield, country: Freedonia}
rules: {"heading/*": "off", "cohesion/*": "off", "link/says-nothing": "off"}
-- themes/plain/layouts/email.html --
<!DOCTYPE html>
<html lang="{{ lang }}"><head><meta charset="utf-8"><title>{{ email.subject }}</title></head>
<body>{% for section in sections %}{{ section.html }}{% endfor %}
<hr><p><a href="{{ merge.unsubscribe_url }}">Unsubscribe</a> {{ merge.postal_address }}</p></body></html>
-- themes/plain/layouts/email.txt --
{% for section in sections %}{{ section.text }}

{% endfor %}{{ merge.unsubscribe_url }} {{ merge.postal_address }}
-- themes/plain/components/prose/email.html --
{{ section.body }}
-- content/segments/emails/welcome.md --
"""
SHORT = "---\nsubject: Welcome\n---\n"


@pytest.fixture
def mailed(site):
    """Builds a site with one e-mail, and gives the folder of its files."""

    def make(text: str, more: str = "") -> Path:
        folder = site(f"{FRONT}{text}{more}")
        report = build(BuildOptions(folder, DATE), lambda _: None)
        errors = [one for one in report.findings if one.severity is Severity.ERROR]
        assert not errors, [f"{one.place} {one.rule.name} {one.message}" for one in errors]
        return folder / "dist/email"

    return make


def found_in(site, text: str, more: str = "") -> list[tuple[str, str, str]]:
    folder = site(f"{FRONT}{text}{more}")
    report = build(BuildOptions(folder, DATE), lambda _: None)
    errors = [one for one in report.findings if one.severity is Severity.ERROR]
    return [(one.rule.name, str(one.place), one.message) for one in errors]


def body(html: str) -> str:
    return " ".join(html.partition("<body>")[2].partition("<hr>")[0].split())


def liquid(text: str, **values: str | int) -> str:
    """The text that a platform with Liquid would send."""
    from liquid import Environment

    return Environment().from_string(text).render(**values)


# -- conditions --------------------------------------------------------------------------------------------------


def test_whole_paragraphs_are_chosen_by_the_recipient(mailed):
    folder = mailed(
        f"{SHORT}Hello.\n\n{{% if merge.plan == 'trial' %}}\n\nYour trial ends soon.\n\nTry the rest.\n\n"
        "{% else %}\n\nThank you for staying.\n\n{% endif %}\n\nGoodbye.\n"
    )
    html = (folder / "generic/welcome.html").read_text("utf-8")
    trial, other = body(liquid(html, plan="trial")), body(liquid(html))
    assert trial == "<p>Hello.</p> <p>Your trial ends soon.</p> <p>Try the rest.</p> <p>Goodbye.</p>"
    assert other == "<p>Hello.</p> <p>Thank you for staying.</p> <p>Goodbye.</p>"


def test_the_text_part_has_no_gaps_where_words_are_left_out(mailed):
    folder = mailed(
        f"{SHORT}Hello.\n\n{{% if merge.plan == 'trial' %}}\n\nIt ends soon.\n\n{{% endif %}}\n\nGoodbye.\n"
    )
    text = (folder / "generic/welcome.txt").read_text("utf-8")
    assert liquid(text, plan="trial").startswith("Hello.\n\nIt ends soon.\n\nGoodbye.\n\n")
    assert liquid(text).startswith("Hello.\n\nGoodbye.\n\n")


def test_words_within_a_paragraph_are_chosen(mailed):
    folder = mailed(f"{SHORT}You have {{% if merge.seats > 1 %}}**many** seats{{% else %}}one seat{{% endif %}}.\n")
    html = (folder / "generic/welcome.html").read_text("utf-8")
    assert body(liquid(html, seats=2)) == "<p>You have <strong>many</strong> seats.</p>"
    assert body(liquid(html, seats=1)) == "<p>You have one seat.</p>"


def test_lines_within_a_paragraph_are_chosen(mailed):
    folder = mailed(f"{SHORT}Hello.\n{{% if merge.plan == 'trial' %}}\nIt ends soon.\n{{% endif %}}\nGoodbye.\n")
    html = (folder / "generic/welcome.html").read_text("utf-8")
    assert body(liquid(html, plan="trial")) == "<p>Hello. It ends soon. Goodbye.</p>"


def test_what_is_known_at_the_build_is_not_asked(mailed):
    folder = mailed(
        f"{SHORT}{{% if segment.name == 'Nobody' and merge.plan == 'a' %}}A{{% elif segment.name or merge.x %}}B"
        "{% elif merge.plan == 'c' %}C{% endif %}\n"
    )
    html = (folder / "generic/welcome.html").read_text("utf-8")
    assert body(html) == "<p>B</p>"


def test_elif_is_asked_where_the_first_does_not_hold(mailed):
    folder = mailed(
        f"{SHORT}{{% if merge.a == 'x' %}}1{{% elif merge.b and not merge.c %}}2{{% else %}}3{{% endif %}}\n"
    )
    html = (folder / "generic/welcome.html").read_text("utf-8")
    assert [body(liquid(html, **values)) for values in ({"a": "x"}, {"b": "y"}, {"b": "y", "c": "z"}, {})] == [
        "<p>1</p>",
        "<p>2</p>",
        "<p>3</p>",
        "<p>3</p>",
    ]


def test_subjects_and_labels_are_chosen(mailed):
    folder = mailed(
        "---\nsubject: \"{% if merge.plan == 'trial' %}Still there?{% else %}Welcome back{% endif %}\"\n---\n"
        "::: hero\ncta: demo\n---\n"
        "# Hello {% if merge.first_name %}{{ merge.first_name }}{% else %}you{% endif %}\n:::\n"
    )
    about = json.loads((folder / "generic/welcome.json").read_text("utf-8"))
    assert liquid(about["subject"], plan="trial") == "Still there?"
    html = (folder / "generic/welcome.html").read_text("utf-8")
    assert "<h1>Hello Robin</h1>" in liquid(html, first_name="Robin")
    assert "<title>Welcome back</title>" in liquid(html)


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("merge.plan | upper == 'A'", "A merge field has no value yet, so `upper` cannot change it."),
        ("merge.plan == merge.other", "Two merge fields cannot be compared with each other."),
        ("merge.plan in ['a', 'b']", "This cannot be asked of a merge field."),
        ("merge.plan == ['a']", "`plan` can be compared with a text or a number only."),
        ("merge.plan > 'a'", "With `>`, `plan` can be compared with a number only."),
        ("merge.plan == 'it\\'s'", "“it's” cannot be compared with on every platform."),
        ("1 < merge.plan < 3", "This cannot be asked of a merge field."),
    ],
)
def test_what_no_platform_could_ask_is_a_finding(site, condition, message):
    found = found_in(site, f"{SHORT}{{% if {condition} %}}A{{% endif %}}\n")
    assert [(place, said) for _, place, said in found] == [("content/segments/emails/welcome.md:4:1", message)]


def test_a_condition_that_is_printed_is_a_finding(site):
    found = found_in(site, f"{SHORT}{{{{ 'A' if merge.plan == 'trial' else 'B' }}}}\n")
    assert [(rule, place) for rule, place, _ in found] == [
        ("email/condition", "content/segments/emails/welcome.md:4:1")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hello {% if merge.a %}there.\n\nSecond {% endif %}paragraph.\n",
        "- one {% if merge.a %}\n- two {% endif %}\n",
        "**bold {% if merge.a %}words** here{% endif %}\n",
    ],
)
def test_a_condition_that_tears_paragraphs_apart_is_a_finding(site, text):
    [(rule, place, message)] = found_in(site, SHORT + text)
    assert rule == "email/condition"
    assert place.startswith("content/segments/emails/welcome.md:4:")
    assert message == "This condition begins in one paragraph and ends in another."


def test_more_conditions_than_anybody_could_follow_are_a_finding(site):
    ways = "".join(f"{{% elif merge.plan == 'p{number}' %}}{number}" for number in range(200))
    [(rule, _, message)] = found_in(site, f"{SHORT}{{% if merge.plan == 'p' %}}p{ways}{{% endif %}}\n")
    assert rule == "email/condition"
    assert message.startswith("More than 20 conditions on merge fields")


def test_a_condition_in_an_address_is_a_finding(site):
    found = found_in(site, f"{SHORT}[Go](https://a.example/{{% if merge.a %}}x{{% endif %}})\n")
    assert [(rule, message) for rule, _, message in found] == [("email/condition", "A condition stands in an address.")]


# -- platforms ---------------------------------------------------------------------------------------------------


OWN = """-- brand/platforms/acme-mail.yaml --
name: Acme Mail
field: {plain: "#<field>#"}
unsubscribe_url: "#OUT#"
-- segsite.yaml --
name: Acme
base_url: https://www.acme.example
theme: plain
email:
  platforms: [generic, acme-mail]
  fields: {first_name: {acme-mail: VORNAME}, plan: {}}
"""


def test_a_site_adds_a_platform_of_its_own(mailed):
    folder = mailed(f"{SHORT}Hello {{{{ merge.first_name }}}}, you.\n", OWN)
    html = (folder / "acme-mail/welcome.html").read_text("utf-8")
    assert "Hello #VORNAME#, you." in html
    assert '<a href="#OUT#">' in html
    assert "1 Main Road, 1000 Springfield, Freedonia" in html  # it has no address of its own


@pytest.mark.parametrize(("platforms", "found"), [("[]", []), ("[mailchump]", ["schema/wrong-type"])])
def test_without_a_platform_that_is_known_no_files_are_made(site, platforms, found):
    head = "-- segsite.yaml --\nname: Acme\nbase_url: https://www.acme.example\ntheme: plain\n"
    config = f"{head}email: {{platforms: {platforms}}}\n"
    assert [rule for rule, _, _ in found_in(site, f"{SHORT}Hello.\n", config)] == found


def test_what_a_platform_lacks_is_named_with_a_remedy(site):
    text = f"{SHORT}{{{{ merge.first_name | fallback('there') }}}} [Look]({{{{ merge.view_url }}}})\n"
    found = found_in(site, text, OWN)
    assert [(rule, place) for rule, place, _ in found] == [
        ("email/platform", "content/segments/emails/welcome.md:4:1"),
        ("email/platform", "content/segments/emails/welcome.md:4:51"),
    ]
    assert [message for _, _, message in found] == [
        "Acme Mail has nothing for the fallback “there”, which `merge.first_name` needs here.",
        "Acme Mail has no `merge.view_url`.",
    ]


def test_words_for_what_a_platform_lacks_are_left_out_there(mailed):
    folder = mailed(f"{SHORT}Hello.{{% if merge.view_url %}} [Look]({{{{ merge.view_url }}}}){{% endif %}}\n", OWN)
    assert body((folder / "acme-mail/welcome.html").read_text("utf-8")) == "<p>Hello.</p>"
    assert "{{ view_url }}" in (folder / "generic/welcome.html").read_text("utf-8")


def test_no_placeholder_is_left_in_any_file(mailed):
    folder = mailed(
        f"{SHORT}::: hero\ncta: demo\n---\n# Hi {{{{ merge.first_name | fallback('there') }}}}\n\n"
        "[A](https://www.acme.example/app/?u={{ merge.plan }}) {% if merge.plan %}x{% endif %}\n:::\n"
    )
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".html", ".txt", ".json", ".eml"}
    assert not [path for path in files if PLACEHOLDER.search(path.read_text("utf-8"))]


# -- subjects, senders, flows ------------------------------------------------------------------------------------


def test_subject_variants_come_out_as_variants(mailed):
    folder = mailed("---\nsubject: [Welcome, Good to have you]\n---\nHello.\n")
    about = json.loads((folder / "generic/welcome.json").read_text("utf-8"))
    assert about["subject_variants"] == ["Welcome", "Good to have you"]
    messages = [
        email.message_from_bytes((folder / f"generic/{name}").read_bytes(), policy=email.policy.SMTP)
        for name in ("welcome.eml", "welcome.2.eml")
    ]
    assert [message["Subject"] for message in messages] == ["Welcome", "Good to have you"]
    assert [message["From"] for message in messages] == ["Acme <hello@acme.example>"] * 2


def test_an_e_mail_that_nobody_leaves_promises_no_way_out(mailed):
    layout = '-- themes/plain/layouts/email.html --\n<html lang="en"><body>{{ merge.postal_address }}</body></html>\n'
    text = "-- themes/plain/layouts/email.txt --\nYour receipt. {{ merge.postal_address }}\n"
    folder = mailed("---\nsubject: Hi\ntransactional: true\n---\nYour receipt.\n", layout + text)
    message = email.message_from_bytes((folder / "generic/welcome.eml").read_bytes(), policy=email.policy.SMTP)
    assert message["List-Unsubscribe"] is None


def test_a_child_replaces_who_it_is_from(mailed):
    child = "-- content/segments/a/segment.yaml --\nname: A\n-- content/segments/a/emails/welcome.md --\n"
    folder = mailed(f"{SHORT}Hello.\n", f"{child}---\ninherits: true\nfrom: A team <a@acme.example>\n---\n")
    about = json.loads((folder / "generic/a/welcome.json").read_text("utf-8"))
    assert about["from"] == {"name": "A team", "address": "a@acme.example"}


def test_a_sender_without_an_address_is_a_finding(site):
    [(rule, place, message)] = found_in(site, "---\nsubject: Hi\nfrom: The team\n---\nHello.\n")
    assert (rule, place) == ("email/sender", "content/segments/emails/welcome.md:3:7")
    assert message.startswith("`from` cannot be `The team`: ")


def test_an_e_mail_says_where_it_stands_in_its_flow(mailed):
    folder = mailed("---\nsubject: Hi\nsequence: onboarding\nafter: 3 days\n---\nHello.\n")
    about = json.loads((folder / "generic/welcome.json").read_text("utf-8"))
    assert about["sequence"] == {"name": "onboarding", "after": "3 days"}


@pytest.mark.parametrize("after", ["soon", "3", "-1 day", "3 fortnights", "day 3"])
def test_a_time_nobody_can_tell_is_a_finding(site, after):
    [(rule, place, _)] = found_in(site, f"---\nsubject: Hi\nsequence: a\nafter: {after}\n---\nHello.\n")
    assert (rule, place) == ("schema/wrong-type", "content/segments/emails/welcome.md:4:8")


# -- tracking ----------------------------------------------------------------------------------------------------


def links(folder: Path, name: str = "generic/welcome.html") -> list[str]:
    return re.findall(r'href="([^"]*)"', body((folder / name).read_text("utf-8")))


UTM = "utm_source=acme&amp;utm_medium=email&amp;utm_campaign=home&amp;utm_content=welcome"


def test_links_to_the_site_say_where_their_readers_come_from(mailed):
    folder = mailed(f"{SHORT}[Home](page:index) [Part](page:index#hero) [Have](/?a=b) [Demo](cta:demo)\n")
    assert links(folder) == [
        f"https://www.acme.example/?{UTM}",
        f"https://www.acme.example/?{UTM}#hero",
        f"https://www.acme.example/?a=b&amp;{UTM}",
        f"https://www.acme.example/app/demo?{UTM}",
    ]
    assert f"?{UTM.replace('&amp;', '&')}#hero" in (folder / "generic/welcome.txt").read_text("utf-8")


def test_other_links_are_left_as_they_are(mailed):
    folder = mailed(
        f"{SHORT}[A](https://other.example/) [M](mailto:a@acme.example) [U]({{{{ merge.unsubscribe_url }}}})\n"
    )
    assert links(folder) == ["https://other.example/", "mailto:a@acme.example", "{{ unsubscribe_url }}"]


def test_a_parameter_that_an_address_has_is_kept(mailed):
    folder = mailed(f"{SHORT}[Home](/?utm_source=partner)\n")
    assert links(folder)[0].startswith("https://www.acme.example/?utm_source=partner&amp;utm_medium=email&amp;")


@pytest.mark.parametrize(
    ("config", "front", "query"),
    [
        ("tracking: false", "", ""),
        ("tracking: {parameters: {ref: '{{ segment.name }} Mail'}}", "", "?ref=everyone-mail"),
        ("tracking: {parameters: {a: b}, hosts: [other.example]}", "", "?a=b"),
        ("tracking: {parameters: {a: b}}", "tracking: {a: Spring sale}\n", "?a=spring-sale"),
        ("tracking: {parameters: {a: b}}", "tracking: false\n", ""),
    ],
)
def test_what_links_say_is_the_sites_to_decide(mailed, config, front, query):
    site = f"-- segsite.yaml --\nname: Acme\nbase_url: https://www.acme.example\ntheme: plain\n{config}\n"
    folder = mailed(f"---\nsubject: Hi\n{front}---\n[Home](page:index) [Other](https://other.example/)\n", site)
    other = query if "hosts" in config else ""
    assert links(folder) == [f"https://www.acme.example/{query}", f"https://other.example/{other}"]


def test_pages_link_to_pages_as_ever(mailed):
    folder = mailed(f"{SHORT}Hello.\n", "-- content/segments/b.md --\n---\ntitle: B\n---\n[Home](page:index)\n")
    assert 'href="/"' in (folder.parent / "web/b/index.html").read_text("utf-8")
