"""How long segsite takes, and whether that grows only as the site does.

`python benchmarks/run.py` measures, prints a table, and fails if time grows faster than the site; with `--write` it
also puts the results into docs/performance.md.

Every number is of a fresh process, and the median of several; a cold build has neither outputs nor a cache. Time is
given as seconds on the clock and seconds of processor; memory is the peak of the process, as the system counts it.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.metadata
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from generate import ROOT, Shape, generate

LIMIT = 11
"""So many times as long may ten times as many segments take."""

SMALL, LARGE = Shape(200), Shape(2000)
FEW_MAILS, MANY_MAILS = (Shape(segments, emails=3, platforms=2) for segments in (200, 2000))
"""The sites with e-mails, which are held to each other and to those without."""
WORDY = Shape(2000, folders=True, own=True, words=350)
"""The site on which a check is held to a build."""
BARE = ("-c", "import sys; from bare import main; main(*sys.argv[1:])")
"""Runs `bare.py`: a build that holds nothing to the brand's standards."""
OTHERS = (
    Shape(200, folders=True),
    Shape(2000, folders=True),
    Shape(200, folders=True, own=True),
    Shape(2000, folders=True, own=True),
)
PACKAGES = ("jinja2", "markdown", "nh3", "css-inline", "pydantic", "pyyaml", "typer")
DAY = "2026-12-01"
PAGE = ROOT / "docs/performance.md"
BEGIN, END = "<!-- results -->", "<!-- /results -->"


@dataclass(frozen=True, slots=True)
class Measured:
    """One run, or the medians of several."""

    seconds: float
    processor: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Case:
    """A command to measure.

    Attributes:
        name: What it is, as a row of the results.
        arguments: The words after `segsite`.
        without: Folders to take away before every run.
        program: How Python is told what to run.
    """

    name: str
    arguments: tuple[str, ...]
    without: tuple[Path, ...] = ()
    program: tuple[str, ...] = ("-m", "segsite")


def measure(case: Case) -> Measured:
    """Run a command once, in a process of its own."""
    for folder in case.without:
        shutil.rmtree(folder, ignore_errors=True)
    paths = os.pathsep.join(map(str, (ROOT / "src", ROOT / "benchmarks")))
    environment = {**os.environ, "PYTHONPATH": paths, "NO_COLOR": "1"}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *case.program, *case.arguments],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        sys.exit(f"`segsite {' '.join(case.arguments)}` failed:\n{said}")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Measured(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def medians(runs: list[Measured]) -> Measured:
    """The median of each number."""
    return Measured(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.processor for run in runs),
        statistics.median(run.megabytes for run in runs),
    )


def building(site: Path, name: str, command: str = "build") -> Case:
    """A cold build, or check, of a site."""
    dist = site.parent / "built" / site.name
    arguments = (command, "--site", str(site), "--date", DAY)
    if command == "build":
        arguments += ("--out", str(dist))
    return Case(name, arguments, (dist, site / ".segsite"))


def bare(site: Path, name: str) -> Case:
    """A cold build that holds nothing to the brand's standards."""
    dist = site.parent / "built" / site.name
    return Case(name, (str(site), str(dist), DAY), (dist, site / ".segsite"), BARE)


def cases(folder: Path, *, everything: bool) -> list[Case]:
    """What is measured; the first two are held to each other."""
    sample = folder / "sample"
    for name in ("brand", "themes", "content"):
        shutil.copytree(ROOT / name, sample / name)
    shutil.copyfile(ROOT / "segsite.yaml", sample / "segsite.yaml")
    found = []
    for number, shape in enumerate([SMALL, LARGE, FEW_MAILS, MANY_MAILS, *(OTHERS if everything else ())]):
        site = generate(folder / f"site-{number}", shape)
        found.append(building(site, f"build, {shape}"))
        if shape is LARGE:
            found.append(building(site, f"check, {shape}", "check"))
    wordy = generate(folder / "wordy", WORDY)
    return [
        *found,
        bare(wordy, f"build without standards, {WORDY}"),
        building(wordy, f"build, {WORDY}"),
        building(wordy, f"check, {WORDY}", "check"),
        building(sample, "build, the sample site"),
        building(sample, "check, the sample site", "check"),
        Case("`segsite --help`", ("--help",)),
        Case("`segsite --version`", ("--version",)),
    ]


def growth(results: dict[str, Measured], small: Shape, large: Shape) -> Measured:
    """How many times as much a build of the larger site takes."""
    few, many = results[f"build, {small}"], results[f"build, {large}"]
    return Measured(many.seconds / few.seconds, many.processor / few.processor, many.megabytes / few.megabytes)


