"""The facts and claims of the sample site: each guard knows the sentences it is for."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from segsite.building import BuildOptions, build
from sites import BASE, write_site

ROOT = Path(__file__).resolve().parents[1]

CONTRADICTED = {
    "customers": "Three thousand businesses use Halfday.",
    "founded": "We have done this since 2012.",
    "staff": "There are sixty of us.",
    "countries": "We are at home in 20 countries.",
    "invoices_sent": "There are 4 million invoices on their way.",
    "study_invoices": "There are 90,000 invoices in the study.",
    "days_with": "It is paid within 12 days.",
    "days_without": "An invoice at the month's end takes 40 days.",
    "days_sooner": "It is paid 30 days sooner.",
    "same_half_day": "We found that 95% of them leave within the half-day.",
    "second_reminder": "We found that 60% are paid before a second reminder.",
    "write_time": "The usual time is two minutes.",
    "reminders": "We send five reminders.",
    "accounting_packages": "We write to thirty accounting packages.",
    "invoice_languages": "We write in twelve languages.",
    "price_solo": "Prices start from €15 a month.",
    "price_team": "Team costs €59 a month.",
    "price_company": "Company is €99 a month.",
    "trial": "There is a 14-day trial.",
    "setup": "The set-up takes 20 minutes.",
    "support_reply": "The first reply takes five minutes.",
    "uptime": "We are there 99.5% of the time.",
}
"""For each fact with a guard, a sentence that says something else."""

FINE = """\
In 2,400+ businesses they say so. A firm with 300 customers has your 300 customers' work. Up to ten people work there.
“We have nine businesses to look after”, says a bookkeeper. After a second reminder you ring. It took us nine days. In
Cork, a day is not free. The set-up is by telephone. Three people, one address. Every two languages differ.
"""
"""What states none of the facts, or states them rightly."""

UNAPPROVED = (
    "Halfday is the best invoicing software.",
    "Halfday is the #1.",
    "It is the world's favourite.",
    "You are paid on time, guaranteed.",
    "Try it risk-free.",
    "It is the only app that does so.",
    "We are ISO 27001 certified by somebody.",
    "Everything is encrypted.",
    "You are paid three times as fast.",
)


FAMILIES = {"fact/", "claim"}


def breaches(folder, paragraphs):
    """The rules of facts and claims that each paragraph breaks, by its number."""
    write_site(folder, BASE)
    shutil.copytree(ROOT / "brand", folder / "brand", dirs_exist_ok=True)
    page = "\n\n".join(("---\ntitle: A page\n---", *paragraphs))
    write_site(folder, f"-- content/segments/said.md --\n{page}\n")
    report = build(BuildOptions(folder, datetime.date(2026, 11, 21)), lambda _: None, write=False)
    found = [finding for finding in report.findings if finding.place.file == "content/segments/said.md"]
    return {
        (finding.rule.name, (finding.place.line - 5) // 2) for finding in found if finding.rule.name[:5] in FAMILIES
    }


@pytest.fixture(scope="module")
def contradicted(tmp_path_factory):
    return breaches(tmp_path_factory.mktemp("facts"), CONTRADICTED.values())


@pytest.mark.parametrize("fact", CONTRADICTED)
def test_a_guard_knows_the_sentence_that_contradicts_its_fact(contradicted, fact):
    assert ("fact/contradicted", list(CONTRADICTED).index(fact)) in contradicted


def test_guards_pass_what_states_something_else(tmp_path):
    assert {rule for rule, _ in breaches(tmp_path, [FINE])} <= {"fact/typed"}


def test_what_needs_a_claim_is_found(tmp_path):
    assert breaches(tmp_path, UNAPPROVED) >= {("claim/unapproved", number) for number in range(len(UNAPPROVED))}


def test_a_claim_for_some_is_not_for_all(tmp_path):
    assert breaches(tmp_path, ["It works offline."]) == {("claim/wrong-segment", 0)}
