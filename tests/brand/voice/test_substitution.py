"""Substitution: words that have a better one."""

from __future__ import annotations

import pytest
from voices import found, hits

WORDS = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\n"


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        ("swap: {utilize: use}", "We utilize it, Utilize it.", ["utilize"]),
        ("ignorecase: true\nswap: {'utili[sz]e': use}", "We utilise it. Utilize it.", ["utilise", "Utilize"]),
        ("ignorecase: true\nswap: {javascript: JavaScript}", "JavaScript, Javascript", ["Javascript"]),
        ("swap: {'e-?mail': e?mail}", "email and e-mail", ["e-mail"]),
        ("swap: {log in: sign in, log: record}", "Please log in to the log.", ["log in", "log"]),
        ("nonword: true\nswap: {'\\.\\.\\.': …}", "Wait...", ["..."]),
        ("swap: {'(foo|bar) (baz)': qux}", "A foo baz.", ["foo baz"]),
        ("swap: {'(?:a|b)c': d, 'x(?=y)y': z}", "ac bc xy", ["ac", "bc", "xy"]),
        ("swap: {internet: Internet, '': nothing}", "The internet.", ["internet"]),
        ("swap: {cloud: Cloud}\nexceptions: [cloud nine]", "On cloud nine.", []),
        ("swap:", "Nothing.", []),
    ],
)
def test_it_finds_what_should_be_written_otherwise(rule, text, words):
    assert hits(WORDS + rule, text) == words


def test_a_part_of_an_address_is_no_breach_but_a_name_that_looks_like_one_is():
    rule = f"{WORDS}swap: {{acme: Acme, best.example: Best.example}}"
    assert hits(rule, "At acme.com, ask acme or best.example.") == ["acme", "best.example"]


def test_the_capital_that_starts_a_sentence_is_no_breach():
    rule = f"{WORDS}ignorecase: true\naction: {{name: replace}}\nswap: {{web ?site: website}}"
    assert hits(rule, "Website first. “Website” and Website.") == ["Website"]


@pytest.mark.parametrize(
    ("rule", "message", "results"),
    [
        ("swap: {utilize: use}", "Use 'use' instead of 'Utilize'.", ("Use",)),
        ("swap: {utilize: use}\ncapitalize: true", "Use 'Use' instead of 'Utilize'.", ("Use",)),
        ("swap: {utilize: use|apply}\naction: {name: replace}", "Use 'use' or 'apply' instead of 'Utilize'.", None),
        ("swap: {utilize: a|b|c}\naction: {name: replace}", "Use 'a', 'b', or 'c' instead of 'Utilize'.", None),
        ("swap: {utilize: '(?:use|apply)'}", "Use '(?:use|apply)' instead of 'Utilize'.", ()),
        ("swap: {utilize: \"'use'\"}", "Use ''use'' instead of 'Utilize'.", ()),
        ("swap: {utilize: \"use or 'apply'\"}", "Use 'use or 'apply'' instead of 'Utilize'.", ()),
        ("swap: {utilize: let's use}", "Use 'let's use' instead of 'Utilize'.", ("Let's use",)),
        ("swap: {'util(ize)': 'us$1'}", "Use 'usize' instead of 'Utilize'.", ("Usize",)),
        ("swap: {utilize: 'us$7 ${x}'}", "Use 'us$7 ${x}' instead of 'Utilize'.", ()),
        ("swap: {utilize: 'a\\|b'}\naction: {name: replace}", "Use 'a|b' instead of 'Utilize'.", ("A|b",)),
    ],
)
def test_the_message_names_what_to_write_and_what_is_written(rule, message, results):
    (one,) = found(f"{WORDS}ignorecase: true\n{rule}", "Utilize it.")
    assert one.message == message
    assert results is None or one.results == results


def test_only_a_rule_with_an_action_asks_for_its_result_to_be_put_in():
    assert not found(f"{WORDS}swap: {{utilize: use}}", "utilize")[0].fixes
    assert found(f"{WORDS}swap: {{utilize: use}}\naction: {{name: replace}}", "utilize")[0].fixes
