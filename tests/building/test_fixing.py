"""Fixes: each is made exactly, in the quotes its place needs, or not at all."""

from __future__ import annotations

import csv
import io

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from segsite.building.fixing import mended
from segsite.diagnostics import Edit, Findings, Rule, Severity, Source
from segsite.reading.sayings import sayings

RULE = Rule("voice/Acme.Plain", Severity.WARNING, "", "", "")


def fixed(name: str, text: str, *edits: tuple[str, str]) -> str:
    """A file after fixes: each words of it, and what takes their place."""
    source = Source(name, text)
    places = [(source.place(0, len(text)).within(old), new) for old, new in edits]
    findings = Findings(RULE.at(place, f"{new}", fix=Edit(place, new)) for place, new in places)
    (file,) = mended(findings) or [None]
    return file.text if file is not None else text


def in_yaml(text: str, old: str, new: str) -> str:
    return fixed("content/segments/segment.yaml", text, (old, new))


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("a: we utilise it\n", "utilise", "use", "a: we use it\n"),
        ("a: 2,400 teams\n", "2,400", "{{ facts.x }}", 'a: "{{ facts.x }} teams"\n'),
        ("a: over 2,400 teams\n", "2,400", "{{ facts.x }}", "a: over {{ facts.x }} teams\n"),
        ("a: 'it is'\n", "it is", "it's", "a: 'it''s'\n"),
        ('a: "so called"\n', "so called", 'a "b" \\ c', 'a: "a \\"b\\" \\\\ c"\n'),
        ("a: one two\n", "one two", "one: two", 'a: "one: two"\n'),
        ("a: one two\n", " two", " # two", 'a: "one # two"\n'),
        ('a: say "hi" to one two\n', "one", "one: ", 'a: "say \\"hi\\" to one:  two"\n'),
        ("a: one\n", "one", "true", 'a: "true"\n'),
        ("a: twelve\n", "twelve", "12", 'a: "12"\n'),
        ("a: 2400\n", "2400", "{{ facts.x }}", 'a: "{{ facts.x }}"\n'),
        ("a:\n  2,400 teams\n  trust us\n", "2,400", "{{ facts.x }}", 'a:\n  "{{ facts.x }} teams\n  trust us"\n'),
        ("a: >\n  best\n  in class: yes\n", "best\n  in class", "good", "a: >\n  good: yes\n"),
        ("a: [one, two]\n", "one", "one, half", 'a: ["one, half", two]\n'),
        ('{"a": "one"}\n', "one", 'o"n\ne', '{"a": "o\\"n\\ne"}\n'),
    ],
)  # fmt: skip
def test_a_value_is_written_as_its_place_needs_it(before, old, new, after):
    assert in_yaml(before, old, new) == after


@pytest.mark.parametrize(
    ("before", "old", "new"),
    [
        ("utilise: a\n", "utilise", "use"),  # a key
        ("a: b  # utilise\n", "utilise", "use"),  # a comment
        ("a: one\nb: two\n", "one\nb: two", "three"),  # more than a value
        ("a: |\n  one\n  two\n", "one\n", "one"),  # a line that would run into the next one's indentation
        ("a: [one\n", "one", "two"),  # a file that cannot be read
        ("a: \ue000 one\n", "one", "two"),
    ],
)
def test_what_cannot_be_written_safely_is_left(before, old, new):
    assert in_yaml(before, old, new) == before


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("id,name\na,one\n", "one", "two", "id,name\na,two\n"),
        ("id,name\na,one\n", "one", "one, two", 'id,name\na,"one, two"\n'),
        ('id,name\na,"one, two"\n', "two", 'a "b"', 'id,name\na,"one, a ""b"""\n'),
        ("id,name\na,one\n", "one", 'o"ne', 'id,name\na,"o""ne"\n'),
        ("id,keywords\na,one;two\n", "two", "three", "id,keywords\na,one;three\n"),
    ],
)
def test_a_cell_is_written_as_its_place_needs_it(before, old, new, after):
    assert fixed("content/segments/segments.csv", before, (old, new)) == after


@pytest.mark.parametrize(
    ("before", "old", "new"),
    [
        ("id,keywords\na,one;two\n", "two", "t;wo"),  # two keywords instead of one
        ("id,keywords\na,one;two\n", "two", "t,wo"),
        ("id,name\none,x\n", "one", "two"),  # an id
        ("id,name\na,one\n", "name", "nam"),
        ("id,name\na,one two\n", " two", " "),
    ],
)
def test_a_cell_that_would_say_something_else_is_left(before, old, new):
    assert fixed("content/segments/segments.csv", before, (old, new)) == before


PAGE = """\
---
title: 2,400 teams
---

::: hero
eyebrow: 'We utilise it'
---
# {{ data.x | default("2,400 teams") }}

We utilise it.
:::

{{ 'utilise' }} \\{x
"""


def test_a_page_is_mended_in_its_front_matter_its_options_and_its_text():
    source = Source("content/segments/index.md", PAGE)
    whole = source.place(0, len(PAGE))
    edits = [Edit(whole.within("2,400"), "{{ facts.teams }}")]
    edits += [Edit(whole.within("utilise", occurrence=number), "use") for number in range(3)]
    (file,) = mended(Findings(RULE.at(edit.place, "No.", fix=edit) for edit in edits))
    assert file.count == 4
    assert file.text == (
        PAGE.replace("title: 2,400 teams", 'title: "{{ facts.teams }} teams"').replace("utilise", "use")
    )


