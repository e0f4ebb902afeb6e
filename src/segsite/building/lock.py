"""One build at a time in one output folder."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from segsite.building.dist import DistError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAUSE = 0.05
_BUSY = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_UNSUPPORTED = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL}

if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> None:
        # far behind the text, so that the one who waits can read whose lock it is
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock file at a path; the system gives it up for a process that dies.

    Args:
        path: The lock file; it stays, since removing it would let two builds lock two files of one name.
        wait: How many seconds to wait for another build.

    Raises:
        DistError: If another build still holds it then.
        OSError: If the file cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        _acquire(descriptor, path, wait)
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, path: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    while True:
        try:
            _try(descriptor)
        except OSError as error:
            if error.errno in _UNSUPPORTED:
                return  # some network drives have no locks; a build there is better than none
            if error.errno not in _BUSY:
                raise
        else:
            return
        if time.monotonic() >= deadline:
            raise DistError(
                f"Another build{_holder(descriptor)} is writing to {path.parent.parent}.",
                "Wait for it to end, or name another folder with `--out`.",
            )
        time.sleep(_PAUSE)


def _holder(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    pid = os.read(descriptor, 32).strip()
    return f" (process {pid.decode()})" if pid.isdigit() else ""
