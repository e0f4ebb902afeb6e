"""Colours are read from values of CSS."""

from __future__ import annotations

import pytest

from segsite.brand.email.css_colors import UNKNOWN, color_in, ground_over
from segsite.model.color import BLACK, WHITE


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#123456", "#123456"),
        ("#ABC", "#aabbcc"),
        ("#12345680", "#12345680"),
        ("#abc8", "#aabbcc88"),
        ("no-repeat #123456 url(a.png)", "#123456"),
        ("rgb(18, 52, 86)", "#123456"),
        ("rgb(18 52 86 / 50%)", "#12345680"),
        ("rgba(18,52,86,.5)", "#12345680"),
        ("RGB(18, 52, 86)", "#123456"),
        ("White", "#ffffff"),
        ("url(white.png) black", "#000000"),
    ],
)
def test_a_colour_is_read_wherever_it_stands_in_a_value(written, read):
    found = color_in(written)
    assert found is not None
    assert found.hex == read


@pytest.mark.parametrize(
    "written", [None, "", "inherit", "transparent", "none", "currentColor", "url(navy.png)", "#12"]
)
def test_a_value_without_a_colour_has_none(written):
    assert color_in(written) is None


@pytest.mark.parametrize(
    "written", ["navy", "hsl(20 50% 50%)", "oklch(50% 0.1 160)", "color(display-p3 1 0 0)", "rgb(10%, 0%, 0%)"]
)
def test_a_colour_that_is_not_read_is_known_to_be_one(written):
    assert color_in(written) is UNKNOWN


def test_a_ground_lies_over_another():
    half = color_in("rgba(0, 0, 0, 0.5)")
    assert half is not None
    assert ground_over(half, WHITE).hex == "#808080"
    assert ground_over(half, UNKNOWN) is UNKNOWN
    assert ground_over(UNKNOWN, WHITE) is UNKNOWN
    assert ground_over(BLACK, UNKNOWN) is BLACK
