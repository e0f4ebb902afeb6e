"""Levels: a name before a pattern, a long pattern before a short one, and no level lost for being the lowest."""

from __future__ import annotations

import pytest

from segsite.brand.levels import level_of, said_of
from segsite.diagnostics import Rule, Severity
from segsite.model.standards import Level

RULE = Rule("voice/Acme.Plain", Severity.WARNING, "", "", "")


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        ({}, Level.WARNING),
        ({"voice/Acme.Plain": Level.SUGGESTION}, Level.SUGGESTION),
        ({"voice/Acme.Plain": Level.OFF}, Level.OFF),
        ({"voice/*": Level.ERROR}, Level.ERROR),
        ({"voice/*": Level.ERROR, "voice/Acme.*": Level.SUGGESTION}, Level.SUGGESTION),
        ({"voice/Acme.*": Level.ERROR, "voice/Acme.Plain": Level.OFF}, Level.OFF),
        ({"fact/*": Level.ERROR}, Level.WARNING),
    ],
)
def test_a_rule_has_the_level_of_its_name_of_the_longest_pattern_or_its_own(levels, level):
    assert level_of(RULE, levels) is level


def test_a_map_that_says_nothing_of_a_rule_gives_none():
    assert said_of("voice/Acme.Plain", {"fact/*": Level.ERROR}) is None
