"""Colours as hex, their contrast by WCAG, and which of two is nearer."""

from __future__ import annotations

import pytest

from segsite.model.color import BLACK, WHITE, Color, contrast, distance, over


def hexed(digits, alpha=1.0):
    first, second, third = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return Color("srgb", (first, second, third), alpha)


@pytest.mark.parametrize(
    ("text", "surface", "ratio"),
    [
        ("767676", "ffffff", 4.5422),
        ("777777", "ffffff", 4.4781),
        ("0066cc", "ffffff", 5.5666),
        ("888888", "ffffff", 3.5449),
        ("000000", "aaaaaa", 9.0396),
        ("112233", "444444", 1.6580),
        ("000000", "ffffff", 21),
        ("abcdef", "abcdef", 1),
    ],
)
def test_contrast_is_that_of_wcag_whichever_is_in_front(text, surface, ratio):
    assert contrast(hexed(text), hexed(surface)) == pytest.approx(ratio, abs=0.00005)
    assert contrast(hexed(surface), hexed(text)) == pytest.approx(ratio, abs=0.00005)


def test_what_shines_through_is_blended_with_what_is_behind_it():
    assert over(hexed("000000", 0.5), WHITE).hex == "#808080"
    assert contrast(hexed("000000", 0.5), WHITE) == pytest.approx(contrast(hexed("808080"), WHITE))
    assert contrast(hexed("000000", 0), WHITE) == 1


def test_a_surface_that_shines_through_is_judged_over_the_worse_of_white_and_black():
    assert contrast(BLACK, hexed("ffffff", 0)) == 1
    assert contrast(WHITE, hexed("000000", 0.5)) == pytest.approx(contrast(WHITE, hexed("808080")))


def test_a_colour_is_clipped_to_srgb():
    assert Color("display-p3", (0, 1, 0)).hex == "#00ff00"
    assert Color("oklch", (0.7, 0.4, 30)).hex.startswith("#ff")
    assert Color("srgb", (1, 0, 0), 0.5).hex == "#ff000080"


def test_none_counts_as_nothing():
    assert Color("hsl", (None, None, 50)).hex == "#808080"


def test_distance_is_what_the_eye_sees():
    red, pink, blue = hexed("cc0000"), hexed("dd3333"), hexed("0000cc")
    assert distance(red, red) == 0
    assert distance(red, pink) < distance(red, blue)
