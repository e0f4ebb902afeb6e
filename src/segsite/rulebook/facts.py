"""Rules about facts: the numbers and names the company vouches for."""

from segsite.diagnostics import Rule, Severity

FACT_GUARD = Rule(
    "fact/guard",
    Severity.ERROR,
    holds="A fact's `guard` is a regular expression, or a list of them, with `(?P<value>…)` around what is stated.",
    why="A guard that cannot be read guards nothing, and nobody would notice.",
    mend="Write a pattern of the sentences that state the fact, with `(?P<value>…)` around the value.",
    wrong="guard: '(?P<number>\\d+ customers'",
    right="guard: '(?P<value>[\\d,.]+\\+?) customers'",
)
FACT_CONTRADICTED = Rule(
    "fact/contradicted",
    Severity.ERROR,
    holds="A sentence that a fact's guard recognises states the fact's value. Number words, `2.4k`, `3.1 million`, "
    "grouping, currencies, percent and units of time are understood; `more than 2,400` and `2,400+` say the same. "
    "Not meant are: quotations, code and addresses; another company's number (`Acme's 9,000 customers`, `they serve "
    "500 customers`, the names under `others` in brand.yaml); the reader's own (`your 50 customers`); suppositions "
    "(`if you have`, `for example`, `up to 500 customers`) and ranges; another time (`in 2019`); and denials.",
    why="With two numbers for one thing, readers believe neither.",
    mend="Write `{{ facts.NAME }}`; or correct brand/facts.yaml, if the world has changed.",
    wrong="Trusted by 2,000 customers.",
    right="Trusted by {{ facts.customers }} customers.",
)
FACT_TYPED = Rule(
    "fact/typed",
    Severity.SUGGESTION,
    holds="Where a fact is stated in content, its value comes from brand/facts.yaml.",
    why="The value is right today. When the fact changes, whatever was typed by hand stays behind.",
    mend="Write `{{ facts.NAME }}` instead of the value.",
    wrong="Trusted by 2,400+ customers.",
    right="Trusted by {{ facts.customers }} customers.",
)
FACT_EXPIRED = Rule(
    "fact/expired",
    Severity.ERROR,
    holds="A fact is used until the day it `expires`, and no longer.",
    why="Nobody vouches for it any more; what was true when it was counted may be false now.",
    mend="Have its owner confirm it and set a new day in brand/facts.yaml, or take the sentence out.",
    wrong="Trusted by {{ facts.customers }} teams.      # customers: {expires: 2026-06-30}",
    right="Trusted by {{ facts.customers }} teams.      # customers: {expires: 2027-06-30}",
)
FACT_EXPIRES_SOON = Rule(
    "fact/expires-soon",
    Severity.WARNING,
    holds="A fact in use is confirmed at least 30 days before it expires.",
    why="On the day after, every page that uses it fails its build.",
    mend="Have its owner confirm it, and set a new day.",
    wrong="customers: {value: 2400, expires: 2026-12-01}",
    right="customers: {value: 2600, expires: 2027-12-01}",
)
