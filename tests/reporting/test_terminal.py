"""Findings for people: what is shown, aligned, safe for the terminal, and no more than one can read."""

from __future__ import annotations

from segsite.diagnostics import Finding, Findings, Place, Rule, Severity, Source
from segsite.reporting.terminal import counts_text, findings_text

RULE = Rule("link/unresolved", Severity.ERROR, "Links lead somewhere.", "Dead links lose customers.", "Mend it.")
MILD = Rule("file/stray", Severity.WARNING, "No stray files.", "They confuse.", "Delete it.")


def finding(text: str, stretch: str, *, rule: Rule = RULE, message: str = "No such page.", hint: str = "") -> Finding:
    source = Source("content/segments/index.md", text)
    return rule.at(source.place(0, len(text)).within(stretch), message, hint)


def shown(found: Finding, **options) -> str:
    return findings_text(Findings([found]), **options)


def carets_cover(report: str, stretch: str) -> bool:
    """Whether the carets stand exactly below a stretch of single-width characters."""
    line, carets = report.splitlines()[3:5]
    return line.index(stretch) == carets.index("^") and carets.count("^") == len(stretch)


def test_a_finding_says_where_what_and_how_to_mend_it():
    report = shown(finding("Hello\n\n[See prices](page:prices) now\n", "page:prices", hint="Did you mean `pricing`?"))
    assert report == (
        "error[link/unresolved] content/segments/index.md:3:14\n"
        "  No such page.\n"
        "    |\n"
        "  3 | [See prices](page:prices) now\n"
        "    |              ^^^^^^^^^^^\n"
        "  help: Did you mean `pricing`?\n"
        "\n"
        "1 error. `segsite rule link/unresolved` explains a rule.\n"
    )


def test_no_findings_are_no_text():
    assert findings_text(Findings()) == ""


def test_a_file_without_text_has_no_line_and_no_excerpt():
    found = RULE.at(Source("brand/logo.png").place(), "It is too large.")
    assert shown(found).splitlines()[:2] == ["error[link/unresolved] brand/logo.png", "  It is too large."]
    assert "|" not in shown(found)


def test_a_finding_that_reaches_several_outputs_counts_them():
    found = Findings([finding("abc", "b")])
    for number in range(12):
        found.extend(Findings([finding("abc", "b")]).reaching(f"web/{number}.html"))
    assert "\n  in 12 outputs, such as web/0.html\n" in findings_text(found)


def test_one_output_is_not_worth_a_word():
    assert "outputs" not in findings_text(Findings(Findings([finding("abc", "b")]).reaching("web/index.html")))


def test_carets_stand_below_the_words_after_tabs():
    assert carets_cover(shown(finding("\tindent\there: broken", "broken")), "broken")


def test_carets_count_wide_characters_twice_and_combining_ones_not_at_all():
    line, carets = shown(finding("価格 cafe\u0301 [x](page:y)", "page:y")).splitlines()[3:5]
    assert carets.index("^") - carets.index("|") == line.index("page:y") - line.index("|") + 2 - 1
    line, carets = shown(finding("価格です", "です")).splitlines()[3:5]
    assert carets.endswith("     ^^^^")


def test_an_empty_stretch_and_one_at_the_end_of_the_file_have_one_caret():
    source = Source("a.md", "abc\n")
    for at in (0, 3, 4):
        assert shown(RULE.at(source.place(at), "Here.")).count("^") == (1 if at < 4 else 0)


def test_a_stretch_over_several_lines_is_marked_on_its_first():
    report = shown(finding("one two\nthree", "two\nthree"))
    assert carets_cover(report, "two")
    assert "three" not in report


def test_a_long_line_is_cut_around_the_words():
    report = shown(finding("x" * 3000 + " page:prices " + "y" * 3000, "page:prices"), columns=80)
    assert carets_cover(report, "page:prices")
    assert all(len(line) <= 80 for line in report.splitlines())
    assert "…xxx" in report
    assert "yyy…" in report


def test_a_long_stretch_is_cut_too():
    report = shown(finding("a " + "z" * 3000, "z" * 3000), columns=80)
    assert all(len(line) <= 80 for line in report.splitlines())
    assert "zzz…" in report


def test_control_characters_never_reach_the_terminal():
    nasty = "\x1b[31m\x07\x00\x9b\u202e\u2028\x7f"
    rule = Rule("x/y", Severity.ERROR, "", "", "")
    place = Source(f"con{nasty}.md", f"text {nasty} page").place(5, 8)
    report = findings_text(Findings([Finding(rule, place, f"message {nasty}\nsecond line", f"hint {nasty}")]))
    assert all(character.isprintable() or character == "\n" for character in report)
    assert "␛[31m" in report
    assert "  second line\n" in report


def test_a_file_name_that_is_not_text_can_be_printed():
    place = Place(Source("caf\udce9.md"))
    findings_text(Findings([RULE.at(place, "What is this?")])).encode()


def test_colours_only_when_told():
    assert "\x1b" not in shown(finding("abc", "b"))
    assert "\x1b[1;31merror[link/unresolved]\x1b[0m" in shown(finding("abc", "b"), coloured=True)


def many() -> Findings:
    source = Source("a.md", "abc\n" * 300)
    warnings = (MILD.at(source.place(at * 4), f"Warning {at}.") for at in range(259))
    return Findings([*warnings, RULE.at(source.place(299 * 4), "The one error.")])


def test_no_more_are_shown_than_one_can_read_and_the_errors_are_among_them():
    report = findings_text(many())
    assert report.count("[file/stray]") == 49
    assert "The one error." in report
    assert "… and 210 more (--max-findings 0 shows all)" in report
    assert "1 error, 259 warnings. " in report


def test_zero_shows_all():
    report = findings_text(many(), limit=0)
    assert report.count("[file/stray]") == 259
    assert "more" not in report


def test_counts_name_the_severities_there_are():
    assert counts_text(Findings([finding("abc", "b"), finding("abc", "c", rule=MILD)])) == "1 error, 1 warning"