def mailing(results: dict[str, Measured]) -> str:
    """What one e-mail takes: what a build with e-mails takes longer than one without, by their number."""
    without, having = results[f"build, {LARGE}"], results[f"build, {MANY_MAILS}"]
    count = (MANY_MAILS.segments + 1) * MANY_MAILS.emails
    each = (having.processor - without.processor) / count * 1000
    return (
        f"One e-mail takes {each:.1f} ms with its files for {MANY_MAILS.platforms} platforms, of {count:,} in that "
        f"build; they take {having.megabytes - without.megabytes:.0f} MB more memory at its peak."
    )


def table(results: dict[str, Measured]) -> list[str]:
    """The results as rows of Markdown."""
    lines = ["| | seconds | of processor | peak memory |", "|---|---:|---:|---:|"]
    for name, one in results.items():
        lines.append(f"| {name} | {one.seconds:.2f} | {one.processor:.2f} | {one.megabytes:.0f} MB |")
    return lines


def machine() -> str:
    """What the numbers were measured with and on."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    today = datetime.datetime.now(datetime.UTC).date()
    return (
        f"Measured on {today} with Python {platform.python_version()}, {versions}, on {platform.system()} "
        f"{platform.machine()} with {os.cpu_count()} cores and {memory:.0f} GB of memory."
    )


def write(lines: list[str]) -> None:
    """Put results into the page about performance, between its marks."""
    text = PAGE.read_text("utf-8")
    before, mark, rest = text.partition(BEGIN)
    _, closing, after = rest.partition(END)
    if not mark or not closing:
        sys.exit(f"{PAGE} has no place for results: {BEGIN} … {END}.")
    PAGE.write_text("\n".join([before + BEGIN, "", *lines, "", END + after]), "utf-8", newline="\n")


def main() -> None:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description="Measure segsite.")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs for each number (3)")
    parser.add_argument("--all", action="store_true", help="also folders and own pages; takes minutes")
    parser.add_argument("--write", action="store_true", help="put the results into docs/performance.md")
    given = parser.parse_args()
    busy = os.getloadavg()[0] > (os.cpu_count() or 1) * 0.75
    with tempfile.TemporaryDirectory(prefix="segsite-benchmark-") as folder:
        wanted = cases(Path(folder), everything=given.all)
        runs: dict[str, list[Measured]] = {case.name: [] for case in wanted}
        # Round after round, so that a slow minute of the machine does not fall on one case.
        for number in range(given.runs):
            for case in wanted:
                print(f"\rrun {number + 1} of {given.runs}: {case.name:<70}", end="", file=sys.stderr, flush=True)
                runs[case.name].append(measure(case))
        print(f"\r{'':<90}\r", end="", file=sys.stderr)
    results = {name: medians(measured) for name, measured in runs.items()}
    pages = growth(results, SMALL, LARGE)
    mails = growth(results, FEW_MAILS, MANY_MAILS)
    telling = (
        f"Ten times as many segments take {pages.seconds:.1f} times as long, and {pages.processor:.1f} times as much "
        f"of the processor; with e-mails {mails.seconds:.1f} and {mails.processor:.1f} times. At most {LIMIT} is "
        f"allowed. {mailing(results)}"
    )
    checked, built = (results[f"{what}, {WORDY}"] for what in ("check", "build without standards"))
    cost, cost_processor = checked.seconds / built.seconds, checked.processor / built.processor
    share = (
        f"A check of {WORDY}, with thirty voice rules, takes {cost:.2f} times as long as a build of them without "
        "standards; at most 1 is allowed. A check uses every core, a build one: the processor works "
        f"{cost_processor:.2f} times as long."
    )
    conditions = f"{machine()} {f'Medians of {given.runs} runs' if given.runs > 1 else 'One run'}."
    if busy:
        conditions += " The machine was busy: judge by the processor's time."
    lines = [*table(results), "", telling, "", share, "", conditions]
    print("\n".join(lines))
    if given.write:
        write(lines)
    if any((one.processor if busy else one.seconds) > LIMIT for one in (pages, mails)):
        sys.exit(f"Time grows faster than the site: more than {LIMIT} times as much for ten times the segments.")
    if cost > 1 and not busy and (os.cpu_count() or 1) > 1:
        sys.exit("A check takes longer than a build without standards.")


if __name__ == "__main__":
    main()
