"""Addresses in one form, whatever the channel."""

from __future__ import annotations

import pytest

from segsite.brand.cohesion.destinations import destination, page_address
from segsite.model.config import SiteConfig

ROOT = SiteConfig(name="A", base_url="https://a.example", theme="t")
BELOW = SiteConfig(name="A", base_url="https://a.example/shop", theme="t")


@pytest.mark.parametrize(
    ("url", "config", "path"),
    [
        ("/prices/", ROOT, "/prices/"),
        ("https://a.example/prices/", ROOT, "/prices/"),
        ("https://a.example", ROOT, "/"),
        ("/shop/prices/#solo", BELOW, "/prices/#solo"),
        ("https://a.example/shop/prices/?plan=solo", BELOW, "/prices/?plan=solo"),
        ("https://b.example/prices/", ROOT, "https://b.example/prices/"),
        ("/prices/?utm_source=mail&utm_medium=x#solo", ROOT, "/prices/#solo"),
        ("/prices/?plan=solo&utm_source=mail", ROOT, "/prices/?plan=solo"),
    ],
)
def test_both_channels_have_one_form(url, config, path):
    assert destination(url, config) == path


def test_a_page_is_named_without_its_part_and_query():
    assert page_address("https://a.example/z%C3%BCrich/?plan=solo#x", ROOT) == "/zürich/"
