"""What a channel carries: legal texts, the privacy policy, a postal address, a way out."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

PRIVACY = "-- content/segments/privacy.md --\n---\ntitle: Privacy\n---\n# Privacy\n\nWe keep little.\n"
MAIL = """\
-- themes/plain/layouts/email.html --
<!DOCTYPE html>
<html><head><title>{{ email.subject }}</title></head>
<body>{% for one in sections %}{{ one.html }}{% endfor %}{% for one in legal %}{{ one.html }}{% endfor %}</body></html>
-- themes/plain/layouts/email.txt --
{% for one in sections %}{{ one.text }}
{% endfor %}{% for one in legal %}{{ one.text }}
{% endfor %}
-- content/segments/emails/hello.md --
---
subject: Hello
---
# Hello

Good to see you.
"""
LEGAL = (
    "-- brand/legal/foot.md --\nAcme's office is at {{ brand.address.street }}, {{ brand.address.postcode }} "
    "{{ brand.address.city }}. Had *enough*? [Unsubscribe]({{ merge.unsubscribe_url }}) at once. "
    "[Privacy](page:/privacy).\n"
)
NO_LEGAL_HTML = (
    "-- themes/plain/layouts/email.html --\n<!DOCTYPE html>\n<html><head><title>{{ email.subject }}</title></head>"
    "<body>{% for section in sections %}{{ section.html }}{% endfor %}</body></html>\n"
)
NO_LEGAL_TEXT = "-- themes/plain/layouts/email.txt --\n{% for section in sections %}{{ section.text }}{% endfor %}\n"


def brand(
    channels: str, address: str = '{street: 1 Mill Lane, postcode: "01067", city: Dresden}', more: str = ""
) -> str:
    return (
        f"-- brand/brand.yaml --\nname: Acme\naddress: {address}\n{more}channels:\n{channels}\n"
        'rules: {"heading/*": "off", "cohesion/*": "off", "email/*": "off"}\n'
    )


def test_what_all_channels_require_and_carry_is_fine(site):
    everything = "  email: {legal: [foot], requires: [privacy-link, postal-address, unsubscribe]}"
    folder = site(brand(everything, more="privacy: page:/privacy\n") + MAIL + LEGAL + PRIVACY)
    assert findings_of(folder, "channel/") == []


@pytest.mark.parametrize(
    ("theme", "layout", "words"),
    [(NO_LEGAL_HTML, "email.html", "brand/legal/foot.md"), (NO_LEGAL_TEXT, "email.txt", "in its text part")],
)
def test_a_layout_that_forgets_the_legal_text_is_named(site, theme, layout, words):
    found = findings_of(site(brand("  email: {legal: [foot]}") + MAIL + LEGAL + PRIVACY + theme), "channel/")
    assert places(found) == [("channel/legal-missing", f"themes/plain/layouts/{layout}:1:1")]
    assert words in found[0].message
    assert len(found[0].outputs) == 1


def test_one_finding_counts_the_outputs_a_layout_frames(site):
    theme = (
        "-- themes/plain/layouts/landing.html --\n<main>{% for one in sections %}{{ one.html }}{% endfor %}</main>\n"
    )
    legal = "-- brand/legal/foot.md --\nAcme of Dresden.\n"
    (finding,) = findings_of(site(brand("  web: {legal: [foot]}") + legal + PRIVACY + theme), "channel/")
    assert finding.outputs == {"web/index.html", "web/privacy/index.html"}


def test_a_page_without_the_required_privacy_link_is_a_breach(site):
    files = brand("  web: {requires: [privacy-link]}", more="privacy: page:/privacy\n") + PRIVACY
    found = findings_of(site(files), "channel/")
    assert places(found) == [("channel/privacy-link", "themes/plain/layouts/landing.html:1:1")]
    assert found[0].outputs == {"web/index.html"}  # the policy needs no link to itself


def test_a_link_to_a_part_of_the_policy_will_do(site):
    files = brand("  web: {requires: [privacy-link]}", more="privacy: page:/privacy\n") + PRIVACY
    files += "-- content/segments/index.md --\n---\ntitle: Home\n---\n# Home\n\nSee [our policy](/privacy/#privacy).\n"
    assert findings_of(site(files), "channel/") == []


def test_the_base_path_of_a_site_is_understood(site):
    files = "-- segsite.yaml --\nname: Acme\nbase_url: https://acme.example/shop\ntheme: plain\n"
    files += brand("  email: {legal: [foot], requires: [privacy-link]}", more="privacy: page:/privacy\n")
    assert findings_of(site(files + MAIL + LEGAL + PRIVACY), "channel/") == []


def test_the_address_may_be_the_platforms_own(site):
    legal = "-- brand/legal/foot.md --\nYou find us here: {{ merge.postal_address }}\n"
    folder = site(brand("  email: {legal: [foot], requires: [postal-address]}") + MAIL + legal)
    assert findings_of(folder, "channel/") == []


def test_an_address_without_its_town_is_named(site):
    legal = "-- brand/legal/foot.md --\nAcme, {{ brand.address.street }}, {{ brand.address.postcode }}\n"
    found = findings_of(site(brand("  email: {legal: [foot], requires: [postal-address]}") + MAIL + legal), "channel/")
    assert places(found) == [
        ("channel/postal-address", "themes/plain/layouts/email.html:1:1"),
        ("channel/postal-address", "themes/plain/layouts/email.txt:1:1"),
    ]
    assert "`Dresden` is missing" in found[0].message


def test_an_email_nobody_can_leave_is_a_breach_in_both_its_parts(site):
    found = findings_of(site(brand("  email: {requires: [unsubscribe]}") + MAIL), "channel/")
    assert places(found) == [
        ("channel/unsubscribe", "themes/plain/layouts/email.html:1:1"),
        ("channel/unsubscribe", "themes/plain/layouts/email.txt:1:1"),
    ]


def test_the_word_unsubscribe_alone_is_no_way_out(site):
    legal = "-- brand/legal/foot.md --\nUnsubscribe: {{ merge.unsubscribe_url }}\n"
    found = findings_of(site(brand("  email: {legal: [foot], requires: [unsubscribe]}") + MAIL + legal), "channel/")
    assert places(found) == [("channel/unsubscribe", "themes/plain/layouts/email.html:1:1")]


@pytest.mark.parametrize(
    ("files", "rule", "place", "words"),
    [
        (brand("  web: {requires: [privacy-link]}"), "privacy-link", "4:20", "Add `privacy: page:/privacy`"),
        (brand("  web: {requires: [postal-address]}", "{}"), "postal-address", "4:20", "Add `address:`"),
        (brand("  web: {requires: [unsubscribe]}"), "unsubscribe", "4:20", "Remove it"),
        (brand("  web: {}", more="privacy: page:/gone\n"), "privacy-link", "3:10", "Name the page"),
    ],
)
def test_a_requirement_that_cannot_be_met_is_reported_where_it_is_made(site, files, rule, place, words):
    (finding,) = findings_of(site(files), "channel/")
    assert places([finding]) == [(f"channel/{rule}", f"brand/brand.yaml:{place}")]
    assert words in finding.hint


def test_a_legal_text_is_named_though_it_begins_with_words_from_elsewhere(site):
    legal = "-- brand/legal/foot.md --\n{{ brand.name }} of Dresden.\n-- brand/legal/end.md --\n{{ brand.name }}\n"
    found = findings_of(site(brand("  email: {legal: [foot, end]}") + MAIL + legal + NO_LEGAL_TEXT), "channel/")
    named = [name for one in found for name in ("foot", "end") if f"`brand/legal/{name}.md`" in one.message]
    assert sorted(named) == ["end", "foot"]
