"""Text parts say about what the HTML says, as text."""

from __future__ import annotations

import pytest
from sites_held import findings_of

BRAND = '-- brand/brand.yaml --\nname: Acme\n%srules: {"heading/*": "off", "cohesion/*": "off"}\n'
MAIL = "-- content/segments/emails/hi.md --\n---\nsubject: Hello\npreheader: Good to have you.\n---\n%s\n"
TXT = "-- themes/plain/layouts/email.txt --\n%s\n{{ merge.postal_address }} {{ merge.unsubscribe_url }}\n"
WORDS = "Words that go on for a while, so that somebody can tell whether they are there or not, and a few more."
PLACE = "themes/plain/layouts/email.txt:1:1"


def found(site, text, brand=""):
    return findings_of(site(BRAND % brand + text), "email/text-part")


@pytest.mark.parametrize("text", ["", "{{ email.subject }}", "https://www.acme.example/a/b/c/d/e/f/g/h/i/j/k/l"])
def test_one_that_says_little_is_found_in_the_layout(site, text):
    (finding,) = found(site, TXT % text + MAIL % WORDS)
    assert str(finding.place) == PLACE
    assert finding.message == "The text part says much less than the HTML."
    assert finding.hint.startswith("Here the HTML says 22 words, the text part ")


def test_legal_texts_do_not_fill_it(site):
    legal = "-- brand/legal/foot.md --\n" + "Legal words that go on and on. " * 9 + "\n"
    text = TXT % "{% for entry in legal %}{{ entry.text }}{% endfor %}"
    (finding,) = found(site, legal + text + MAIL % WORDS, "channels: {email: {legal: [foot]}}\n")
    assert "the text part 0." in finding.hint


@pytest.mark.parametrize(
    "text",
    [TXT % "{% for one in sections %}{{ one.text }}{% endfor %}" + MAIL % WORDS, TXT % "" + MAIL % "Only a few words."],
    ids=["full", "short"],
)
def test_a_full_one_is_fine_and_of_a_short_email_nobody_can_tell(site, text):
    assert found(site, text) == []


@pytest.mark.parametrize(
    ("printed", "mark"),
    [
        ("{% for one in sections %}{{ one.html }}{% endfor %}", '`<table role="presentation">`'),
        ("{% for one in sections %}{{ one.text }}{% endfor %} <br/>", "`<br/>`"),
        ("{% for one in sections %}{{ one.text }}{% endfor %}&nbsp;", "`&nbsp;`"),
        ("{% for one in sections %}{{ one.text }}{% endfor %}&#8217;", "`&#8217;`"),
    ],
)
def test_html_in_it_is_found_once(site, printed, mark):
    (finding,) = found(site, TXT % printed + MAIL % f"{WORDS} <b>Bold</b>")
    assert str(finding.place) == PLACE
    assert finding.message == f"{mark} stands in the text part as it is."


def test_whatever_html_many_emails_hold_is_one_finding(site):
    more = (MAIL % f"# Hello\n\n{WORDS}").replace("hi.md", "you.md")
    printed = "{% for one in sections %}{{ (one.html | string).partition('prose')[2] }}{% endfor %}"
    (finding,) = found(site, TXT % printed + MAIL % WORDS + more)
    assert len({output for output in finding.outputs if output.endswith(".html")}) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Write `<br>` and `&nbsp;`.",
        "    <p>code</p>\n",
        "Ann &amp; Bob, 3 < 4 > 2.",
        "See <https://a.example/?a=1&copy=2>.",
    ],
)
def test_what_only_looks_like_html_is_passed_over(site, words):
    assert found(site, MAIL % f"{WORDS}\n\n{words}") == []
