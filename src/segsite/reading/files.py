"""Reach into the site's folders, and never out of them."""

from __future__ import annotations

import os
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from segsite.diagnostics import Broken, Finding, Findings, Place, Source
from segsite.rulebook import files as rules

MAX_TEXT_BYTES = 2_000_000
MAX_LINE = 100_000
MAX_FOLDERS = 500
_BACKUPS = ("~", ".swp", ".bak", ".orig", ".tmp")
_LINKED = frozenset({"brand", "content", "themes"})
"""The folders of a site that links to files may lead to."""
_SYSTEM_FILES = frozenset({"Thumbs.db", "desktop.ini", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder inside the site: `name` in composed Unicode, `relative` from the site's root."""

    name: str
    relative: str
    path: Path
    is_folder: bool

    @property
    def stem(self) -> str:
        """The name without its last suffix."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """The last suffix in lower case, with its dot."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def place(self) -> Place:
        """The file as a place, for findings about the whole of it."""
        return Source(self.relative).place()


class SiteFiles:
    """The files of one site. What cannot be reached or read becomes a finding in `findings`."""

    def __init__(self, root: Path, findings: Findings) -> None:
        self.root = root.resolve()
        self._findings = findings
        self._paths: dict[str, Path] = {}
        """Where a file really is, as a name's accents may be encoded in another way on the disk."""

    def folder(self, relative: str) -> list[Entry]:
        """What is in a folder, sorted by name; hidden and editors' files are passed over.

        A folder that does not exist is empty.
        """
        if self._leads_out(relative) or self._lies_deep(relative):
            return []
        try:
            with os.scandir(self._path(relative)) as scan:
                found = [entry for entry in map(self._entry, scan) if entry is not None]
        except FileNotFoundError:
            return []
        except OSError as error:
            place = Source(relative).place()
            self._findings.add(rules.UNREADABLE.at(place, f"This folder cannot be read: {error.strerror}."))
            return []
        return self._distinct(sorted(found, key=lambda entry: (entry.name, entry.path.name)))

    def _distinct(self, entries: list[Entry]) -> list[Entry]:
        by_name: dict[str, Entry] = {}
        for entry in entries:
            first = by_name.setdefault(entry.name, entry)
            if first is not entry:
                said = f"Two entries here are named `{entry.name}`, their accents encoded in two ways."
                self._findings.add(rules.NAME.at(entry.place, said, "Rename or delete one of the two."))
            self._paths.setdefault(entry.relative, entry.path)
        return list(by_name.values())

    def _path(self, relative: str) -> Path:
        return self._paths.get(relative, self.root / relative)

    def _leads_out(self, relative: str) -> bool:
        """Whether a folder is a link, or in one; such a folder is a finding."""
        path = self._path(relative)
        if relative in self._paths or not path.exists() or _real(path) == path:
            return False  # what a folder was seen to hold is no link
        message = f"`{relative}` is a link, or lies in one; only links to files are followed."
        self._findings.add(rules.OUTSIDE.at(Source(relative).place(), message))
        return True

    def _lies_deep(self, relative: str) -> bool:
        deep = relative.count("/") > MAX_FOLDERS
        if deep:
            message = f"This folder lies in more than {MAX_FOLDERS} others."
            self._findings.add(rules.UNREADABLE.at(Source(relative).place(), message, "Move it up."))
        return deep

    def walk(self, relative: str) -> list[Entry]:
        """All files in a folder and the folders in it, sorted by path."""
        found: list[Entry] = []
        ahead = self.folder(relative)[::-1]
        while ahead:
            entry = ahead.pop()
            if entry.is_folder:
                ahead.extend(self.folder(entry.relative)[::-1])
            else:
                found.append(entry)
        return found

    def exists(self, relative: str) -> bool:
        """Whether a file or folder of this name is there."""
        return self._path(relative).exists()

    def source(self, relative: str, *, limit: int = MAX_TEXT_BYTES) -> Source:
        """A text file of at most so many bytes: UTF-8, without its byte order mark, its line breaks made line feeds.

        Raises:
            Broken: If it is missing, too large, or not text.
        """
        path = self._path(relative)
        nothing = Source(relative).place()
        if not _real(path).is_relative_to(self.root):
            raise Broken(rules.OUTSIDE.at(nothing, "This file is a link that leads out of the site."))
        try:
            found = path.stat()
            if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
                raise Broken(rules.UNREADABLE.at(nothing, "This is a pipe or a device, not a file."))
            if found.st_size > limit:
                raise Broken(rules.TOO_LARGE.at(nothing, f"This file is larger than {limit // 1_000_000} MB."))
            data = path.read_bytes()
        except FileNotFoundError:
            raise Broken(rules.MISSING.at(nothing, f"`{relative}` is missing.")) from None
        except IsADirectoryError:
            said = "This is a folder, but a file belongs here."
            raise Broken(rules.UNREADABLE.at(nothing, said, "Rename the folder, or remove it.")) from None
        except OSError as error:
            raise Broken(rules.UNREADABLE.at(nothing, f"This cannot be read: {error.strerror}.")) from None
        return _checked(Source(relative, _decoded(data, nothing)))

    def _entry(self, scanned: os.DirEntry[str]) -> Entry | None:
        if _passed_over(scanned.name):
            return None
        path = Path(scanned.path)
        name = unicodedata.normalize("NFC", scanned.name)
        relative = unicodedata.normalize("NFC", path.relative_to(self.root).as_posix())
        strange = sorted({char for char in name if char == "\\" or unicodedata.category(char) in {"Cc", "Cs"}})
        if strange:
            shown = "".join("?" if char in strange else char for char in relative)
            said = f"`{shown}` holds a character that no web address can hold: U+{ord(strange[0]):04X}."
            hint = "Rename it with letters, digits and hyphens."
            self._findings.add(rules.NAME.at(Source(shown).place(), said, hint))
            return None
        if scanned.is_symlink() and not self._may_follow(path, relative):
            return None
        if not scanned.is_dir() and not scanned.is_file():
            self._findings.add(rules.UNREADABLE.at(Source(relative).place(), "This is a pipe or a device, not a file."))
            return None
        return Entry(name, relative, path, scanned.is_dir())

    def _may_follow(self, link: Path, relative: str) -> bool:
        place = Source(relative).place()
        target = _real(link)
        if not target.is_relative_to(self.root):
            self._findings.add(rules.OUTSIDE.at(place, f"`{relative}` is a link that leads out of the site."))
        elif not _is_published_from(target.relative_to(self.root)):
            said = f"`{relative}` is a link to what is not part of the site, such as a hidden file or an output."
            self._findings.add(rules.OUTSIDE.at(place, said))
        elif not link.is_file():
            self._findings.add(
                rules.OUTSIDE.at(place, f"`{relative}` is a link to a folder, or to nothing; only files are followed.")
            )
        else:
            return True
        return False


def _real(path: Path) -> Path:
    """Where a path leads; links that lead to each other lead nowhere, and are no error."""
    return Path(os.path.realpath(path))


def _is_published_from(target: PurePath) -> bool:
    """Whether a link may lead to a path: one that would be read there too, and not `.git/config` or `dist/`."""
    return bool(target.parts) and target.parts[0] in _LINKED and not any(map(_passed_over, target.parts))


def _passed_over(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith(_BACKUPS) or name in _SYSTEM_FILES


def _decoded(data: bytes, place: Place) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Broken(_not_utf8(data, error.start, place)) from None
    if "\0" in text:
        raise Broken(rules.ENCODING.at(place, "This is not a text file: it holds zero bytes."))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(data: bytes, at: int, place: Place) -> Finding:
    """What a file that is not UTF-8 most likely is, and how to save it as UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return rules.ENCODING.at(place, "This is saved as UTF-16, not as UTF-8.")
    if b"\0" in data:
        return rules.ENCODING.at(place, "This is not UTF-8 text; it may be a picture or a document.")
    number = len(data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
    likely = data[at : at + 1].decode("cp1252", "replace")
    message = f"This is not saved as UTF-8: line {number} holds a character in another encoding, perhaps `{likely}`."
    hint = "Save it from the spreadsheet as `CSV UTF-8`." if place.file.endswith(".csv") else ""
    return rules.ENCODING.at(place, message, hint)


def _checked(source: Source) -> Source:
    if len(source.text) > MAX_LINE:
        longest = max(source.text.split("\n"), key=len)
        if len(longest) > MAX_LINE:
            start = source.text.index(longest)
            message = f"This line is {len(longest):,} characters long."
            raise Broken(
                rules.TOO_LARGE.at(Source(source.name).place(), f"Line {source.position(start)[0]}: {message}")
            )
    return source


def slug_problem(name: str) -> str | None:
    """Why a name cannot be part of a web address, or None if it can."""
    if not name:
        return "it is empty"
    strange = sorted({char for char in name if not (char.isalnum() or char in "-_" or unicodedata.combining(char))})
    if strange:
        return "it holds " + ", ".join("a space" if char == " " else f"`{char}`" for char in strange)
    return None


def slug(name: str) -> str:
    """A name made fit for a web address: lower case, words joined by hyphens."""
    words = "".join(char if char.isalnum() or char == "_" else " " for char in unicodedata.normalize("NFC", name))
    return "-".join(words.lower().split())
