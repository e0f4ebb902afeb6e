"""What texts state of facts: breaches with the words at fault, and look-alikes that must stay silent."""

from __future__ import annotations

import datetime

import pytest
from words import DATE, grounds_of, said

from segsite.brand.facts.facts import Facts
from segsite.building import BuildOptions, build
from segsite.diagnostics import Severity

SITE = r"""
-- brand/brand.yaml --
name: Halfday
legal_name: Halfday Ltd.
others: [Montague]
-- brand/facts.yaml --
customers:
  value: 2400
  written: 2,400+
  owner: "@finance"
  expires: 2027-06-30
  guard: '(?P<value>[\d,.]+\+?) customers'
invoices:
  value: 3100000
  written: 3.1 million
  guard: '(?P<value>[\d.]+ million) invoices|(?P<value>[\d,.]+) invoices'
price:
  value: 19
  written: €19
  unit: euro a month
  guard: '(?P<value>[€$£]? ?\d+(?:[.,]\d+)?(?: ?(?:€|euros?))?) a month'
trial:
  value: 30
  written: 30 days
  unit: days
  guard: ['free for (?P<value>[\w-]+ \w+)', '(?P<value>\d+)-day trial', '(?P<value>\d+ \w+) free']
same_day:
  value: 87
  written: 87%
  guard: '(?P<value>\d+%) of invoices'
uptime:
  value: 99.96
  written: 99.96%
  guard: 'up (?P<value>[\d.]+) ?% of the time'
reminders:
  value: 4
  written: four
  guard: '(?P<value>\d+) (?:polite )?reminders'
level:
  value: IAL2
  guard: '\b(?P<value>IAL\d)\b'
hours:
  value: "07:00-19:00"
  written: from seven to seven
  guard: 'open (?P<value>from \w+ to \w+)'
staff:
  value: 46
  written: "46"
  guard: '(?P<value>\d+) people (?:work here|on the team)'
founded:
  value: 2017
  guard: '\b(?:founded|began|since) (?:in )?(?P<value>\d{4})\b'
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    return Facts(grounds_of(tmp_path_factory.mktemp("facts"), SITE))


def found(facts, passage):
    return [(finding.rule.name.removeprefix("fact/"), finding.place.text) for finding in facts.of_words(passage, None)]


CONTRADICTED = [
    ("Trusted by 2,000 customers.", "2,000"),
    ("2000 customers send their invoices with us.", "2000"),
    ("Join 2,000+ customers.", "2,000+"),
    ("More than 3,000 customers trust us.", "3,000"),
    ("Two thousand customers can be wrong, too.", "Two thousand"),
    ("Some two thousand five hundred customers.", "two thousand five hundred"),
    ("We have 2.5k customers.", "2.5k"),
    ("We have 24k customers.", "24k"),
    ("We serve 12,400 customers.", "12,400"),
    ("We serve 1.2 million customers.", "1.2 million"),
    ("A dozen customers started with us.", "A dozen"),
    ("Half a million customers by now.", "Half a million"),
    ("Our 2.000 customers", "2.000"),
    ("We have two hundred customers.", "two hundred"),
    ("We have twenty-four customers.", "twenty-four"),
    ("Nearly 2,400 customers.", "2,400"),
    ("Fewer than 2,400 customers.", "2,400"),
    ("Halfday has 2,000 customers.", "2,000"),
    ("Halfday's 2,000 customers", "2,000"),
    ("At Halfday, 2,000 customers sleep well.", "2,000"),
    ("Unlike ServiceCo with its 10,000 customers, we have 2,000 customers.", "2,000"),
    ("If you wonder, 2,000 customers trust us.", "2,000"),
    ("Your invoice goes out at once, as it does for 2,000 customers.", "2,000"),
    ("Since January, 2,000 customers have joined us.", "2,000"),
    ("In 2026, 2,000 customers trust us.", "2,000"),
    ("They asked. We answered: 2,000 customers.", "2,000"),
    ("“Fast” is what 2,000 customers call it.", "2,000"),
    ("Over 2,000 Customers Trust Our Reminders", "2,000"),
    ("Support answers 2,000 customers.", "2,000"),
    ("Read it at https://halfday.example/ with 2,000 customers.", "2,000"),
    ("2 500 customers", "2 500"),
    ("We sent 3 million invoices.", "3 million"),
    ("We sent 3.2 million invoices.", "3.2 million"),
    ("We sent three million invoices.", "three million"),
    ("We sent 3M invoices.", "3M"),
    ("We sent 3,000,000 invoices.", "3,000,000"),
    ("We sent 310,000 invoices.", "310,000"),
    ("From €29 a month.", "€29"),
    ("From € 29 a month.", "€ 29"),
    ("From 29 euros a month.", "29 euros"),
    ("From twenty-nine euros a month.", "twenty-nine euros"),
    ("From EUR 29 a month.", "EUR 29"),
    ("From $19 a month.", "$19"),
    ("From £19 a month.", "£19"),
    ("From €19.50 a month.", "€19.50"),
    ("You pay €29 a month.", "€29"),
    ("It is free for 14 days.", "14 days"),
    ("It is free for fourteen days.", "fourteen days"),
    ("It is free for two weeks.", "two weeks"),
    ("Start your 14-day trial.", "14"),
    ("Start your fourteen-day trial.", "fourteen"),
    ("You have 14 days free.", "14 days"),
    ("The first 14 days free.", "14 days"),
    ("86% of invoices leave at once.", "86%"),
    ("86 percent of invoices leave at once.", "86 percent"),
    ("Eighty-six per cent of invoices leave at once.", "Eighty-six per cent"),
    ("It is up 99.9% of the time.", "99.9"),
    ("It sends three reminders.", "three"),
    ("It sends 5 polite reminders.", "5"),
    ("You get five reminders.", "five"),
    ("We are open from eight to five.", "from eight to five"),
    ("45 people work here.", "45"),
    ("Founded in 2015, by two plumbers.", "2015"),
    ("Trusted since 2016.", "2016"),
    ("The company: forty-five people on the team.", "forty-five"),
]


@pytest.mark.parametrize(("text", "words"), CONTRADICTED)
def test_a_value_that_is_not_the_facts_is_found_at_its_words(facts, text, words):
    assert found(facts, said(text)) == [("contradicted", words)]


TYPED = [
    ("Trusted by 2,400+ customers.", "2,400+"),
    ("Trusted by 2,400 customers.", "2,400"),
    ("Trusted by 2400 customers.", "2400"),
    ("Trusted by over 2,400 customers.", "2,400"),
    ("Trusted by more than 2.4k customers.", "2.4k"),
    ("Trusted by two thousand four hundred customers.", "two thousand four hundred"),
    ("Trusted by twenty-four hundred customers.", "twenty-four hundred"),
    ("We sent 3.1 million invoices.", "3.1 million"),
    ("We sent 3,100,000 invoices.", "3,100,000"),
    ("We sent 3.1M invoices.", "3.1M"),
    ("From €19 a month.", "€19"),
    ("From nineteen euros a month.", "nineteen euros"),
    ("From 19 a month.", "19"),
    ("Free for 30 days.", "30 days"),
    ("Free for thirty days.", "thirty days"),
    ("A 30-day trial.", "30"),
    ("87% of invoices leave at once.", "87%"),
    ("It is up 99.96% of the time.", "99.96%"),
    ("It sends four reminders.", "four"),
    ("It sends 4 reminders.", "4"),
    ("We reach IAL2.", "IAL2"),
    ("We are open from 7 to 7.", "from 7 to 7"),
    ("46 people work here.", "46"),
]


@pytest.mark.parametrize(("text", "words"), TYPED)
def test_the_right_value_typed_by_hand_is_a_suggestion(facts, text, words):
    assert found(facts, said(text)) == [("typed", words)]


SILENT = [
    "See https://halfday.example/2,000 customers/list.",
    "Write to 2000@halfday.example customers only.",
    "The file is called brand/2,000.md customers.",
    "Type `**********************`.",
    "A customer says: “I saw 2,000 customers on one page.”",
    '"They told me of 2,000 customers," she said.',
    "Er sagte: „Das sind 2,000 customers hier.“",
    "« Ce sont 2,000 customers ici »",
    "Acme has 9,000 customers.",
    "Acme's 9,000 customers wait for months.",
    "At Acme, 9,000 customers wait.",
    "ServiceCo, which serves 10,000 customers, sends paper.",
    "Take a firm like ServiceCo, which serves 10,000 customers.",
    "Like ServiceCo with its 10,000 customers.",
    "Montague tells 9,000 customers to wait.",
    "The 9,000 customers of Montague wait.",
    "Last week Acme Billing Ltd told 9,000 customers.",
    "According to Gartner, 9,000 customers left last month.",
    "ServiceCo is big. It has 9,000 customers.",
    "Their 500 customers are happy.",
    "They serve 500 customers.",
    "Other providers have 9,000 customers.",
    "The industry has 9,000 customers to a supplier.",
    "Our competitors share 9,000 customers.",
    "9,000 customers use ServiceCo.",
    "Your 50 customers get their invoices at once.",
    "Your first 50 customers are the hardest.",
    "You have 500 customers and one evening.",
    "You've got 500 customers.",
    "If you have 500 customers, you need this.",
    "Imagine you had 500 customers.",
    "For example, 500 customers in one street.",
    "Made for up to 500 customers.",
    "Every 500 customers, it sends a report.",
    "The first 100 customers got a cake.",
    "Businesses with 500 customers like it.",
    "For firms that have 500 customers.",
    "Fit for 50-500 customers.",
    "One or two customers forget; two or three customers do not.",
    "In 2019 we had 500 customers.",
    "By 2030, 9,000 customers will sleep well.",
    "We started with 12 customers.",
    "We grew from 12 customers.",
    "We do not have 9,000 customers.",
    "Not 9,000 customers, and not for show.",
    "Whether you have 5 customers matters little.",
    "Version 2.4.1 customers",
    "One customer sends flowers.",
    "Hundreds of customers, thousands of invoices.",
    "Customers: 2,000 of them are asleep.",
    "There are 2,000 clients in the cellar.",
    "ServiceCo costs €49 a month.",
    "Other tools cost €49 a month.",
    "Their 14-day trial ends too soon.",
    "Acme charges $99 a month.",
    "In 2025, 640,000 invoices left at once.",
    "You send 500 invoices a year.",
    "Seven people work there.",
    "When you have 9,000 customers, call us.",
    "Nine out of 10 customers pay.",
    "It is as if 9,000 customers had called.",
    "There are three levels: IAL1 and IAL3 are two of them.",
    "",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_look_alike_stays_silent(facts, text):
    assert found(facts, said(text)) == []


def test_a_quotation_is_somebody_elses(facts):
    text = "We are one of 2,000 customers."
    assert found(facts, said(text, "quotation")) == []
    assert found(facts, said(text, scope=("text", "blockquote"))) == []
    assert found(facts, said(text, quoted=((0, len(text)),))) == []


def test_comments_state_nothing(facts):
    assert found(facts, said("2,000 customers", scope=("comment",))) == []


def test_a_contradiction_says_what_it_should_be_and_who_vouches_for_it(facts):
    (finding,) = facts.of_words(said("Trusted by 2,000 customers."), None)
    assert finding.severity is Severity.ERROR
    assert finding.message == "This says 2,000; the fact `customers` is 2,400+."
    assert finding.hint == (
        "Write `{{ facts.customers }}`, or correct brand/facts.yaml if the world has changed (@finance vouches for it)."
    )
    assert finding.fix is None


def test_where_no_expression_is_filled_the_words_themselves_are_given(facts):
    (finding,) = facts.of_words(said("Trusted by 2,000 customers.", file="brand/brand.yaml"), None)
    assert finding.hint.startswith("Write `2,400+`, or")


@pytest.mark.parametrize("file", ["brand/brand.yaml", "brand/facts.yaml", "themes/plain/theme.yaml", "segsite.yaml"])
def test_a_value_may_be_typed_where_no_expression_is_filled(facts, file):
    assert found(facts, said("Trusted by 2,400+ customers.", file=file)) == []


@pytest.mark.parametrize(
    ("text", "stretch", "expression"),
    [
        ("Trusted by 2,400+ customers.", "2,400+", "{{ facts.customers }}"),
        ("From €19 a month.", "€19", "{{ facts.price }}"),
        ("It is up 99.96% of the time.", "99.96%", "{{ facts.uptime }}"),
        ("It sends four reminders.", "four", "{{ facts.reminders }}"),
    ],
)
def test_the_fix_puts_in_the_expression_where_it_prints_the_same_words(facts, text, stretch, expression):
    (finding,) = facts.of_words(said(text), None)
    assert finding.rule.severity is Severity.SUGGESTION
    assert (finding.fix.place.text, finding.fix.text) == (stretch, expression)


@pytest.mark.parametrize("text", ["Trusted by 2,400 customers.", "A 30-day trial.", "It sends 4 reminders."])
def test_there_is_no_fix_where_the_words_would_change(facts, text):
    (finding,) = facts.of_words(said(text), None)
    assert finding.fix is None
    assert "which prints" in finding.hint


def test_numbers_are_read_as_the_texts_language_writes_them(facts):
    assert found(facts, said("Wir haben 2.000 customers.", locale="de")) == [("contradicted", "2.000")]
    assert found(facts, said("Wir haben 2.400 customers.", locale="de")) == [("typed", "2.400")]


def test_the_same_wording_is_judged_once(facts):
    passage = said("Trusted by 2,000 customers.")
    list(facts.of_words(passage, None))
    noted = dict(passage.wording.notes)
    list(facts.of_words(passage, None))
    assert passage.wording.notes == noted
    assert noted


def test_words_that_state_nothing_cost_nothing(facts):
    assert facts.of_words(said("Good morning."), None) == ()


def test_a_sentence_that_says_the_right_value_too_compares(facts):
    text = "It was 2,000 customers when we moved, and is 2,400+ customers now. We have 2,000 customers."
    assert found(facts, said(text)) == [("typed", "2,400+"), ("contradicted", "2,000")]


# -- expiry ----------------------------------------------------------------------------------------------------


def test_a_fact_that_has_expired_may_not_be_stated(tmp_path):
    facts = Facts(grounds_of(tmp_path, SITE, date=datetime.date(2027, 7, 1)))
    findings = list(facts.of_words(said("Trusted by 2,400+ customers."), None))
    assert [finding.rule.name for finding in findings] == ["fact/typed", "fact/expired"]
    assert findings[1].message == "The fact `customers` expired on 2027-06-30."
    assert "@finance" in findings[1].hint


def test_a_fact_holds_on_its_last_day(tmp_path):
    facts = Facts(grounds_of(tmp_path, SITE, date=datetime.date(2027, 6, 30)))
    assert found(facts, said("Trusted by 2,400+ customers.")) == [("typed", "2,400+")]


def test_a_fact_in_use_that_expires_soon_is_told_once_where_its_day_is_written(tmp_path):
    facts = Facts(grounds_of(tmp_path, SITE, date=datetime.date(2027, 6, 1)))
    assert list(facts.of_site(())) == []
    list(facts.of_words(said("Trusted by 2,400+ customers."), None))
    list(facts.of_words(said("Trusted by 2,400 customers."), None))
    (finding,) = facts.of_site(())
    assert (finding.rule.name, finding.severity) == ("fact/expires-soon", Severity.WARNING)
    assert finding.place.text == "2027-06-30"


# -- guards ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("guard", "words"),
    [
        (r"'(?P<value>\d+ customers'", "cannot be read"),
        (r"'(?P<valeu>\d+) customers'", "`valeu` says nothing"),
        ("'[a-'", "cannot be read"),
        ("'(?P<value>x*)'", "matches any text"),
    ],
)
def test_a_guard_that_cannot_be_used_is_found_in_its_file(tmp_path, guard, words):
    text = f"-- brand/facts.yaml --\ncustomers:\n  value: 5\n  guard: {guard}\n"
    (finding,) = Facts(grounds_of(tmp_path, text)).of_site(())
    assert finding.rule.name == "fact/guard"
    assert (finding.place.file, finding.place.line) == ("brand/facts.yaml", 3)
    assert words in finding.message


def test_a_guard_that_takes_too_long_is_a_finding_and_no_hang(tmp_path):
    guards = r"['(?P<value>\d+) customers', '(a|a)+(a|a)+(a|a)+$b']"
    text = f"-- brand/facts.yaml --\ncustomers:\n  value: 5\n  guard: {guards}\n"
    facts = Facts(grounds_of(tmp_path, text))
    assert found(facts, said("6 customers " + "a" * 5000)) == [("contradicted", "6")]
    (finding,) = facts.of_site(())
    assert (finding.rule.name, finding.place.line) == ("fact/guard", 3)
    assert "too long" in finding.message


def test_a_value_that_another_facts_guard_knows_is_no_mistake(tmp_path):
    text = r"""
