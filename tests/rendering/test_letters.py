"""Each character of a value stands where YAML or a table writes it."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from segsite.rendering.letters import letters


@pytest.mark.parametrize(
    ("value", "written", "words", "stands"),
    [
        ("yes\nor no", '"yes\\nor no"', "no", "no"),
        ('say "when" now', '"say \\"when\\" now"', '"when"', '\\"when\\"'),
        ("caf\u00e9 late", '"caf\\u00e9 late"', "café", "caf\\u00e9"),
        ("it's late", "'it''s late'", "it's", "it''s"),
        ("two long lines", ">-\n    two long\n    lines", "long lines", "long\n    lines"),
        ("first\nsecond\n", "|\n  first\n  second\n", "second", "second"),
        ('an ""odd"" cell', 'an """"odd"""" cell', "cell", "cell"),
        ("R&D late", "&name R&D late", "late", "late"),
        ("& more late", "& more late", "late", "late"),
        ("joined late", '"joined \\\n   late"', "late", "late"),
    ],
)
def test_words_are_found_where_they_are_written(value, written, words, stands):
    spans = letters(value, written)
    assert spans is not None
    at = value.index(words)
    assert written[spans[at][0] : spans[at + len(words) - 1][1]] == stands


def test_what_does_not_write_a_value_has_none_of_its_letters():
    assert letters("paid", "unpaid") is None
    assert letters("paid", "paid late") is None
    assert letters("paid late", "paid") is None


STYLES = [{"default_style": style, "width": width} for style in ("", '"', "'", "|", ">") for width in (8, 80)]


@given(st.text(st.sampled_from("ab \n\"'\\\té:#{}"), min_size=1, max_size=20), st.sampled_from(STYLES))
def test_every_letter_is_found_in_any_style_of_yaml(value, style):
    document = yaml.dump({"key": value}, **style)
    [(_, node)] = yaml.compose(document).value
    spans = letters(value, document[node.start_mark.index : node.end_mark.index])
    assert spans is not None
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
    written = document[node.start_mark.index :]
    for character, (start, end) in zip(value, spans, strict=True):
        assert character.isspace() or written[start:end] in {character, character * 2} or written[start] == "\\"


def test_a_long_value_with_many_findings_is_read_once():
    value = "paid late \u00e9" * 20_000
    written = yaml.dump(value, default_style='"', width=10**9)
    start = time.process_time()
    for _ in range(200):
        assert letters(value, written.rstrip("\n")) is not None
    assert time.process_time() - start < 4
