"""The baseline taken out of findings, written anew, and shrunk.

A finding is an old one if the baseline has one of the same rule, file and words that no other finding has used up.
Those whose neighbouring words are the same too go first, so that of three findings alike the one that was added is new.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from segsite.model.baseline import VERSION, Baseline, Known
from segsite.reporting.fingerprints import fingerprint
from segsite.rulebook.foundations import FOUNDATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from segsite.diagnostics import Finding

_LENGTH = 60


def split(findings: Iterable[Finding], baseline: Baseline) -> tuple[list[Finding], list[Finding]]:
    """The findings that are new, and those of the baseline."""
    exact, by_words = Counter[Known](), Counter[Known]()
    for known in baseline.known:
        exact[replace(known, count=1)] += known.count
    edited, old = _taken(findings, exact, known_as)
    for known, count in exact.items():
        by_words[_less_exact(known)] += count
    new, found_again = _taken(edited, by_words, lambda finding: _less_exact(known_as(finding)))
    return new, [*old, *found_again]


def _taken(
    findings: Iterable[Finding], counts: Counter[Known], name: Callable[[Finding], Known]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that the counts have nothing for, and those they have; these are counted down."""
    without, with_one = [], []
    for finding in findings:
        known = name(finding)
        if counts[known] > 0:
            counts[known] -= 1
            with_one.append(finding)
        else:
            without.append(finding)
    return without, with_one


def recorded(findings: Iterable[Finding], *, drafts: bool) -> Baseline:
    """A baseline of findings; those that keep a site from being built are left out."""
    counts = Counter(known_as(finding) for finding in findings if finding.rule.name not in FOUNDATIONS)
    return Baseline(tuple(sorted(replace(one, count=count) for one, count in counts.items())), drafts)


def known_as(finding: Finding) -> Known:
    """What a baseline knows a finding by."""
    words = " ".join(finding.place.text.split())
    text = words if len(words) <= _LENGTH else f"{words[: _LENGTH - 1]}…"
    return Known(finding.place.file, finding.rule.name, text, fingerprint(finding))


def baseline_json(baseline: Baseline) -> str:
    """The text of the file: sorted, one finding a line, so that a change to it can be read."""
    lines = [json.dumps(asdict(one), ensure_ascii=False) for one in baseline.known]
    head = f'{{"version": {VERSION}, "drafts": {str(baseline.drafts).lower()}, "findings": ['
    return "\n".join([head, *([",\n".join(lines)] if lines else []), "]}"]) + "\n"


def _less_exact(known: Known) -> Known:
    """Without the words beside it, which somebody may have edited."""
    return replace(known, context="", count=1)
