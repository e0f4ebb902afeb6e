"""Addresses of the site's pictures, made those of files beside a preview."""

from __future__ import annotations

import datetime

import pytest
from mail_site import MAILS

from segsite.building.mails import read_mails
from segsite.mailing.local_pictures import LocalPictures


@pytest.fixture
def pictures(site):
    folder = site(MAILS) / "content/segments/assets"
    folder.mkdir(parents=True)
    for name in ("roof.png", "ein großes Dach (1).png"):
        (folder / name).write_bytes(b"\x89PNG")
    mails = read_mails(site(), datetime.date(2026, 12, 1), drafts=False)
    return LocalPictures(mails.renderer.addresses)


@pytest.mark.parametrize(
    ("markup", "local"),
    [
        ('<img src="{}/assets/roof.png">', '<img src="../pictures/assets/roof.png">'),
        (
            "<td style=\"background:url('{}/assets/roof.png')\">",
            "<td style=\"background:url('../pictures/assets/roof.png')\">",
        ),
        (
            "{}/assets/ein%20gro%C3%9Fes%20Dach%20%281%29.png",
            "../pictures/assets/ein%20gro%C3%9Fes%20Dach%20%281%29.png",
        ),
        ('<a href="{}/assets/roof.png?x=1&amp;y">', '<a href="../pictures/assets/roof.png?x=1&amp;y">'),
    ],
)
def test_what_the_site_has_is_beside(pictures, markup, local):
    assert pictures.beside(markup.format("https://www.acme.example"), "../") == local


@pytest.mark.parametrize(
    "address",
    [
        "https://www.acme.example/assets/other.png",
        "https://www.acme.example/trades/",
        "https://www.acme.example.evil.example/assets/roof.png",
        "https://cdn.example/assets/roof.png",
        "/assets/roof.png",
    ],
)
def test_everything_else_stays_where_it_is(pictures, address):
    assert pictures.beside(f'<img src="{address}">', "../") == f'<img src="{address}">'
    assert not pictures.shown


def test_only_pictures_that_are_shown_are_taken_along(pictures, site):
    pictures.beside("https://www.acme.example/assets/roof.png", "")
    assert pictures.shown == {"pictures/assets/roof.png": site() / "content/segments/assets/roof.png"}
