"""What copy from other tools and in other scripts taught us; all words here are invented."""

from __future__ import annotations

import datetime

import pytest

from segsite.building import BuildOptions, build
from segsite.rendering.anchors import Anchors, slugify
from segsite.rendering.lines import fold, width
from segsite.rendering.plaintext import lay_out
from segsite.rendering.prose import Converter
from segsite.reporting.events import ignore


@pytest.fixture
def built(site, tmp_path):
    def make(text: str):
        out = tmp_path / "dist"
        result = build(BuildOptions(site(text), datetime.date(2026, 11, 21), out=out), ignore)
        return list(result.findings), out

    return make


def html(text: str, locale: str = "en") -> str:
    return Converter(locale).convert(text).html


def text(source: str, locale: str = "en") -> str:
    return lay_out(Converter(locale).convert(source).text)


# -- headings can be linked to ---------------------------------------------------------------------------------


PAGE = """\
-- content/segments/kites.md --
---
title: Kites
---

::: hero
# Kites for windy days

[How we test](#how-we-test-2) and [strings](/kites/#own).
:::

## How we test {#own}

### How we test

## How we test

::: features
### Strong line {#line price="€9"}
It holds.
### How we test
It flies.
:::
"""


def test_links_lead_to_headings(built):
    findings, out = built(PAGE)
    page = (out / "web/kites/index.html").read_text("utf-8")
    assert not findings
    assert '<h1 id="kites-for-windy-days">' in page
    assert all(heading in page for heading in ('<h2 id="own">', '<h3 id="how-we-test">', '<h2 id="how-we-test-2">'))


def test_an_items_id_is_its_own(built):
    _, out = built(PAGE)
    page = (out / "web/kites/index.html").read_text("utf-8")
    assert '<div id="line"><h2>Strong line</h2>€9' in page
    assert '<div id="features-2">' in page


def test_a_heading_never_takes_the_id_of_a_section():
    assert Anchors(["why"]).put_in("<h2>Why?</h2>") == '<h2 id="why-2">Why?</h2>'


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("1. <em>Paint</em> &amp; glue (dry)", "1-paint-glue-dry"),
        ("风筝：怎么放？", "风筝怎么放"),
        ("?!", ""),
        ('Line<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>', "line"),
    ],
)
def test_slugs_are_the_words_of_any_script(heading, slug):
    assert slugify(heading) == slug


def test_e_mails_carry_no_heading_ids(built):
    _, out = built("-- content/segments/emails/hi.md --\n---\nsubject: Hi\n---\n## Fly high\n")
    assert "<h2>Fly high</h2>" in (out / "email/generic/hi.html").read_text("utf-8")


def test_a_jinja_comment_is_still_one(built):
    findings, out = built("-- content/segments/kites.md --\n---\ntitle: Kites\n---\nFly{# or not #} high.\n")
    assert not findings
    assert "Fly high." in (out / "web/kites/index.html").read_text("utf-8")


# -- dialects --------------------------------------------------------------------------------------------------


def test_rows_between_bars_are_a_table_without_a_head():
    markup = html("Sizes:\n\n| **S** | 1 `a|b` m |\n|M | 2 m|\n")
    assert "<thead>" not in markup
    assert markup.count("<tr>") == 2
    assert "<td>1 <code>a|b</code> m</td>" in markup


def test_an_empty_table_head_is_dropped_and_a_filled_one_kept():
    assert "<thead>" not in html("| | |\n|-|-|\n| a | b |\n")
    assert "<th>A</th>" in html("| A | B |\n|-|-|\n| a | b |\n")


@pytest.mark.parametrize("line", ["|a single row|", "a | b\nc | d"])
def test_other_bars_stay_text(line):
    assert "<table>" not in html(line)


def test_attributes_on_their_own_line_are_not_words():
    assert html("{: .steps #do}\n\n1. Run\n2. Let go\n") == (
        '<ol class="steps" id="do">\n<li>Run</li>\n<li>Let go</li>\n</ol>'
    )
    assert html("{: .note}\nMind the trees.") == '<p class="note">Mind the trees.</p>'
    assert html("Mind the trees.\n\n{: .note}\n") == '<p class="note">Mind the trees.</p>'


# -- scripts without spaces ------------------------------------------------------------------------------------


def test_a_line_break_between_han_characters_is_no_space():
    assert html("放风筝，\n要有风。\n**大风**\n更好。", "zh") == "<p>放风筝，要有风。<strong>大风</strong>更好。</p>"
    assert html("Wind\n和 rain\nor 연\n날리기", "zh") == "<p>Wind\n和 rain\nor 연\n날리기</p>"


def test_text_without_spaces_is_wrapped_by_its_width():
    lines = text("风筝在天上飞，" * 20, "zh").split("\n")
    assert len(lines) > 1
    assert all(width(line) <= 72 and line[0] != "，" for line in lines)


def test_text_with_spaces_is_wrapped_at_them():
    assert fold("a kite that flies", 8, "- ", "  ") == ["- a kite", "  that", "  flies"]
    assert fold("https://www.acme.example/kites", 8) == ["https://www.acme.example/kites"]


# -- line breaks in the text part ------------------------------------------------------------------------------


def test_raw_line_breaks_reach_the_text_part():
    assert text("Yours,<br>\nThe kite team") == "Yours,\nThe kite team"
    assert text("Run.<br>\n<br>\nLet go.") == "Run.\n\nLet go."


# -- calls to action -------------------------------------------------------------------------------------------


CTA = """\
-- content/segments/segment.yaml --
name: Everyone
audience: people
message: {{headline: Up, promise: Higher}}
ctas:
  demo: {{label: Fly, url: "{url}"}}
-- content/segments/emails/hi.md --
---
subject: Hi
---
::: hero
cta: demo
---
Ready?
:::
"""


def test_a_cta_of_an_e_mail_leads_to_the_recipients_own_address(built):
    site = CTA.format(url="{{ merge.confirm_url }}").replace(
        "-- content/segments/emails",
        "-- content/segments/index.md --\n---\ntitle: Up\n---\nUp\n-- content/segments/emails",
    )
    findings, out = built(site)
    assert not findings
    assert 'href="{{ confirm_url }}"' in (out / "email/generic/hi.html").read_text("utf-8")


def test_a_page_has_no_recipient(built):
    findings, _ = built(CTA.format(url="{{ merge.confirm_url }}"))
    assert [finding.rule.name for finding in findings] == ["merge/on-web"]


def test_what_is_wrong_with_a_cta_is_told_once_where_it_is_written(built):
    findings, _ = built(CTA.format(url="/nowhere/"))
    assert [(finding.rule.name, finding.place.text.strip('"')) for finding in findings] == [
        ("link/unresolved", "/nowhere/")
    ]
