"""Every colour space leads to the same sRGB colour by its own way."""

from __future__ import annotations

import pytest

from segsite.model.color_spaces import SPACES, encoded, linear_of, oklab_of

GREEN = {
    "srgb": (0, 128 / 255, 0),
    "srgb-linear": (0, 0.215861, 0),
    "hsl": (120, 100, 25.098),
    "hwb": (120, 0, 49.8039),
    "lab": (46.2775, -47.5621, 48.5837),
    "lch": (46.2775, 67.9892, 134.3912),
    "oklab": (0.51975, -0.1403, 0.10768),
    "oklch": (0.51975, 0.17686, 142.495),
    "display-p3": (0.216197, 0.494170, 0.131233),
    "a98-rgb": (0.281363, 0.498012, 0.116746),
    "prophoto-rgb": (0.230479, 0.395789, 0.129968),
    "rec2020": (0.235202, 0.431704, 0.085432),
    "xyz-d65": (0.07719, 0.15438, 0.02573),
    "xyz-d50": (0.08312, 0.154746, 0.020961),
}
"""CSS `green` in every space."""

WHITE = {
    "hsl": (0, 0, 100), "hwb": (0, 100, 0), "lab": (100, 0, 0), "lch": (100, 0, 0), "oklab": (1, 0, 0),
    "oklch": (1, 0, 0), "xyz-d65": (0.95047, 1, 1.08883), "xyz-d50": (0.96422, 1, 0.82521),
}  # fmt: skip


def srgb_of(space, components):
    return tuple(encoded(light) for light in linear_of(space, components))


@pytest.mark.parametrize("space", SPACES)
def test_the_same_green_comes_out_of_every_space(space):
    assert srgb_of(space, GREEN[space]) == pytest.approx((0, 128 / 255, 0), abs=0.002)


@pytest.mark.parametrize("space", SPACES)
def test_the_same_white_comes_out_of_every_space(space):
    assert srgb_of(space, WHITE.get(space, (1, 1, 1))) == pytest.approx((1, 1, 1), abs=0.001)


def test_more_white_and_black_than_there_is_room_for_is_gray():
    assert srgb_of("hwb", (200, 60, 60)) == pytest.approx((0.5, 0.5, 0.5))


def test_what_is_outside_the_gamut_is_not_hidden():
    assert linear_of("display-p3", (0, 1, 0))[0] < 0


def test_a_gray_has_no_hue_in_oklab():
    lightness, a, b = oklab_of((0.5, 0.5, 0.5))
    assert (lightness, a, b) == pytest.approx((0.598, 0, 0), abs=0.001)
