"""The starter: the sample site that `segsite init` copies."""

from __future__ import annotations

import os
import shutil
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from segsite.diagnostics import SegsiteError, UsageError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_PARTS = ("segsite.yaml", "brand", "content", "themes", "schemas")
_FINE_BESIDE = frozenset({".git", ".DS_Store"})
_GITIGNORE = "# What segsite makes again at any time\ndist/\n.segsite/\n"
_README = """\
# Our site

Landing pages and e-mails for each of our audiences, made with segsite.

- `brand/` is the brand team's: identity, design tokens, facts, claims, legal text.
- `themes/` is the designers'.
- `content/segments/` is the segment teams': a folder for each audience, inside the audience it belongs to.
  A segment has what its ancestors have, and says only what is different.

`segsite build` makes the site in `dist/`. `segsite check` finds mistakes. `segsite rule NAME` explains one.
"""


def start_site(folder: Path) -> None:
    """Put the starter into a folder: all of it, or nothing.

    Raises:
        UsageError: If the folder holds something already.
        SegsiteError: If it cannot be written.
    """
    try:
        _refuse_full(folder)
        target = folder.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        made = target.with_name(f".{target.name}.{os.getpid()}.new")
        try:
            _make(made)
            _move(made, target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise SegsiteError(
            f"{folder} cannot be written: {error.filename or folder}: {error.strerror or error}.",
            "Name a folder you may write to.",
        ) from error


def _refuse_full(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file.", "Name a new or an empty folder.")
    found = sorted({path.name for path in folder.iterdir()} - _FINE_BESIDE)
    if found:
        raise UsageError(f"{folder} is not empty: it holds `{found[0]}`.", "Name a new or an empty folder.")


def _make(folder: Path) -> None:
    folder.mkdir()
    source = _source()
    for name in _PARTS:
        _copy(source / name, folder / name)
    (folder / ".gitignore").write_text(_GITIGNORE, "utf-8")
    (folder / "README.md").write_text(_README, "utf-8")


def _source() -> Traversable:
    """The starter in an installed package; in a checkout, the sample site at the repository's root."""
    packaged = resources.files("segsite") / "starter"
    return packaged if packaged.is_dir() else Path(__file__).parents[3]


def _copy(source: Traversable, target: Path) -> None:
    if source.is_dir():
        target.mkdir()
        for child in source.iterdir():
            if not child.name.startswith(".") and child.name != "__pycache__":
                _copy(child, target / child.name)
    elif source.is_file():
        target.write_bytes(source.read_bytes())


def _move(made: Path, target: Path) -> None:
    if not target.exists():
        made.rename(target)
        return
    # the folder stays the one it is: a terminal may be in it
    for child in made.iterdir():
        child.rename(target / child.name)
