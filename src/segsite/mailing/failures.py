"""What can go wrong on the way to a mail server, in words that say what to do."""

from __future__ import annotations

import smtplib
import socket
import ssl
from typing import TYPE_CHECKING

from segsite.diagnostics import SegsiteError
from segsite.mailing.server import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from segsite.mailing.server import Server

_LONGEST_REPLY = 300
_SETTINGS = f"{PREFIX}HOST, {PREFIX}PORT and {PREFIX}SECURITY, or `email.smtp` in segsite.yaml"
_TOO_LARGE = frozenset({523, 552})
_LOGIN_WANTED = 530


class DeliveryError(SegsiteError):
    """A message did not reach all whom it is for; happens when the mail server cannot be reached, or refuses it."""


def said(code: int, reply: bytes | str) -> str:
    """A server's reply on one line."""
    text = " ".join((reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply).split())
    return f"{code} {text}"[:_LONGEST_REPLY].strip() if code >= 0 else text[:_LONGEST_REPLY]


def reason(error: OSError) -> str:
    """Why a connection is no longer there, in a few words."""
    error = _cause(error)
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "the server closed the connection"
    return (error.strerror or str(error) or type(error).__name__).rstrip(".")


def _cause(error: OSError) -> OSError:
    """What lies behind an error that only says that the connection is gone."""
    behind = error.__context__
    return behind if isinstance(error, smtplib.SMTPServerDisconnected) and isinstance(behind, OSError) else error


def unreached(server: Server, error: OSError, seconds: float) -> DeliveryError:
    """There is no connection, or it ended before anything was sent."""
    cause = _cause(error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        message, hint = _untrusted(server, cause)
    else:
        message, hint = _explained(server, cause, seconds)
    return DeliveryError(f"{message} Nothing was sent.", hint)


def _explained(server: Server, error: OSError, seconds: float) -> tuple[str, str]:
    match error:
        case ssl.SSLError():
            what = (error.reason or str(error)).replace("_", " ").lower()
            return f"No protected connection to `{server}` can be made: {what}.", _other_way(server)
        case socket.gaierror():
            message = f"There is no server `{server.host}`, or the network cannot be reached."
            return message, f"Check its name in {PREFIX}HOST, or in `email.smtp.host` of segsite.yaml."
        case ConnectionRefusedError():
            return f"`{server}` refuses the connection: nothing listens there.", f"Check {_SETTINGS}."
        case TimeoutError():
            return f"`{server}` did not answer within {seconds:g} seconds.", _other_way(server)
        case smtplib.SMTPResponseException():
            reply = said(error.smtp_code, error.smtp_error)
            return f"`{server}` takes no messages now: `{reply}`.", "Try again later, or ask those who run the server."
    return f"The connection to `{server}` failed: {reason(error)}.", _other_way(server)


def _untrusted(server: Server, error: ssl.SSLCertVerificationError) -> tuple[str, str]:
    message = f"The certificate of `{server}` is not trusted: {error.verify_message.rstrip('.')}."
    own = f"If its certificate is from an authority of your own, name the authority's file in {PREFIX}CA."
    return message, f"Check the server's name. {own}"


def _other_way(server: Server) -> str:
    port, security = (587, "starttls") if server.security == "tls" else (465, "tls")
    return f"Check {_SETTINGS}. Servers on port {port} want `security` to be `{security}`."


def no_starttls(server: Server) -> DeliveryError:
    """The server does not offer to protect the connection, or somebody on the way has removed the offer."""
    return DeliveryError(
        f"`{server}` does not offer STARTTLS. Nothing was sent, and no password.",
        f"Servers on port 465 want `security` to be `tls`: check {_SETTINGS}. If the server offers it elsewhere, "
        "something in this network takes the protection away.",
    )


def no_authorities(file: object, error: OSError) -> DeliveryError:
    """The file of certificates to trust cannot be used."""
    why = "it holds no certificates" if isinstance(error, ssl.SSLError) else reason(error)
    return DeliveryError(
        f"`{file}`, which {PREFIX}CA names, cannot be used: {why}. Nothing was sent.",
        "Name a file of certificates in PEM form: text that begins with `-----BEGIN CERTIFICATE-----`.",
    )


def no_login(server: Server) -> DeliveryError:
    """The server does not take passwords."""
    return DeliveryError(
        f"`{server}` offers no way to log in with a password. Nothing was sent.",
        f"Leave out user and password ({PREFIX}USER, {PREFIX}PASSWORD), or use the port for sending, usually 587.",
    )


def not_logged_in(server: Server, why: str) -> DeliveryError:
    """The server refuses the user or the password."""
    return DeliveryError(
        f"`{server}` refuses the user `{server.user}` with this password: `{why}`. Nothing was sent.",
        f"Check the user and {PREFIX}PASSWORD. Where people log in with a second factor, programs need a password of "
        "their own, which the provider's settings make.",
    )


def no_such_letters(server: Server) -> DeliveryError:
    """The server knows only addresses in ASCII."""
    return DeliveryError(
        f"`{server}` takes only addresses in plain letters, and there is another. Nothing was sent.",
        "Use addresses that have only the letters a to z before the `@`, or another server.",
    )


def sender_refused(server: Server, sender: str, code: int, reply: bytes) -> DeliveryError:
    """The server does not send for this sender."""
    if code in _TOO_LARGE:
        return message_refused(server, code, reply)
    hint = "Check the sender's address: a server sends only for addresses that are its own."
    if code == _LOGIN_WANTED and not server.user:
        hint = f"Set {PREFIX}USER and {PREFIX}PASSWORD."
    return DeliveryError(f"`{server}` does not send for `{sender}`: `{said(code, reply)}`. Nothing was sent.", hint)


def recipients_refused(server: Server, refused: Mapping[str, str], reached: Iterable[str]) -> DeliveryError:
    """The server does not send to some of the recipients, or to none."""
    got = _listed(reached)
    whom = ", ".join(f"`{address}` (`{reply}`)" for address, reply in refused.items())
    return DeliveryError(
        f"`{server}` does not send to {whom}. " + (f"It was sent to {got}." if got else "Nothing was sent."),
        "Check the refused addresses."
        + (" Send it again to them alone." if got else " Many servers send to other companies only after a login."),
    )


def message_refused(server: Server, code: int, reply: bytes) -> DeliveryError:
    """The server does not take the message itself."""
    hint = "Read what the server says; those who run it can tell you more."
    if code in _TOO_LARGE:
        hint = "The message is too large for the server: shorten the e-mail."
    return DeliveryError(f"`{server}` refuses the message: `{said(code, reply)}`. Nothing was sent.", hint)


def dropped(server: Server, error: OSError) -> DeliveryError:
    """The connection ended before the whole message was handed over."""
    return DeliveryError(
        f"The connection to `{server}` ended too early: {reason(error)}. Nothing was sent.", "Try again."
    )


def in_doubt(server: Server, why: str, recipients: Iterable[str]) -> DeliveryError:
    """The whole message was handed over, but not acknowledged."""
    return DeliveryError(
        f"`{server}` has the whole message, but did not confirm it: {why}. It may have been sent.",
        f"Ask {_listed(recipients)} whether it has arrived before you send it again.",
    )


def _listed(addresses: Iterable[str]) -> str:
    return ", ".join(f"`{address}`" for address in addresses)
