"""`brand/voice/`, read."""

from __future__ import annotations

import pytest

from segsite.diagnostics import Findings, Severity
from segsite.model.voice import ExistenceFile, OccurrenceFile, SubstitutionFile, Voice
from segsite.reading.files import SiteFiles
from segsite.reading.voice import read_voice
from sites import write_site

GOOD = "extends: existence\nmessage: No.\ntokens: [a]\n"


def read(folder, text: str) -> tuple[Voice, list[tuple[str, str, str]]]:
    findings = Findings()
    voice = read_voice(SiteFiles(write_site(folder, text), findings), findings)
    return voice, [(one.rule.name, str(one.place), f"{one.message} {one.hint}") for one in findings]


def rule(folder, text: str):
    voice, findings = read(folder, f"-- brand/voice/Halfday/Rule.yml --\n{text}")
    assert findings == []
    ((one,),) = voice.styles.values()
    return one.file


def test_rules_are_named_after_their_style_and_file(tmp_path):
    files = ("Halfday/Jargon.yml", "Halfday/Words.en.yml", "Other/P-Value.yml", "config/x.yml", "Halfday/meta.json")
    voice, findings = read(tmp_path, "".join(f"-- brand/voice/{file} --\n{GOOD}" for file in files))
    assert findings == []
    assert {style: [one.name for one in rules] for style, rules in voice.styles.items()} == {
        "Halfday": ["Halfday.Jargon", "Halfday.Words"],
        "Other": ["Other.P-Value"],
    }


def test_a_site_without_a_voice_has_none(tmp_path):
    voice, findings = read(tmp_path, "-- brand/brand.yaml --\nname: Acme\n")
    assert (voice.styles, voice.vocabularies, findings) == ({}, {}, [])


def test_a_rule_that_says_little_has_vales_defaults(tmp_path):
    file = rule(tmp_path, "extends: existence\nmessage: No.\n")
    assert isinstance(file, ExistenceFile)
    assert (file.level, file.scope, file.limit, file.link) == (Severity.WARNING, ["text"], 0, "")
    assert (file.nonword, file.ignorecase, file.append, file.vocab) == (False, False, False, True)


def test_types_are_as_weak_as_vales(tmp_path):
    file = rule(
        tmp_path,
        "extends: existence\nmessage: 404\nscope: heading\nignorecase: 'true'\nnonword: 1\nvocab: 0\nlimit: '3'\n"
        "tokens: [1.10, true, ~, 24/7]\nexceptions: 42\nraw:\nlevel: error\n",
    )
    assert isinstance(file, ExistenceFile)
    assert file.message == "404"
    assert file.scope == ["heading"]
    assert (file.ignorecase, file.nonword, file.vocab, file.limit) == (True, True, False, 3)
    assert file.tokens == ["1.10", "true", "", "24/7"]
    assert file.exceptions == ["42"]
    assert file.raw == []


def test_numbers_may_be_values_of_swaps_and_texts_counts(tmp_path):
    file = rule(tmp_path, "extends: substitution\nmessage: x\nswap: {ten: 10, yes: no, none: }\n")
    assert isinstance(file, SubstitutionFile)
    assert file.swap == {"ten": "10", "yes": "no", "none": ""}


def test_keys_may_have_capitals(tmp_path):
    file = rule(tmp_path, "extends: occurrence\nmessage: x\nignoreCase: true\nMax: 2\ntoken: a\n")
    assert isinstance(file, OccurrenceFile)
    assert (file.ignorecase, file.max) == (True, 2)


def test_a_rule_about_consistency_may_say_anything(tmp_path):
    rule(tmp_path, "extends: consistency\nmessage: x\neither: {a: b}\nwhatever: 1\n")


