"""The screen: which rules a text can break at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voices import rule_file

from segsite.brand.voice.found import Point
from segsite.brand.voice.points import point_of
from segsite.brand.voice.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator


def points(*rules: str) -> Iterator[Point]:
    for rule in rules:
        point = point_of(rule_file(f"message: x\n{rule}"), ())
        assert isinstance(point, Point)
        yield point


SCREEN = Screen(
    enumerate(
        points(
            "extends: existence\ntokens: [very, in order to, 'utili[sz]e']",
            "extends: existence\nnonword: true\ntokens: ['\\d+ ?pm', ly-]",
            "extends: substitution\nswap: {e-mail: email, '\\s\\s': ' '}",
            "extends: occurrence\nmax: 1\ntoken: '!'",
        )
    )
)


def test_a_text_passes_to_the_rules_whose_words_it_holds():
    assert SCREEN.passed("Nothing.") == {2: (1,)}
    assert SCREEN.passed("VERY nice, in order to utilise.") == {0: (0, 1, 2), 2: (1,)}
    assert SCREEN.passed("Everyday!") == {2: (1,), 3: (0,)}
    assert SCREEN.passed("A newly-made e-mail at 4pm.") == {1: (0, 1), 2: (0, 1)}
    assert SCREEN.passed("Sometime pm.") == {2: (1,)}
