"""What texts claim: words without the claim they need, claims said to the wrong people, and look-alikes."""

from __future__ import annotations

import datetime

import pytest
from words import grounds_of, said

from segsite.brand.claims.claims import Claims
from segsite.diagnostics import Severity

SITE = r"""
-- brand/brand.yaml --
name: Halfday
claims:
  guards:
    superlatives: ['\b(?:best|fastest|cheapest|leading|largest|most popular)\b', '#1\b|\bnumber one\b|\bno\. ?1\b']
    guarantees: ['\bguarantee[ds]?\b', '\brisk-free\b', '\b100 ?%', '\bno questions asked\b']
    only: ['\bthe only\b', '\bunique(?:ly)?\b']
    certificates: ['\b(?:ISO|SOC) ?\d+\b', '\bcertified\b']
  languages:
    de: {garantien: ['garantiert']}
-- brand/facts.yaml --
sooner: {value: 22, written: 22 days}
-- brand/claims.yaml --
faster:
  sentence: Invoices that leave at once are paid {{ facts.sooner }} sooner.
  evidence: https://evidence.halfday.example/payment-times
  owner: "@data"
  expires: 2027-12-31
  guards: ['\bpaid (?:twice|\d+ times) as (?:fast|soon)\b', '\b(?:only )?payment guarantee\b']
offline:
  sentence: Invoices are written without signal.
  evidence: https://evidence.halfday.example/offline
  owner: "@product"
  segments: [trades]
  guards: ['\bwithout signal\b']
certified:
  sentence: Halfday is ISO 27001 certified.
  evidence: https://evidence.halfday.example/iso
  expires: 2027-03-31
-- content/segments/trades/segment.yaml --
message:
  value_props:
    - {title: Fast, text: You are paid twice as fast., claim: faster}
-- content/segments/practices/segment.yaml --
-- content/segments/trades/roofing/segment.yaml --
"""


@pytest.fixture(scope="module")
def grounds(tmp_path_factory):
    return grounds_of(tmp_path_factory.mktemp("claims"), SITE)


@pytest.fixture(scope="module")
def claims(grounds):
    return Claims(grounds)


@pytest.fixture(scope="module")
def found(claims, grounds):
    def find(passage, segment=""):
        node = grounds.tree.nodes[segment]
        findings = claims.of_words(passage, node)
        return [(finding.rule.name.removeprefix("claim/"), finding.place.text) for finding in findings]

    return find


UNAPPROVED = [
    ("We are the best.", "best"),
    ("The fastest way to be paid.", "fastest"),
    ("The Best Way To Be Paid", "Best"),
    ("Ireland's leading invoice service.", "leading"),
    ("Now the most popular app of its kind.", "most popular"),
    ("The #1 in Cork.", "#1"),
    ("We are number one.", "number one"),
    ("The no. 1 in billing.", "no. 1"),
    ("You are paid, guaranteed.", "guaranteed"),
    ("We guarantee it.", "guarantee"),
    ("Try it risk-free.", "risk-free"),
    ("It is 100% safe.", "100%"),
    ("It is 100 percent safe.", "100 percent"),
    ("Money back, no questions asked.", "no questions asked"),
    ("We are the only ones who do.", "the only"),
    ("A unique way to bill.", "unique"),
    ("Uniquely simple.", "Uniquely"),
    ("We are ISO 9001 people.", "ISO 9001"),
    ("Audited to SOC 2.", "SOC 2"),
    ("Our coffee is certified.", "certified"),
    ("You are paid twice as fast.", "paid twice as fast"),
    ("You are paid three times as soon.", "paid three times as soon"),
    ("A payment guarantee for all.", "payment guarantee"),
    ("Unlike ServiceCo, we are the best.", "best"),
    ("You get your payment guarantee.", "payment guarantee"),
    ("Up to all of you, paid twice as fast.", "paid twice as fast"),
    ("Your work, guaranteed.", "guaranteed"),
]


@pytest.mark.parametrize(("text", "words"), UNAPPROVED)
def test_words_without_the_claim_they_need_are_found(found, text, words):
    assert found(said(text)) == [("unapproved", words)]