-- brand/facts.yaml --
with_us: {value: 9, written: 9 days, guard: 'paid in (?P<value>\d+ days)'}
without: {value: 31, written: 31 days, guard: 'paid in (?P<value>\d+ days)'}
"""
    facts = Facts(grounds_of(tmp_path, text))
    assert found(facts, said("It is paid in 31 days.")) == [("typed", "31 days")]
    assert found(facts, said("It is paid in 12 days.")) == [("contradicted", "12 days")] * 2


# -- in a site -------------------------------------------------------------------------------------------------

GUARDED = r"""
-- brand/facts.yaml --
customers: {value: 2400, written: "2,400+", guard: '(?P<value>[\d,.]+\+?) customers'}
"""
WRONG = "1,000 customers"


def placed(folder):
    findings = build(BuildOptions(folder, DATE), lambda _: None, write=False).findings
    return [
        (str(finding.place), finding.place.text, len(finding.outputs))
        for finding in findings
        if finding.rule.name == "fact/contradicted"
    ]


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("content/segments/trades/segment.yaml", f"message:\n  promise: We have {WRONG}.\n", "2:20"),
        ("content/segments/trades/segment.yaml", f"message:\n  promise: >\n    We have\n    {WRONG}.\n", "4:5"),
        ("content/segments/trades/segment.yaml", f"ctas:\n  x: {{label: 'Join {WRONG}', url: /}}\n", "2:20"),
        ("content/segments/trades/segment.yaml", f"message:\n  value_props:\n    - text: Join {WRONG}\n", "3:18"),
        ("content/segments/segments.csv", f'id,message.promise\nfarms,"So, {WRONG}"\n', "2:12"),
        ("content/segments/a.md", f"---\ntitle: For {WRONG}\n---\nHello.\n", "2:12"),
        ("content/segments/a.md", f"---\ntitle: A\ndescription: |\n  For all\n  {WRONG}\n---\nHello.\n", "5:3"),
        ("content/segments/a.md", f"---\ntitle: A\n---\n**Our {WRONG}** know.\n", "4:7"),
        ("content/segments/a.md", "---\ntitle: A\n---\n- Our _1,000_ customers\n- [1,000 customers](/)\n", "4:8"),
        ("content/segments/a.md", f"---\ntitle: A\n---\n| a | b |\n|--|--|\n| c | {WRONG} |\n", "6:7"),
        ("content/segments/a.md", f"---\ntitle: A\n---\n::: hero\neyebrow: Join {WRONG}\n---\n# A\n:::\n", "5:15"),
        ("content/segments/a.md", f"---\ntitle: A\n---\n::: features\n### {WRONG}\nB\n:::\n", "5:5"),
        ("content/segments/emails/a.md", f"---\nsubject: Join {WRONG}\n---\nHello.\n", "2:15"),
        ("content/segments/emails/a.md", f"---\nsubject: A\npreheader: Join {WRONG}\n---\nHello.\n", "3:17"),
        ("brand/brand.yaml", f"name: Acme\ntagline: The choice of {WRONG}\n", "2:24"),
    ],
)
def test_a_contradiction_is_found_where_it_is_written(site, file, text, place):
    found = placed(site(f"{GUARDED}-- {file} --\n{text}"))
    assert [(at, words) for at, words, _ in found][:1] == [(f"{file}:{place}", "1,000")]


def test_a_contradiction_in_a_block_is_one_finding_with_all_its_outputs(site):
    text = f"{GUARDED}-- content/library/proof.md --\n::: prose\nAll {WRONG}.\n:::\n"
    page = "---\ntitle: A\n---\n# A\n\n::: use proof :::\n"
    for name in ("one", "two", "three"):
        text += f"-- content/segments/{name}/segment.yaml --\n-- content/segments/{name}/index.md --\n{page}"
    assert placed(site(text)) == [("content/library/proof.md:2:5", "1,000", 3)]


def test_the_fact_itself_and_what_it_fills_are_never_findings(site):
    text = """-- content/segments/index.md --
