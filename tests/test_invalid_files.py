"""Broken sites that text cannot hold: bytes, links in the file system, sizes, and bombs."""

from __future__ import annotations

import datetime
import os

import pytest

from segsite.building import BuildOptions, build
from segsite.diagnostics import SegsiteError

DATE = datetime.date(2026, 11, 21)
PAGE = "content/segments/about.md"
SEGMENT = "content/segments/trades/segment.yaml"
FRONT = "---\ntitle: About\n---\n"


def found_in(folder):
    report = build(BuildOptions(folder, DATE), lambda _: None, write=False)
    for finding in report.findings:
        assert finding.hint
    return [(finding.rule.name, str(finding.place), finding.message) for finding in report.findings]


def put(folder, path, data):
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("---\ntitle: Über uns\n---\n".encode("latin-1"), "UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "UTF-8"),
        (b"---\ntitle: About\n---\nWords\x00 and more.\n", ""),
        ("---\ntitle: About\n---\nWords.\n".encode("utf-16"), "UTF-8"),
    ],
    ids=["latin-1", "picture", "nul", "utf-16"],
)
def test_what_is_not_utf8_text_is_refused_as_a_whole(site, data, words):
    [(rule, place, message)] = found_in(put(site(), PAGE, data))
    assert rule == "file/encoding"
    assert place.startswith(f"{PAGE}:")
    assert words in message


@pytest.mark.parametrize(
    "data", [FRONT + "x" * 10_000_000, FRONT + "x" * 100_001, FRONT + "word word\n" * 300_000], ids=len
)
def test_a_text_file_that_is_too_large_is_refused(site, data):
    [(rule, place, _)] = found_in(put(site(), PAGE, data))
    assert (rule, place) == ("file/too-large", f"{PAGE}:1:1")


def test_the_longest_line_that_may_be_is_fine(site):
    assert found_in(put(site(), PAGE, FRONT + "x" * 100_000)) == []


def test_an_asset_that_is_too_large_is_refused(site):
    folder = put(site(), "content/segments/assets/film.mp4", b"")
    os.truncate(folder / "content/segments/assets/film.mp4", 20_000_001)
    [(rule, _, message)] = found_in(folder)
    assert rule == "file/too-large"
    assert "20 MB" in message


@pytest.mark.parametrize("target", ["/etc/hostname", "/nowhere/at/all", "../../../secret.md"])
def test_a_link_out_of_the_site_is_refused_and_not_read(site, target):
    folder = site()
    (folder.parent / "secret.md").write_text("---\ntitle: Secret\n---\nSecret.\n")
    (folder / PAGE).symlink_to(target)
    [(rule, place, _)] = found_in(folder)
    assert (rule, place) == ("file/outside", f"{PAGE}:1:1")


def test_a_link_to_a_folder_is_refused_so_that_no_circle_is_walked(site):
    folder = site()
    (folder / "content/segments/loop").symlink_to(folder / "content/segments", target_is_directory=True)
    (folder / "content/library").mkdir()
    (folder / "content/library/loop").symlink_to(folder, target_is_directory=True)
    assert [rule for rule, _, _ in found_in(folder)] == ["file/outside", "file/outside"]


def test_a_link_to_a_file_of_the_site_is_followed(site):
    folder = put(site(), PAGE, FRONT + "Words.\n")
    (folder / "content/segments/more.md").symlink_to(folder / PAGE)
    assert found_in(folder) == []


def test_the_file_of_a_linked_configuration_outside_is_not_read(site):
    folder = site()
    (folder.parent / "facts.yaml").write_text("customers: {value: 1}\n")
    (folder / "brand/facts.yaml").symlink_to(folder.parent / "facts.yaml")
    [(rule, place, _)] = found_in(folder)
    assert (rule, place) == ("file/outside", "brand/facts.yaml:1:1")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_cannot_be_read_is_a_finding(site):
    folder = put(site(), "content/segments/trades/segment.yaml", "")
    (folder / "content/segments/trades").chmod(0)
    try:
        assert "file/unreadable" in {rule for rule, _, _ in found_in(folder)}
    finally:
        (folder / "content/segments/trades").chmod(0o755)


