"""Addresses of the site's files lead back to the files."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from words import grounds_of

from segsite.brand.email.published import Published
from segsite.rendering.addresses import Addresses

SITE = """\
-- segsite.yaml --
name: Acme
base_url: https://www.acme.example/site
theme: plain
-- themes/plain/assets/line.png --
-- brand/assets/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- content/library/assets/shared.png --
-- content/segments/assets/theme/odd.png --
-- content/segments/assets/home picture.png --
-- content/segments/trades/segment.yaml --
name: Trades
-- content/segments/trades/assets/deep/van.png --
"""


@pytest.fixture(scope="module")
def grounds(tmp_path_factory):
    return grounds_of(tmp_path_factory.mktemp("site"), SITE, date=datetime.date(2026, 11, 21))


def test_every_file_is_found_where_it_is_published(grounds):
    published, addresses = Published(grounds), Addresses(grounds.site, grounds.tree, drafts=True)
    every = list(addresses.assets())
    assert len(every) >= 6
    for path, asset in every:
        assert published.at(addresses.absolute(addresses.url(path))) is asset, path


@pytest.mark.parametrize(
    "address",
    [
        "https://www.acme.example/assets/theme/line.png",
        "https://other.example/site/assets/theme/line.png",
        "https://www.acme.example/site/assets/theme/gone.png",
        "https://www.acme.example/site/nowhere/assets/van.png",
        "https://www.acme.example/site/prices/",
        "https://www.acme.example/site",
        "",
    ],
)
def test_other_addresses_are_no_files_of_the_site(grounds, address):
    assert Published(grounds).at(address) is None


def test_a_part_or_a_parameter_makes_no_other_file(grounds):
    published = Published(grounds)
    address = "https://www.acme.example/site/assets/theme/line.png"
    assert published.at(f"{address}?a=1#b") is published.at(address) is not None


def test_a_file_knows_its_weight(tmp_path):
    folder = Path(tmp_path)
    (folder / "content/segments/assets").mkdir(parents=True)
    (folder / "content/segments/assets/van.png").write_bytes(b"x" * 300)
    grounds = grounds_of(folder, "")
    found = Published(grounds).at("https://www.acme.example/assets/van.png")
    assert found is not None
    assert found.weight == 300
