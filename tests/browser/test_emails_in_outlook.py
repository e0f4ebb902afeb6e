"""The e-mails as Outlook for Windows lays them out: by tables, attributes and what its own comments hold."""

from __future__ import annotations

import re

import pytest
from chromium import listed, view
from outlook import Layout, as_outlook_reads, for_a_browser
from sample import distinct

SHEET = 600
ABREAST = """() => [...document.querySelectorAll('.columns tr')].map(
  row => [...row.cells].map(cell => Math.round(cell.getBoundingClientRect().top))
)"""


def emails_of(built, showcase):
    return {**distinct(built.emails), **{f"showcase {name}": email for name, email in showcase.emails.items()}}


def test_tables_are_whole_and_their_widths_add_up(built, showcase):
    emails = emails_of(built, showcase)
    faults = {name: Layout(as_outlook_reads(email.source)).faults for name, email in emails.items()}
    assert not any(faults.values()), listed(faults)


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ('<table width="600"><tr><td width="300"></td><td width="200"></td></tr></table>', "cells of [300, 200] px"),
        ('<table width="90"><tr><td style="padding: 0 8px"><img width="80"></td></tr></table>', "where 74 px are left"),
        ("<!--[if mso]><table><tr><td><![endif]-->Words", "<td> stays open"),
        ("<!--[if mso]><td><![endif]-->Words", "a cell in <>"),
        ("<table><tr><td></tr></table>", "</tr> closes <td>"),
    ],
)
def test_a_layout_that_falls_apart_is_noticed(markup, fault):
    assert any(fault in found for found in Layout(as_outlook_reads(markup)).faults)


def test_every_button_is_there_once(built, showcase):
    for name, email in emails_of(built, showcase).items():
        seen = as_outlook_reads(email.source)
        assert not re.search(r'<a class="button', seen), name
        assert seen.count("<v:roundrect") == len(re.findall(r'<a class="button', email.source)), name


def test_it_fits_without_what_outlook_does_not_know(built, showcase, browser):
    findings = {}
    with view(browser, "about:", width=800) as seen:
        for name, email in emails_of(built, showcase).items():
            seen.page.set_content(for_a_browser(as_outlook_reads(_without_pictures(email.source))))
            width = seen.page.evaluate("document.querySelector('.sheet').getBoundingClientRect().width")
            findings[name] = seen.outside() + [f"the sheet is {width} px wide"] * (width != SHEET)
            findings[name] += [f"columns at {tops}" for tops in seen.page.evaluate(ABREAST) if len(set(tops)) > 1]
    assert not any(findings.values()), listed(findings)


def _without_pictures(markup: str) -> str:
    """The HTML that asks for no file; a picture keeps its room."""
    return re.sub(r"\b(src|background)=\"[^\"]*\"|url\('[^']*'\)", "", markup)
