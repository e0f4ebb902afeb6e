"""Outputs are compared with what is there, and what is new is staged; nothing is changed yet."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from segsite.building.dist import DistError, Record, check_name, folders_of, holds_only, is_real_folder
from segsite.building.journal import STAGING, Journal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from segsite.building.dist import Manifest

_NAMED = 5
_BINARY = getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | _BINARY
_READ_NO_LINK = _READ | getattr(os, "O_NOFOLLOW", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY


@dataclass(frozen=True, slots=True)
class Staged:
    """What a commit will do.

    Attributes:
        journal: The steps.
        unchanged: How many outputs are there already.
    """

    journal: Journal
    unchanged: int


def stage(root: str, outputs: Mapping[str, bytes | Path], ours: Manifest) -> Staged:
    """Write what is new or different to the staging folder.

    Args:
        root: The output folder.
        outputs: Bytes, or a file to copy, by output.
        ours: The last build's manifest.

    Raises:
        DistError: If a foreign file, or another output, has the place of an output.
        OSError: If the disk does not let it.
    """
    _refuse_clashes(outputs)
    _refuse_blocked(root, outputs, ours)
    Path(root, STAGING).mkdir()
    moves: dict[str, str] = {}
    manifest: Manifest = {}
    occupied: list[str] = []
    for name in sorted(outputs):
        content = outputs[name]
        data = content if isinstance(content, bytes) else _read(os.fspath(content), _READ)
        manifest[name] = Record(len(data), hashlib.sha256(data).hexdigest())
        if _is_there(f"{root}/{name}", data):
            continue
        if not _may_replace(root, name, ours):
            occupied.append(name)
            continue
        moves[name] = str(len(moves))
        _write(f"{root}/{STAGING}/{moves[name]}", data)
    _refuse(root, occupied)
    removes = tuple(name for name in sorted(ours) if name not in outputs and _is_ours_still(root, name))
    _check_permissions(root, (*moves, *removes))
    return Staged(Journal(moves, removes, manifest), len(outputs) - len(moves))


def _refuse_clashes(outputs: Mapping[str, bytes | Path]) -> None:
    for name in outputs:
        check_name(name)
    clashes = sorted(folders_of(outputs) & outputs.keys())
    if clashes:
        name = clashes[0]
        inside = min(output for output in outputs if output.startswith(f"{name}/"))
        raise DistError(f"`{name}` would be both a file and the folder of `{inside}`.", "Rename one of the two.")


def _refuse_blocked(root: str, outputs: Mapping[str, bytes | Path], ours: Manifest) -> None:
    """A folder we need may be ours to make, but not a foreign file or a link, which could lead anywhere."""
    blocked = [
        folder
        for folder in sorted(folders_of(outputs))
        if folder not in ours and os.path.lexists(f"{root}/{folder}") and not is_real_folder(f"{root}/{folder}")
    ]
    _refuse(root, blocked)


def _refuse(root: str, occupied: list[str]) -> None:
    if not occupied:
        return
    named = ", ".join(f"`{name}`" for name in occupied[:_NAMED])
    more = f" and {len(occupied) - _NAMED} more" if len(occupied) > _NAMED else ""
    raise DistError(
        f"{root} holds what segsite did not make, where the build has to go: {named}{more}.",
        "Move it away, rename the page or asset, or name another folder with `--out`.",
    )


def _is_there(path: str, data: bytes) -> bool:
    """Whether a plain file with these bytes stands at a path."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == len(data) and _read(path, _READ_NO_LINK) == data


def _may_replace(root: str, name: str, ours: Manifest) -> bool:
    path = f"{root}/{name}"
    if is_real_folder(path):
        return holds_only(root, name, ours)
    return name in ours or not os.path.lexists(path)


def _is_ours_still(root: str, name: str) -> bool:
    """Whether a file of the last build can be removed: not if it is a folder now, or below a link."""
    path = f"{root}/{name}"
    return (
        all(is_real_folder(f"{root}/{folder}") for folder in folders_of([name]))
        and os.path.lexists(path)
        and not is_real_folder(path)
    )


def _check_permissions(root: str, names: Iterable[str]) -> None:
    """Find out now, rather than half-way through, that a folder cannot be changed."""
    for folder in ("", *sorted(folders_of(names))):
        path = f"{root}/{folder}"
        if is_real_folder(path) and not os.access(path, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", path)


def _read(path: str, flags: int) -> bytes:
    with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
        return file.read()


def _write(path: str, data: bytes) -> None:
    with os.fdopen(os.open(path, _NEW, 0o666), "wb") as file:
        file.write(data)
