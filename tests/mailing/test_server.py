"""The mail server: the environment comes first, segsite.yaml second, and a password never stands in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from segsite.diagnostics import Findings, Source, UsageError
from segsite.mailing.server import Server, server_of
from segsite.model.email import Smtp
from segsite.reading.validate import as_mapping, validate
from segsite.reading.yaml_values import parse_yaml

ACME = Smtp(host="smtp.acme.example", port=2525, security="tls", user="ann")


def env(**said):
    return {f"SEGSITE_SMTP_{key.upper()}": value for key, value in said.items()}


def read(text: str) -> tuple[Smtp | None, list[str]]:
    findings = Findings()
    smtp = validate(Smtp, as_mapping(parse_yaml(Source("segsite.yaml", text), findings)), findings)
    return smtp, [f"{finding.place} {finding.message} {finding.hint}" for finding in findings]


def test_what_the_file_says_holds_where_the_environment_says_nothing():
    server = server_of(env(password="secret", port=""), ACME)
    assert server == Server("smtp.acme.example", 2525, "tls", "ann", "secret")


def test_the_environment_comes_first():
    said = env(host="smtp.acme.example", port="587", security="starttls", user="bob", password="secret", ca="/ca.pem")
    assert server_of(said, ACME) == Server(
        "smtp.acme.example", 587, "starttls", "bob", "secret", authorities=Path("/ca.pem")
    )


def test_what_is_said_of_one_server_does_not_count_for_another():
    assert server_of(env(host="localhost"), ACME) == Server("localhost", 587, "starttls")


def test_a_file_without_a_host_adds_to_that_of_the_environment():
    assert server_of(env(host="localhost"), Smtp(port=1025, security="none")) == Server("localhost", 1025, "none")


@pytest.mark.parametrize(
    ("said", "port", "security"),
    [
        ({}, 587, "starttls"),
        ({"security": "tls"}, 465, "tls"),
        ({"security": "none"}, 25, "none"),
        ({"port": "465"}, 465, "tls"),
        ({"port": "2525"}, 2525, "starttls"),
        ({"port": "465", "security": "starttls"}, 465, "starttls"),
    ],
)
def test_port_and_security_follow_from_each_other(said, port, security):
    server = server_of(env(host="smtp.acme.example", **said), Smtp())
    assert (server.port, server.security) == (port, security)


def test_the_line_break_of_a_secret_in_a_file_is_no_part_of_the_password():
    assert server_of(env(password=" secret \n"), ACME).password == " secret "


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ({}, "No mail server is named.", "Set SEGSITE_SMTP_HOST"),
        ({"host": "h", "port": "smtp"}, "SEGSITE_SMTP_PORT cannot be `smtp`.", "from 1 to 65535"),
        ({"host": "h", "port": "70000"}, "SEGSITE_SMTP_PORT cannot be `70000`.", "from 1 to 65535"),
        (
            {"host": "h", "security": "startls"},
            "SEGSITE_SMTP_SECURITY cannot be `startls`.",
            "Did you mean `starttls`?",
        ),
        ({"host": "https://h/"}, "SEGSITE_SMTP_HOST cannot be `https://h/`.", "name alone"),
        ({"host": "h", "user": "ann"}, "There is no password for `ann`.", "Set SEGSITE_SMTP_PASSWORD"),
        ({"host": "h", "password": "x"}, "There is a password, but no user to log in as.", "Set SEGSITE_SMTP_USER"),
        (
            {"host": "h", "user": "ann", "password": "x", "security": "none"},
            "The password would go to `h` unprotected.",
            "`starttls` or `tls`",
        ),
    ],
)
def test_what_cannot_be_reached_is_wrong_usage(said, message, hint):
    with pytest.raises(UsageError) as caught:
        server_of(env(**said), Smtp())
    assert caught.value.message == message
    assert hint in caught.value.hint


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_a_password_may_stay_unprotected_on_the_way_to_this_machine(host):
    assert server_of(env(host=host, user="ann", password="x", security="none"), Smtp()).password == "x"


def test_it_is_shown_by_name_and_port_without_the_password():
    server = server_of(env(password="secret"), ACME)
    assert str(server) == "smtp.acme.example:2525"
    assert str(Server("::1", 25, "none")) == "[::1]:25"
    assert "secret" not in repr(server)


def test_a_file_names_a_server():
    smtp, found = read("host: bücher.example\nport: 465\nsecurity: tls\nuser: ann\n")
    assert found == []
    assert (smtp.host, smtp.port) == ("xn--bcher-kva.example", 465)


def test_a_password_in_a_file_is_refused_with_the_way_to_go():
    _, (found,) = read("host: smtp.acme.example\npassword: hunter2\n")
    assert found.startswith("segsite.yaml:2:1 `password` is not a key here. A password never stands in a file.")
    assert "SEGSITE_SMTP_PASSWORD" in found
    assert "hunter2" not in found


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("port: 0", "1:7", "`port` cannot be `0`: a port is a number from 1 to 65535."),
        ("port: smtp", "1:7", "`port` takes a whole number."),
        ("security: ssl", "1:11", "`security` is `starttls`, `tls` or `none`."),
        ("host: smtp://acme", "1:7", "`host` cannot be `smtp://acme`: a domain is a name such as acme.example."),
        ("hots: acme", "1:1", "`hots` is not a key here."),
    ],
)
def test_mistakes_in_a_file_are_findings(text, place, message):
    _, (found,) = read(text + "\n")
    assert found.startswith(f"segsite.yaml:{place} {message}")
