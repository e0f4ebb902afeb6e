"""Patterns as .NET and RE2 write them."""

from __future__ import annotations

import pytest

from segsite.brand.patterns import Pattern, TooSlowError, compiled, fault, translated, uncaptured


@pytest.mark.parametrize(
    ("pattern", "text", "match"),
    [
        ("[a-z-[aeiou]]+", "aeb", "b"),
        ("[[(]", "a(", "("),
        ("[]x]+", "a]x", "]x"),
        ("[^]x]+", "]ax", "a"),
        ("[[:alpha:]-]+", "1a-b", "a-b"),
        ("[+--]+", "a,-", ",-"),
        ("[a&&b]+", "x&a", "&a"),
        ("[a||b~~c]+", "x|~", "|~"),
        ("[a-z[]+", "a[1", "a["),
        (r"[\w.-]+", "!a.b-c", "a.b-c"),
        ("x{e}", "x{e}", "x{e}"),
        ("{{x}}", "a {{x}}", "{{x}}"),
        ("a{2}", "aaa", "aa"),
        ("(?<n>a)b\\k<n>", "aba", "aba"),
        ("(?P<n>a)", "a", "a"),
        ("(?'n'a)", "a", "a"),
        (r"\x{1F600}", "😀", "😀"),
        (r"\Qa.b\E+", "a.bb", "a.bb"),
        (r"a\z", "ba", "a"),
        (r"a\Z", "ba\n", "a"),
        (r"\pL+", "1é", "é"),
        (r"\p{Lu}", "aÉ", "É"),
        ("(?i)straße", "STRASSE STRAßE", "STRAßE"),
        ("(?-i)A|(?i)b", "aB", "B"),
        (r"(?<!:[^ ]+?):\s[A-Z]", "a: B", ": B"),
        (r"\(\[\{", "([{", "([{"),
    ],
)
def test_a_pattern_means_what_it_means_to_vale(pattern, text, match):
    found = compiled(pattern).search(text)
    assert found is not None
    assert found[0] == match


def test_a_flag_holds_to_the_end_of_its_group():
    assert compiled("(?:(?i)a)b").findall("Ab aB") == ["Ab"]


def test_groups_are_not_counted_unless_they_are_referred_to():
    assert uncaptured("(a)(?<n>b)(?:c)(?=d)") == "(?:a)(?:b)(?:c)(?=d)"
    assert uncaptured(r"(a)\1") == r"(a)\1"
    assert translated("(a)") == "(a)"


@pytest.mark.parametrize("pattern", ["(", "[a", "a**", "(?<n", "a(b", r"\Qa", "(?x) a # b", "[z-a]", "\\"])
def test_what_is_no_pattern_has_a_fault(pattern):
    assert fault(pattern)


@pytest.mark.parametrize("pattern", ["", "plain words", "24/7", r"\bvery\b", "(?i)a", "[^,]+,"])
def test_a_pattern_has_none(pattern):
    assert fault(pattern) is None


def test_matches_are_those_that_are_not_empty():
    assert [match[0] for match in Pattern("a*").matches("baab")] == ["aa"]
    assert Pattern("a").words("aba") == ["a", "a"]
    assert Pattern("b$").found_in("ab")


def test_a_pattern_that_takes_too_long_is_given_up():
    slow = Pattern(r"(\w|\w\w)+\.")
    with pytest.raises(TooSlowError):
        list(slow.matches("w" * 60 + " ."))


@pytest.mark.parametrize("pattern", [r"(?:\w|\w\w|\s)+[?]?!", r"(?:w|ww| )+$", r"(?:\w|[a-z])+!"])
def test_a_group_that_is_repeated_once_can_take_too_long_as_well(pattern):
    with pytest.raises(TooSlowError):
        list(Pattern(pattern).matches("a rather long sentence of ladders and bells " + "w" * 60 + ", !"))


@pytest.mark.parametrize("pattern", ["a{99999999}", "((a{1000}){1000}){100}", "(?R)", "(a|(?1)b)+", "(?<x>(?&x)a|a)"])
def test_a_pattern_that_is_too_much_work_for_any_text_has_a_fault(pattern):
    assert fault(pattern)


@pytest.mark.parametrize("pattern", ["a{9999}", "a{2}b{3}", r"\(?R\)", "[(?R)]{3}", "(?:x{2}|y{3}){4}", "x{0,99999}"])
def test_a_pattern_that_asks_for_little_has_none(pattern):
    assert fault(pattern) is None


def test_choices_one_after_another_are_given_up_though_nothing_repeats():
    with pytest.raises(TooSlowError):
        list(Pattern("(?:a|aa)" * 40 + "b").matches("a" * 60))
