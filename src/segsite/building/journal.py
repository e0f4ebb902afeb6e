"""What a commit is about to do, written down before it is done, so that a killed one can be completed."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from segsite.building.dist import (
    MANIFEST,
    STATE,
    DistError,
    Manifest,
    check_name,
    folders_of,
    is_real_folder,
    manifest_of,
    plain_manifest,
    read_manifest,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STAGING = f"{STATE}/staging"
_JOURNAL = f"{STATE}/journal.json"


@dataclass(frozen=True, slots=True)
class Journal:
    """The steps from one build to the next.

    Attributes:
        moves: Names of staged files by the output that each becomes.
        removes: Outputs of the last build that the new one does not have.
        manifest: What is ours afterwards.
    """

    moves: Mapping[str, str]
    removes: tuple[str, ...]
    manifest: Manifest

    def write(self, root: str) -> None:
        """Put it on the disk; from now on the build will be completed, whatever happens."""
        plain = {"moves": self.moves, "removes": self.removes, "manifest": plain_manifest(self.manifest)}
        _put(root, _JOURNAL, json.dumps(plain, ensure_ascii=False).encode(), durable=True)

    def apply(self, root: str) -> None:
        """Take the steps that have not been taken yet, and forget the journal.

        Removing comes first: a page may become a folder, and a folder a page.
        """
        for name in self.removes:
            _remove(root, name)
        _remove_empty(root, self.removes)
        for folder in sorted(folders_of(self.moves)):
            _make_folder(f"{root}/{folder}")
        for name, staged in self.moves.items():
            _move(f"{root}/{STAGING}/{staged}", f"{root}/{name}")
        _put(root, MANIFEST, json.dumps(plain_manifest(self.manifest), ensure_ascii=False).encode())
        Path(root, _JOURNAL).unlink()
        discard_staging(root)


def roll_forward(root: str) -> None:
    """Complete the commit that was killed here, if one was, and throw away what one had staged.

    Raises:
        DistError: If its journal cannot be read, or a foreign file has taken a place it needs.
        OSError: If the disk does not let it.
    """
    try:
        data = Path(root, _JOURNAL).read_bytes()
    except FileNotFoundError:
        discard_staging(root)
        return
    journal = _parsed(root, data)
    _refuse_newcomers(root, journal)
    journal.apply(root)


def discard_staging(root: str) -> None:
    """Throw away what is staged, unless a journal still needs it."""
    if not os.path.lexists(f"{root}/{_JOURNAL}"):
        with suppress(FileNotFoundError):
            shutil.rmtree(f"{root}/{STAGING}")


def _parsed(root: str, data: bytes) -> Journal:
    try:
        plain = json.loads(data)
        moves = {str(name): str(staged) for name, staged in plain["moves"].items()}
        removes = tuple(str(name) for name in plain["removes"])
        for name in (*moves, *removes, *moves.values()):
            check_name(name)
        return Journal(moves, removes, manifest_of(plain["manifest"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise DistError(
            f"{root}/{_JOURNAL} cannot be read, so a build that was interrupted cannot be completed.",
            f"Empty {root} (the next build makes all of it again), or name another folder with `--out`.",
        ) from None


def _refuse_newcomers(root: str, journal: Journal) -> None:
    """A place that was free when the journal was written may have been taken since."""
    ours = read_manifest(root)
    for name, staged in journal.moves.items():
        pending = os.path.lexists(f"{root}/{STAGING}/{staged}")
        taken = os.path.lexists(f"{root}/{name}") and not is_real_folder(f"{root}/{name}")
        if pending and taken and name not in ours:
            raise DistError(
                f"{root}/{name} is in the way of a build that was interrupted, and segsite did not make it.",
                "Move it away, and build again.",
            )


def _remove(root: str, name: str) -> None:
    """Remove a stale file. A folder of its name is what a killed run has put in its place already."""
    reached = all(is_real_folder(f"{root}/{folder}") for folder in folders_of([name]))
    if reached and not is_real_folder(f"{root}/{name}"):
        Path(root, name).unlink(missing_ok=True)


def _remove_empty(root: str, removed: Iterable[str]) -> None:
    for folder in sorted(folders_of(removed), reverse=True):
        if is_real_folder(f"{root}/{folder}"):
            with suppress(OSError):  # it is not empty
                Path(root, folder).rmdir()


def _make_folder(path: str) -> None:
    if is_real_folder(path):
        return
    try:
        Path(path).mkdir()
    except FileExistsError:
        raise DistError(
            f"{path} is in the way: segsite needs a folder there.", "Move it away, and build again."
        ) from None


def _move(staged: str, target: str) -> None:
    if is_real_folder(target):
        _remove_empty_tree(target)
    with suppress(FileNotFoundError):  # it was moved before the kill
        os.replace(staged, target)  # noqa: PTH105 - ten thousand times in a first build


def _remove_empty_tree(folder: str) -> None:
    for path, _, _ in os.walk(folder, topdown=False):
        Path(path).rmdir()


def _put(root: str, name: str, data: bytes, *, durable: bool = False) -> None:
    """Replace a file of the state folder in one step."""
    path = Path(root, name)
    new = Path(root, STAGING, path.name)
    new.parent.mkdir(exist_ok=True)
    with new.open("wb") as file:
        file.write(data)
        file.flush()
        if durable:
            os.fsync(file.fileno())
    new.replace(path)
    if durable:
        _sync_folder(path.parent)


def _sync_folder(path: Path) -> None:
    with suppress(OSError):  # Windows does not open folders, and some drives do not sync them
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
