"""`segsite list`: the tree of segments, and what each has."""

from __future__ import annotations

import json

from segsite.cli import main

TREE = """\
-- content/segments/segment.yaml --
owner: "@brand"
-- content/segments/pricing.md --
---
title: Pricing
---
Ten a month.
-- content/segments/trades/segment.yaml --
name: Trades
owner: "@trades"
-- content/segments/trades/index.md --
---
title: Trades
---
For trades.
-- content/segments/trades/segments.csv --
id,name,status
pools,Pool service,draft
"""


def test_the_tree_says_what_each_segment_writes_and_what_it_inherits(site, capsys):
    assert main(["list", "--site", str(site(TREE))]) == 0
    head, root, trades, pools = capsys.readouterr().out.splitlines()
    assert head.split() == ["SEGMENT", "STATUS", "OWNER", "TOUCHPOINTS", "(inherited", "in", "brackets)"]
    assert root.split() == ["/", "live", "@brand", "index", "pricing"]
    assert trades.split() == ["trades", "live", "@trades", "index", "[pricing]"]
    assert trades.startswith("  trades")
    assert pools.split() == ["pools", "draft", "@trades", "[index", "pricing]"]
    assert pools.startswith("    pools")


def test_json_names_each_segment_in_full_and_the_place_that_defines_it(site, capsys):
    assert main(["list", "--json", "--site", str(site(TREE))]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert list(rows) == ["", "trades", "trades/pools"]
    assert rows["trades"]["own"] == ["index"]
    assert rows["trades/pools"]["inherited"] == ["index", "pricing"]
    assert rows["trades/pools"]["defined"].startswith("content/segments/trades/segments.csv:2:")


def test_a_segment_can_be_listed_with_those_below_it_alone(site, capsys):
    assert main(["list", "trades", "--site", str(site(TREE))]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]] == ["trades", "pools"]


def test_a_mistyped_segment_is_wrong_usage_with_the_nearest_name(site, capsys):
    assert main(["list", "trade", "--site", str(site(TREE))]) == 2
    assert "Did you mean `trades`?" in capsys.readouterr().err


def test_components_are_listed_with_their_options(site, capsys):
    assert main(["list", "--components", "--site", str(site())]) == 0
    shown = capsys.readouterr().out
    assert "hero" in shown
    assert "prose" in shown


def test_a_site_with_errors_is_listed_with_a_caution(site, capsys):
    folder = site(TREE + "-- content/segments/trades/segment.yaml --\nnmae: Trades\n")
    assert main(["list", "--site", str(folder)]) == 0
    shown = capsys.readouterr()
    assert "trades" in shown.out
    assert "segsite check" in shown.err
