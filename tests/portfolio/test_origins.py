"""`segsite show`: every value with the file that says it, and the ancestors it overrides."""

from __future__ import annotations

import json

import pytest

from segsite.cli import main

TREE = """\
-- content/segments/segment.yaml --
message:
  headline: Everyone
  promise: All of {{ data.what }}
keywords: [one]
data: {what: it}
-- content/segments/index.md --
---
title: Home
---
::: hero
# {{ message.headline }}
:::
-- content/segments/trades/segment.yaml --
message:
  headline: Trades
keywords+: [two]
-- content/segments/trades/index.md --
---
inherits: true
---
::: prose #more
More.
:::
-- content/segments/trades/pools/segment.yaml --
keywords+: [three]
"""


@pytest.fixture
def shown(site, capsys):
    folder = site(TREE)

    def run(*arguments: str):
        assert main(["show", *arguments, "--json", "--site", str(folder)]) == 0
        return json.loads(capsys.readouterr().out)

    return run


def test_an_own_value_names_its_place_and_what_it_overrides(shown):
    (origin,) = shown("trades", "message.headline")
    assert origin["value"] == "Trades"
    assert (origin["segment"], origin["place"]) == ("trades", "content/segments/trades/segment.yaml:2:13")
    (over,) = origin["overrides"]
    assert over == {"segment": "", "place": "content/segments/segment.yaml:2:13", "value": "Everyone", "kept": False}


def test_an_inherited_value_names_the_ancestor_that_says_it(shown):
    (origin,) = shown("trades/pools", "message.promise")
    assert origin["place"] == "content/segments/segment.yaml:3:12"
    assert origin["segment"] == ""
    assert origin["overrides"] == []
    assert (origin["value"], origin["filled"]) == ("All of {{ data.what }}", "All of it")


def test_a_list_that_is_added_to_keeps_what_ancestors_say(shown):
    (origin,) = shown("trades/pools", "keywords")
    assert origin["value"] == ["one", "two", "three"]
    assert [(over["segment"], over["kept"]) for over in origin["overrides"]] == [("trades", True), ("", True)]


def test_without_a_key_every_value_is_shown(shown):
    keys = {origin["key"] for origin in shown("trades")}
    assert {"message.headline", "message.promise", "keywords", "data.what"} <= keys


def test_sections_are_shown_with_the_file_each_is_written_in(shown):
    (touchpoint,) = shown("trades", "index", "--sections")
    assert [(section["id"], section["place"].rpartition(":")[0]) for section in touchpoint["sections"]] == [
        ("hero", "content/segments/index.md:4"),
        ("more", "content/segments/trades/index.md:4"),
    ]


def test_a_key_that_nothing_says_is_wrong_usage_with_the_nearest(site, capsys):
    assert main(["show", "trades", "message.headlin", "--site", str(site(TREE))]) == 2
    assert "Did you mean `message.headline`?" in capsys.readouterr().err


def test_people_read_a_line_for_each_origin(site, capsys):
    assert main(["show", "trades", "message.headline", "--site", str(site(TREE))]) == 0
    assert capsys.readouterr().out == (
        "message.headline: Trades\n"
        "    from     content/segments/trades/segment.yaml:2:13\n"
        "    over     Everyone  (/, content/segments/segment.yaml:2:13)\n"
    )