SILENT = [
    "Only read what concerns you.",
    "It asks for one thing only.",
    "ServiceCo says it is the best.",
    "Acme's guarantee ends on Friday.",
    "Other providers are the cheapest.",
    "They call themselves number one.",
    "We are not the cheapest.",
    "We do not guarantee the weather.",
    "Your best customers pay at once.",
    "A customer wrote: “They are simply the best.”",
    '"It is the best I know," she said.',
    "Read https://halfday.example/best/guaranteed first.",
    "The file is certified.pdf.",
    "Code is covered: `****`.",
    "A bestseller about bestiary.",
    "If it were the best, it would cost more.",
    "Imagine the largest house in town.",
    "It is 10% safe.",
    "Nothing to prove here.",
    "Paid as fast as before.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_look_alike_stays_silent(found, text):
    assert found(said(text)) == []


def test_a_quotation_needs_no_claim(found):
    assert found(said("The best I know.", "quotation")) == []
    assert found(said("The best I know.", scope=("text", "blockquote"))) == []
    assert found(said("The best I know.", quoted=((0, 16),))) == []


def test_guards_hold_for_texts_in_their_language(found):
    assert found(said("Un code unique.", locale="fr")) == []
    assert found(said("Das ist garantiert.", locale="de-AT")) == [("unapproved", "garantiert")]
    assert found(said("Das ist garantiert.", locale="en")) == []


COVERED = [
    "You are paid twice as fast.[^claim:faster]",
    "You are paid twice as fast[^claim:faster].",
    "You are paid twice as fast, and that is that.[^claim:faster] Good.",
    "We are the best.[^claim:faster]",
    "Halfday is ISO 27001 certified.",
    "As they say, halfday is ISO 27001 certified, and so on.",
]


@pytest.mark.parametrize("text", COVERED)
def test_words_rest_on_the_claim_their_sentence_refers_to_or_says(found, text):
    plain = said(text)
    shown = [one for one in found(plain) if one[0] != "unknown"]  # a block made by hand shows the reference itself
    assert shown == []


def test_a_reference_covers_its_own_sentence(found):
    passage = said("We are the best. You are paid twice as fast.[^claim:faster]")
    assert ("unapproved", "best") in found(passage)


def test_words_that_two_guards_share_are_one_finding(found):
    passage = said("We have the only payment guarantee there is.")
    assert found(passage) == [("unapproved", "the only payment guarantee")]


def test_words_of_a_claims_own_guard_rest_on_that_claim_only(found):
    assert ("unapproved", "paid twice as fast") in found(said("You are paid twice as fast.[^claim:certified]"))


def test_words_rest_on_the_claim_that_their_value_proposition_names(found):
    assert found(said("You are paid twice as fast.", "message", claim="faster")) == []


# -- segments --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("segment", ["trades", "trades/roofing"])
def test_a_claim_may_be_said_to_its_segments_and_those_below(found, segment):
    assert found(said("Invoices are written without signal."), segment) == []


@pytest.mark.parametrize("segment", ["", "practices"])
def test_a_claim_said_to_other_segments_is_found_by_its_sentence(found, segment):
    passage = said("Good to know: invoices are written without signal.")
    assert found(passage, segment) == [("wrong-segment", "invoices are written without signal")]


def test_a_claim_said_to_other_segments_is_found_by_its_guard(found, claims, grounds):
    passage = said("It works without signal.")
    assert found(passage, "practices") == [("wrong-segment", "without signal")]
    assert found(passage, "trades") == [("unapproved", "without signal")]
    (finding,) = claims.of_words(passage, grounds.tree.nodes["practices"])
    assert finding.message == "`without signal` rests on the claim `offline`, which may be said to `trades` only."


def test_a_claim_said_to_other_segments_is_found_by_its_reference(found):
    assert ("wrong-segment", "[^claim:offline]") in found(said("It works in a cellar.[^claim:offline]"), "practices")


def test_a_value_proposition_whose_claim_is_not_for_the_segment_is_found_at_the_claim(tmp_path):
    text = (
        SITE
        + "-- content/segments/practices/segment.yaml --\nmessage:\n  value_props: [{text: Yes., claim: offline}]\n"
    )
    grounds = grounds_of(tmp_path, text)
    (finding,) = Claims(grounds).of_segment(grounds.tree.nodes["practices"], ())
    assert (finding.rule.name, finding.place.text) == ("claim/wrong-segment", "offline")
    assert str(finding.place) == "content/segments/practices/segment.yaml:2:37"


# -- references ------------------------------------------------------------------------------------------------


def test_a_reference_to_no_claim_is_found_with_the_nearest_name(claims, grounds):
    findings = list(claims.of_words(said("You are paid.[^claim:fastr]"), grounds.tree.root))
    assert findings[0].rule.name == "claim/unknown"
    assert findings[0].place.text == "[^claim:fastr]"
    assert findings[0].hint == "Did you mean `faster`?"


def test_a_reference_that_readers_would_see_is_found(claims, grounds):
    findings = list(claims.of_words(said("Paid.[^claim:faster]", "title"), grounds.tree.root))
    assert [finding.message for finding in findings] == ["Readers would see this reference as it is written."]


def test_a_value_proposition_that_names_no_claim_is_found(tmp_path):
    text = (
        SITE + "-- content/segments/practices/segment.yaml --\nmessage:\n  value_props: [{text: Yes., claim: offlin}]\n"
    )
    grounds = grounds_of(tmp_path, text)
    (finding,) = Claims(grounds).of_segment(grounds.tree.nodes["practices"], ())
    assert (finding.rule.name, finding.hint) == ("claim/unknown", "Did you mean `offline`?")


# -- expiry ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Halfday is ISO 27001 certified.", "We are certified.[^claim:certified]"])
def test_a_claim_that_has_expired_may_not_be_said(tmp_path, text):
    grounds = grounds_of(tmp_path, SITE, date=datetime.date(2027, 4, 1))
    findings = list(Claims(grounds).of_words(said(text), grounds.tree.root))
    assert findings[0].rule.name == "claim/expired"
    assert findings[0].message == "The claim `certified` expired on 2027-03-31."
    assert "claim/unapproved" not in [finding.rule.name for finding in findings]


def test_a_claim_in_use_that_expires_soon_is_told_once_where_its_day_is_written(tmp_path):
    grounds = grounds_of(tmp_path, SITE, date=datetime.date(2027, 3, 31))
    claims = Claims(grounds)
    assert list(claims.of_site(())) == []
    for _ in range(2):
        assert list(claims.of_words(said("Halfday is ISO 27001 certified."), grounds.tree.root)) == []
    (finding,) = claims.of_site(())
    assert (finding.rule.name, finding.severity) == ("claim/expires-soon", Severity.WARNING)
    assert finding.place.text == "2027-03-31"


# -- the claims themselves -------------------------------------------------------------------------------------


def of_site(folder, claim, files=""):
    text = f"-- brand/claims.yaml --\nfast:\n  sentence: We are fast.\n{claim}\n{files}"
    return [(one.rule.name, one.place.line, one.hint) for one in Claims(grounds_of(folder, text)).of_site(())]


@pytest.mark.parametrize(
    ("evidence", "line"),
    [
        ("  owner: me", 2),
        ("  evidence: ''", 3),
        ("  evidence: the study", 3),
        ("  evidence: ftp://halfday.example/", 3),
        ("  evidence: evidence/none.pdf", 3),
        ("  evidence: ../segsite.yaml", 3),
        (f"  evidence: {'x' * 5000}", 3),
    ],
)
def test_a_claim_needs_evidence_that_exists(tmp_path, evidence, line):
    assert [(rule, at) for rule, at, _ in of_site(tmp_path, evidence)] == [("claim/evidence-missing", line)]


def test_a_file_of_the_brands_folder_is_evidence(tmp_path):
    assert of_site(tmp_path, "  evidence: evidence/study.txt", "-- brand/evidence/study.txt --\nYes.\n") == []


def test_the_segments_of_a_claim_exist(tmp_path):
    ((rule, line, hint),) = of_site(
        tmp_path,
        "  evidence: https://acme.example/study\n  segments: [trade]",
        "-- content/segments/trades/segment.yaml --\n",
    )
    assert (rule, line, hint) == ("claim/segment-unknown", 4, "Did you mean `trades`?")


def test_a_guard_that_cannot_be_read_is_found_in_its_file(tmp_path):
    claim = "  evidence: https://acme.example/study\n  guards: ['fast', '(fast']"
    ((rule, line, _),) = of_site(tmp_path, claim)
    assert (rule, line) == ("claim/guard", 4)


def test_a_guard_of_the_brand_that_cannot_be_read_is_found_in_its_file(tmp_path):
    grounds = grounds_of(tmp_path, "-- brand/brand.yaml --\nname: Acme\nclaims:\n  guards:\n    best: ['(best']\n")
    (finding,) = Claims(grounds).of_site(())
    assert (finding.rule.name, str(finding.place)) == ("claim/guard", "brand/brand.yaml:4:12")


# -- speed -----------------------------------------------------------------------------------------------------


def test_the_same_wording_is_searched_once(claims, grounds):
    passage = said("We are the best.")
    list(claims.of_words(passage, grounds.tree.root))
    assert len(passage.wording.notes) == 1


def test_words_that_claim_nothing_cost_nothing(claims, grounds):
    assert claims.of_words(said("Good morning."), grounds.tree.root) == ()
