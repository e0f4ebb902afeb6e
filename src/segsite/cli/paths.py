"""Files and folders that a command is asked about."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from segsite.diagnostics import UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FOLDERS = ("brand", "content", "themes")


def site_paths(root: Path, given: Sequence[str]) -> tuple[str, ...]:
    """Paths as seen from here, or from the site's root, as paths from the site's root.

    Raises:
        UsageError: If one does not exist, or is not in the site.
    """
    return tuple(dict.fromkeys(_in_site(root, path) for path in given))


def _in_site(root: Path, given: str) -> str:
    for path in (Path(given), root / given):
        if path.exists():
            return _relative(root, path)
    try:
        wanted = _relative(root, Path(given))
    except UsageError:
        wanted = given
    found = nearest(wanted, _files(root))
    raise UsageError(
        f"There is no `{given}`.", f"Did you mean `{found}`?" if found else "Name a file or folder of the site."
    )


def _relative(root: Path, path: Path) -> str:
    """A path from the site's root; links are not followed first, as findings name files by the links' own names."""
    for inside, top in ((_plain(path), _plain(root)), (path.resolve(), root.resolve())):
        if inside.is_relative_to(top):
            return unicodedata.normalize("NFC", inside.relative_to(top).as_posix())
    raise UsageError(f"`{path}` is not in the site {root}.", "Name files and folders of one site, or `--site FOLDER`.")


def _plain(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow links


def _files(root: Path) -> Iterator[str]:
    yield "segsite.yaml"
    for folder in _FOLDERS:
        for path, _, names in os.walk(root / folder):
            at = PurePath(path).relative_to(root)
            yield at.as_posix()
            yield from ((at / name).as_posix() for name in names)
