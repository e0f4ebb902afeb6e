"""Whatever happens to a site's files, a build ends with findings: never a traceback, never exit code 3."""

from __future__ import annotations

import datetime
import random
import shutil
import traceback
from pathlib import Path

import pytest

from segsite.building import BuildOptions, build
from segsite.diagnostics import SegsiteError
from sites import BASE, parse_site

REPOSITORY = Path(__file__).parents[1]
DATE = datetime.date(2026, 11, 21)
KEPT = ("segment.yaml", "index.md", "pricing.md", "demo.md", "privacy.md", "assets/", "library/", "emails/welcome.md")
"""What of the sample site's segments is damaged, with the segment `trades`: little, so that a build is fast."""

SEEDS = range(20)
CASES_PER_SEED = 10
SAMPLE_SEEDS = range(6)

PIECES = (
    "{{", "}}", "{%", "%}", "{#", "{{ x }}", "{% if %}", "{% endif %}", "{{ message.headline | join }}", "\\{{",
    ":::", "::: hero", "::: use proof/numbers :::", "::: remove #hero :::", "\n---\n", "---", "- ", "\n:::\n", '"',
    "'", "`", "```\n", "\t", "\x00", "\x85", "\u2028", "\ufeff", "🙂", "é", "e\u0301", "\r", "\r\n", "\x02", "\x03",
    "\x1b", "&", "*", "*a", "&a ", "!x ", "|", ">", "%", "@", "#", ": ", ",", ";", "[", "]", "{", "}", "<", ">",
    "<!--", "<script>", "</p>", "<p onclick=x>", "&#x6a;", "[a](b)", "[a](page:)", "](cta:x)", "![](asset:../x)",
    "[^1]", "[^1]: x", "| a | b |\n|--|--|\n", "### ", "# ", "*[A]: b\n", "{: #x }", '{price="', "~", "null", "true",
    "NO", "1e999", "9" * 50, "0x", "<<", "?", "-1", ".inf", "2026-13-45", "javascript:alert(1)", "//", "/", "..",
    "x" * 300, "SEGSITEMTZZZ0ENDMT", "SEGSITEMT0ENDMT", "{{ merge.x }}", '{{ merge.x | fallback("' + "a" * 50, "$value",
    "{color.x}",
)  # fmt: skip


def rich_site() -> dict[str, bytes]:
    """The files of a small site that has one of everything, by path."""
    text = BASE + (Path(__file__).parent / "rich_site.txt").read_text("utf-8")
    return {name: content.encode() for name, content in parse_site(text).items()}


def sample_site() -> dict[str, bytes]:
    """The files of the repository's sample site, less most of its segments, by path."""
    kept = tuple(f"content/segments/{folder}{name}" for folder in ("", "trades/", "trades/roofing/") for name in KEPT)
    files = {}
    for top in ("segsite.yaml", "brand", "content/library", "content/segments", "themes"):
        for path in [REPOSITORY / top, *sorted((REPOSITORY / top).rglob("*"))]:
            name = path.relative_to(REPOSITORY).as_posix()
            if path.is_file() and (not name.startswith("content/segments/") or name.startswith(kept)):
                files[name] = path.read_bytes()
    return files


