"""Real mail servers for tests, on this machine: one that works, and one that says what a test tells it to."""

from __future__ import annotations

import contextlib
import socket
import threading
from dataclasses import dataclass, field

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

HOST = "127.0.0.1"


@dataclass
class Office:
    """What a server does with messages: it keeps them, but for those it refuses."""

    refuses: dict[str, str] = field(default_factory=dict)
    """What it says to commands about an address, or to `DATA`."""
    password: str = "open sesame"
    kept: list = field(default_factory=list)
    sessions: list = field(default_factory=list)

    async def handle_MAIL(self, _server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        self.sessions.append(session)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.refuses.get(address, "250 OK")

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 - aiosmtpd's name
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - aiosmtpd's name
        if "DATA" in self.refuses:
            return self.refuses["DATA"]
        self.kept.append(envelope)
        return "250 2.0.0 queued as 42"

    def checked(self, _server, _session, _envelope, _mechanism, login):
        """Whether somebody may log in."""
        success = login.password == self.password.encode()
        return AuthResult(success=success, handled=success)


class _AnyPort(Controller):
    """A server on a port that the system chooses."""

    def __init__(self, office, **options):
        super().__init__(office, hostname=HOST, port=0, authenticator=office.checked, **options)

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextlib.contextmanager
def working(office, **options):
    """A working server; its port is given."""
    controller = _AnyPort(office, **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@contextlib.contextmanager
def scripted(*replies):
    """A server that gives these replies, one a line it reads, and hangs up; its port, and what it read."""
    heard = []
    with socket.create_server((HOST, 0)) as listener:
        listener.settimeout(10)
        player = threading.Thread(target=_play, args=(listener, replies, heard))
        player.start()
        try:
            yield listener.getsockname()[1], heard
        finally:
            player.join()


def _play(listener, replies, heard):
    connection, _ = listener.accept()
    connection.settimeout(10)
    with connection, connection.makefile("rb") as lines, contextlib.suppress(OSError):
        for reply in replies:
            connection.sendall(reply.encode() + b"\r\n")
            heard.append(lines.readline())
            while reply.startswith("354") and heard[-1] not in {b".\r\n", b""}:
                heard.append(lines.readline())
