"""The output folder: which files in it are ours, and where in it a file may go.

Ours is what the manifest names. Everything else in the folder is foreign: it is never changed, never removed,
and nothing is written through it.
"""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from segsite.diagnostics import SegsiteError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

STATE = ".segsite"
"""The folder inside the output folder that holds the manifest, the journal, the lock and what is staged."""
MANIFEST = f"{STATE}/manifest.json"
LOCK = f"{STATE}/lock"
_VERSION = 1
_CLUTTER = frozenset({STATE, ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore"})


class DistError(SegsiteError):
    """The output folder cannot take the build; happens when foreign files, or the disk, are in the way."""


class Record(NamedTuple):
    """What the manifest says of one file."""

    size: int
    sha256: str


Manifest: TypeAlias = dict[str, Record]
"""Our files by their path in the output folder."""


def opened(dist: Path) -> str:
    """The real path of the output folder, which exists from now on, with its state folder.

    Raises:
        DistError: If it is a file, or holds files but no build.
        OSError: If it cannot be created.
    """
    root = str(dist.resolve())
    if os.path.lexists(root) and not is_real_folder(root):
        raise DistError(f"{dist} is a file, not a folder.", "Name another folder with `--out`.")
    state = f"{root}/{STATE}"
    if not os.path.lexists(state):
        refuse_foreign(root)
        Path(state).mkdir(parents=True, exist_ok=True)
    if not is_real_folder(state):
        raise DistError(f"{state} is not a folder.", "Remove it, and build again.")
    return root


def refuse_foreign(root: str) -> None:
    """See that a folder without a manifest is empty.

    Raises:
        DistError: If it holds files that no build put there.
    """
    if not is_real_folder(root) or os.path.lexists(f"{root}/{MANIFEST}"):
        return
    with os.scandir(root) as entries:
        found = sorted({entry.name for entry in entries} - _CLUTTER)
    if found:
        raise DistError(
            f"{root} holds files that segsite did not make, such as `{found[0]}`.",
            "Name a new or an empty folder with `--out`.",
        )


def read_manifest(root: str) -> Manifest:
    """What the last build left in the folder; empty before the first.

    Raises:
        DistError: If the manifest is not one of ours.
    """
    try:
        data = Path(root, MANIFEST).read_bytes()
    except FileNotFoundError:
        return {}
    try:
        return manifest_of(json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise DistError(
            f"{root}/{MANIFEST} cannot be read, so segsite does not know which files are its own.",
            f"Empty {root} (the next build makes all of it again), or name another folder with `--out`.",
        ) from None


def manifest_of(plain: Any) -> Manifest:
    """A manifest from what JSON says.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: If it says something else.
    """
    if plain["version"] != _VERSION:
        raise ValueError("another version")
    manifest = {str(name): Record(int(size), str(digest)) for name, (size, digest) in plain["files"].items()}
    for name in manifest:
        check_name(name)
    return manifest


def plain_manifest(manifest: Manifest) -> dict[str, Any]:
    """A manifest as JSON says it: sorted, and without times, so that equal builds have equal manifests."""
    return {"version": _VERSION, "files": {name: manifest[name] for name in sorted(manifest)}}


def check_name(name: str) -> None:
    """See that an output's name is a path inside the output folder and outside its state folder.

    Raises:
        ValueError: If it is not; no file a person writes may lead to such a name.
    """
    parts = name.split("/")
    if any(part in {"", ".", ".."} for part in parts) or parts[0] == STATE or "\\" in name or "\0" in name:
        raise ValueError(f"not a path inside the output folder: {name!r}")


def folders_of(names: Iterable[str]) -> set[str]:
    """Every folder that holds one of these files, directly or not, less the output folder itself."""
    folders: set[str] = set()
    for name in names:
        folder = name.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def is_real_folder(path: str) -> bool:
    """Whether a path is a folder and no link to one."""
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def holds_only(root: str, folder: str, ours: Collection[str]) -> bool:
    """Whether every file in a folder, and in the folders in it, is one of ours."""
    with os.scandir(f"{root}/{folder}") as entries:
        return all(
            holds_only(root, name, ours) if entry.is_dir(follow_symlinks=False) else name in ours
            for entry in entries
            for name in (f"{folder}/{entry.name}",)
        )
