"""A connection to a mail server: protected as asked, never less, and logged in."""

from __future__ import annotations

import base64
import contextlib
import smtplib
import ssl
from typing import TYPE_CHECKING

from segsite.mailing import failures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.mailing.server import Server

_LOGGED_IN = 235
_METHODS = frozenset({"PLAIN", "LOGIN", "CRAM-MD5"})
"""The ways to log in with a password that `smtplib` knows."""


@contextlib.contextmanager
def connected(server: Server, seconds: float) -> Iterator[smtplib.SMTP]:
    """A connection ready to take a message, closed at the end.

    Args:
        server: Where to.
        seconds: How long to wait for each answer.

    Raises:
        DeliveryError: If there is none to be had.
    """
    trust = _trust(server)
    try:
        connection = _opened(server, trust, seconds)
    except OSError as error:
        raise failures.unreached(server, error, seconds) from error
    with contextlib.closing(connection):
        try:
            _prepare(connection, server, trust)
        except OSError as error:
            raise failures.unreached(server, error, seconds) from error
        yield connection
        with contextlib.suppress(OSError):  # the message has been taken, however the server says farewell
            connection.quit()


def _trust(server: Server) -> ssl.SSLContext:
    trust = ssl.create_default_context()
    if server.authorities is not None:
        try:
            trust.load_verify_locations(server.authorities)
        except OSError as error:
            raise failures.no_authorities(server.authorities, error) from error
    return trust


def _opened(server: Server, trust: ssl.SSLContext, seconds: float) -> smtplib.SMTP:
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=seconds, context=trust)
    return smtplib.SMTP(server.host, server.port, timeout=seconds)


def _prepare(connection: smtplib.SMTP, server: Server, trust: ssl.SSLContext) -> None:
    connection.ehlo_or_helo_if_needed()
    if server.security == "starttls":
        if not connection.has_extn("starttls"):
            raise failures.no_starttls(server)
        connection.starttls(context=trust)
        connection.ehlo_or_helo_if_needed()  # what was offered before could have been put there by anybody
    if server.user:
        _log_in(connection, server)


def _log_in(connection: smtplib.SMTP, server: Server) -> None:
    if not _METHODS & set(connection.esmtp_features.get("auth", "").split()):
        raise failures.no_login(server)
    try:
        if (server.user + server.password).isascii():
            connection.login(server.user, server.password)
        else:
            _log_in_beyond_ascii(connection, server)
    except smtplib.SMTPAuthenticationError as error:
        raise failures.not_logged_in(server, failures.said(error.smtp_code, error.smtp_error)) from error
    except smtplib.SMTPServerDisconnected as error:
        if isinstance(error.__context__, TimeoutError):
            raise
        raise failures.not_logged_in(server, failures.reason(error)) from error  # some hang up on a wrong password


def _log_in_beyond_ascii(connection: smtplib.SMTP, server: Server) -> None:
    """Log in with letters that `smtplib` cannot send: PLAIN is UTF-8 (RFC 4616)."""
    secret = base64.b64encode(f"\0{server.user}\0{server.password}".encode()).decode()
    code, reply = connection.docmd("AUTH", f"PLAIN {secret}")
    if code != _LOGGED_IN:
        raise smtplib.SMTPAuthenticationError(code, reply)
