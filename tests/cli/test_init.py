"""`segsite init`: a whole site, or nothing."""

from __future__ import annotations

import pytest

from segsite.cli import main
from segsite.diagnostics import Findings
from segsite.reading import read_site


def test_it_makes_a_site_that_can_be_read(tmp_path, capsys):
    folder = tmp_path / "new" / "our site"
    assert main(["init", str(folder)]) == 0
    assert read_site(folder, Findings()) is not None
    assert (folder / ".gitignore").read_text().splitlines()[1:] == ["dist/", ".segsite/"]
    assert "segsite build" in (folder / "README.md").read_text()
    said = capsys.readouterr().out
    assert f"cd '{folder}'" in said
    assert "segsite build" in said


def test_nothing_else_comes_along(tmp_path):
    main(["init", str(tmp_path / "site")])
    assert {path.name for path in tmp_path.iterdir()} == {"site"}
    names = {path.name for path in (tmp_path / "site").iterdir()}
    assert names - {"schemas"} == {"segsite.yaml", "brand", "content", "themes", ".gitignore", "README.md"}
    assert not [path for path in tmp_path.rglob("*") if path.name == "__pycache__"]


def test_an_empty_folder_one_is_in_is_filled(tmp_path, monkeypatch, capsys):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["init", "."]) == 0
    assert (tmp_path / "segsite.yaml").exists()
    assert "cd " not in capsys.readouterr().out


def test_a_folder_with_something_in_it_is_refused(tmp_path, capsys):
    (tmp_path / "thesis.doc").write_text("mine")
    assert main(["init", str(tmp_path)]) == 2
    assert "thesis.doc" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


@pytest.mark.parametrize("inside", ["", "deeper/site"])
def test_a_file_in_the_way_is_told_plainly(inside, tmp_path, capsys):
    (tmp_path / "file").write_text("mine")
    assert main(["init", str(tmp_path / "file" / inside)]) in {1, 2}
    assert "Traceback" not in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
