"""The table of what mail clients lack is what the script makes of the pinned data."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from segsite.brand.email.catalogue import FEATURES
from segsite.model.email import CLIENTS

SCRIPT = Path(__file__).parents[2] / "tools" / "distil_client_support.py"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("distil_client_support", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def data(slug: str, stats: dict, notes: dict | None = None) -> dict:
    """Data of every feature, of which only one is lacking anywhere."""
    slugs = sorted({feature.slug for feature in FEATURES.values()})
    entries = [{"slug": one, "stats": {}, "notes_by_num": None} for one in slugs if one != slug]
    entries.append({"slug": slug, "stats": stats, "notes_by_num": notes})
    return {"last_update_date": "2026-05-13 14:45:41 +0000", "data": entries}


def lacking(script, slug: str, stats: dict, notes: dict | None = None) -> dict:
    table = json.loads(script.distilled(data(slug, stats, notes)))["lacking"]
    return {key: clients for key, clients in table.items() if clients}


def test_the_table_is_what_the_script_makes_of_the_pinned_data():
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False, timeout=300)
    if done.returncode == 3:
        pytest.skip(f"the data cannot be fetched: {done.stderr.strip()[-300:]}")
    assert done.stderr == ""
    assert (done.returncode, done.stdout) == (0, ""), "run `python tools/distil_client_support.py`"


def test_clients_are_those_that_can_be_named(script):
    assert list(script.PLATFORMS) == list(CLIENTS)


def test_the_newest_verdict_counts(script):
    stats = {"gmail": {"desktop-webmail": {"2019": "y", "2024": "n"}}, "hey": {"desktop-webmail": {"1": "n", "2": "y"}}}
    assert lacking(script, "css-float", stats) == {"float": {"gmail": ""}}


def test_what_is_partly_there_or_unknown_is_not_lacking(script):
    stats = {"gmail": {"desktop-webmail": {"1": "a #1"}}, "hey": {"desktop-webmail": {"1": "u"}}}
    assert lacking(script, "css-float", stats, {"1": "Partial."}) == {}


def test_an_app_lacks_what_either_of_its_platforms_lacks_with_the_notes_of_both(script):
    stats = {"gmail": {"android": {"1": "n #1"}, "ios": {"1": "n #2 #1"}, "desktop-webmail": {"1": "y"}}}
    notes = {"1": "Removed.", "2": "See [the *bug*](https://bugs.example/1_(2)) and [it](/features/x/)."}
    both = "Removed. See the *bug* (https://bugs.example/1_(2)) and it."
    assert lacking(script, "css-float", stats, notes) == {"float": {"gmail-app": both}}


def test_a_part_of_a_feature_is_lacking_where_a_note_says_so(script):
    notes = {
        "1": "Partial. Supports `relative` but not `absolute` and `fixed`.",
        "2": "Supports `absolute` but not `fixed`.",
    }
    stats = {
        "gmail": {"desktop-webmail": {"1": "a #1"}},
        "yahoo": {"desktop-webmail": {"1": "a #2"}},
        "hey": {"desktop-webmail": {"1": "n"}},
    }
    assert lacking(script, "css-position", stats, notes) == {
        "absolute": {"gmail": notes["1"], "hey": ""},
        "fixed": {"gmail": notes["1"], "yahoo": notes["2"], "hey": ""},
    }


def test_differences_are_told_a_feature_a_line(script):
    old = '{"about": "a", "lacking": {"flex": {"hey": ""}, "grid": {}}}'
    new = '{"about": "b", "lacking": {"flex": {"gmx": ""}, "grid": {}, "gap": {}}}'
    assert list(script.differences(old, new)) == [
        "about: a -> b",
        'flex: {"hey": ""} -> {"gmx": ""}',
        "gap: null -> {}",
    ]
    assert list(script.differences(old, old)) == []
