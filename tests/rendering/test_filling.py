"""Texts are filled, every stretch knows where it is written, and nothing makes the scanner slow."""

from __future__ import annotations

import time

import pytest

from segsite.diagnostics import Findings, Place, Source
from segsite.rendering.expressions import Language
from segsite.rendering.filled import Text
from segsite.rendering.filling import Filler
from segsite.rendering.views import Record, Worded

FACTS = Source("brand/facts.yaml", "customers: 2,400+\n")
SCOPE = {
    "name": Worded.at("2,400+", FACTS.place(11, 17)),
    "yes": True,
    "no": False,
    "segment": Record("segment", {"name": "Trades"}, known={"owner"}),
}


def fill(value, source="page.md"):
    findings = Findings()
    place = Source(source, value).place(0, len(value))
    return Filler(Language("en")).fill(Text.of_place(place), SCOPE, findings), list(findings)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("No braces", "No braces"),
        ("For {{ segment.name }}.", "For Trades."),
        ("For {{- segment.name -}}.", "For Trades."),
        ("{{ '}}' }}", "}}"),
        ('{{ "{% endif %}" }}', "{% endif %}"),
        ("\\{{ literal }}", "{{ literal }}"),
        ("a{# a note #}b", "ab"),
        ("{% if yes %}a{% endif %}", "a"),
        ("{% if no %}a{% elif yes %}b{% else %}c{% endif %}", "b"),
        ("{% if no %}a{% else %}c{% endif %}", "c"),
        ("{% if yes %}{% if no %}a{% else %}b{% endif %}c{% endif %}", "bc"),
        ("{% if segment.owner %}a{% endif %}b", "b"),
        ("x\n{% if yes %}\ny\n{% endif %}\nz", "x\ny\nz"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
        ("a { b } c", "a { b } c"),
        ("", ""),
    ],
)
def test_a_text_is_filled(value, text):
    filled, findings = fill(value)
    assert (filled.text, findings) == (text, [])


@pytest.mark.parametrize(
    ("value", "rule", "column"),
    [
        ("ab {{ open", "template/syntax", 4),
        ("ab {{ nope }} cd", "template/undefined", 4),
        ("ab {% if yes %} cd", "template/syntax", 4),
        ("ab {% endif %}", "template/syntax", 4),
        ("ab {% for x in y %}{{ x }}{% endfor %} cd", "template/forbidden", 4),
        ("ab {% include 'x' %} cd", "template/forbidden", 4),
        ("ab {% set x = 1 %} cd", "template/forbidden", 4),
        ("ab {% import 'os' as os %} cd", "template/forbidden", 4),
        ("ab {% if nope %}x{% endif %}", "template/undefined", 4),
        ("ab {{ x y }}", "template/syntax", 4),
    ],
)
def test_what_is_wrong_is_one_finding_at_its_place(value, rule, column):
    _, findings = fill(f"First line.\n{value}")
    assert [(one.rule.name, one.place.line, one.place.column) for one in findings] == [(rule, 2, column)]


def test_words_are_placed_where_they_are_written():
    value = "Trusted by {{ name }} teams, {% if yes %}truly{% endif %} {{ segment.name | upper }}."
    filled, _ = fill(value)
    assert filled.text == "Trusted by 2,400+ teams, truly TRADES."
    for words, written in [("Trusted", "Trusted"), (" teams", " teams"), ("truly", "truly")]:
        at = filled.text.index(words)
        assert filled.place(at, at + len(words)).text == written
    at = filled.text.index("2,400")
    assert str(filled.place(at, at + 6)) == "brand/facts.yaml:1:12"
    at = filled.text.index("TRADES")
    assert filled.place(at, at + 6).file == "page.md"


@pytest.mark.parametrize(
    ("value", "words", "written"),
    [
        ("We have {{ name }} teams.", "2,400+ teams", "{{ name }} teams"),
        ("We have {{ name }} teams.", "have 2,400+", "have {{ name }}"),
        ("{{ name }} teams and {{ name }} more", "teams and 2,400+ more", "teams and {{ name }} more"),
        ("{{ segment.name }} {{ name }}.", "Trades 2,400+", "{{ segment.name }} {{ name }}"),
        ("{% if yes %}truly{% endif %} {{ name }}", "truly 2,400+", "truly{% endif %} {{ name }}"),
    ],
)
def test_words_written_in_several_places_are_placed_in_the_text_that_brings_them_together(value, words, written):
    filled, _ = fill(f"Before. {value} After.")
    at = filled.text.index(words)
    assert filled.place(at, at + len(words)).text == written
    part = filled.part(at, len(filled.text))
    assert part.place(0, len(words)).text == written


