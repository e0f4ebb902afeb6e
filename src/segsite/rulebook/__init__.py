"""Every rule segsite knows, one module a family: what it holds, why, and how to mend a breach."""

from __future__ import annotations

from segsite.diagnostics import Rule
from segsite.rulebook import (
    access,
    channel,
    claims,
    cohesion,
    content,
    email,
    facts,
    files,
    rendering,
    schema,
    styles,
    themes,
    tokens,
    voice,
    waivers,
)

RULES: dict[str, Rule] = {
    rule.name: rule
    for family in (
        schema,
        files,
        content,
        rendering,
        themes,
        tokens,
        styles,
        waivers,
        channel,
        access,
        cohesion,
        voice,
        facts,
        claims,
        email,
    )
    for rule in vars(family).values()
    if isinstance(rule, Rule)
}
"""All rules by name, such as `schema/unknown-key`."""
