"""The forms in which programs take what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.reporting.github import findings_github
from segsite.reporting.json_format import findings_json
from segsite.reporting.junit import findings_junit
from segsite.reporting.line_format import findings_lines
from segsite.reporting.sarif import findings_sarif

if TYPE_CHECKING:
    from collections.abc import Callable

    from segsite.reporting.outcome import Outcome

FORMATS: dict[str, Callable[[Outcome], str]] = {
    "json": findings_json,
    "sarif": findings_sarif,
    "github": findings_github,
    "junit": findings_junit,
    "line": findings_lines,
}
"""What writes an outcome in each format but `text`, which is for people."""
