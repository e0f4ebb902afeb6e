"""The baseline written to `brand/baseline.json`: once with everything, and then only with what is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.exceptions.baseline import baseline_json, recorded
from segsite.brand.exceptions.excuses import is_whole
from segsite.building.rewriting import write_text
from segsite.diagnostics import UsageError
from segsite.reading.baseline import BASELINE
from segsite.reporting.text import counted

if TYPE_CHECKING:
    from pathlib import Path

    from segsite.building.pipeline import Report
    from segsite.model.baseline import Baseline


def record(root: Path, report: Report, *, drafts: bool) -> str | None:
    """Write the baseline of a site, and say what was done; None if the site cannot be built, so that nothing was.

    Raises:
        UsageError: If there is a baseline that was written with drafts and this one is not, or the other way round.
        SegsiteError: If it cannot be written.
    """
    if report.site is None or not is_whole(report.findings):
        return None
    known = report.site.brand.baseline
    if known is None:
        return _begin(root, recorded(report.findings, drafts=drafts))
    if known.drafts != drafts:
        was, do = ("with", "Add") if known.drafts else ("without", "Leave out")
        raise UsageError(f"The baseline was written {was} drafts.", f"{do} `--drafts`.")
    still = recorded((item.finding for item in report.excused if item.by == "baseline"), drafts=drafts)
    return _shrink(root, known, still)


def _begin(root: Path, baseline: Baseline) -> str:
    if not len(baseline):
        return "There is nothing to record: nothing was found."
    write_text(root / BASELINE, baseline_json(baseline))
    return f"{counted(len(baseline), 'finding')} recorded in {BASELINE}: from now on only new ones count."


def _shrink(root: Path, known: Baseline, still: Baseline) -> str:
    if still != known:
        write_text(root / BASELINE, baseline_json(still))
    gone = len(known) - len(still)
    if not len(still):
        return f"All findings in {BASELINE} are mended: delete the file."
    took = f"{counted(gone, 'mended finding')} taken out, {len(still):,} left" if gone else "nothing to take out"
    return f"{BASELINE}: {took}. What is new is not taken in; to start over, delete the file first."
