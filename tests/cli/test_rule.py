"""`segsite rule`: every rule explained."""

from __future__ import annotations

import json

import pytest

from segsite.cli import main
from segsite.rulebook import RULES

VOICE = """\
-- brand/voice/Acme/Plain.yml --
extends: existence
message: "'%s' is not ours to say."
level: warning
tokens: [best ever]
"""


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """A folder outside of every site."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("nowhere")
def test_all_rules_are_listed_by_family(capsys):
    assert main(["rule"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in RULES)
    assert "\nlink\n" in shown


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize("name", sorted(RULES))
def test_each_rule_says_what_why_and_how(name, capsys):
    assert main(["rule", name]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    rule = RULES[name]
    for text in (name, rule.holds, f"Why: {rule.why}", f"Mend: {rule.mend}", rule.wrong, rule.right):
        assert " ".join(text.split()) in shown


@pytest.mark.usefixtures("nowhere")
def test_programs_get_json(capsys):
    assert main(["rule", "link/unresolved", "--format", "json"]) == 0
    (rule,) = json.loads(capsys.readouterr().out)["rules"]
    assert (rule["name"], rule["severity"]) == ("link/unresolved", "error")
    main(["rule", "--format", "json"])
    assert [rule["name"] for rule in json.loads(capsys.readouterr().out)["rules"]] == sorted(RULES)


def test_in_a_site_the_rules_of_its_brand_are_known(site, capsys):
    folder = site(VOICE)
    assert main(["rule", "voice/Acme.Plain", "--site", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("voice/Acme.Plain (warning)\n")
    assert "best ever" in shown
    assert main(["rule", "voice/Acme.Plan", "--site", str(folder)]) == 2
    assert "Did you mean `voice/Acme.Plain`?" in capsys.readouterr().err
    main(["rule", "--site", str(folder)])
    assert "  voice/Acme.Plain " in capsys.readouterr().out


def test_a_family_is_listed_by_itself(site, capsys):
    folder = str(site(VOICE))
    assert main(["rule", "voice/*", "--site", folder]) == 0
    shown = capsys.readouterr().out
    assert "  voice/Acme.Plain " in shown
    assert "link/" not in shown
    assert main(["rule", "voice/", "--site", folder]) == 2
    assert "Did you mean `voice/*`?" in capsys.readouterr().err


@pytest.mark.usefixtures("nowhere")
def test_outside_of_a_site_its_rules_are_not_known(capsys):
    assert main(["rule", "voice/Acme.Plain"]) == 2
    assert "The rules of a brand are known in its site" in capsys.readouterr().err


def test_the_site_is_the_one_around_here(site, capsys, monkeypatch):
    monkeypatch.chdir(site(VOICE) / "content")
    assert main(["rule", "voice/Acme.Plain"]) == 0
    assert "best ever" in capsys.readouterr().out


@pytest.mark.parametrize("level", ["error", "suggestion", "off"])
def test_a_level_is_the_one_that_the_brand_sets(site, capsys, level):
    brand = f"-- brand/brand.yaml --\nname: Acme\nrules: {{voice/Acme.*: {level}}}\n"
    folder = site(VOICE + brand)
    main(["rule", "voice/Acme.Plain", "--site", str(folder)])
    assert capsys.readouterr().out.startswith(f"voice/Acme.Plain ({level} here; warning by default)\n")
    main(["rule", "voice/Acme.Plain", "--site", str(folder), "--format", "json"])
    (rule,) = json.loads(capsys.readouterr().out)["rules"]
    assert (rule["severity"], rule["level"]) == ("warning", level)


def test_a_site_that_cannot_be_read_leaves_the_rules_of_segsite(site, capsys):
    folder = site("-- brand/brand.yaml --\nname: [\n")
    assert main(["rule", "link/unresolved", "--site", str(folder)]) == 0
    assert "segsite check" in capsys.readouterr().err
