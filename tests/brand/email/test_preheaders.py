"""Preheaders are there, and say something else than what stands beside them."""

from __future__ import annotations

import pytest
from sites_held import findings_of, places

BRAND = '-- brand/brand.yaml --\nname: Acme\nrules: {"heading/*": "off", "cohesion/*": "off"}\n%s'
MAIL = "-- content/segments/emails/hi.md --\n---\nsubject: %s\n%s---\n%s\n"


def found(site, preheader, *, subject="A bench for your yard", words="# Come and see\n\nIt stands outside.", more=""):
    line = f"preheader: {preheader}\n" if preheader else ""
    return findings_of(site(BRAND % more + MAIL % (subject, line, words)), "email/preheader")


def test_one_that_is_missing_is_found_at_the_front_matter(site):
    (finding,) = found(site, "")
    assert places([finding]) == [("email/preheader", "content/segments/emails/hi.md:2:1")]
    assert (finding.message, finding.severity.name) == ("`preheader` is missing.", "WARNING")


def test_one_that_the_channel_asks_for_is_not_asked_for_twice(site):
    more = "channels: {email: {preheader: {min: 5}}}\n"
    folder = site(BRAND % more + MAIL % ("A bench", "", "Words."))
    assert {one.rule.name for one in findings_of(folder, "email/preheader", "channel/")} == {"channel/length"}


@pytest.mark.parametrize(
    ("preheader", "words"),
    [
        ("A bench for your yard", "what the subject says"),
        ("“A bench for your yard”!", "what the subject says"),
        ("Look, a bench for your yard, at last", "what the subject says"),
        ("Come and see", "what the e-mail begins with"),
        ("It stands outside", "what the e-mail begins with"),
    ],
)
def test_one_that_says_again_what_stands_beside_it_is_found(site, preheader, words):
    (finding,) = found(site, preheader)
    assert (str(finding.place), finding.place.text) == ("content/segments/emails/hi.md:3:12", preheader)
    assert finding.message.endswith(f"{words}.")
    assert f"“{preheader}”" in finding.hint


def test_every_variant_of_a_subject_is_looked_at(site):
    assert found(site, "Sit down in your yard", subject="[A bench for your yard, Sit down in your yard]")


@pytest.mark.parametrize(
    ("preheader", "subject"),
    [
        ("Two who wait can sit on it.", "A bench for your yard"),
        ("A bench is what you asked for.", "A bench"),
        ("It stands outside the workshop all day.", "A bench for your yard"),
        ("A bench for your yards is here.", "A bench for your yard"),
        ("'{{ merge.first_name | fallback(\"You\") }}'", "A bench for your yard"),
    ],
)
def test_one_that_says_something_else_is_fine(site, preheader, subject):
    assert found(site, preheader, subject=subject) == []


def test_words_far_down_are_not_beside_it(site):
    assert found(site, "Sit down", words="# One\n\nTwo.\n\nThree.\n\nSit down.") == []
