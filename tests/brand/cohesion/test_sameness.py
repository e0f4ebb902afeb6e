"""Titles, descriptions and subjects that are not one page's or e-mail's alone."""

from __future__ import annotations

from sites_held import findings_of, places

BRAND = '-- brand/brand.yaml --\nname: Acme\nrules: {"heading/*": "off"}\n'
PAGE = "-- content/segments/{name}.md --\n---\ntitle: {title}\n---\n# {title}\n"
MAIL = "-- content/segments/emails/{name}.md --\n---\nsubject: {subject}\n---\nHello.\n"
TRADES = "-- content/segments/trades/segment.yaml --\nname: Trades\naudience: trades\n"


def page(name: str, title: str, more: str = "") -> str:
    return PAGE.format(name=name, title=title).replace("\n---\n#", f"\n{more}---\n#")


def test_a_title_written_twice_is_found_at_the_second(site):
    found = findings_of(site(BRAND + page("a", "Our Prices") + page("b", "our prices!")), "cohesion/same")
    assert places(found) == [("cohesion/same-title", "content/segments/b.md:2:8")]
    assert found[0].message == "Several pages have this title."
    assert "`/a/`, `/b/`" in found[0].hint


def test_an_inherited_title_that_does_not_vary_is_one_finding_at_the_title(site):
    found = findings_of(site(BRAND + TRADES + page("a", "Prices")), "cohesion/same")
    assert places(found) == [("cohesion/same-title", "content/segments/a.md:2:8")]
    assert found[0].outputs == {"web/a/index.html", "web/trades/a/index.html"}


def test_an_inherited_title_that_varies_is_fine(site):
    files = BRAND + TRADES + page("a", '"Prices for {{ segment.audience }}"')
    assert findings_of(site(files), "cohesion/same-title") == []


def test_descriptions_are_looked_at_too(site):
    files = BRAND + page("a", "A", "description: Nine a month.\n") + page("b", "B", "description: Nine a month.\n")
    assert places(findings_of(site(files), "cohesion/same")) == [
        ("cohesion/same-description", "content/segments/b.md:3:14")
    ]


def test_pages_that_search_engines_leave_out_and_other_languages_do_not_count(site):
    german = "-- content/segments/de/segment.yaml --\nname: Alle\nlocale: de\naudience: alle\n"
    files = BRAND + german + page("a", "Prices") + page("b", "Prices", "noindex: true\n") + page("de/c", "Prices")
    files += page("de/a", "Preise")
    found = findings_of(site(files), "cohesion/same-title")
    assert found == []


def test_subjects_are_compared_within_a_segment(site):
    files = BRAND + TRADES + MAIL.format(name="a", subject="News") + MAIL.format(name="b", subject="News.")
    (finding,) = findings_of(site(files), "cohesion/same-subject")
    assert places([finding]) == [("cohesion/same-subject", "content/segments/emails/b.md:2:10")]
    assert finding.message == "Several e-mails have this subject."
    assert len(finding.outputs) == 2


def test_an_email_that_segments_inherit_has_a_subject_for_each(site):
    assert findings_of(site(BRAND + TRADES + MAIL.format(name="a", subject="News")), "cohesion/same-subject") == []


def test_subjects_with_other_merge_fields_differ(site):
    files = BRAND + MAIL.format(name="a", subject='"News, {{ merge.name }}"')
    files += MAIL.format(name="b", subject='"News, {{ merge.firm }}"')
    assert findings_of(site(files), "cohesion/same-subject") == []
