"""`segsite email send`: a real server gets the message, and people are told what was done, or why not."""

from __future__ import annotations

import email
from email import policy

import pytest
from mail_site import MAILS

from segsite.cli import main

ARGUMENTS = ("email", "send", "welcome", "--to", "ann@acme.example", "--date", "2026-12-01")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def served(serve, monkeypatch):
    """A working server that the environment names."""

    def start(**options):
        server = serve(**options)
        for key in ("host", "port", "security", "user", "password"):
            monkeypatch.setenv(f"SEGSITE_SMTP_{key.upper()}", str(getattr(server, key)))
        monkeypatch.setenv("SEGSITE_SMTP_CA", str(server.authorities))
        return server

    return start


@pytest.fixture
def send(site, capsys):
    """Run the command: its exit code, what it said, and what went wrong."""

    def run(*more, arguments=ARGUMENTS, text=""):
        code = main([*arguments, *more, "--site", str(site(MAILS + text))])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def test_the_message_arrives_with_login_and_starttls_as_it_was_told(served, office, send):
    server = served()
    code, said, _ = send("--to", "Bob <bob@acme.example>", "--subject", "2")
    (envelope,) = office.kept
    assert code == 0
    assert office.sessions[0].authenticated
    assert office.sessions[0].ssl
    assert envelope.rcpt_tos == ["ann@acme.example", "bob@acme.example"]
    message = email.message_from_bytes(envelope.content, policy=policy.SMTP.clone(raise_on_defect=True))
    text, html = (part.get_content() for part in message.iter_parts())
    assert message["Subject"] == "[Test] Robin, begin today"
    assert message["X-Unsent"] is None
    assert "Hello Robin" in text
    assert "<h1>Hello Robin</h1>" in html
    lines = [line.split(maxsplit=1) for line in said.splitlines()]
    assert lines[0] == ["Sent", "`welcome`."]
    assert dict(lines[1:]) == {
        "e-mail": "welcome",
        "server": f"{server}, starttls, as ann",
        "from": "Acme <hello@acme.example>",
        "to": "ann@acme.example, Bob <bob@acme.example>",
        "subject": "[Test] Robin, begin today",
        "recipient": "robin: On trial, first name known",
        "size": dict(lines[1:])["size"],
        "answer": "250 2.0.0 queued as 42",
    }


def test_the_server_may_stand_in_segsite_yaml_but_for_its_password(serve, office, send, monkeypatch):
    server = serve()
    monkeypatch.setenv("SEGSITE_SMTP_PASSWORD", server.password)
    monkeypatch.setenv("SEGSITE_SMTP_CA", str(server.authorities))
    config = MAILS[: MAILS.index("tracking")].replace(
        "email: {", f"email: {{smtp: {{host: {server.host}, port: {server.port}, user: ann}}, "
    )
    code, _, _ = send(text=config)
    assert code == 0
    assert len(office.kept) == 1


def test_a_wrong_password_is_said_to_be_one_and_shows_no_password(served, office, send):
    served(password="guess")
    code, said, error = send()
    assert (code, said) == (1, "")
    assert "refuses the user `ann` with this password" in error
    assert "guess" not in error
    assert not office.kept


@pytest.mark.parametrize(
    ("variable", "options", "goes"),
    [
        ("", (), True),
        ("true", (), False),
        ("1", (), False),
        ("false", (), True),
        ("0", (), True),
        ("true", ("--send",), True),
        ("", ("--dry-run",), False),
        ("true", ("--dry-run",), False),
    ],
)
def test_where_ci_is_set_nothing_is_sent_unless_asked(served, office, send, monkeypatch, variable, options, goes):  # noqa: PLR0917 - each is a fixture
    monkeypatch.setenv("CI", variable)
    server = served()
    code, said, error = send(*options)
    assert (code, error) == (0, "")
    assert bool(office.kept) is goes
    assert said.startswith("Sent" if goes else "Nothing was sent")
    assert ("because CI is set" in said) is (not goes and not options)
    assert f"{server}, starttls, as ann" in said
    assert "open sesame" not in said


def test_a_dry_run_needs_no_server_and_says_what_it_lacks(send, monkeypatch):
    monkeypatch.delenv("SEGSITE_SMTP_HOST", raising=False)
    code, said, _ = send("--dry-run")
    assert code == 0
    assert "No mail server is named. Set SEGSITE_SMTP_HOST" in said
    code, said, error = send()
    assert (code, said) == (2, "")
    assert "No mail server is named." in error


def test_a_crowd_and_what_is_no_address_are_wrong_usage(served, office, send):
    served()
    crowd = [part for at in range(6) for part in ("--to", f"a{at}@acme.example")]
    code, _, error = send(*crowd)
    assert code == 2
    assert "7 recipients are too many" in error
    code, _, error = send("--to", "bob")
    assert (code, "`bob` cannot be a recipient." in error) == (2, True)
    assert not office.kept


def test_an_e_mail_with_errors_is_not_sent_and_shows_them(served, office, send):
    served()
    text = "-- content/segments/emails/welcome.md --\n---\nsubject: Hello\n---\n[Prices](page:prices)\n"
    code, said, error = send(text=text)
    assert code == 1
    assert "error[link/unresolved] content/segments/emails/welcome.md:4:" in said
    assert error.startswith("error: `welcome` has errors and was not sent.\nhelp: ")
    assert not office.kept


def test_errors_of_other_files_keep_nothing_back(served, office, send):
    served()
    code, _, _ = send(text="-- content/segments/emails/later.md --\n---\nsubject: Later\n---\n[Prices](page:prices)\n")
    assert code == 0
    assert len(office.kept) == 1


@pytest.mark.parametrize("name", ["/welcome", "emails/welcome", "trades/roofing/offer"])
def test_e_mails_go_by_their_names(served, send, name):
    served()
    code, said, _ = send(arguments=("email", "send", name, *ARGUMENTS[3:]))
    assert code == 0
    assert f"Sent `{name.removeprefix('/').removeprefix('emails/')}`." in said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--recipient", "robyn"), "Did you mean `robin`?"),
        (("--subject", "9"), "`welcome` has 2 variants of the subject."),
        (("--subject", "two"), "--subject"),
    ],
)
def test_what_is_not_there_is_wrong_usage(served, office, send, more, said):
    served()
    code, _, error = send(*more)
    assert (code, said in error) == (2, True)
    assert not office.kept


def test_what_a_server_answers_cannot_steer_the_terminal(served, office, send):
    served()
    office.refuses["ann@acme.example"] = "550 no\x1b[2J"
    code, _, error = send()
    assert code == 1
    assert "\x1b" not in error
