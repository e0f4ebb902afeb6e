"""A page repeats the promise of the e-mail that leads to it."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

BRAND = '-- brand/brand.yaml --\nname: Acme\nrules: {"heading/*": "off"}\n'
SEGMENT = (
    "-- content/segments/segment.yaml --\nname: Everyone\naudience: all\n{more}ctas:\n"
    '  prices: {{label: See the prices, url: "page:prices"}}\n'
    '  app: {{label: Open the app, url: "https://app.example/"}}\n'
    "-- content/segments/index.md --\n---\ntitle: Home\n---\n# Home\n"
)
PAGE = "-- content/segments/prices.md --\n---\ntitle: {title}\n---\n# {heading}\n\n{body}\n"
MAIL = (
    "-- content/segments/emails/hello.md --\n---\nsubject: {subject}\n---\n"
    "::: hero\ncta: {cta}\n---\n# {heading}\n:::\n"
)


def site_of(mail: dict[str, str], page: dict[str, str], more: str = "") -> str:
    mail = {"subject": "Shorten your queue", "heading": "Fewer people waiting", "cta": "prices", **mail}
    page = {"title": "Prices", "heading": "What it costs", "body": "Nine a month.", **page}
    return BRAND + SEGMENT.format(more=more) + PAGE.format(**page) + MAIL.format(**mail)


def test_a_promise_the_page_does_not_repeat_is_found_at_the_subject(site):
    (finding,) = findings_of(site(site_of({}, {})), "cohesion/promise")
    assert places([finding]) == [("cohesion/promise", "content/segments/emails/hello.md:2:10")]
    assert finding.message == "The page this e-mail leads to, `prices`, does not repeat its promise."
    assert "“queue”" in finding.hint
    assert "“Shorten”" in finding.hint
    assert finding.outputs == {"email/generic/hello.html"}


@pytest.mark.parametrize(
    "page",
    [
        {"title": "Shorter queues, fewer people waiting"},
        {"heading": "People who wait are queueing"},
        {"body": "A queue of people is a queue of customers."},
    ],
)
def test_two_of_its_words_in_any_form_are_enough(site, page):
    assert findings_of(site(site_of({}, page)), "cohesion/promise") == []


def test_one_word_is_not_enough_but_one_number_is(site):
    assert findings_of(site(site_of({}, {"title": "The queue"})), "cohesion/promise")
    mail, page = {"subject": "Queues of 40 people"}, {"title": "For 40 and more"}
    assert findings_of(site(site_of(mail, page)), "cohesion/promise") == []


def test_what_stands_far_down_the_page_does_not_count(site):
    body = "Nothing of it. " * 40 + "\n\nPeople waiting in a queue.\n"
    assert findings_of(site(site_of({}, {"body": body})), "cohesion/promise")


@pytest.mark.parametrize(
    ("mail", "more"),
    [
        ({"cta": "app"}, ""),  # leads to another site
        ({"cta": "app", "heading": "Fewer people waiting\n\n[Prices](cta:prices)"}, ""),  # its first call does
        ({"subject": "Acme", "heading": "It is here"}, ""),  # promises nothing
        ({}, "locale: nl\n"),  # small words of this language are not known
    ],
)
def test_what_cannot_be_compared_is_passed_over(site, mail, more):
    assert findings_of(site(site_of(mail, {}, more)), "cohesion/promise") == []


@pytest.mark.parametrize(
    ("locale", "subject", "title", "count"),
    [
        ("de", "Kürzere Wartezeiten im Verkauf", "Kurze Wartezeit, besserer Verkauf", 0),
        ("de", "Kürzere Wartezeiten im Verkauf", "Unsere Preise", 1),
        ("fr", "Des factures envoyées plus vite", "Une facture envoyée vite", 0),
        ("es", "Facturas enviadas antes", "Nuestros precios", 1),
    ],
)
def test_other_languages_are_understood(site, locale, subject, title, count):
    files = site_of({"subject": subject, "heading": "Acme"}, {"title": title}, f"locale: {locale}\n")
    assert len(findings_of(site(files), "cohesion/promise")) == count
