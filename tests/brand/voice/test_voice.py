"""The voice as a standard."""

from __future__ import annotations

import pytest
from voices import said_of, text_of, voice_of

JARGON = """\
-- brand/voice/Halfday/Jargon.yml --
extends: existence
message: "'%s' is jargon."
level: error
link: https://acme.example/jargon
ignorecase: true
tokens:
  - synerg(?:y|ies)
  - leverage
"""
WORDS = """\
-- brand/voice/Halfday/Words.yml --
extends: substitution
message: "Use '%s' instead of '%s'."
action: {name: replace}
swap:
  utili[sz]e: use
  touch base: talk|meet
"""
BRAND = "-- brand/brand.yaml --\nname: Acme\n"


def test_breaches_are_found_where_they_are_written(tmp_path):
    voice = voice_of(tmp_path, JARGON + WORDS)
    text = text_of("# Our Synergies\n\nWe utilise them.\n- To leverage\n> Let's touch base")
    assert said_of(voice, text) == [
        ("Halfday.Jargon", 1, "Synergies"),
        ("Halfday.Words", 3, "utilise"),
        ("Halfday.Jargon", 4, "leverage"),
        ("Halfday.Words", 5, "touch base"),
    ]


def test_a_finding_says_what_to_write_and_where_to_read_more(tmp_path):
    voice = voice_of(tmp_path, JARGON + WORDS)
    jargon, word = voice.of_words(text_of("Synergy\nutilise"), voice._grounds.tree.root)
    assert jargon.message == "'Synergy' is jargon."
    assert jargon.hint == "Leave “Synergy” out, or say it in other words. See https://acme.example/jargon"
    assert jargon.fix is None
    assert word.hint == "Write “use”."
    assert word.fix is not None
    assert (word.fix.place, word.fix.text) == (word.place, "use")


def test_several_words_to_choose_from_are_no_fix(tmp_path):
    voice = voice_of(tmp_path, WORDS)
    (finding,) = voice.of_words(text_of("Let's touch base."), voice._grounds.tree.root)
    assert finding.hint == "Write “talk” or “meet”."
    assert finding.fix is None


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("It is a very good day.", (" very", "")),
        ("Good it is very.", (" very", "")),
        ("Then, very good.", (" very", "")),
        ("It is good, very.", None),
        ("It is so. Very. Good.", None),
        ("It is so. Very good.", None),
        ("Very good.", None),
        ("It is “very” good.", None),
    ],
)
def test_what_is_removed_takes_its_space_with_it(tmp_path, text, edit):
    rule = "extends: existence\nmessage: No.\nignorecase: true\naction: {name: remove}\ntokens: [very]\n"
    voice = voice_of(tmp_path, f"-- brand/voice/Halfday/Very.yml --\n{rule}")
    (finding,) = voice.of_words(text_of(text), voice._grounds.tree.root)
    assert (finding.fix and (finding.fix.place.text, finding.fix.text)) == edit


def test_each_distinct_text_is_judged_once(tmp_path):
    voice = voice_of(tmp_path, JARGON)
    passage, root = text_of("Synergy"), voice._grounds.tree.root
    first = voice.of_words(passage, root)
    notes = dict(passage.wording.notes)
    second = voice.of_words(passage, root)
    assert [one.key for one in first] == [one.key for one in second]
    assert passage.wording.notes == notes


def test_a_text_without_breaches_has_none(tmp_path):
    voice = voice_of(tmp_path, JARGON)
    assert voice.of_words(text_of("Plain words."), voice._grounds.tree.root) == ()
    assert voice_of(tmp_path, "").of_words(text_of("Plain words."), voice._grounds.tree.root) == ()


def test_sentences_are_judged_by_themselves(tmp_path):
    rule = "extends: occurrence\nmessage: '%s words.'\nscope: sentence\nmax: 4\ntoken: \\b\\w+\\b\n"
    voice = voice_of(tmp_path, f"-- brand/voice/Halfday/Long.yml --\n{rule}")
    text = "Three short words. But this one has six words. Again it is short."
    assert said_of(voice, text_of(text)) == [("Halfday.Long", 1, "But")]
    assert said_of(voice, text_of("# But this one has six words")) == []
    assert said_of(voice, text_of("But this one has six words", "title")) == []


def test_links_and_fields_can_be_judged_alone(tmp_path):
    rule = "extends: existence\nmessage: No.\nscope: [subject, heading]\ntokens: [free]\n"
    voice = voice_of(tmp_path, f"-- brand/voice/Halfday/Free.yml --\n{rule}")
    assert said_of(voice, text_of("A free day", "subject", "email")) == [("Halfday.Free", 1, "free")]
    assert said_of(voice, text_of("A free day\n# A free hour")) == [("Halfday.Free", 2, "free")]


def test_somebody_elses_words_are_not_judged(tmp_path):
    voice = voice_of(tmp_path, JARGON)
    assert said_of(voice, text_of("Their synergy is great.", "quotation")) == []
    assert said_of(voice, text_of("> Our synergy is great.")) == [("Halfday.Jargon", 1, "synergy")]


def test_a_rule_keeps_to_its_limit_in_each_text(tmp_path):
    rule = "extends: existence\nmessage: No.\nlimit: 2\ntokens: [so]\n"
    voice = voice_of(tmp_path, f"-- brand/voice/Halfday/So.yml --\n{rule}")
    assert len(said_of(voice, text_of("so so\nso so"))) == 2


