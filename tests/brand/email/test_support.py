"""The table of what mail clients lack keeps to its form, and says what is known of well-known cases."""

from __future__ import annotations

import json
from importlib import resources

import pytest

from segsite.brand.email.catalogue import FEATURES
from segsite.brand.email.support import lacking
from segsite.model.email import CLIENTS, EmailStandard


def test_the_table_knows_every_feature_and_names_known_clients_alone():
    text = resources.files("segsite.brand.email").joinpath("client_support.json").read_text("utf-8")
    table = json.loads(text)
    assert list(table) == ["about", "lacking"]
    assert list(table["lacking"]) == sorted(FEATURES)
    for notes in table["lacking"].values():
        assert list(notes) == [client for client in CLIENTS if client in notes]
        assert all(isinstance(note, str) and "](" not in note for note in notes.values())
    assert "MIT License" in table["about"]
    assert len(text) < 40_000


def test_every_feature_is_lacking_somewhere_and_every_client_lacks_something():
    table = lacking(CLIENTS)
    assert set(table) == set(FEATURES)
    assert {client for notes in table.values() for client in notes} == set(CLIENTS)


@pytest.mark.parametrize(
    ("feature", "clients"),
    [
        ("flex", ["outlook-windows"]),
        ("border-radius", ["outlook-windows"]),
        ("box-shadow", ["gmail", "outlook-windows", "yahoo"]),
        ("variables", ["gmail", "outlook-windows", "outlook-com", "yahoo"]),
        ("calc", ["outlook-windows", "outlook-com", "yahoo"]),
        ("svg", ["gmail", "outlook-windows", "outlook-com", "yahoo"]),
        ("image-svg", ["gmail"]),
        ("image-webp", ["outlook-windows"]),
        ("linear-gradient", ["outlook-windows", "outlook-com", "yahoo"]),
        ("absolute", ["gmail", "outlook-windows", "outlook-com", "yahoo"]),
        ("negative-margin", ["gmail", "outlook-windows", "outlook-com", "yahoo"]),
        ("button", ["outlook-windows"]),
    ],
)
def test_what_the_default_clients_lack(feature, clients):
    assert list(lacking(EmailStandard().clients)[feature]) == clients


def test_clients_come_in_the_order_in_which_they_are_named():
    assert list(lacking(["yahoo", "gmail"])["absolute"]) == ["yahoo", "gmail"]


def test_what_all_named_clients_have_is_left_out():
    assert "border-radius" not in lacking(["gmail"])
    assert lacking(["no-such-client"]) == {}
