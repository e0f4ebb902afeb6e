"""What a segment has from its ancestors: values, pages, e-mails, sections and blocks."""

from __future__ import annotations

import datetime
import json
import random
import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segsite.building import BuildOptions, build
from segsite.diagnostics import Findings, Place, Source
from segsite.inheritance import inherit, merge
from segsite.model.values import Entry, Mapping, Scalar, Sequence
from segsite.reading import read_site
from sites import BASE, parse_site, write_site

DATE = datetime.date(2026, 11, 21)
RICH = (Path(__file__).parent / "rich_site.txt").read_text("utf-8")
PLACE = Place(Source("segment.yaml"))

# -- values ----------------------------------------------------------------------------------------------------


def written(plain):
    if isinstance(plain, dict):
        return Mapping({key: Entry(written(value), PLACE) for key, value in plain.items()}, PLACE)
    return Sequence(tuple(map(written, plain)), PLACE) if isinstance(plain, list) else Scalar(plain, PLACE)


def merged(parent, child):
    findings = Findings()
    result = merge(written(parent), written(child), findings).plain()
    assert not list(findings)
    return result


KEYS = st.sampled_from(list("abcd"))
LEAVES = st.text(string.ascii_letters, max_size=3) | st.integers(0, 9)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=3))
MAPS = st.dictionaries(KEYS, VALUES, max_size=4)
CHANGES = st.dictionaries(KEYS, VALUES | st.none() | st.dictionaries(KEYS, LEAVES | st.none(), max_size=2), max_size=4)


@given(MAPS)
def test_a_child_that_says_nothing_has_its_parents_values(parent):
    assert merged(parent, {}) == parent


@given(MAPS, CHANGES)
def test_a_parent_is_not_changed_by_its_child(parent, child):
    above = written(parent)
    merge(above, written(child), Findings())
    assert above.plain() == parent


@given(MAPS, CHANGES)
def test_saying_the_same_twice_changes_nothing_more(parent, child):
    once = merged(parent, child)
    assert merged(once, child) == once


@given(MAPS, CHANGES)
def test_null_removes_and_nothing_merged_is_null(parent, child):
    result = merged(parent, child)
    assert all(key not in result for key, value in child.items() if value is None)
    assert all(key in result for key in parent if key not in child)


@pytest.mark.parametrize(
    ("parent", "child", "result"),
    [
        ({"m": {"a": 1, "b": 2}}, {"m": {"b": 3}}, {"m": {"a": 1, "b": 3}}),
        ({"l": [1, 2]}, {"l": [3]}, {"l": [3]}),
        ({"l": [1, 2]}, {"l+": [3]}, {"l": [1, 2, 3]}),
        ({}, {"l+": [3]}, {"l": [3]}),
        ({"m": {"a": 1}}, {"m": {"a": None}}, {"m": {}}),
        ({"m": {"a": 1}}, {"m": None}, {}),
        ({"m": {"a": 1}}, {"m": "text"}, {"m": "text"}),
        ({"m": "text"}, {"m": {"a": 1}}, {"m": {"a": 1}}),
        ({"m": {"l": [1]}}, {"m": {"l+": [2]}}, {"m": {"l": [1, 2]}}),
    ],
)
def test_maps_merge_null_removes_plus_adds_everything_else_replaces(parent, child, result):
    assert merged(parent, child) == result


# -- the tree --------------------------------------------------------------------------------------------------


def tree_of(folder):
    findings = Findings()
    tree = inherit(read_site(folder, findings), findings)
    assert [str(finding.message) for finding in findings] == []
    return tree


def dist_of(folder, **options):
    report = build(BuildOptions(folder, DATE, **options), lambda _: None)
    assert [f"{finding.place} {finding.message}" for finding in report.findings] == []
    dist = folder / "dist"
    return {path.relative_to(dist).as_posix(): path.read_bytes() for path in dist.rglob("*") if path.is_file()}


def test_identity_is_not_inherited_and_all_else_is(site):
    tree = tree_of(
        site(
            "-- content/segments/trades/segment.yaml --\nname: The trades\nowner: '@trades'\nlocale: de\n"
            "omit: [index]\n-- content/segments/trades/roofing/segment.yaml --\n"
        )
    )
    child = tree.nodes["trades/roofing"].segment
    assert (child.name, child.omit, child.successor) == ("Roofing", [], None)
    assert (child.owner, child.locale, child.audience) == ("@trades", "de", "people who make things")


def test_a_child_that_says_nothing_is_its_parent_but_for_name_and_address(site):
    outputs = dist_of(site(RICH + "-- content/segments/trades/empty/segment.yaml --\nname: Trades\n"))
    parent, child = outputs["web/trades/pricing/index.html"], outputs["web/trades/empty/pricing/index.html"]
    assert child.replace(b"trades/empty", b"trades") == parent
    mail, child_mail = (outputs[f"email/generic/trades/{child}welcome.html"] for child in ("", "empty/"))
    assert child_mail.replace(b"trades/empty", b"trades") == mail


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers())
def test_the_order_in_which_files_are_made_does_not_matter(tmp_path_factory, seed):
    files = parse_site(BASE + RICH)
    made = []
    for order in (sorted(files), random.Random(seed).sample(sorted(files), len(files))):
        folder = tmp_path_factory.mktemp("site")
        for name in order:
            write_site(folder, f"-- {name} --\n{files[name]}")
        made.append(dist_of(folder))
    assert made[0] == made[1]


@pytest.mark.parametrize("depth", [60, 300])
def test_segments_nest_as_deep_as_one_likes(site, depth):
    folder = site()
    inner = folder / "content/segments"
    for _ in range(depth):
        inner /= "a"
        inner.mkdir()
        (inner / "segment.yaml").write_text("")
    report = build(BuildOptions(folder, DATE), lambda _: None, write=False)
    assert [finding.message for finding in report.findings] == []
    assert report.summary.pages == depth + 1


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12).map(
    str.strip
)
CELLS = st.fixed_dictionaries(
    {},
    optional={
        "audience": TEXTS,
        "message.headline": TEXTS,
        "message.promise": TEXTS,
        "ctas.demo.label": TEXTS,
        "data.city": TEXTS,
    },
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(CELLS, min_size=1, max_size=4))
def test_a_table_says_the_same_as_folders_would(tmp_path_factory, rows):
    rows = [{key: text for key, text in row.items() if text and "{" not in text and "\\" not in text} for row in rows]
    heads = sorted({key for row in rows for key in row})
    quoted = [
        [f"s{at}", *(f'"{row.get(head, "").replace(chr(34), chr(34) * 2)}"' for head in heads)]
        for at, row in enumerate(rows)
    ]
    table = "\n".join(",".join(cells) for cells in [["id", *heads], *quoted])
    as_table = write_site(tmp_path_factory.mktemp("table"), f"{BASE}-- content/segments/segments.csv --\n{table}\n")
    as_folders = write_site(tmp_path_factory.mktemp("folders"), BASE)
    for at, row in enumerate(rows):
        said = json.dumps(nested(row), ensure_ascii=False)
        write_site(as_folders, f"-- content/segments/s{at}/segment.yaml --\n{said}\n")
    one, other = tree_of(as_table), tree_of(as_folders)
    assert list(one.nodes) == list(other.nodes)
    for name in one.nodes:
        assert one.nodes[name].segment.model_dump() == other.nodes[name].segment.model_dump()


def nested(row):
    tree = {}
    for head, text in row.items():
        *path, last = head.split(".")
        branch = tree
        for name in path:
            branch = branch.setdefault(name, {})
        branch[last] = text
    return tree
