"""Files of the site written anew: all of a file or nothing, never out of the site, and in the form it had."""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from pathlib import Path
from typing import TYPE_CHECKING

from segsite.diagnostics import SegsiteError

if TYPE_CHECKING:
    from segsite.building.fixing import Mended

_BREAK = re.compile("\r\n|\r|\n")


def write_mended(root: Path, files: list[Mended]) -> list[Mended]:
    """Write files with edits made; what has changed since it was read, or is no file of the site, is left as it is.

    Returns:
        The files that were written.

    Raises:
        SegsiteError: If one cannot be written.
    """
    return [file for file in files if _write(root.resolve(), file)]


def write_text(path: Path, text: str) -> None:
    """Write a file of ours.

    Raises:
        SegsiteError: If it cannot be written.
    """
    _replace(path, text.encode())


def _write(root: Path, file: Mended) -> bool:
    path = Path(os.path.realpath(root / file.source.name))
    if not path.is_relative_to(root) or not path.is_file():
        return False
    try:
        raw = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    if _BREAK.sub("\n", raw.removeprefix("\ufeff")) != file.source.text:
        return False
    _replace(path, _in_form(raw, file).encode())
    return True


def _in_form(raw: str, file: Mended) -> str:
    """The new text, with the byte order mark and the line breaks that the file has."""
    mark = len(raw) - len(raw.removeprefix("\ufeff"))
    breaks = list(_BREAK.finditer(raw))
    usual = breaks[0][0] if breaks else "\n"
    # a reader counts a carriage return and a line feed as one character
    pairs = [match.start() - mark - index for index, match in enumerate(m for m in breaks if len(m[0]) == 2)]
    parts, at = [], 0
    for edit in file.edits:
        start, end = (offset + bisect_left(pairs, offset) + mark for offset in (edit.place.start, edit.place.end))
        parts += [raw[at:start], edit.text.replace("\n", usual)]
        at = end
    return "".join([*parts, raw[at:]])


def _replace(path: Path, data: bytes) -> None:
    made = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(13, "Permission denied")
        with made.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            made.chmod(path.stat().st_mode)
        made.replace(path)
    except OSError as error:
        raise SegsiteError(f"{path} cannot be written: {error.strerror}.", "Check its permissions.") from error
    finally:
        made.unlink(missing_ok=True)