class Damager:
    """Damages a copy of a site; `done` tells what was done, for the one who has to find out why."""

    def __init__(self, files: dict[str, bytes], rng: random.Random) -> None:
        self.files, self._rng = dict(files), rng
        self.done: list[str] = []

    def damage(self) -> None:
        ways = (
            [self._insert] * 6 + [self._lines] * 4 + [self._bytes] * 2 + [self._key] * 3 + [self._splice] * 2
            + [self._truncate, self._remove, self._rename, self._folder]
        )  # fmt: skip
        name = self._any_file()
        way = self._rng.choice(ways)
        self.done.append(f"{way.__name__} {name}")
        way(name)

    def _any_file(self) -> str:
        kinds = (".yaml", ".md", ".json", ".csv", ".html", ".txt", ".svg", ".css")
        kind = self._rng.choices(kinds, (8, 8, 2, 2, 4, 1, 1, 1))[0]
        names = sorted(name for name in self.files if name.endswith(kind)) or sorted(self.files)
        return self._rng.choice(names)

    def _insert(self, name: str) -> None:
        data, piece = self.files[name], self._rng.choice(PIECES)
        at = self._rng.choice([self._rng.randint(0, len(data)), *_line_starts(data)])
        self.done[-1] += f" at {at}: {piece[:40]!r}"
        self.files[name] = data[:at] + piece.encode() + data[at:]

    def _lines(self, name: str) -> None:
        lines = self.files[name].split(b"\n")
        one, other = self._rng.randrange(len(lines)), self._rng.randrange(len(lines))
        way = self._rng.choice(("delete", "duplicate", "swap", "indent", "move"))
        self.done[-1] += f" {way} {one + 1}, {other + 1}"
        if way == "delete":
            del lines[one]
        elif way == "duplicate":
            lines.insert(other, lines[one])
        elif way == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        elif way == "indent":
            lines[one] = self._rng.choice((b"  ", b"    ", b"\t", b" ")) + lines[one]
        else:
            lines.insert(other, lines.pop(one))
        self.files[name] = b"\n".join(lines)

    def _bytes(self, name: str) -> None:
        data = bytearray(self.files[name])
        for _ in range(self._rng.randint(1, 4) if data else 0):
            data[self._rng.randrange(len(data))] = self._rng.randrange(256)
        self.files[name] = bytes(data)

    def _key(self, name: str) -> None:
        """Give a `key: value` line another value, or none."""
        lines = self.files[name].split(b"\n")
        keyed = [at for at, line in enumerate(lines) if b":" in line]
        if keyed:
            at = self._rng.choice(keyed)
            value = self._rng.choice(
                ("", "[]", "{}", "[[1]]", "{a: {b: 1}}", "null", "-5", "1.5", "true", "*x", *PIECES)
            )
            self.done[-1] += f" line {at + 1}: {value[:40]!r}"
            lines[at] = lines[at].partition(b":")[0] + b": " + value.encode()
        self.files[name] = b"\n".join(lines)

    def _splice(self, name: str) -> None:
        """Put a stretch of another file into this one."""
        other = self.files[self._any_file()]
        start = self._rng.randint(0, len(other))
        piece = other[start : start + self._rng.randint(1, 400)]
        at = self._rng.randint(0, len(self.files[name]))
        self.files[name] = self.files[name][:at] + piece + self.files[name][at:]

    def _truncate(self, name: str) -> None:
        self.files[name] = self.files[name][: self._rng.randint(0, len(self.files[name]))]

    def _remove(self, name: str) -> None:
        del self.files[name]

    def _rename(self, name: str) -> None:
        folder, _, last = name.rpartition("/")
        strange = (
            last.upper(), f"ä {last}", last.replace(".", ""), f"{last}.md", f"index.{last}", "emails", "segments.csv",
            "segment.yaml", f"x/{last}", "component.yaml", f"{'n' * 120}.md", "assets.md", "library.md",
        )  # fmt: skip
        new = f"{folder}/{self._rng.choice(strange)}".lstrip("/")
        self.done[-1] += f" to {new}"
        if not any(known.startswith(f"{new}/") or new.startswith(f"{known}/") for known in self.files):
            self.files[new] = self.files.pop(name)

    def _folder(self, name: str) -> None:
        """A folder in place of a file."""
        data = self.files.pop(name)
        self.files[f"{name}/inside.md"] = data


def _line_starts(data: bytes) -> list[int]:
    return [0, *(at + 1 for at, byte in enumerate(data) if byte == 0x0A)]


def write(folder: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def failure_of(folder: Path) -> str:
    """What went wrong that must not: a traceback, or an error of segsite's own; empty if nothing did."""
    try:
        report = build(BuildOptions(folder, DATE), lambda _: None, write=False)
        for finding in report.findings:
            assert finding.message, finding
            assert finding.hint, finding
            assert finding.place.line >= 1, finding
            assert finding.place.excerpt is not None
    except SegsiteError as error:
        return "" if error.exit_code != 3 else f"exit code 3: {error}"
    except BaseException:  # noqa: BLE001 - any at all is what this looks for
        return traceback.format_exc()
    return ""


def damage_of(files: dict[str, bytes], folder: Path, seed: int, case: int) -> str:
    """Damage a site in the way a seed and case say, build it, and tell what went wrong that must not."""
    rng = random.Random(f"{seed}/{case}")
    damager = Damager(files, rng)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        damager.damage()
    write(folder, damager.files)
    failure = failure_of(folder)
    return f"seed {seed}, case {case}: {damager.done}\n{failure}" if failure else ""


@pytest.mark.parametrize("site_files", [rich_site, sample_site])
def test_a_site_is_whole_before_it_is_damaged(site_files, tmp_path):
    write(tmp_path / "site", site_files())
    assert failure_of(tmp_path / "site") == ""


@pytest.mark.parametrize("seed", SEEDS)
def test_damage_to_a_small_site_ends_in_findings(tmp_path, seed):
    files = rich_site()
    for case in range(CASES_PER_SEED):
        assert not damage_of(files, tmp_path / "site", seed, case)


@pytest.mark.parametrize("seed", SAMPLE_SEEDS)
def test_damage_to_the_sample_site_ends_in_findings(tmp_path, seed):
    files = sample_site()
    for case in range(5):
        assert not damage_of(files, tmp_path / "site", seed, case)
