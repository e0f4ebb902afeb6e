"""The grammar of sections: fences, line breaks, byte order marks, options, and true places."""

from __future__ import annotations

import pytest

from segsite.diagnostics import Findings, Source
from segsite.reading.sections import parse_sections


def parsed(text):
    findings = Findings()
    sections = parse_sections(Source("page.md", text), 0, findings)
    return [(one.kind.value, one.name, one.id, one.options.plain(), one.body.text) for one in sections], list(findings)


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("", []),
        ("\n\n", []),
        ("Words.", [("show", "prose", None, {}, "Words.")]),
        ("::: hero\n# A\n:::", [("show", "hero", None, {}, "# A")]),
        ("::: hero #top\na: 1\n---\n# A\n:::\n", [("show", "hero", "top", {"a": 1}, "# A")]),
        ("::: hero\na: 1\n---\n:::\n", [("show", "hero", None, {"a": 1}, "")]),
        ("::: hero\nWords: many\nmore\n:::\n", [("show", "hero", None, {}, "Words: many\nmore")]),
        ("::: hero :::\n", [("show", "hero", None, {}, "")]),
        ("::: use a/b :::", [("use", "a/b", None, {}, "")]),
        ("::: use a/b #c :::", [("use", "a/b", "c", {}, "")]),
        ("::: remove #a :::\n::: keep #b :::", [("remove", "", "a", {}, ""), ("keep", "", "b", {}, "")]),
        (
            "A\n\n::: hero\nB\n:::\n\nC",
            [("show", "prose", None, {}, "A"), ("show", "hero", None, {}, "B"), ("show", "prose", None, {}, "C")],
        ),
        ("```\n::: hero\n:::\n```", [("show", "prose", None, {}, "```\n::: hero\n:::\n```")]),
        ("::: hero\n~~~\n:::\n~~~\n:::", [("show", "hero", None, {}, "~~~\n:::\n~~~")]),
        ("::: hero\n````\n```\n:::\n````\n:::", [("show", "hero", None, {}, "````\n```\n:::\n````")]),
        ("::: hero\n---\nB\n:::", [("show", "hero", None, {}, "\nB")]),
        ("::: hero\na: 1\n---\nB\n---\nC\n:::", [("show", "hero", None, {"a": 1}, "B\n---\nC")]),
        (":::: hero\nA\n::::\n", [("show", "hero", None, {}, "A")]),
        ("  ::: hero", [("show", "prose", None, {}, "  ::: hero")]),
    ],
)
def test_a_text_falls_into_sections(text, sections):
    assert parsed(text) == (sections, [])


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("::: hero\nA", [("section/unclosed", 1)]),
        ("::: hero\nA\n::: faq\nB\n:::", [("section/unclosed", 1)]),
        ("A\n:::", [("section/syntax", 2)]),
        (":::hero\nA\n:::", [("section/syntax", 1)]),
        (":::hero\nA\n:::\n\n:::", [("section/syntax", 1), ("section/syntax", 5)]),
        ("::: hero #\nA\n:::", [("section/syntax", 1)]),
        ("::: hero faq\nA\n:::", [("section/syntax", 1)]),
        ("::: use\nA\n:::", [("section/syntax", 1)]),
        ("::: use a\nA\n:::", [("section/body", 1)]),
        ('::: hero\na: "x\n---\nA\n:::', [("schema/syntax", 2)]),
        ("::: hero\na: 1\na: 2\n---\nA\n:::", [("schema/duplicate-key", 3)]),
    ],
)
def test_a_breach_of_the_grammar_is_one_finding_at_its_line(text, findings):
    assert [(one.rule.name, one.place.line) for one in parsed(text)[1]] == findings


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_byte_order_marks_change_nothing(site, ends, mark):
    from segsite.reading import read_site

    folder = site()
    text = "---\ntitle: About\n---\n\n::: hero #top\nalign: center\n---\n# A\n\nB\n:::\n"
    (folder / "content/segments/about.md").write_bytes((mark + text.replace("\n", ends)).encode())
    findings = Findings()
    about = read_site(folder, findings).segments[0].touchpoints["about"]
    assert list(findings) == []
    [section] = about.sections
    assert (section.options.plain(), section.body.text) == ({"align": "center"}, "# A\n\nB")
    assert (section.place.line, section.body.line) == (5, 8)
