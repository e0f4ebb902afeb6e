"""Which segments a finding is about."""

from __future__ import annotations

from outcomes import ERROR
from segsite.diagnostics import Findings, Place, Source
from segsite.reporting.reach import NO_REACH, Reach

TABLE = Source("content/segments/trades/segments.csv", "id,name\nroofing,Roofers\npools,Pools\n")
REACH = Reach(
    {"web/index.html": "", "web/trades/roofing/index.html": "trades/roofing"},
    [
        ("", Source("content/segments/segment.yaml").place()),
        ("trades", Source("content/segments/trades/segment.yaml").place()),
        ("trades/roofing", TABLE.place(8, 23)),
        ("trades/pools", TABLE.place(24, 35)),
    ],
)


def in_file(name: str) -> Place:
    return Source(name, "words").place(0, 5)


def test_a_file_is_its_nearest_segments():
    assert REACH.segment(in_file("content/segments/index.md")) == ""
    assert REACH.segment(in_file("content/segments/trades/emails/welcome.md")) == "trades"
    assert REACH.segment(in_file("content/segments/trades/roofing/library/proof.md")) == "trades/roofing"


def test_a_row_of_a_table_is_the_segment_it_defines():
    assert REACH.segment(TABLE.place(16, 23)) == "trades/roofing"
    assert REACH.segment(TABLE.place(30, 35)) == "trades/pools"
    assert REACH.segment(TABLE.place(3, 7)) == "trades"


def test_what_belongs_to_no_segment_is_the_brands_the_themes_the_librarys_or_the_sites():
    files = ("brand/facts.yaml", "themes/halfday/style.css", "content/library/proof.md", "segsite.yaml")
    assert [REACH.segment(in_file(name)) for name in files] == [None] * 4
    assert [REACH.home(in_file(name)) for name in files] == ["brand", "theme", "library", "site"]


def test_a_finding_is_about_the_segments_it_reaches_and_the_one_it_stands_in():
    finding = ERROR.at(in_file("content/segments/trades/index.md"), "No.")
    (reaching,) = Findings(Findings([finding]).reaching("web/trades/roofing/index.html"))
    assert REACH.segments(reaching) == {"trades", "trades/roofing"}
    assert REACH.home(reaching.place) == "trades"


def test_without_segments_there_is_nothing_to_reach():
    assert NO_REACH.segments(ERROR.at(in_file("content/segments/index.md"), "No.")) == frozenset()
