"""`segsite email send`."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from segsite.cli import console
from segsite.cli.options import Date, Drafts, Site, day, site_folder
from segsite.diagnostics import SegsiteError, UsageError

if TYPE_CHECKING:
    from segsite.building.mails import MadeEmail
    from segsite.mailing.sending import Ready
    from segsite.mailing.server import Server
    from segsite.model.email import Smtp


def send(
    name: Annotated[
        str, typer.Argument(metavar="SEGMENT/NAME", help="Such as trades/roofing/welcome; /welcome is the root's.")
    ],
    to: Annotated[
        list[str],
        typer.Option(
            "--to", metavar="ADDRESS", help="Whom it goes to. Can be given up to five times.", show_default=False
        ),
    ],
    *,
    recipient: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Whose values are filled in: an id of brand/recipients.yaml, or `unknown`. Default: the first.",
            show_default=False,
        ),
    ] = None,
    subject: Annotated[int, typer.Option(metavar="N", help="Which variant of the subject, where it has several.")] = 1,
    unmarked: Annotated[bool, typer.Option("--no-mark", help="Leave [Test] out of the subject.")] = False,
    sends: Annotated[
        bool | None,
        typer.Option(
            "--send/--dry-run",
            help="Send it, or only say what would be sent. Default: send it, but not where the variable CI is set.",
            show_default=False,
        ),
    ] = None,
    site: Site = None,
    drafts: Drafts = False,
    date: Date = None,
) -> None:
    """Send one e-mail to a few people to look at.

    A sample recipient's values are filled in. The mail server is that of SEGSITE_SMTP_HOST, …PORT, …SECURITY, …USER and
    …PASSWORD, or of segsite.yaml, which never holds a password. An e-mail with errors is not sent.
    """
    from datetime import datetime

    from segsite.building.mails import read_mails
    from segsite.mailing.choosing import the_one
    from segsite.mailing.recipients import recipients_of
    from segsite.mailing.sending import Sample, ready

    addressees = recipients_of(to)
    mails = read_mails(site_folder(site), day(date), drafts=drafts)
    made = mails.made(the_one(mails, name))
    _refuse_flawed(made)
    sample = Sample(recipient, subject, marked=not unmarked)
    message = ready(mails, made, addressees, sample, datetime.now().astimezone())
    if sends or (sends is None and not _in_ci()):
        _send(message, mails.site.config.email.smtp)
    else:
        _only_tell(message, mails.site.config.email.smtp, "" if sends is False else ", because CI is set")


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() not in {"", "0", "false", "no"}


def _refuse_flawed(made: "MadeEmail") -> None:
    from segsite.reporting.terminal import COLUMNS, findings_text

    if made.findings.failed:
        columns = console.columns() or COLUMNS
        console.out(findings_text(made.findings, coloured=console.coloured(), columns=columns))
        raise SegsiteError(
            f"`{made.name}` has errors and was not sent.", "Mend what is shown above, and send it again."
        )


def _send(message: "Ready", smtp: "Smtp") -> None:
    from segsite.mailing.delivery import deliver
    from segsite.mailing.server import server_of

    server = server_of(os.environ, smtp)
    delivered = deliver(server, message.message, message.sender, message.to)
    console.out_lines(f"Sent `{message.name}`.\n{_told(message, _named(server))}  answer     {delivered.reply}\n")


def _only_tell(message: "Ready", smtp: "Smtp", why: str) -> None:
    from segsite.mailing.server import server_of

    try:
        server = _named(server_of(os.environ, smtp))
    except UsageError as error:
        server = f"{error.message} {error.hint}"
    console.out_lines(f"Nothing was sent{why}. With `--send` it would be:\n{_told(message, server)}")


def _named(server: "Server") -> str:
    return f"{server}, {server.security}" + (f", as {server.user}" if server.user else "")


def _told(message: "Ready", server: str) -> str:
    """What is sent, line by line."""
    told = {
        "e-mail": message.name,
        "server": server,
        "from": str(message.sender),
        "to": ", ".join(map(str, message.to)),
        "subject": message.subject,
        "recipient": f"{message.recipient[0]}: {message.recipient[1]}",
        "size": f"{_kilobytes(message.html)} of HTML, {_kilobytes(len(message.message))} in all",
    }
    return "".join(f"  {label.ljust(9)}  {value}\n" for label, value in told.items())


def _kilobytes(size: int) -> str:
    return f"{size / 1024:,.1f} KB"
