"""Pictures of templates are read before anything is filled in."""

from __future__ import annotations

import pytest

from segsite.brand.email.template_pictures import pictures_without
from segsite.diagnostics import Source


def without(attribute, text):
    found = pictures_without(attribute, [Source("themes/plain/email/macros.html", text)])
    return [(picture.place.text, picture.is_open) for picture in found]


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ('<img src="a.png">', False),
        ('<img src="{{ asset(\'a.png\') }}" title="alt">', False),
        ("<img {{ attributes }}>", True),
        ('<IMG {% if wide > 2 %}width="4"{% endif %} src="a.png" data-alt="b">', False),
    ],
)
def test_one_that_does_not_name_an_attribute_is_found(text, is_open):
    assert without("alt", f"<p>{text}</p>") == [(text, is_open)]


@pytest.mark.parametrize(
    "text",
    [
        '<img src="a.png" alt="">',
        "<img alt src='a.png'>",
        '<img src="a.png"{% if alt %} alt="{{ alt }}"{% endif %}>',
        '{# <img src="a.png"> #}<!-- <img src="a.png"> -->',
        "<image>",
    ],
)
def test_others_are_not(text):
    assert without("alt", text) == []
