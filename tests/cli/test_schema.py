"""`segsite schema`: what editors know is what segsite checks."""

from __future__ import annotations

import json
from pathlib import Path

from segsite.cli import main

KINDS = {
    "segsite", "segment", "page", "email", "block", "component", "theme", "brand", "facts", "claims", "waivers",
    "recipients", "platform",
}  # fmt: skip


def test_it_writes_a_schema_for_each_kind_of_file(tmp_path, capsys):
    assert main(["schema", "--out", str(tmp_path)]) == 0
    assert {path.stem for path in tmp_path.iterdir()} == KINDS
    assert f"{len(KINDS)} schemas" in capsys.readouterr().out


def test_check_fails_where_a_schema_is_missing_or_old(tmp_path, capsys):
    assert main(["schema", "--out", str(tmp_path), "--check"]) == 1
    assert not list(tmp_path.iterdir())
    main(["schema", "--out", str(tmp_path)])
    assert main(["schema", "--out", str(tmp_path), "--check"]) == 0
    (tmp_path / "page.json").write_text("{}")
    assert main(["schema", "--out", str(tmp_path), "--check"]) == 1
    assert "page.json is missing or old" in capsys.readouterr().err
    main(["schema", "--out", str(tmp_path)])
    assert json.loads((tmp_path / "page.json").read_text())["properties"]["title"]


def test_two_runs_write_the_same(tmp_path):
    for name in ("one", "two"):
        main(["schema", "--out", str(tmp_path / name)])
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_a_folder_that_cannot_be_written_is_told_plainly(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["schema", "--out", str(tmp_path / "file")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_the_schemas_in_the_repository_are_current(capsys):
    folder = Path(__file__).parents[2] / "schemas"
    assert main(["schema", "--out", str(folder), "--check"]) == 0, capsys.readouterr().err
