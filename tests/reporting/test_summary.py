"""The last words of a command."""

from __future__ import annotations

from outcomes import ERROR, INDEX, found, outcome
from segsite.diagnostics import Findings
from segsite.reporting.events import LeftOut, Summary
from segsite.reporting.outcome import Outcome
from segsite.reporting.summary import notes_text, summary_text


def test_a_build_says_what_was_made_what_changed_and_where_to_look():
    left = (LeftOut("trades/pools", "draft"), LeftOut("trades/solar", "sunset"), LeftOut("pricing", "draft"))
    text = summary_text(Summary(1200, 1, 14, 1300, left, 1.26, "my dist", 3, 1297, ("web/old.html",)))
    assert text == (
        "Built 1,200 pages and 1 e-mail for 14 segments in 1.3 s.\n"
        "In my dist: 3 files written, 1,297 unchanged, 1 removed.\n"
        "Left out (draft): trades/pools, pricing.\n"
        "Left out (sunset): trades/solar.\n"
        "See the pages at http://localhost:8000/ with: python3 -m http.server --directory 'my dist/web'\n"
        "Open the e-mails in my dist/email/, one folder for each platform.\n"
    )


def test_a_build_that_changed_nothing_says_so():
    assert "Nothing has changed in dist: 9 files." in summary_text(Summary(3, 1, 2, 9, (), 0.05, "dist", 0, 9))


def test_a_check_speaks_of_no_files():
    assert summary_text(Summary(3, 0, 1, 9, (), 0.05)) == "Checked 3 pages and 0 e-mails for 1 segment in 50 ms.\n"


def test_a_long_list_of_what_was_left_out_is_cut():
    left = tuple(LeftOut(f"s{number}", "draft") for number in range(9))
    assert "Left out (draft): s0, s1, s2, s3, s4 and 4 more." in summary_text(Summary(0, 0, 0, 0, left, 1))


def test_notes_say_what_can_be_mended_what_does_not_count_and_what_is_elsewhere():
    assert notes_text(outcome(gone=3, elsewhere=Findings([found(ERROR, INDEX)]))) == (
        "`segsite check --fix` can mend 2 of them; `--diff` shows what it would write.\n"
        "1 waived, 1 in the baseline.\n"
        "3 findings of the baseline are mended: `segsite check --write-baseline` takes them out.\n"
        "Not shown, being outside of what you asked for: 1 error.\n"
    )


def test_there_is_no_note_where_there_is_nothing_to_note():
    assert notes_text(Outcome()) == ""
