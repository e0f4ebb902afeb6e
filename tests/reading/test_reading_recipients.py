"""Sample recipients: who there is, and what is wrong with the file."""

from __future__ import annotations

import pytest

from segsite.cli import main
from segsite.diagnostics import Findings
from segsite.model.config import SiteConfig
from segsite.reading.files import SiteFiles
from segsite.reading.recipients import read_recipients

CONFIG = {"name": "Acme", "base_url": "https://www.acme.example", "theme": "plain"}
HEAD = "-- brand/recipients.yaml --\n"


@pytest.fixture
def read(site):
    def run(text, fields=None):
        findings = Findings()
        config = SiteConfig.model_validate({**CONFIG, "email": {"fields": fields or {}}})
        found = read_recipients(SiteFiles(site(HEAD + text), findings), config, findings)
        return found, [(str(one.place), one.rule.name, one.message, one.hint) for one in findings]

    return run


def test_recipients_keep_their_order_and_the_unknown_one_is_last(read):
    found, wrong = read("robin: {label: On trial, fields: {first_name: Robin, seats: 3}}\nkim: {label: Plain}\n")
    assert wrong == []
    assert list(found) == ["robin", "kim", "unknown"]
    assert found["robin"].fields == {"first_name": "Robin", "seats": 3}
    assert found["unknown"].fields == {}


def test_a_site_without_the_file_has_the_unknown_one(site):
    findings = Findings()
    found = read_recipients(SiteFiles(site(), findings), SiteConfig.model_validate(CONFIG), findings)
    assert list(found) == ["unknown"]
    assert len(findings) == 0


@pytest.mark.parametrize(
    ("text", "place", "rule", "message", "hint"),
    [
        ("robin:\n  fields: {}\n", "2:3", "schema/missing-key", "`label` is missing.", "Add `label: …`."),
        ("robin: Robin\n", "1:8", "schema/wrong-type", "`robin` takes a map of `key: value` lines.", "Write `robin: {"),
        ("unknown: {label: x}\n", "1:1", "schema/wrong-type", "`unknown` is there in every site", "Call this one"),
        (
            "robin: {label: x, field: {}}\n",
            "1:19",
            "schema/unknown-key",
            "`field` is not a key",
            "Did you mean `fields`",
        ),
        ("a: {label: x, fields: {fist: 1}}\n", "1:24", "email/field", "`fist` is not a field", "Did you mean `first`?"),
        ("a: {label: x, fields: {zz: 1}}\n", "1:24", "email/field", "`zz` is not a field", "`email: fields:`"),
        (
            "a: {label: x, fields: {view_url: y}}\n",
            "1:24",
            "email/field",
            "`view_url` is the platform's",
            "Leave it out",
        ),
        ("a: {label: x, fields: {a-b: y}}\n", "1:24", "email/field", "`a-b` cannot be the name", "underscores"),
        ("- robin\n", "1:1", "schema/wrong-type", "This holds a list", ""),
    ],
)
def test_mistakes_are_findings(read, text, place, rule, message, hint):  # noqa: PLR0917 - each is a column
    found, wrong = read(text, {"first": {}})
    assert [(one[0], one[1]) for one in wrong] == [(f"brand/recipients.yaml:{place}", rule)]
    assert wrong[0][2].startswith(message)
    assert hint in wrong[0][3]
    assert found["unknown"].fields == {}


def test_without_a_list_of_fields_every_name_is_one(read):
    _, wrong = read("a: {label: x, fields: {fist: 1}}\n")
    assert wrong == []


def test_a_check_reads_the_file_too(site, capsys):
    assert main(["check", "--site", str(site(f"{HEAD}robin: Robin\n"))]) == 1
    assert "brand/recipients.yaml:1:8" in capsys.readouterr().out
