"""Faults of the voice's own files, each at its place."""

from __future__ import annotations

import pytest
from voices import voice_of

HEAD = "message: No.\nextends: "


@pytest.mark.parametrize(
    ("rule", "name", "place", "words"),
    [
        ("existence\ntokens:\n  - fine\n  - synergy (n", "pattern", "5:5", "`synergy (n` cannot be used"),
        ("existence\nexceptions: ['[a']\ntokens: [b]", "pattern", "3:14", "`[a`"),
        ("existence\nraw:\n  - (a\n  - b", "pattern", "4:3", "`(ab`"),
        ("substitution\nswap:\n  fine: good\n  b(: c", "pattern", "5:3", "`b(`"),
        ("consistency\neither: {a: b(}", "pattern", "3:13", "`b(`"),
        ("consistency\neither: {a(: b}", "pattern", "3:10", "`a(`"),
        ("occurrence\nmax: 1\ntoken: (", "pattern", "4:8", "`(`"),
        ("repetition\ntokens: ['a**']", "pattern", "3:10", "`a**`"),
        ("conditional\nfirst: a\nsecond: b)", "pattern", "4:9", "`b)`"),
        ("capitalization\nmatch: '[A'", "pattern", "3:8", "`[A`"),
        ("existence\nscope: headings\ntokens: [a]", "scope", "3:8", "Did you mean `heading`?"),
        ("existence\nscope: [text, sentence & ~lst]\ntokens: [a]", "scope", "3:27", "Did you mean `list`?"),
        ("existence\nscope: strong\ntokens: [a]", "unsupported", "3:8", "The scope `strong` is passed over"),
        ("metric\nformula: words / lines\ncondition: '> 1'", "file", "3:10", "`lines` is not counted"),
        ("metric\nformula: words\ncondition: more", "file", "4:12", "`condition` cannot be worked out"),
        ("readability\ngrade: 8\nmetrics: [Flesh-Kincaid]", "file", "4:11", "Did you mean `Flesch Kincaid`?"),
        ("script\nscript: a.tengo", "unsupported", "2:10", "does not support `extends: script`"),
    ],
)
def test_a_fault_of_a_rule_is_found_at_its_place(tmp_path, rule, name, place, words):
    voice = voice_of(tmp_path, f"-- brand/voice/Halfday/Rule.yml --\n{HEAD}{rule}\n")
    (finding,) = voice.of_site(())
    assert (finding.rule.name, str(finding.place)) == (f"voice/{name}", f"brand/voice/Halfday/Rule.yml:{place}")
    assert words in f"{finding.message} {finding.hint}"
    assert finding.hint
    assert finding.message.endswith(".")


def test_the_rest_of_a_rule_is_held(tmp_path):
    from voices import said_of, text_of

    rules = f"-- brand/voice/Halfday/Rule.yml --\n{HEAD}existence\ntokens: [synergy, '(']\n"
    assert said_of(voice_of(tmp_path, rules), text_of("synergy (")) == [("Halfday.Rule", 1, "synergy")]


def test_entries_of_vocabularies_are_patterns(tmp_path):
    folder = "brand/voice/config/vocabularies/Base"
    voice = voice_of(tmp_path, f"-- {folder}/accept.txt --\nfine\n  a(\n-- {folder}/reject.txt --\n[b\n")
    assert [(one.rule.name, str(one.place)) for one in voice.of_site(())] == [
        ("voice/pattern", f"{folder}/accept.txt:2:3"),
        ("voice/pattern", f"{folder}/reject.txt:1:1"),
    ]


def test_so_are_the_words_of_segments(tmp_path):
    files = (
        "-- brand/brand.yaml --\nname: Acme\nvoice: {segments: {vocabulary: true}}\n"
        "-- content/segments/trades/segment.yaml --\nvoice: {reject: [fine, '(']}\n"
    )
    (finding,) = voice_of(tmp_path, files).of_site(())
    assert str(finding.place) == "content/segments/trades/segment.yaml:1:24"


def test_a_voice_without_faults_has_none(tmp_path):
    rule = f"-- brand/voice/Halfday/Rule.yml --\n{HEAD}existence\nscope: [text.md, '~heading']\ntokens: [a]\n"
    assert list(voice_of(tmp_path, rule).of_site(())) == []
