"""Voice rules as `segsite rule NAME` shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.brand.voice.messages import blank
from segsite.diagnostics import Rule
from segsite.model.voice import ExistenceFile, SubstitutionFile

if TYPE_CHECKING:
    from segsite.model.voice import RuleFile, Voice, VoiceRule

_SIGNS = frozenset("\\[](){}^$|?*+")
_MEND = {
    "existence": "Leave the words out, or use others.",
    "substitution": "Write the words that the message names.",
    "occurrence": "Say it as often as the rule allows.",
    "repetition": "Say it once.",
    "consistency": "Decide for one of the two, and use only that.",
    "conditional": "Explain the words where they are first used.",
    "capitalization": "Change the capitals as the message says.",
}
_MOST = 4


def voice_rules(voice: Voice) -> dict[str, Rule]:
    """The rules of the brand's voice by name, such as `voice/Halfday.Jargon`."""
    return {page.name: page for rules in voice.styles.values() for page in map(voice_page, rules)}


def voice_page(rule: VoiceRule) -> Rule:
    """A voice rule's page: what it holds is its description, or else its message."""
    file = rule.file
    wrong, right = _examples(file)
    return Rule(
        f"voice/{rule.name}",
        file.level,
        holds=blank(file.description or file.message),
        why=f"{file.link} says why." if file.link else f"The brand's style `{rule.style}` asks for it.",
        mend=_MEND.get(file.extends, "Write shorter sentences and shorter words."),
        wrong=wrong,
        right=right,
    )


def _examples(file: RuleFile) -> tuple[str, str]:
    """Words that break a rule and words that keep it, one a line, as far as its patterns are plain words."""
    if isinstance(file, ExistenceFile):
        return "\n".join([token for token in file.tokens if _is_plain(token)][:_MOST]), ""
    if isinstance(file, SubstitutionFile):
        plain = [pair for pair in file.swap.items() if _is_plain(pair[0]) and _is_plain(pair[1].replace("|", ""))]
        shown = plain[:_MOST]
        return "\n".join(wrong for wrong, _ in shown), "\n".join(" or ".join(right.split("|")) for _, right in shown)
    return "", ""


def _is_plain(text: str) -> bool:
    return bool(text) and not set(text) & _SIGNS
