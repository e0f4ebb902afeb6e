"""The last words of a command: what was made, what changed, what was left out, what does not count, where to look."""

from __future__ import annotations

import shlex
from collections import Counter
from typing import TYPE_CHECKING

from segsite.reporting.terminal import counts_text
from segsite.reporting.text import counted, paint, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.reporting.events import LeftOut, Summary
    from segsite.reporting.outcome import Outcome

_NAMED = 5


def summary_text(summary: Summary, *, coloured: bool = False) -> str:
    """The summary of a build, or of a check if nothing was written."""
    return "\n".join(_summary(summary, coloured=coloured)) + "\n"


def notes_text(outcome: Outcome) -> str:
    """What to know of findings besides themselves: which do not count, which are elsewhere, which can be mended."""
    return "".join(f"{line}\n" for line in _notes(outcome))


def _notes(outcome: Outcome) -> Iterator[str]:
    fixes = sum(finding.fix is not None for finding in outcome.findings)
    if fixes:
        yield f"`segsite check --fix` can mend {fixes:,} of them; `--diff` shows what it would write."
    waived, known = outcome.excused_by("waiver"), outcome.excused_by("baseline")
    excused = [f"{waived:,} waived"] * bool(waived) + [f"{known:,} in the baseline"] * bool(known)
    if excused:
        yield f"{', '.join(excused)}."
    if outcome.gone:
        are = f"{counted(outcome.gone, 'finding')} of the baseline {'is' if outcome.gone == 1 else 'are'} mended"
        yield f"{are}: `segsite check --write-baseline` takes {'it' if outcome.gone == 1 else 'them'} out."
    if len(outcome.elsewhere):
        yield f"Not shown, being outside of what you asked for: {counts_text(outcome.elsewhere)}."


def _summary(summary: Summary, *, coloured: bool) -> Iterator[str]:
    verb = "Built" if summary.folder else "Checked"
    made = f"{counted(summary.pages, 'page')} and {counted(summary.emails, 'e-mail')}"
    audience = counted(summary.segments, "segment")
    yield f"{paint(verb, 'green', coloured=coloured)} {made} for {audience} in {_time(summary.seconds)}."
    if summary.folder:
        yield _changes(summary)
    yield from _left_out(summary.left_out)
    if summary.folder:
        web = f"{summary.folder}/web"
        server = f"python3 -m http.server --directory {visible(shlex.quote(web))}"
        yield f"See the pages at http://localhost:8000/ with: {server}"
        if summary.emails:
            yield f"Open the e-mails in {visible(summary.folder)}/email/, one folder for each platform."


def _changes(summary: Summary) -> str:
    if not summary.written and not summary.removed:
        return f"Nothing has changed in {visible(summary.folder)}: {counted(summary.outputs, 'file')}."
    return (
        f"In {visible(summary.folder)}: {counted(summary.written, 'file')} written, "
        f"{summary.unchanged:,} unchanged, {len(summary.removed):,} removed."
    )


def _left_out(left_out: tuple[LeftOut, ...]) -> Iterator[str]:
    for why, count in sorted(Counter(left.why for left in left_out).items()):
        names = [visible(left.what) for left in left_out if left.why == why]
        more = f" and {count - _NAMED:,} more" if count > _NAMED else ""
        yield f"Left out ({visible(why)}): {', '.join(names[:_NAMED])}{more}."


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
