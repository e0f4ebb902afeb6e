"""`segsite rule`: every rule explained."""

from __future__ import annotations

import json

import pytest

from segsite.cli import main
from segsite.rulebook import RULES


def test_all_rules_are_listed_by_family(capsys):
    assert main(["rule"]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in RULES)
    assert "\nlink\n" in shown


@pytest.mark.parametrize("name", sorted(RULES))
def test_each_rule_says_what_why_and_how(name, capsys):
    assert main(["rule", name]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    rule = RULES[name]
    for text in (name, rule.holds, f"Why: {rule.why}", f"Mend: {rule.mend}", rule.wrong, rule.right):
        assert " ".join(text.split()) in shown


def test_programs_get_json(capsys):
    assert main(["rule", "link/unresolved", "--format", "json"]) == 0
    (rule,) = json.loads(capsys.readouterr().out)["rules"]
    assert (rule["name"], rule["severity"]) == ("link/unresolved", "error")
    main(["rule", "--format", "json"])
    assert [rule["name"] for rule in json.loads(capsys.readouterr().out)["rules"]] == sorted(RULES)
