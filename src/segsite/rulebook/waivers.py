"""Rules about what excuses findings: waivers, and the baseline of a site that adopts segsite."""

from segsite.diagnostics import Rule, Severity

_WAIVER = """\
- rule: voice/Acme.Jargon
  where: content/segments/trades/index.md
  text: best of breed
  why: The name of a product.
  who: "@brand"
  until: 2027-06-30"""

EXPIRED = Rule(
    "waiver/expired",
    Severity.ERROR,
    holds="A waiver excuses findings until the day it names, and no longer.",
    why="An exception that nobody looks at again is a new standard that nobody has decided.",
    mend="Mend what it excused and delete it, or agree on a new day with the one who answers for it.",
    wrong="until: 2021-06-30",
    right="until: 2031-06-30",
)
UNUSED = Rule(
    "waiver/unused",
    Severity.WARNING,
    holds="A waiver excuses something.",
    why="One that excuses nothing today would excuse, in silence, what somebody writes tomorrow.",
    mend="Delete it, or correct what it says of rule, file and words.",
    wrong="- rule: voice/Acme.Jargon\n  where: content/segments/index.md   # which holds no jargon any more",
    right="Nothing: the waiver is deleted.",
)
UNKNOWN_RULE = Rule(
    "waiver/unknown-rule",
    Severity.ERROR,
    holds="A waiver names a rule that exists, or a pattern that some rule fits: `voice/Acme.*`.",
    why="A mistyped name would excuse nothing, and everybody would believe it does.",
    mend="Correct the name; `segsite rule` lists all rules.",
    wrong=_WAIVER.replace("Jargon", "Jargn"),
    right=_WAIVER,
)
NOT_ALLOWED = Rule(
    "waiver/not-allowed",
    Severity.ERROR,
    holds="Waivers are for standards; what keeps a site from being built cannot be waived.",
    why="A file that cannot be read, or a link that leads nowhere, has no page to show, whoever agrees to it.",
    mend="Mend the finding, and delete the waiver.",
    wrong=_WAIVER.replace("voice/Acme.Jargon", "link/unresolved"),
    right=_WAIVER,
)
BASELINE_DAMAGED = Rule(
    "baseline/damaged",
    Severity.ERROR,
    holds="`brand/baseline.json` is as `segsite check --write-baseline` wrote it.",
    why="A baseline that cannot be read excuses nothing, or the wrong things.",
    mend="Take the file from version control again, or delete it and write a new one.",
    wrong='{"version": 1, "findings": [',
    right='{"version": 1, "findings": []}',
)