class TestLanguages:
    RULES = (
        JARGON
        + "-- brand/voice/Deutsch/Wörter.yml --\nextends: existence\nmessage: Nein.\ntokens: [Synergie]\n"
        + "-- brand/voice/Wien/Wörter.yml --\nextends: existence\nmessage: Na.\ntokens: [Sessel]\n"
        + "-- brand/voice/config/vocabularies/Base/reject.txt --\nfoo\n"
    )

    def test_styles_hold_for_the_sites_language_unless_they_are_named_for_another(self, tmp_path):
        voice = voice_of(tmp_path, f"{self.RULES}{BRAND}voice: {{languages: {{de: [Deutsch], de-AT: [Wien]}}}}\n")
        text = "synergy Synergie Sessel foo"
        assert said_of(voice, text_of(text)) == [("Halfday.Jargon", 1, "synergy"), ("Vale.Avoid", 1, "foo")]
        assert said_of(voice, text_of(text, locale="en-GB")) == said_of(voice, text_of(text))
        assert said_of(voice, text_of(text, locale="de")) == [
            ("Deutsch.Wörter", 1, "Synergie"),
            ("Vale.Avoid", 1, "foo"),
        ]
        assert [rule for rule, *_ in said_of(voice, text_of(text, locale="de-AT"))] == [
            "Deutsch.Wörter",
            "Wien.Wörter",
            "Vale.Avoid",
        ]
        assert said_of(voice, text_of(text, locale="fr")) == [("Vale.Avoid", 1, "foo")]

    def test_only_styles_that_are_named_hold_where_some_are(self, tmp_path):
        voice = voice_of(tmp_path, f"{self.RULES}{BRAND}voice: {{styles: [Wien]}}\n")
        assert said_of(voice, text_of("synergy Synergie Sessel")) == [("Wien.Wörter", 1, "Sessel")]


class TestSuppressions:
    TEXT = "synergy\n< vale off\nsynergy\n< vale on\nleverage"

    def test_comments_switch_rules_off_where_the_brand_allows_it(self, tmp_path):
        voice = voice_of(tmp_path, f"{JARGON}{BRAND}voice: {{suppressions: true}}\n")
        assert said_of(voice, text_of(self.TEXT)) == [
            ("Halfday.Jargon", 1, "synergy"),
            ("Halfday.Jargon", 5, "leverage"),
        ]
        text = '< vale Halfday.Jargon["synergy"] = NO\nsynergy and leverage'
        assert said_of(voice, text_of(text)) == [("Halfday.Jargon", 2, "leverage")]

    def test_elsewhere_they_are_breaches_themselves(self, tmp_path):
        voice = voice_of(tmp_path, JARGON)
        assert said_of(voice, text_of(self.TEXT)) == [
            ("Halfday.Jargon", 1, "synergy"),
            ("suppression", 2, "vale off"),
            ("Halfday.Jargon", 3, "synergy"),
            ("suppression", 4, "vale on"),
            ("Halfday.Jargon", 5, "leverage"),
        ]

    def test_other_comments_are_no_words(self, tmp_path):
        assert said_of(voice_of(tmp_path, JARGON), text_of("< synergy\nPlain.")) == []


class TestSegments:
    FILES = """\
-- content/segments/trades/segment.yaml --
voice: {accept: [leverage], reject: [cheap]}
-- content/segments/trades/plumbers/segment.yaml --
voice: {accept: [CRM], reject: [drain]}
-- content/segments/crafts/segment.yaml --
name: Crafts
"""

    def found(self, voice, segment):
        node = voice._grounds.tree.nodes[segment]
        text = text_of("leverage a cheap drain crm")
        return [(finding.rule.name, finding.place.text) for finding in voice.of_words(text, node)]

    def test_words_add_up_from_the_root_down(self, tmp_path):
        allowed = f"{BRAND}voice: {{segments: {{vocabulary: true}}}}\n"
        voice = voice_of(tmp_path, JARGON + self.FILES + allowed)
        assert self.found(voice, "crafts") == [("voice/Halfday.Jargon", "leverage")]
        assert self.found(voice, "trades") == [("voice/Vale.Avoid", "cheap")]
        assert sorted(self.found(voice, "trades/plumbers")) == [
            ("voice/Vale.Avoid", "cheap"),
            ("voice/Vale.Avoid", "drain"),
            ("voice/Vale.Terms", "crm"),
        ]

    def test_they_change_nothing_where_the_brand_does_not_allow_it(self, tmp_path):
        voice = voice_of(tmp_path, JARGON + self.FILES)
        assert self.found(voice, "trades/plumbers") == [("voice/Halfday.Jargon", "leverage")]


def test_a_rule_that_is_off_for_everybody_is_not_tried(tmp_path):
    voice = voice_of(tmp_path, f'{JARGON}{BRAND}rules: {{voice/Halfday.*: "off"}}\n')
    assert said_of(voice, text_of("synergy")) == []
    tone = 'variation: {tone: {bold: {rules: {"voice/Halfday.Jargon": warning}}}}\n'
    (tmp_path / "more").mkdir()
    voice = voice_of(tmp_path / "more", f'{JARGON}{BRAND}{tone}rules: {{voice/Halfday.*: "off"}}\n')
    assert said_of(voice, text_of("synergy")) == [("Halfday.Jargon", 1, "synergy")]


def test_a_pattern_that_takes_too_long_is_given_up_and_said(tmp_path):
    rule = "extends: existence\nmessage: No.\nnonword: true\ntokens: ['(\\w|\\w\\w)+\\.x']\n"
    voice = voice_of(tmp_path, f"-- brand/voice/Halfday/Slow.yml --\n{rule}{WORDS}")
    assert said_of(voice, text_of(f"{'w' * 60} .x utilise")) == [("Halfday.Words", 1, "utilise")]
    (finding,) = voice.of_site(())
    assert (finding.rule.name, str(finding.place)) == ("voice/too-slow", "brand/voice/Halfday/Slow.yml:1:1")
    assert finding.message == "`Halfday.Slow` took more than a second for one text, and was not tried again."
