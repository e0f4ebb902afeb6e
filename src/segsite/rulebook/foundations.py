"""Rules that no level, waiver or baseline changes: without what they hold, there is nothing to publish."""

from __future__ import annotations

from segsite.diagnostics import Rule
from segsite.rulebook import content, files, rendering, schema, themes, tokens, voice, waivers

_ABOUT_WHAT_IS_SAID = frozenset({"file/stray", "section/limit", "link/anchor"})
"""Of the families below; their breaches leave a page that can be shown."""
_ABOUT_USE = frozenset({"token/deprecated", "token/unknown-property"})
_STANDARDS = (
    voice.FILE,
    voice.PATTERN,
    voice.SCOPE,
    voice.UNKNOWN_STYLE,
    voice.SEGMENT,
    voice.UNKNOWN_RULE,
    voice.LEVEL_FIXED,
)
"""Rules that keep the standards themselves what they say they are."""

FOUNDATIONS: frozenset[str] = frozenset(
    rule.name
    for family in (schema, files, content, rendering, themes, tokens, waivers)
    for rule in vars(family).values()
    if isinstance(rule, Rule)
).union(rule.name for rule in _STANDARDS) - (_ABOUT_WHAT_IS_SAID | _ABOUT_USE)
"""The names of these rules."""
