"""Where bytes reach the output folder: all of a build, or none of it.

Outputs are staged first. Then a journal says what is to be done, and it is done by atomic renames. A kill
before the journal is there leaves the old build; a kill after it, a build that the next run completes.
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from segsite.building.dist import LOCK, MANIFEST, STATE, DistError, opened, read_manifest, refuse_foreign
from segsite.building.journal import Journal, discard_staging, roll_forward
from segsite.building.lock import locked
from segsite.building.staging import stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from segsite.building.dist import Manifest

PATIENCE = 10.0
"""How many seconds a build waits for another one in the same folder."""

_DENIED = "Check the permissions, and that no other program holds the file; then build again."
_REMEDIES = {
    errno.ENOSPC: "Make room on the disk, and build again.",
    errno.EDQUOT: "Make room in your quota, and build again.",
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: "Name a folder that can be written to with `--out`.",
    errno.ENAMETOOLONG: "Give the segment, page or asset a shorter name.",
}


@dataclass(frozen=True, slots=True)
class Committed:
    """What a commit changed.

    Attributes:
        written: Outputs that are new or different.
        unchanged: How many outputs were there already.
        removed: Outputs of the last build that are gone.
    """

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]


def commit(dist: Path, outputs: Mapping[str, bytes | Path], *, wait: float = PATIENCE) -> Committed:
    """Make a folder hold exactly these outputs, beside what others have put there.

    Args:
        dist: The output folder; created if it is not there.
        outputs: Bytes, or a file to copy, by POSIX path from `dist` (`web/index.html`).
        wait: How many seconds to wait for another build in the same folder.

    Returns:
        What was written, left alone and removed.

    Raises:
        DistError: If foreign files, another build or the disk are in the way; `dist` is as it was, or, if the
            disk failed half-way, the next commit completes this one.
    """
    with _explained(dist):
        root = opened(dist)
        with locked(Path(root, LOCK), wait):
            roll_forward(root)
            refuse_foreign(root)
            ours = read_manifest(root)
            try:
                staged = stage(root, outputs, ours)
                _carry_out(root, staged.journal, ours)
            finally:
                discard_staging(root)
    return Committed(tuple(staged.journal.moves), staged.unchanged, staged.journal.removes)


def recover(dist: Path, *, wait: float = PATIENCE) -> None:
    """Complete a commit that was killed in this folder, if one was.

    Raises:
        DistError: If it cannot be completed, for the reasons `commit` has.
    """
    if not (dist / STATE).is_dir():
        return
    with _explained(dist), locked(Path(opened(dist), LOCK), wait):
        roll_forward(str(dist.resolve()))


def _carry_out(root: str, journal: Journal, ours: Manifest) -> None:
    first = not Path(root, MANIFEST).exists()
    if journal.moves or journal.removes or journal.manifest != ours or first:
        journal.write(root)
        journal.apply(root)


@contextmanager
def _explained(dist: Path) -> Iterator[None]:
    """Errors of the system, in words that say what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        remedy = _REMEDIES.get(error.errno or 0, "Mend that, and build again.")
        raise DistError(f"{dist} cannot be written: {error.filename or dist}: {reason}.", remedy) from error
