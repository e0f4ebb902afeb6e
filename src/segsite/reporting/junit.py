"""Findings as a JUnit report, which CI services of every make can show.

There is one test case for each file and each rule that is broken in it. Errors are failures; warnings, suggestions and
what is excused are skipped tests, so that a report fails exactly when the command does. The elements are those of
Apache Ant's schema, which asks for more than others do.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from segsite.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.diagnostics import Finding
    from segsite.reporting.outcome import Outcome

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def findings_junit(outcome: Outcome) -> str:
    """The report as an XML text."""
    cases = list(_cases(outcome)) or [_case("segsite", "nothing found")]
    suite = ET.Element("testsuite", _counts(cases, outcome))
    ET.SubElement(suite, "properties")
    suite.extend(cases)
    ET.SubElement(suite, "system-out").text = ""
    ET.SubElement(suite, "system-err").text = ""
    ET.indent(suite)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suite, encoding="unicode")}\n'


def _counts(cases: list[ET.Element], outcome: Outcome) -> dict[str, str]:
    seconds = outcome.summary.seconds if outcome.summary is not None else 0
    return {
        "name": "segsite",
        "timestamp": f"{outcome.date.isoformat()}T00:00:00",
        "hostname": "localhost",
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": "0",
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
        "time": f"{seconds:.3f}",
    }


def _cases(outcome: Outcome) -> Iterator[ET.Element]:
    for (file, rule), found in _grouped(outcome):
        case = _case(outcome.path(file), rule)
        failed = any(why is None and finding.severity is Severity.ERROR for finding, why in found)
        counted = [finding for finding, why in found if why is None]
        attributes = {"message": _xml(_said(found)), "type": rule} if failed else {"message": _xml(_said(found))}
        inner = ET.SubElement(case, "failure" if failed else "skipped", attributes)
        inner.text = _xml("\n\n".join(map(_told, counted or [finding for finding, _ in found])))
        yield case


def _grouped(outcome: Outcome) -> Iterator[tuple[tuple[str, str], list[tuple[Finding, str | None]]]]:
    """Findings by file and rule, each with what excuses it, or None."""
    every: list[tuple[Finding, str | None]] = [(finding, None) for finding in outcome.findings]
    every += [(excused.finding, excused.by) for excused in outcome.excused]

    def of(pair: tuple[Finding, str | None]) -> tuple[str, str]:
        return pair[0].place.file, pair[0].rule.name

    for key, group in groupby(sorted(every, key=of), key=of):
        yield key, list(group)


def _case(file: str, rule: str) -> ET.Element:
    return ET.Element("testcase", {"name": _xml(rule), "classname": _xml(file), "time": "0"})


def _said(found: list[tuple[Finding, str | None]]) -> str:
    """The first finding's message, how many more there are, and how severe or excused they are."""
    counted = [finding for finding, why in found if why is None]
    if not counted:
        return f"Excused by the {'waiver' if found[0][1] == 'waiver' else 'baseline'}: {found[0][0].message}"
    worst = max(counted, key=lambda finding: finding.severity)
    more = f" (and {len(counted) - 1} more)" if len(counted) > 1 else ""
    return f"{worst.severity}: {worst.message}{more}"


def _told(finding: Finding) -> str:
    return "\n".join(part for part in (f"{finding.place} {finding.message}", finding.hint) if part)


def _xml(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