def test_a_text_of_several_values_has_the_places_of_each():
    source = Source("segment.yaml", "needs: [speed, calm]\n")
    needs = (Worded.at("speed", source.place(8, 13)), Worded.at("calm", source.place(15, 19)))
    value = '{{ needs | join(" and ") | trim }}; {{ needs[1] ~ name }}, {{ needs | first | capitalize }}'
    page = Source("page.md", value)
    text = Text.of_place(page.place(0, len(page.text)))
    filled = Filler(Language("en")).fill(text, {**SCOPE, "needs": needs}, Findings())
    assert filled.text == "speed and calm; calm2,400+, Speed"

    def place(words, start=0):
        at = filled.text.index(words, start)
        return str(filled.place(at, at + len(words)))

    assert place("speed") == "page.md:1:1"  # trimmed: nobody knows which letters are left
    assert place("calm", 15) == "segment.yaml:1:16"
    assert place("2,400+") == "brand/facts.yaml:1:12"
    assert place("peed", 26) == "segment.yaml:1:10"


def test_words_that_a_join_puts_together_keep_their_places():
    source = Source("segment.yaml", "needs: [speed, calm]\n")
    needs = (Worded.at("speed", source.place(8, 13)), Worded.at("calm", source.place(15, 19)))
    page = Source("page.md", 'You need {{ needs | join(" and ") }}.')
    text = Text.of_place(page.place(0, len(page.text)))
    filled = Filler(Language("en")).fill(text, {"needs": needs}, Findings())
    places = {words: filled.place(filled.text.index(words), filled.text.index(words) + len(words)) for words in
              ("speed", "calm", " and ", "speed and calm", "need speed")}  # fmt: skip
    assert {words: f"{place} {place.text}" for words, place in places.items()} == {
        "speed": "segment.yaml:1:9 speed",
        "calm": "segment.yaml:1:16 calm",
        " and ": 'page.md:1:10 {{ needs | join(" and ") }}',
        "speed and calm": 'page.md:1:10 {{ needs | join(" and ") }}',
        "need speed": 'page.md:1:5 need {{ needs | join(" and ") }}',
    }


def test_a_part_of_a_filled_text_still_knows_its_places():
    filled, _ = fill("one {{ name }} two {{ name }} three")
    for start in range(len(filled.text)):
        for end in range(start + 1, len(filled.text) + 1):
            part = filled.part(start, end)
            assert part.text == filled.text[start:end]
            for at in range(len(part.text)):
                assert part.place(at, at + 1).key == filled.place(start + at, start + at + 1).key


def test_a_value_of_yaml_is_placed_by_its_words():
    source = Source("segment.yaml", 'headline: "It \\"works\\" for {{ nope }}"\n')
    findings = Findings()
    text = Text('It "works" for {{ nope }}', Place(source, 10, 39))
    Filler(Language("en")).fill(text, SCOPE, findings)
    [finding] = findings
    assert finding.place.text == "{{ nope }}"


@pytest.mark.parametrize(
    "value",
    [
        "{{" * 50_000, "}}" * 50_000, '{{ "' + "x" * 100_000, "{{" + '"' * 99_999, "{{ " + "\\'" * 50_000,
        '"' * 100_000 + "{{", "{%" * 50_000, "{% if yes %}" * 8_000, "{% endif %}" * 8_000, "{% else %}" * 8_000,
        "{#" * 50_000, "{{ 'a" * 20_000, "{% for %}" * 11_000, "{% x" * 25_000, "{% raw %}" * 11_000, "\\{{" * 30_000,
        "{{ x }}" * 14_000, "{{ '" + "\\" * 99_999, "{ {" * 30_000, "{{}}" * 25_000, "{{ " + "(" * 50_000,
        "{% if yes %}x{% endif %}" * 4_000, "{{" + "{" * 99_999, "{%" + " " * 99_990 + "x", "{{ '''''" * 12_000,
        "{% elif yes %}" * 7_000, "### x {" * 14_000, "{:" * 50_000,
    ],
    ids=lambda value: f"{value[:8]}-{value[-8:]}".replace("\\", "/"),
)  # fmt: skip
def test_adversarial_texts_are_read_in_time(value):
    start = time.process_time()
    fill(value)
    fill(f"x\n{value}\n{{% if yes %}}")
    assert time.process_time() - start < 6


def test_a_filled_text_knows_the_facts_and_claims_its_expressions_name():
    findings = Findings()
    scope = {"facts": Record("facts", {"staff": "46", "a-b": "7"}), "claims": Record("claims", {"dry": "Dry."})}
    filler = Filler(Language("en"))

    def filled(value, file, **more):
        place = Source(file, value).place(0, len(value))
        return filler.fill(Text.of_place(place), {**scope, **more}, findings)

    inner = filled("{{ facts.staff | upper }}!", "segment.yaml")
    promise = Worded.at(inner.text, inner.place(0), inner)
    outer = filled("{{ facts['a-b'] }} {{ promise }} {{ claims.dry }}", "page.md", promise=promise)
    assert [(name, str(place), place.text) for name, place in outer.uses("facts")] == [
        ("a-b", "page.md:1:1", "{{ facts['a-b'] }}"),
        ("staff", "segment.yaml:1:1", "{{ facts.staff | upper }}"),
    ]
    assert [name for name, _ in outer.uses("claims")] == ["dry"]
    assert [name for name, _ in outer.part(0, 2).uses("facts")] == ["a-b"]
    assert not list(findings)
