"""What excuses findings: waivers first, then the baseline."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from segsite.brand.exceptions import baseline
from segsite.brand.exceptions.waivers import Waivers
from segsite.diagnostics import Findings, Severity
from segsite.reporting.outcome import Excused
from segsite.rulebook.foundations import FOUNDATIONS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection

    from segsite.model.site import Brand


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings after everything that excuses them.

    Attributes:
        findings: What counts, with what is wrong with the waivers.
        excused: What does not.
        gone: How many findings of the baseline are there no more.
    """

    findings: Findings
    excused: tuple[Excused, ...] = ()
    gone: int = 0


def excuse(
    findings: Findings,
    brand: Brand,
    date: datetime.date,
    rules: Collection[str],
    *,
    drafts: bool,
    unseen: Collection[str] = (),
) -> Judged:
    """Take out of findings what waivers and the baseline excuse.

    Args:
        findings: All there are.
        brand: Its waivers and its baseline.
        date: The day it is.
        rules: The names of all rules of the site.
        drafts: Whether drafts were checked.
        unseen: Files that were not checked, as drafts are not.
    """
    whole = is_whole(findings)
    waivers = Waivers(brand.waivers, date)
    counting, waived = waivers.split(findings)
    problems = list(waivers.problems(rules))
    if whole:
        problems += waivers.unused(counting, rules, lambda where: not any(fnmatchcase(file, where) for file in unseen))
    known = brand.baseline
    if known is None:
        return Judged(Findings([*counting, *problems]), tuple(waived))
    new, old = baseline.split(counting, known)
    gone = len(known) - len(old) if whole and known.drafts == drafts else 0
    in_baseline = (Excused(finding, "baseline") for finding in old)
    return Judged(Findings([*new, *problems]), (*waived, *in_baseline), gone)


def unexcused(findings: Findings, brand: Brand, date: datetime.date) -> Findings:
    """What counts of the findings about a part of a site, such as one e-mail."""
    counting, _ = Waivers(brand.waivers, date).split(findings)
    if brand.baseline is not None:
        counting, _ = baseline.split(counting, brand.baseline)
    return Findings(counting)


def is_whole(findings: Findings) -> bool:
    """Whether everything could be read and made, so that what is not found is not there."""
    return not any(finding.severity is Severity.ERROR and finding.rule.name in FOUNDATIONS for finding in findings)
