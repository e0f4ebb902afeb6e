"""Addresses that recipients can use, and such as only their writer can."""

from __future__ import annotations

import pytest

from segsite.brand.email.hosts import Flaw, flaw_of, host_of, is_not_public

OWN = "www.acme.example"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.acme.example/",
        "https://other.example/a?b=http://x#c",
        "HTTPS://OTHER.EXAMPLE",
        "mailto:hello@acme.example",
        "tel:+441",
        "sms:+441",
        "data:image/png;base64,AAAA",
        "cid:logo",
        "SEGSITEMTOVXHG5LCONRXE2LCMVPXK4TMAA0ENDMT",
        "http://www.acme.example/",
    ],
)
def test_an_address_in_full_is_fine(address):
    assert flaw_of(address, OWN) is None


@pytest.mark.parametrize(
    ("address", "flaw"),
    [
        ("", Flaw.EMPTY),
        (" ", Flaw.EMPTY),
        ("#", Flaw.EMPTY),
        ("#part", Flaw.EMPTY),
        ("/prices/", Flaw.RELATIVE),
        ("prices.html", Flaw.RELATIVE),
        ("../a.png", Flaw.RELATIVE),
        ("//cdn.example/a.png", Flaw.RELATIVE),
        ("?a=1", Flaw.RELATIVE),
        ("http://other.example/", Flaw.NOT_ENCRYPTED),
        ("http://localhost/", Flaw.NOT_PUBLIC),
        ("https://staging.acme.example/", Flaw.NOT_PUBLIC),
    ],
)
def test_what_leads_nowhere_or_should_not_be_followed_is_told_apart(address, flaw):
    assert flaw_of(address, OWN) is flaw


def test_the_sites_own_host_may_be_anywhere():
    assert flaw_of("http://localhost:8000/a", "localhost:8000") is None
    assert flaw_of("http://localhost:8001/a", "localhost:8000") is Flaw.NOT_PUBLIC
    assert flaw_of("https://preview.acme.example/", "preview.acme.example") is None


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "app.localhost",
        "printer.local",
        "acme.test",
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.4",
        "172.20.1.1",
        "[::1]",
        "[::1]:8000",
        "acme.example:3000",
        "acme.example:8080",
        "staging.acme.example",
        "preview.acme.example",
        "dev.acme.example",
        "a.dev.acme.example",
        "acme-staging.hosting.example",
        "deploy-preview-12--acme.netlify.example",
        "uat.acme.example",
    ],
)
def test_hosts_for_trying_things_out_are_known(host):
    assert is_not_public(host)


@pytest.mark.parametrize(
    "host",
    [
        "dev.to",
        "acme.dev",
        "stagingco.example",
        "www.staging-hire.example",
        "developers.acme.example",
        "test.de",
        "testing.acme.example",
        "11.1.2.3",
        "172.15.0.1",
        "172.32.0.1",
        "acme.example:8443",
        "acme.example:443",
        "local.example",
        "contest.acme.example",
        "",
        "[2001:db8::1]",
    ],
)
def test_other_hosts_are_public(host):
    assert not is_not_public(host)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://A.example:8080/b", "a.example:8080"),
        ("https://me@a.example/", "a.example"),
        ("//a.example/b", "a.example"),
        ("/b", None),
        ("mailto:a@b.example", None),
        ("https://[broken/", None),
    ],
)
def test_the_host_of_an_address_is_told(address, host):
    assert host_of(address) == host
