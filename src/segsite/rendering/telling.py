"""What is told of an expression that cannot be filled: what is wrong with it, or whose tag somebody pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from segsite.brand.email.pasted import raw_tag_finding
from segsite.model.touchpoint import Channel
from segsite.rulebook import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segsite.brand.email.pasted import Pasted
    from segsite.brand.email.raw_tags import RawTags
    from segsite.brand.passages import Span
    from segsite.diagnostics import Finding
    from segsite.rendering.filled import Text


class Fault(Protocol):
    """What is wrong with an expression: the name of the rule it breaks, and words for people."""

    @property
    def rule(self) -> str:
        """The name of the rule."""
        ...

    @property
    def message(self) -> str:
        """What is wrong."""
        ...

    @property
    def hint(self) -> str:
        """The remedy."""
        ...


class Telling:
    """Tells of faults.

    Args:
        raw_tags: Knows the tags of platforms; None where nobody pastes any.
    """

    def __init__(self, raw_tags: RawTags | None = None) -> None:
        self._raw_tags = raw_tags

    def finding(self, fault: Fault, text: Text, span: Span, scope: Mapping[str, Any]) -> Finding:
        """A fault in a stretch of a text as a finding."""
        pasted = self._pasted(fault, text.value, span[0])
        if pasted is None:
            return RULES[fault.rule].at(text.at(*span), fault.message, fault.hint)
        channel = Channel(scope["channel"]) if "channel" in scope else None
        return raw_tag_finding(pasted, text.at(span[0], span[0] + len(pasted.text)), channel)

    def _pasted(self, fault: Fault, text: str, start: int) -> Pasted | None:
        """The platform's tag that an expression is; a name that is nearly one of ours is mistyped, and no tag."""
        mistyped = fault.rule == "template/undefined" and fault.hint.startswith("Did you mean")
        if self._raw_tags is None or mistyped:
            return None
        return self._raw_tags.at(text, start)
