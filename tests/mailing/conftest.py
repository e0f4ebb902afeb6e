"""Fixtures for tests that send."""

from __future__ import annotations

import contextlib
import ssl

import mail_servers
import pytest
import trustme
from mail_servers import HOST, Office

from segsite.mailing.server import Server


@pytest.fixture(scope="session")
def authority():
    """An authority of our own, which no system trusts."""
    return trustme.CA()


@pytest.fixture
def authorities(authority, tmp_path):
    """The authority's file."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture
def office():
    """What the server keeps and refuses."""
    return Office()


@pytest.fixture
def serve(office, authority, authorities):
    """A maker of working servers: `serve("tls", user=…)` starts one, and gives what it takes to reach it."""

    def start(security="starttls", *, offered=None, name=HOST, user="ann", password="open sesame", **options):
        offered = offered or security
        context = None
        if offered != "none":
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            authority.issue_cert(name).configure_cert(context)
        key = {"tls": "ssl_context", "starttls": "tls_context"}.get(offered)
        requires_tls = offered == "starttls"
        given = {key: context} if key else {}
        if not requires_tls:
            given["auth_require_tls"] = False
        port = servers.enter_context(mail_servers.working(office, require_starttls=requires_tls, **given, **options))
        return Server(HOST, port, security, user, password if user else "", authorities)

    with contextlib.ExitStack() as servers:
        yield start
