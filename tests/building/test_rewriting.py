"""Files written anew: whole, in the form they had, and only those of the site that are as they were read."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segsite.building.fixing import Mended
from segsite.building.rewriting import _in_form, write_mended
from segsite.diagnostics import Edit, SegsiteError, Source


def change(text: str, old: str, new: str, name: str = "content/a.md") -> Mended:
    source = Source(name, text)
    return Mended(source, (Edit(source.place(0, len(text)).within(old), new),), 1)


def write(folder, data: bytes, name: str = "content/a.md"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"one\ntwo\n", b"one\n2\n2\n"),
        (b"one\r\ntwo\r\n", b"one\r\n2\r\n2\r\n"),
        (b"one\rtwo\r", b"one\r2\r2\r"),
        (b"\xef\xbb\xbfone\r\ntwo", b"\xef\xbb\xbfone\r\n2\r\n2"),
        (b"one\ntwo\r\nthree\r", b"one\n2\n2\r\nthree\r"),
    ],
)
def test_marks_and_line_breaks_stay(tmp_path, before, after):
    path = write(tmp_path, before)
    text = before.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    assert len(write_mended(tmp_path, [change(text, "two", "2\n2")])) == 1
    assert path.read_bytes() == after


def test_a_file_that_has_changed_since_is_left(tmp_path):
    path = write(tmp_path, b"one two three\n")
    assert write_mended(tmp_path, [change("one two\n", "two", "2")]) == []
    assert path.read_bytes() == b"one two three\n"


@pytest.mark.parametrize("name", ["../outside.md", "content/missing.md", "content"])
def test_what_is_no_file_of_the_site_is_left(tmp_path, name):
    outside = write(tmp_path, b"one two\n", "outside.md")
    write(tmp_path / "site", b"x", "content/a.md")
    assert write_mended(tmp_path / "site", [change("one two\n", "two", "2", name)]) == []
    assert outside.read_bytes() == b"one two\n"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_out_of_the_site_is_not_followed(tmp_path):
    outside = write(tmp_path, b"one two\n", "outside.md")
    write(tmp_path / "site", b"x", "content/a.md")
    (tmp_path / "site/content/b.md").symlink_to(outside)
    assert write_mended(tmp_path / "site", [change("one two\n", "two", "2", "content/b.md")]) == []
    assert outside.read_bytes() == b"one two\n"


def test_nothing_is_left_behind(tmp_path):
    path = write(tmp_path, b"one two\n")
    write_mended(tmp_path, [change("one two\n", "two", "2")])
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold for this user")
def test_a_file_that_may_not_be_written_is_an_error_with_its_name(tmp_path):
    path = write(tmp_path, b"one two\n")
    path.chmod(0o444)
    with pytest.raises(SegsiteError, match=r"a\.md cannot be written"):
        write_mended(tmp_path, [change("one two\n", "two", "2")])
    assert path.read_bytes() == b"one two\n"


@given(st.text(st.sampled_from("ab\n\rü"), max_size=20), st.data())
def test_only_the_words_change_whatever_the_line_breaks(raw, data):
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = Source("content/a.md", text)
    made = _in_form(raw, Mended(source, (Edit(source.place(start, end), "X"),), 1))
    assert made.replace("\r\n", "\n").replace("\r", "\n") == f"{text[:start]}X{text[end:]}"
    assert made.partition("X")[0] + made.partition("X")[2] in {raw[:at] + raw[to:] for at in range(len(raw) + 1)
                                                                for to in range(at, len(raw) + 1)}  # fmt: skip
