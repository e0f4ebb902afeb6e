"""Comments that switch voice rules off: `<!-- vale off -->`, `<!-- segsite voice/Halfday.Jargon = NO -->`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORM = re.compile(
    r"(?:vale|segsite)\s+(?:(?P<all>on|off)"
    r"|styles?\s*=\s*(?P<styles>[\w./-]+(?:\s*,\s*[\w./-]+)*)"
    r"|(?:voice/)?(?P<name>[\w-]+(?:\.[\w-]+)?)(?P<words>\[.*\])?\s*=\s*(?P<to>YES|NO|on|off))",
    re.IGNORECASE | re.DOTALL,
)
_WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"' + r"|'((?:[^'\\]|\\.)*)'")


def is_suppression(comment: str) -> bool:
    """Whether a comment is meant to switch rules on or off."""
    return _FORM.fullmatch(comment.strip()) is not None


@dataclass(frozen=True, slots=True)
class Suppressions:
    """What comments have switched off so far in a text.

    Attributes:
        off: Everything is off.
        only: If not None, only rules of these styles are on.
        names: Rules and styles that are off.
        words: Words that a rule lets pass.
    """

    off: bool = False
    only: frozenset[str] | None = None
    names: frozenset[str] = field(default=frozenset())
    words: frozenset[tuple[str, str]] = field(default=frozenset())

    def after(self, comment: str) -> Suppressions:
        """What is off after a comment; one that means nothing here changes nothing."""
        match = _FORM.fullmatch(comment.strip())
        if match is None:
            return self
        if match["all"]:
            return Suppressions(match["all"].lower() == "off", self.only, self.names, self.words)
        if match["styles"]:
            named = frozenset(re.split(r"\s*,\s*", match["styles"]))
            return Suppressions(self.off, named, self.names, self.words)
        off = match["to"].upper() in {"NO", "OFF"}
        if match["words"]:
            words = frozenset((match["name"], word) for word in _words(match["words"]))
            return Suppressions(self.off, self.only, self.names, self.words | words if off else self.words - words)
        name = frozenset({match["name"]})
        return Suppressions(self.off, self.only, self.names | name if off else self.names - name, self.words)

    def hold(self, rule: str, words: str) -> bool:
        """Whether a rule's finding about words is suppressed."""
        style = rule.partition(".")[0]
        return (
            self.off
            or (self.only is not None and style not in self.only)
            or not self.names.isdisjoint({rule, style})
            or (rule, words) in self.words
        )


def _words(listed: str) -> Iterator[str]:
    for match in _WORDS.finditer(listed):
        yield re.sub(r"\\(.)", r"\1", match[1] if match[1] is not None else match[2])
