"""What libyaml says of a broken file, in a marketer's words and with the remedy it calls for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

    from segsite.diagnostics import Source


class _Fault(NamedTuple):
    """One way in which a file is broken: how libyaml names it, what to say, what helps."""

    fits: Callable[[str, str, str], bool]
    """Of libyaml's message, the line up to the place, and the whole line."""
    said: str
    remedy: str


_FAULTS = (
    _Fault(
        lambda problem, before, _: "mapping values are not allowed" in problem and ": " in before,
        "A second `: ` on this line.",
        'Put quotes around a text that holds a colon: "like: this".',
    ),
    _Fault(
        lambda problem, *_: "mapping values are not allowed" in problem,
        "This line does not go on from the one above it.",
        "Check its indentation, and that the line above has a space after its colon.",
    ),
    _Fault(
        lambda problem, _, line: "\t" in line or ("cannot start any token" in problem and "\\t" in problem),
        "A tab where spaces belong.",
        "Indent with spaces.",
    ),
    _Fault(
        lambda problem, *_: "cannot start any token" in problem,
        "A text cannot start with `{mark}`.",
        "Put quotes around it.",
    ),
    _Fault(
        lambda problem, *_: "alphabetic or numeric character" in problem,
        "A text cannot start with `*` or `&`.",
        "Put quotes around it.",
    ),
    _Fault(
        lambda problem, before, _: "expected key" in problem and before.rstrip().endswith(("'", '"')),
        "Text after a closing quote.",
        "Put all of it in quotes; to write a ' between single quotes, double it: 'it''s'.",
    ),
    _Fault(
        lambda problem, *_: "did not find expected key" in problem or "could not find expected ':'" in problem,
        "This line is neither `key: value` nor indented under the one above.",
        "Check the colon, the quotes and the indentation of this line and the one before it.",
    ),
    _Fault(
        lambda problem, *_: "expected ','" in problem,
        "A comma or a closing bracket is missing before this.",
        "Add it.",
    ),
)


_UNSPACED = re.compile(r"[ -]*[A-Za-z_][\w-]*\+?:(?=[^\s:/])")


def is_unclosed(error: yaml.MarkedYAMLError) -> bool:
    """Whether a quote or bracket is still open where the file ends, or where a line breaks out of it."""
    if error.context_mark is None or error.problem_mark is None:
        return False
    context, problem = str(error.context), str(error.problem)
    return "quoted scalar" in context or (
        "flow" in context
        and ("<stream end>" in problem or "expected ','" in problem or "stream" in problem)
        and error.context_mark.line != error.problem_mark.line
    )


def is_noticed_late(error: yaml.MarkedYAMLError) -> bool:
    """Whether libyaml points behind the key or the text that is broken, and only its context says where that starts."""
    context = str(error.context)
    return error.context_mark is not None and any(
        f"scanning {what}" in context for what in ("a simple key", "an alias", "an anchor")
    )


def colon_without_space(error: yaml.MarkedYAMLError, source: Source, start: int, offset: int) -> int | None:
    """Where `key:value` stands, in the line of an offset or the one above it; None if that is not what is wrong."""
    problem = str(error.problem)
    if "mapping values are not allowed" not in problem and "could not find expected ':'" not in problem:
        return None
    number = source.position(offset)[0]
    for above in (number, number - 1):
        if above < 1 or source.offset(above) < start:
            break
        line = source.line(above)
        match = _UNSPACED.match(line)
        if match is not None and ": " not in line:
            return source.offset(above, match.end())
    return None


def explained(error: yaml.MarkedYAMLError, source: Source, offset: int) -> tuple[str, str]:
    """What is wrong at an offset, and what helps."""
    if is_unclosed(error) and "mapping values are not allowed" not in str(error.problem):
        return "A quote or bracket that is opened here is never closed.", "Close it."
    problem = str(error.problem or error.context or "it cannot be read")
    number, column = source.position(offset)
    line = source.line(number)
    before = line[: column - 1]
    for fault in _FAULTS:
        if fault.fits(problem, before, line):
            return fault.said.replace("{mark}", line[column - 1 :][:1]), fault.remedy
    return f"This cannot be read: {problem}.", ""
