"""Pages, e-mails, sections and blocks that a segment has from its ancestors."""

from __future__ import annotations

import datetime

import pytest

from segsite.building import BuildOptions, build
from segsite.diagnostics import Findings
from segsite.inheritance import inherit
from segsite.reading import read_site

DATE = datetime.date(2026, 11, 21)
ROOT = "content/segments/segment.yaml"
PAGE = "-- content/segments/offer.md --\n---\ntitle: Offer\ndescription: For all.\ndata: {a: 1, b: 2}\n---\n"
CHILD = "-- content/segments/trades/segment.yaml --\n-- content/segments/trades/offer.md --\n---\ninherits: true\n"
THREE = "::: hero #one\nOne\n:::\n\n::: hero #two\nTwo\n:::\n\n::: hero #three\nThree\n:::\n"


def tree_of(folder):
    findings = Findings()
    tree = inherit(read_site(folder, findings), findings)
    assert [finding.message for finding in findings] == []
    return tree


def ids_of(folder, segment="trades", key="offer"):
    return list(tree_of(folder).nodes[segment].touchpoints[key].ids)


def page_of(folder, path="trades/offer"):
    report = build(BuildOptions(folder, DATE), lambda _: None)
    assert [finding.message for finding in report.findings] == []
    return (folder / f"dist/web/{path}/index.html").read_text()


def child(body, front=""):
    return f"{PAGE}{THREE}{CHILD}{front}---\n{body}"


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ("", ["one", "two", "three"]),
        ("::: hero #two\nNew\n:::\n", ["one", "two", "three"]),
        ("::: remove #two :::\n", ["one", "three"]),
        ("::: hero #four\nNew\n:::\n", ["one", "two", "three", "four"]),
        ("::: keep #one :::\n\n::: hero #four\nNew\n:::\n", ["one", "four", "two", "three"]),
        ("::: keep #one :::\n\nJust text.\n", ["one", "prose", "two", "three"]),
        ("::: remove #two :::\n\n::: hero #four\nNew\n:::\n", ["one", "four", "three"]),
        ("::: hero #one\nNew\n:::\n\n::: hero #four\nNew\n:::\n", ["one", "four", "two", "three"]),
        ("::: remove #one :::\n::: remove #two :::\n::: remove #three :::\n", []),
    ],
)
def test_sections_are_replaced_in_place_removed_kept_and_inserted(site, body, ids):
    assert ids_of(site(child(body))) == ids


def test_a_replaced_section_has_the_childs_words_and_the_others_the_parents(site):
    page = page_of(site(child("::: hero #two\nZwei\n:::\n")))
    assert page.index("One") < page.index("Zwei") < page.index("Three")
    assert "Two" not in page
    assert "Two" in page_of(site(), "offer")


def test_a_front_matter_goes_over_the_inherited_one(site):
    tree = tree_of(site(child("", "description: For trades.\ndata: {b: 3}\n")))
    front = tree.nodes["trades"].touchpoints["offer"].front
    assert (front.title, front.description, front.data) == ("Offer", "For trades.", {"a": 1, "b": 3})


def test_what_an_ancestor_says_of_its_own_file_does_not_hold_below(site):
    files = child("").replace("title: Offer", "title: Offer\nstatus: draft\ninheritable: true")
    front = tree_of(site(files)).nodes["trades"].touchpoints["offer"].front
    assert (front.status, front.inheritable) == (None, True)


def test_a_file_without_inherits_is_whole(site):
    files = f"{PAGE}{THREE}-- content/segments/trades/segment.yaml --\n-- content/segments/trades/offer.md --\n"
    assert ids_of(site(f"{files}---\ntitle: Other\n---\nWords.\n")) == ["prose"]


def test_what_is_inheritable_false_stays_with_its_segment(site):
    files = PAGE.replace("title: Offer", "title: Offer\ninheritable: false")
    nodes = tree_of(site(f"{files}Words.\n-- content/segments/trades/segment.yaml --\n")).nodes
    assert "offer" in nodes[""].touchpoints
    assert "offer" not in nodes["trades"].touchpoints


def test_what_a_segment_omits_it_and_those_below_do_not_have(site):
    mail = "-- content/segments/emails/hello.md --\n---\nsubject: Hello\n---\nHello.\n"
    below = "-- content/segments/trades/roofing/segment.yaml --\n"
    trades = "-- content/segments/trades/segment.yaml --\nomit: [offer, emails/hello]\n"
    nodes = tree_of(site(f"{PAGE}Words.\n{mail}{trades}{below}")).nodes
    assert set(nodes["trades"].touchpoints) == set(nodes["trades/roofing"].touchpoints) == {"index"}


def test_an_email_inherits_as_a_page_does(site):
    files = (
        "-- content/segments/emails/hello.md --\n---\nsubject: Hello\npreheader: You\n---\n::: hero\nHello\n:::\n"
        "-- content/segments/trades/segment.yaml --\n"
        "-- content/segments/trades/emails/hello.md --\n---\nsubject: Hello trades\ninherits: true\n---\nMore.\n"
    )
    mail = tree_of(site(files)).nodes["trades"].touchpoints["emails/hello"]
    assert (mail.front.subject, mail.front.preheader, mail.ids) == ("Hello trades", "You", ("hero", "prose"))


BLOCKS = (
    f"{PAGE}::: use sign :::\n"
    "-- content/library/sign.md --\nFrom all\n"
    "-- content/segments/trades/segment.yaml --\n"
    "-- content/segments/trades/library/sign.md --\nFrom trades\n"
    "-- content/segments/trades/roofing/segment.yaml --\n"
)


@pytest.mark.parametrize(
    ("path", "words"), [("offer", "From all"), ("trades/offer", "From trades"), ("trades/roofing/offer", "From trades")]
)
def test_the_nearest_block_shadows_those_above(site, path, words):
    page = page_of(site(BLOCKS), path)
    assert words in page
    assert page.count("From ") == 1


def test_a_block_uses_blocks_as_the_segment_sees_them(site):
    files = (
        BLOCKS.replace("::: use sign :::", "::: use outer :::") + "-- content/library/outer.md --\n::: use sign :::\n"
    )
    assert "From trades" in page_of(site(files))


def test_an_asset_is_found_in_the_nearest_folder(site):
    svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'
    files = (
        f"{PAGE}![Van](asset:van.svg)\n-- content/segments/assets/van.svg --\n{svg}"
        f"-- content/segments/trades/segment.yaml --\n-- content/segments/trades/assets/van.svg --\n{svg}"
    )
    assert 'src="/trades/assets/van.svg"' in page_of(site(files))
    assert 'src="/assets/van.svg"' in page_of(site(files), "offer")


def test_nothing_is_said_of_what_is_inherited_from_a_file_that_cannot_be_read(site):
    broken = PAGE.replace("title: Offer", 'title: "Offer') + THREE
    below = "-- content/segments/trades/roofing/segment.yaml --\n-- content/segments/trades/roofing/offer.md --\n"
    files = f"{broken}{CHILD}---\n::: remove #four :::\n{below}---\ninherits: true\n---\n::: remove #five :::\n"
    findings = build(BuildOptions(site(files), DATE), lambda _: None, write=False).findings
    assert [(finding.rule.name, finding.place.file) for finding in findings] == [
        ("schema/syntax", "content/segments/offer.md")
    ]