---
title: For {{ facts.customers }} customers
---
# {{ facts.customers }} customers

All {{ facts.customers | upper }} customers, and {{ message.promise }}
-- content/segments/segment.yaml --
name: Everyone
audience: people
message: {promise: "{{ facts.customers }} customers.", headline: "Yes"}
"""
    report = build(BuildOptions(site(GUARDED + text), DATE), lambda _: None, write=False)
    assert [finding for finding in report.findings if finding.rule.name.startswith("fact/")] == []


def test_another_facts_value_is_found_where_its_expression_stands(site):
    text = (
        GUARDED
        + "staff: {value: 46}\n-- content/segments/a.md --\n---\ntitle: A\n---\nAll {{ facts.staff }} customers.\n"
    )
    assert placed(site(text)) == [("content/segments/a.md:4:5", "{{ facts.staff }}", 1)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ask Montague. You can call them from seven, for you are free for 30 days.", []),
        ("Ask Montague, or ask us. You are free for 30 days.", [("typed", "30 days")]),
        ("Ask Montague. You are free for 60 days.", [("contradicted", "60 days")]),
    ],
)
def test_the_right_value_is_not_taken_for_ours_where_another_company_is_spoken_of(facts, text, words):
    assert found(facts, said(text)) == words


def test_a_name_that_stands_among_others_is_not_stated(facts):
    assert found(facts, said("Choose IAL1, IAL2 or IAL3.")) == []


def test_a_name_that_stands_by_itself_is_not_replaced_unasked(facts):
    [finding] = facts.of_words(said("This is an IAL2 form."), None)
    assert (finding.rule.name, finding.fix) == ("fact/typed", None)