def test_a_bomb_of_aliases_is_refused(site):
    lines = ["data:", "  a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"  {name}: &{name} [{', '.join([f'*{last}'] * 10)}]" for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    [(rule, place, _)] = found_in(put(site(), SEGMENT, "\n".join(lines)))
    assert rule == "schema/too-complex"
    assert place.startswith(f"{SEGMENT}:")


@pytest.mark.parametrize(
    "text",
    [
        "data: " + "[" * 200 + "]" * 200,
        "data: " + "{a: " * 200 + "1" + "}" * 200,
        "data:\n" + "\n".join(f"{'  ' * depth}a:" for depth in range(1, 200)),
        "data: " + "[" * 50_000,
        "data:\n" + "- " * 50_000,
    ],
    ids=["lists", "maps", "indented", "open-lists", "dashes"],
)
def test_yaml_that_is_nested_too_deeply_is_refused(site, text):
    [(rule, place, _)] = found_in(put(site(), SEGMENT, text))
    assert rule in {"schema/too-complex", "schema/syntax"}
    assert place.startswith(f"{SEGMENT}:")


def test_an_alias_within_itself_is_refused(site):
    [(rule, _, _)] = found_in(put(site(), SEGMENT, "data: &a [*a]"))
    assert rule == "schema/syntax"


def test_names_that_differ_in_case_only_collide_whatever_the_file_system(site):
    folder = put(site(), "content/segments/Trades/segment.yaml", "")
    put(folder, "content/segments/trades/segment.yaml", "")
    rules = [rule for rule, _, _ in found_in(folder)]
    assert rules
    assert set(rules) == {"url/collision"}


def test_a_name_may_have_its_accents_encoded_either_way_but_only_once(site):
    folder = put(site(), "content/segments/e\u0301te\u0301/cafe\u0301.md", FRONT)
    put(folder, "content/segments/e\u0301te\u0301/segment.yaml", "")
    assert found_in(folder) == []
    put(folder, "content/segments/e\u0301te\u0301/caf\u00e9.md", FRONT)
    [(rule, place, _)] = found_in(folder)
    assert (rule, place) == ("file/name", "content/segments/\u00e9t\u00e9/caf\u00e9.md:1:1")


def test_a_folder_without_a_site_is_wrong_usage(tmp_path):
    with pytest.raises(SegsiteError, match=r"segsite\.yaml") as raised:
        build(BuildOptions(tmp_path, DATE), lambda _: None)
    assert raised.value.exit_code == 2
    assert raised.value.hint


def picture(weight: int) -> bytes:
    """What begins like a PNG of 40 × 20 pixels, and has a weight in bytes."""
    start = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x28\x00\x00\x00\x14\x08\x02\x00\x00\x00"
    return start + bytes(weight - len(start))


def mail_with(site, *weights):
    """A site with one e-mail that shows pictures of some weights."""
    folder = site()
    shown = "\n\n".join(f"![Van {number}](asset:van-{number}.png)" for number, _ in enumerate(weights))
    put(folder, "content/segments/emails/vans.md", f"---\nsubject: Vans\n---\n{shown}\n")
    for number, weight in enumerate(weights):
        put(folder, f"content/segments/assets/van-{number}.png", picture(weight))
    return folder


def test_a_picture_too_heavy_for_an_email_is_found_at_its_file(site):
    heavy = 200 * 1024
    [(rule, place, message)] = found_in(mail_with(site, heavy, heavy + 1))
    assert (rule, place) == ("email/image-weight", "content/segments/assets/van-1.png:1:1")
    assert message == "This picture has 201 KB; in an e-mail, 200 KB are enough."


def test_pictures_that_are_too_heavy_together_are_found_at_the_email(site):
    fifth = 160 * 1024
    assert found_in(mail_with(site, *[fifth] * 5)) == []
    [(rule, place, message)] = found_in(mail_with(site, *[fifth] * 4, fifth + 1))
    assert (rule, place) == ("email/image-weight", "content/segments/emails/vans.md:2:1")
    assert message == "The pictures of this e-mail have more than 800 KB together."


def test_a_heavy_picture_of_a_page_is_no_concern_of_emails(site):
    folder = put(site(), "content/segments/assets/van.png", picture(300 * 1024))
    assert found_in(put(folder, PAGE, FRONT + "# About\n\n![A van](asset:van.png)\n")) == []
