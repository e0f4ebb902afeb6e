"""The language of content: what it can say, and that nothing said in it gets out of its bounds."""

from __future__ import annotations

import time

import pytest

from segsite.rendering.expressions import ExpressionError, Language
from segsite.rendering.views import Record

LANGUAGE = Language("en")
SCOPE = {
    "segment": Record("segment", {"name": "Trades", "needs": ("speed", "calm")}, known={"name", "needs", "owner"}),
    "data": Record(
        "data", {"n": 10, "price": 1234.5, "city": "Graz", "none": None, "map": Record("data.map", {"a": 1})}
    ),
}
EFFORT = 2.0
"""Seconds of processor time that no single expression may take, even on a slow machine."""


def text(code):
    return LANGUAGE.compile(code).text(SCOPE)


def rule(code):
    start = time.process_time()
    with pytest.raises(ExpressionError) as raised:
        text(code)
    assert time.process_time() - start < EFFORT
    assert raised.value.message
    return raised.value.rule


@pytest.mark.parametrize(
    ("code", "result"),
    [
        ("segment.name", "Trades"),
        ("segment.name | upper", "TRADES"),
        ("segment.needs | join(', ')", "speed, calm"),
        ("segment.needs[1]", "calm"),
        ("segment.needs | length", "2"),
        ("data.n + 2", "12"),
        ("data.n / 4", "2.5"),
        ("data.n / 5", "2"),
        ("data.n ** 2", "100"),
        ("data.price | number", "1,234.5"),
        ("data.price | number(2)", "1,234.50"),
        ("segment.owner | default('nobody')", "nobody"),
        ("'yes' if segment.owner else 'no'", "no"),
        ("segment.owner.at.all | default('x')", "x"),
        ("'a' ~ data.n", "a10"),
        ("data.city | replace('z', 's') | lower", "gras"),
        ("data.city | truncate(3)", "Gr…"),
        ("data['city']", "Graz"),
        ("'iOS apps' | capitalize", "IOS apps"),
    ],
)
def test_an_expression_prints_its_value(code, result):
    assert text(code) == result


@pytest.mark.parametrize(
    ("locale", "result"),
    [("en", "1,234,567.5"), ("de", "1.234.567,5"), ("de-CH", "1’234’567.5"), ("fr", "1\u202f234\u202f567,5")],
)
def test_numbers_are_written_as_the_locale_does(locale, result):
    assert Language(locale).compile("1234567.5 | number").text({}) == result


@pytest.mark.parametrize(
    "code",
    [
        "segment.__class__", "segment['__class__']", "segment.name.__class__.__mro__", "''.__class__",
        "''['__class__']", "segment | attr('__class__')", "data.city.format", "'{0.__class__}'.format(1)",
        "'{0.__class__}' | format(1)", "'%s' % segment", "'%1000000000d' % 1", "segment.name()", "range(9)",
        "lipsum()", "cycler", "self", "loop", "namespace()", "segment._values", "data.map._label", "segment.names",
        "segment.value", "segment.undefined", "data.__init__.__globals__", "(1).__add__", "[].append",
        "data.city.encode", "().__class__.__bases__[0].__subclasses__()", "segment.needs.count",
        "segment.needs | map('upper')", "segment.needs | selectattr('x')", "'x' | safe", "data | tojson",
        "data | pprint", "data.map | xmlattr", "data | items", "data.city | e", "caller()", "config", "request",
        "dict(a=1)", "joiner()", "segment.needs | sort(attribute='__class__')",
        "segment.needs | unique(attribute='__class__') | join", "data.city | default(value=segment.__class__)",
        "segment.parts", "data.n.real", "data.n.bit_length",
    ],
)  # fmt: skip
def test_nothing_leads_out_of_the_sandbox(code):
    try:
        result = text(code)
    except ExpressionError as error:
        assert error.rule in {"template/forbidden", "template/syntax", "template/undefined", "template/failed"}  # noqa: PT017
    else:
        assert "class" not in result
        assert "object" not in result
        assert "0x" not in result


@pytest.mark.parametrize(
    "code",
    [
        "'x' * 10**9", "10**9**9", "10**10000", "9**9**9**9", "(10**16) * 'x'", "[1] * 10**8",
        "[[0] * 1000] * 1000 * 1000", "'x' * 100000 + 'x' * 100000", "'x' * 99999 * 99999",
        "'ab' | replace('', 'x' * 99999)", "'x' * -1 + 'x' * 200000", "(2**16)**16 ** 16",
        "'a' * 50000 ~ 'a' * 50000 ~ 'a' * 50000", "['x' * 90000, 'x' * 90000] | join", "(" * 300 + "1" + ")" * 300,
        "[" * 300 + "]" * 300, "not " * 300 + "1", "-" * 300 + "1", "1" + "+1" * 900, "x" * 2001,
        "'x'" + " ~ 'x'" * 300, "1" + " if 1 else 1" * 150, "9" * 1900 + " * " + "9" * 90, "9" * 1990, "1e308 * 10",
        "data.n | round(-999999999)", "data.price | number(999999999)", "1 // 0.0000001 ** 16",
        "('x' * 90000) | truncate(-1)", "'a' | truncate(10**15, end='x' * 90000)", "10.0 ** 16 ** 2", "(-8) ** 0.5",
    ],
    ids=lambda code: code[:40],
)  # fmt: skip
def test_nothing_grows_out_of_bounds(code):
    start = time.process_time()
    try:
        assert len(text(code)) <= 100_000
    except ExpressionError as error:
        assert error.rule in {"template/limit", "template/failed", "template/syntax", "template/forbidden"}  # noqa: PT017
    assert time.process_time() - start < EFFORT


@pytest.mark.parametrize(
    ("code", "broken"),
    [
        ("segmant.name", "template/undefined"),
        ("segment.nme", "template/undefined"),
        ("segment.owner", "template/undefined"),
        ("data.missing", "template/undefined"),
        ("segment.needs", "template/failed"),
        ("data.map", "template/failed"),
        ("data.none", "template/undefined"),
        ("segment.name / 2", "template/failed"),
        ("1 / 0", "template/failed"),
        ("'x' | int / 0", "template/failed"),
        ("segment.needs[9]", "template/undefined"),
        ("segment name", "template/syntax"),
        ("", "template/syntax"),
        ("segment.name | shout", "template/syntax"),
        ("segment.name is callable", "template/syntax"),
        ("'open", "template/syntax"),
        ("segment.name | truncate('x')", "template/failed"),
        ("segment.name | number", "template/failed"),
        ("segment.name | fallback('x')", "template/failed"),
        ("[3, 'a'] | sort", "template/failed"),
        ("segment.name | replace", "template/failed"),
        ("segment.name | join(1, 2, 3)", "template/failed"),
        ("\x00", "template/syntax"),
        ("a\nb", "template/syntax"),
    ],
)
def test_what_cannot_be_worked_out_says_which_rule(code, broken):
    assert rule(code) == broken


def test_a_message_has_no_names_of_pythons_kinds():
    with pytest.raises(ExpressionError) as raised:
        text("segment.name / 2")
    assert "Worded" not in raised.value.message
    assert "str" not in raised.value.message


def test_an_expression_is_compiled_once():
    assert LANGUAGE.compile("segment.name") is LANGUAGE.compile("segment.name")
