"""Links of e-mails lead somewhere, in full; what is wrong with one is found where it is written."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

BRAND = """\
-- brand/brand.yaml --
name: Acme
rules: {"heading/*": "off", "cohesion/*": "off", "link/says-nothing": "off", email/preheader: "off"}
"""
MAIL = "-- content/segments/emails/hi.md --\n---\nsubject: Hello\n%s---\n%s\n"
FACE = "-- themes/plain/components/prose/email.html --\n{{ section.body }}%s\n"


def found(site, text):
    return findings_of(site(BRAND + text), "email/link")


def mail(words, front=""):
    return MAIL % (front, words)


def test_an_address_of_content_is_found_in_its_words(site):
    (finding,) = found(site, mail("See [it](https://staging.acme.example/a)."))
    assert (str(finding.place), finding.place.text) == (
        "content/segments/emails/hi.md:4:10",
        "https://staging.acme.example/a",
    )
    assert "`staging.acme.example`" in finding.message
    assert finding.severity.name == "ERROR"


def test_an_address_without_encryption_is_a_warning(site):
    (finding,) = found(site, mail("See [it](http://old.example/a)."))
    assert (finding.severity.name, finding.place.text) == ("WARNING", "http://old.example/a")


def test_both_weights_of_the_rule_can_be_met_in_one_email(site):
    findings = found(site, mail("[One](http://old.example/a) and [two](http://localhost/b)."))
    assert [one.severity.name for one in findings] == ["WARNING", "ERROR"]


def test_the_address_of_a_cta_is_found_in_its_definition(site):
    segment = (
        "-- content/segments/segment.yaml --\nname: Everyone\nctas:\n  demo: {label: Book, url: 'http://localhost/a'}\n"
    )
    page = "-- content/segments/index.md --\n---\ntitle: Home\n---\nWords.\n"
    (finding,) = found(site, segment + page + mail("::: hero\ncta: demo\n---\nSee [us](cta:demo).\n:::"))
    assert str(finding.place) == "content/segments/segment.yaml:3:28"


def test_an_address_that_was_traced_is_found_as_it_was_written(site):
    config = "-- segsite.yaml --\nname: Acme\nbase_url: https://www.acme.example\ntheme: plain\n"
    config += "tracking: {hosts: [dev.acme.example]}\n"
    (finding,) = found(site, config + mail("See [it](https://dev.acme.example/a#b)."))
    assert finding.place.text == "https://dev.acme.example/a"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<a href="/prices/">Prices</a>', "/prices/"),
        ('<a href="#">Top</a>', "#"),
        ('<a href="">None</a>', 'href=""'),
        ('<a href="#below">Below</a>', "#below"),
        ('<img src="a.png" width="8" alt="">', "a.png"),
        ("<p style=\"background: url('b.png')\">x</p>", "b.png"),
        ('<!--[if mso]><v:roundrect href="/c/"></v:roundrect><![endif]-->', "/c/"),
    ],
)
def test_an_address_of_the_theme_is_found_in_its_template(site, markup, text):
    (finding,) = found(site, FACE % markup + mail("Words."))
    assert finding.place.file == "themes/plain/components/prose/email.html"
    assert finding.place.text == text


def test_a_link_that_content_cannot_follow_is_told_of_once(site):
    text = BRAND + mail("See [it](page:nowhere).")
    rules = [finding.rule.name for finding in findings_of(site(text), "email/", "link/")]
    assert rules == ["link/unresolved"]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="#below">Below</a><p id="below">x</p>',
        '<a href="mailto:a@acme.example">Write</a>',
        '<a href="{{ merge.view_url }}">Look</a>',
        "<a href=\"{{ url('page:index') }}\">Home</a>",
        '<!-- <a href="/nowhere">x</a> -->',
    ],
)
def test_what_leads_somewhere_is_passed_over(site, markup):
    assert found(site, FACE % markup + mail("Words.")) == []


def test_a_site_that_is_tried_out_may_link_to_itself(site):
    config = "-- segsite.yaml --\nname: Acme\nbase_url: http://localhost:8000\ntheme: plain\n"
    assert found(site, config + mail("See [us](page:index).")) == []


# -- campaign parameters ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target",
    ["https://www.acme.example/app/?utm_source=x&a=1", "/?utm_source=x", "cta:demo"],
    ids=["full", "path", "cta"],
)
def test_a_parameter_by_hand_is_a_warning_at_its_name(site, target):
    segment = (
        "-- content/segments/segment.yaml --\nname: Everyone\naudience: all\nmessage: {headline: Hi, promise: Ho}\n"
        'ctas: {demo: {label: Book, url: "https://www.acme.example/app/?utm_source=x"}}\n'
    )
    (finding,) = found(site, segment + mail(f"See [it]({target})."))
    assert (finding.severity.name, finding.place.text) == ("WARNING", "utm_source=")
    assert finding.message.startswith("`utm_source` is written by hand")


@pytest.mark.parametrize(
    ("target", "front"),
    [
        ("https://other.example/?utm_source=x", ""),
        ("https://www.acme.example/app/?plan=x", ""),
        ("https://www.acme.example/app/?utm_source=x", "tracking: false\n"),
        ("https://www.acme.example/app/#utm_source=x", ""),
        ("mailto:a@acme.example?utm_source=x", ""),
    ],
)
def test_other_parameters_and_other_hosts_are_passed_over(site, target, front):
    assert found(site, mail(f"See [it]({target}).", front)) == []


def test_a_parameter_that_an_email_adds_itself_is_not_to_be_written(site):
    findings = found(site, mail("See [it](https://www.acme.example/app/?ref=x).", "tracking: {ref: mail}\n"))
    assert places(findings) == [("email/link", "content/segments/emails/hi.md:5:40")]


def test_many_segments_are_one_finding(site):
    rows = "-- content/segments/segments.csv --\nid,name,audience\none,One,some\ntwo,Two,others\n"
    (finding,) = found(site, rows + mail("See [it](https://www.acme.example/app/?utm_source=x)."))
    assert len({output for output in finding.outputs if output.endswith(".html")}) == 3