def test_an_expression_takes_no_expression_and_no_quotes():
    page = PAGE.replace("title: 2,400 teams", "title: x")
    assert fixed("content/segments/index.md", page, ("2,400", "{{ facts.teams }}")) == page
    assert fixed("content/segments/index.md", page, ("2,400", 'so "many"')) == page
    assert '("3,000 teams' in fixed("content/segments/index.md", page, ("2,400", "3,000"))


def test_braces_beside_braces_are_left():
    assert fixed("content/segments/index.md", "{2 \\2 2}\n", ("2", "{{ facts.x }}")) == "{2 \\2 2}\n"
    assert fixed("content/segments/index.md", "\\2\n", ("2", "{{ facts.x }}")) == "\\2\n"


def test_text_that_would_open_a_section_is_left():
    page = "One.\n\ntwo\n"
    assert fixed("content/segments/index.md", page, ("two", "::: hero :::")) == page


def test_files_of_other_kinds_are_text():
    assert fixed("themes/plain/style.css", "a { color: #fff }\n", ("#fff", "var(--x)")) == "a { color: var(--x) }\n"


def test_of_overlapping_fixes_the_first_is_made_and_equal_ones_are_made_once():
    source = Source("content/a.md", "one two three\n")
    first, over, same = source.place(0, 7), source.place(4, 13), source.place(0, 7)
    other = Rule("voice/Other.Plain", Severity.WARNING, "", "", "")
    (file,) = mended(
        [
            RULE.at(over, "No.", fix=Edit(over, "X")),
            RULE.at(first, "No.", fix=Edit(first, "Y")),
            other.at(same, "No.", fix=Edit(same, "Y")),
        ]
    )
    assert (file.text, file.count, len(file.edits)) == ("Y three\n", 2, 1)


def test_one_bad_fix_does_not_keep_the_others_from_being_made():
    text = "a: one\nkey: b\nc: two\n"
    assert fixed("brand/brand.yaml", text, ("one", "1st"), ("key", "kay"), ("two", "2: nd")) == (
        'a: 1st\nkey: b\nc: "2: nd"\n'
    )


def test_findings_without_a_fix_change_nothing():
    assert mended([RULE.at(Source("content/a.md", "x").place(), "No.")]) == []


WORDS = st.text(st.sampled_from("ab 12,.:;#'\"\\{}[]&*!|>%@`-\n\tüß🙂\ue000?~="), max_size=12)
KEPT = st.text(st.sampled_from("ab 12,.:'\"{}#-ü"), min_size=1, max_size=12)


@given(st.lists(KEPT, min_size=1, max_size=3), st.sampled_from(['"', "'", None, ">", "|"]), WORDS, st.data())
def test_whatever_is_replaced_in_yaml_the_rest_says_what_it_said(values, style, new, data):
    written = yaml.safe_dump({f"k{n}": v for n, v in enumerate(values)}, default_style=style, allow_unicode=True)
    changes_only_what_it_should("content/segments/segment.yaml", written, new, data)


@given(st.lists(st.tuples(KEPT, KEPT), min_size=1, max_size=3), st.sampled_from(",;\t"), WORDS, st.data())
def test_whatever_is_replaced_in_a_table_the_rest_says_what_it_said(rows, separator, new, data):
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator="\n")
    writer.writerows([("id", "name", "keywords"), *((f"r{n}", *row) for n, row in enumerate(rows))])
    changes_only_what_it_should("content/segments/segments.csv", stream.getvalue(), new, data)


@given(st.lists(KEPT, min_size=1, max_size=3), KEPT, WORDS, st.data())
def test_whatever_is_replaced_on_a_page_the_rest_says_what_it_said(paragraphs, eyebrow, new, data):
    options = yaml.safe_dump({"eyebrow": eyebrow}, allow_unicode=True)
    front = yaml.safe_dump({"title": paragraphs[0]}, allow_unicode=True)
    body = "\n\n".join(f"::: hero\n{options}---\n{text}\n:::" for text in paragraphs)
    changes_only_what_it_should("content/segments/index.md", f"---\n{front}---\n\n{body}\n", new, data)


def changes_only_what_it_should(name: str, text: str, new: str, data) -> None:
    """Replace a random stretch: either one value has exactly the replacement, or the file is as it was."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 8, len(text))))
    source = Source(name, text)
    place = source.place(start, end)
    files = mended([RULE.at(place, "No.", fix=Edit(place, new))])
    if not files or files[0].text == text:
        return
    before, after = sayings(source), sayings(Source(name, files[0].text))
    assert before is not None
    assert after is not None
    assert [saying.path for saying in after] == [saying.path for saying in before]
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one.value != other.value]
    assert len(changed) <= 1
    for one, other in changed:
        assert one.place.start <= start <= end <= one.place.end
        assert new in str(other.value)
        around = len(str(other.value)) - len(new)
        assert any(
            str(one.value).startswith(str(other.value)[:at])
            and str(one.value).endswith(str(other.value)[at + len(new) :])
            for at in range(around + 1)
        )
