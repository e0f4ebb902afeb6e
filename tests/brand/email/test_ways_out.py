"""E-mails have a way out and an address whatever brand.yaml requires, and are told of either once."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

RULES = 'rules: {"heading/*": "off", "cohesion/*": "off", email/preheader: "off"}\n'
MAIL = "-- content/segments/emails/hi.md --\n---\nsubject: Hello\n%s---\nGood to see you.\n"
HTML, TXT = "themes/plain/layouts/email.html:1:1", "themes/plain/layouts/email.txt:1:1"
ADDRESS = "address: {street: 1 Mill Lane, postcode: D 1, city: Cork}\n"


def layout(html: str, text: str) -> str:
    return (
        "-- themes/plain/layouts/email.html --\n<!DOCTYPE html>\n<html><head><title>{{ email.subject }}</title></head>"
        f"<body>{{% for one in sections %}}{{{{ one.html }}}}{{% endfor %}}<p>{html}</p></body></html>\n"
        f"-- themes/plain/layouts/email.txt --\n{{% for one in sections %}}{{{{ one.text }}}}{{% endfor %}}\n{text}\n"
    )


def found(site, theme, brand="", front="", *families):
    text = f"-- brand/brand.yaml --\nname: Acme\n{brand}{RULES}" + MAIL % front + theme
    return places(findings_of(site(text), *(families or ("email/",))))


def test_an_email_without_either_lacks_both_in_both_parts(site):
    assert found(site, layout("Acme", "Acme")) == [
        ("email/address", HTML), ("email/unsubscribe", HTML), ("email/address", TXT), ("email/unsubscribe", TXT),
    ]  # fmt: skip


@pytest.mark.parametrize("address", ["{{ merge.postal_address }}", "{{ brand.address_line }}"])
def test_an_email_with_both_is_fine(site, address):
    theme = layout(
        f'<a href="{{{{ merge.unsubscribe_url }}}}">Go</a> {address}', f"{{{{ merge.unsubscribe_url }}}} {address}"
    )
    assert found(site, theme, ADDRESS) == []


def test_a_part_of_an_address_is_not_enough(site):
    theme = layout(
        '<a href="{{ merge.unsubscribe_url }}">Go</a> 1 Mill Lane',
        "{{ merge.unsubscribe_url }} {{ brand.address_line }}",
    )
    assert found(site, theme, ADDRESS) == [("email/address", HTML)]


def test_the_word_alone_is_no_way_out(site):
    theme = layout(
        "{{ merge.unsubscribe_url }} {{ merge.postal_address }}",
        "{{ merge.unsubscribe_url }} {{ merge.postal_address }}",
    )
    assert found(site, theme) == [("email/unsubscribe", HTML)]


def test_what_the_brand_requires_is_told_of_by_its_own_rule(site):
    channels = "channels: {email: {requires: [unsubscribe, postal-address]}}\n"
    rules = {rule for rule, _ in found(site, layout("Acme", "Acme"), ADDRESS + channels, "", "email/", "channel/")}
    assert rules == {"channel/unsubscribe", "channel/postal-address"}


@pytest.mark.parametrize("channels", ["", "channels: {email: {requires: [unsubscribe]}}\n"], ids=["any", "required"])
def test_an_answer_to_an_order_needs_an_address_and_no_way_out(site, channels):
    found_rules = found(site, layout("Acme", "Acme"), channels, "transactional: true\n", "email/", "channel/")
    assert found_rules == [("email/address", HTML), ("email/address", TXT)]


def test_many_emails_of_a_layout_are_one_finding(site):
    more = (MAIL % "").replace("hi.md", "you.md")
    text = (
        f"-- brand/brand.yaml --\nname: Acme\n{RULES}"
        + MAIL % ""
        + more
        + layout("Acme", "{{ merge.unsubscribe_url }}")
    )
    (finding, *_) = findings_of(site(text), "email/unsubscribe", "email/address")
    assert len({output for output in finding.outputs if output.endswith(".html")}) == 2
