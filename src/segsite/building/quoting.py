"""Words as they have to be written where they stand: with quotes, with escapes, or as they are."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from segsite.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from segsite.reading.sayings import Saying


_WANTS_QUOTES = {
    "yaml": re.compile(r"[\s{}\[\]\"'&*!|>%@`#,?-]|.*(?:: | #|:$)", re.DOTALL),
    "cell": re.compile(r'.*[,;\t\n"]', re.DOTALL),
}
"""What is mostly wrong without quotes. It is only a guess, which saves trying the other way first."""


def as_usual(saying: Saying, edits: Iterable[Edit]) -> str:
    """A saying with edits made, in quotes if it seems to need them."""
    bare, wants = as_written(saying, edits), _WANTS_QUOTES.get(saying.form)
    is_block = saying.form == "yaml" and bare[:1] in {"|", ">"}
    return as_quoted(saying, edits) if wants is not None and wants.match(bare) and not is_block else bare


def as_written(saying: Saying, edits: Iterable[Edit]) -> str:
    """A saying with edits made, in the quotes it has."""
    quote = _quote(saying)
    return with_words(saying, edits, {'"': _escaped, "'": _doubled_single, '""': _doubled}.get(quote, str))


def as_quoted(saying: Saying, edits: Iterable[Edit]) -> str:
    """A saying with edits made, put into quotes; as it is, if it has some."""
    if saying.form == "text" or _quote(saying):
        return as_written(saying, edits)
    bare = with_words(saying, edits, str)
    if saying.form == "cell":
        return f'"{_doubled(bare)}"'
    bare = bare.replace("\\", r"\\").replace('"', r"\"")  # line breaks mean the same with quotes and without
    return f'"{bare}"'


def _quote(saying: Saying) -> str:
    """The quotes a saying is written in: those of YAML, `""` for a cell of a table, or none."""
    text, start = saying.place.source.text, saying.place.start
    if saying.form == "cell":
        return '""' if text[max(start - 1, 0) : start] == '"' else ""
    first = text[start : start + 1]
    return first if saying.form == "yaml" and first in {'"', "'"} else ""


def _escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _doubled(text: str) -> str:
    return text.replace('"', '""')


def _doubled_single(text: str) -> str:
    return text.replace("'", "''")


def with_words(saying: Saying, edits: Iterable[Edit], write: Callable[[str], str]) -> str:
    """The text of a saying's place, with edits made; `write` gives a text as it is written there."""
    written = [Edit(edit.place, write(edit.text)) for edit in edits]
    return with_edits(saying.place.source.text[: saying.place.end], written)[saying.place.start :]


def with_edits(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made; they are in its order, none over another."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.place.start], edit.text]
        at = edit.place.end
    return "".join([*parts, text[at:]])