@pytest.mark.parametrize(
    ("text", "name", "place", "words"),
    [
        ("extends: existence\nmessage: x\ntoken: [a]\n", "schema/unknown-key", "3:1", "Did you mean `tokens`?"),
        ("extends: existence\nmessage: x\ncode: true\n", "schema/wrong-type", "3:7", "write `scope: raw` instead"),
        ("extends: existence\n", "schema/missing-key", "1:1", "`message` is missing."),
        ("message: x\n", "schema/missing-key", "1:1", "`extends` is missing."),
        ("", "schema/missing-key", "1:1", "`extends` is missing."),
        ("extends: substitutions\nmessage: x\n", "voice/file", "1:10", "Did you mean `substitution`?"),
        ("extends: [a]\nmessage: x\n", "voice/file", "1:10", "takes the name of a kind of rule"),
        ("extends: existence\nmessage: x\nlevel: eror\n", "schema/wrong-type", "3:8", "suggestion, warning or error"),
        ("extends: existence\nmessage: x\nnonword: maybe\n", "schema/wrong-type", "3:10", "true or false"),
        ("extends: occurrence\nmessage: x\nmax: many\n", "schema/wrong-type", "3:6", "whole number"),
        ("extends: existence\nmessage: x\ntokens: {a: b}\n", "schema/wrong-type", "3:9", "a list"),
        ("extends: substitution\nmessage: x\nswap: [a]\n", "schema/wrong-type", "3:7", "a map"),
        ("extends: existence\nmessage: x\naction: {nme: a}\n", "schema/unknown-key", "3:10", "Did you mean `name`?"),
        ("- a\n", "schema/wrong-type", "1:1", "`key: value` lines belong here"),
        ("extends: existence\nmessage: 'x\n", "schema/syntax", "2:10", "never closed"),
        ("extends: substitution\nmessage: x\nswap: {a: b, a: c}\n", "schema/duplicate-key", "3:14", "already written"),
    ],
)
def test_a_rule_that_cannot_be_read_is_found_at_its_place(tmp_path, text, name, place, words):
    _, findings = read(tmp_path, f"-- brand/voice/Halfday/Rule.yml --\n{text}")
    ((rule_name, where, said),) = findings
    assert (rule_name, where) == (name, f"brand/voice/Halfday/Rule.yml:{place}")
    assert words in said


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("brand/voice/Halfday/Rule.yaml", "Rename it to `Rule.yml`."),
        ("brand/voice/Rule.yml", "Move it to `brand/voice/STYLE/Rule.yml`."),
    ],
)
def test_a_rule_in_the_wrong_place_is_found(tmp_path, file, words):
    _, ((name, where, said),) = read(tmp_path, f"-- {file} --\n{GOOD}")
    assert (name, where) == ("voice/file", f"{file}:1:1")
    assert words in said


def test_two_files_of_one_name_are_found(tmp_path):
    folder = "brand/voice/Halfday"
    _, ((name, where, _),) = read(tmp_path, f"-- {folder}/Rule.de.yml --\n{GOOD}-- {folder}/Rule.yml --\n{GOOD}")
    assert (name, where) == ("voice/file", f"{folder}/Rule.yml:1:1")


def test_what_vale_can_and_segsite_cannot_is_kept_for_a_finding(tmp_path):
    voice, findings = read(tmp_path, "-- brand/voice/Halfday/A.yml --\nextends: spelling\nmessage: x\n")
    assert findings == []
    assert [(point, str(place)) for point, place in voice.unsupported] == [
        ("spelling", "brand/voice/Halfday/A.yml:1:10")
    ]
    assert voice.styles == {"Halfday": ()}


def test_vocabularies_have_a_pattern_a_line(tmp_path):
    folder = "brand/voice/config/vocabularies"
    text = "# Names\nAcme\n\n  [Ww]ebhook  \n#hashtag\n"
    voice, findings = read(tmp_path, f"-- {folder}/Base/accept.txt --\n{text}-- {folder}/More/reject.txt --\ncheap\n")
    assert findings == []
    base, more = voice.vocabularies["Base"], voice.vocabularies["More"]
    assert [(term.pattern, term.place.line, term.place.column) for term in base.accept] == [
        ("Acme", 2, 1),
        ("[Ww]ebhook", 4, 3),
        ("#hashtag", 5, 1),
    ]
    assert base.reject == more.accept == ()
    assert [term.pattern for term in more.reject] == ["cheap"]
