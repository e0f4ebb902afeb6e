"""Rules about claims: the sentences the company may say, and the words that need one."""

from segsite.diagnostics import Rule, Severity

CLAIM_GUARD = Rule(
    "claim/guard",
    Severity.ERROR,
    holds="The `guards` of a claim, and those under `claims:` in brand.yaml, are regular expressions.",
    why="A guard that cannot be read guards nothing, and nobody would notice.",
    mend="Write a pattern of the words that need a claim.",
    wrong="claims:\n  guards:\n    superlatives: ['(best']",
    right="claims:\n  guards:\n"
    "    superlatives: ['\\b(?:best|cheapest|fastest|leading) (?:app|choice|service|software|way)\\b']\n"
    "    firsts: ['(?<!\\w)#1\\b', '\\bnumber one\\b']\n"
    "    guarantees: ['\\bguarante(?:e|es|ed)\\b', '\\brisk[- ]free\\b']\n"
    "    only: ['\\bthe only (?:one|app|company)\\b']\n"
    "    certificates: ['\\b(?:ISO|SOC) ?\\d+\\b', '\\bcertified (?:by|to)\\b']",
)
CLAIM_UNAPPROVED = Rule(
    "claim/unapproved",
    Severity.ERROR,
    holds="Words that a guard names (superlatives, guarantees, certificates) rest on an approved claim: the sentence "
    "refers to it with `[^claim:ID]`, says it word for word, prints it with `{{ claims['ID'] }}`, or is a value "
    "proposition with `claim: ID`. Quotations, other companies, suppositions, denials and code are not meant.",
    why="What cannot be proved costs trust, and in many countries a fine.",
    mend="Refer to the claim that proves it, or say it in words that need no proof.",
    wrong="You are paid twice as fast, guaranteed.",
    right="You are paid twice as fast.[^claim:faster-payment]",
)
CLAIM_UNKNOWN = Rule(
    "claim/unknown",
    Severity.ERROR,
    holds="A reference to a claim names one of brand/claims.yaml, and stands in Markdown, behind its sentence.",
    why="A reference to nothing proves nothing, and readers would see its brackets.",
    mend="Use the id of a claim in brand/claims.yaml.",
    wrong="You are paid sooner.[^claim:faster-paiment]",
    right="You are paid sooner.[^claim:faster-payment]",
)
CLAIM_WRONG_SEGMENT = Rule(
    "claim/wrong-segment",
    Severity.ERROR,
    holds="A claim is said to the segments it names under `segments`, and to those below them.",
    why="What is true for roofers may be false for dentists, who would buy because of it.",
    mend="Take it out for this segment; or, if it is true for it, have the claim's owner add the segment.",
    wrong="value_props:\n  - {title: Works offline, claim: offline}      # offline: {segments: [trades]}, for studios",
    right="value_props:\n  - {title: Works in any browser, claim: any-browser}",
)
CLAIM_SEGMENT_UNKNOWN = Rule(
    "claim/segment-unknown",
    Severity.ERROR,
    holds="The `segments` of a claim are ids of segments.",
    why="A claim for a segment that does not exist may be said to nobody.",
    mend="Use the id of a segment; `segsite list` shows them.",
    wrong="segments: [trade]",
    right="segments: [trades]",
)
CLAIM_EXPIRED = Rule(
    "claim/expired",
    Severity.ERROR,
    holds="A claim is said until the day it `expires`, and no longer.",
    why="Its evidence is old; nobody vouches for it any more.",
    mend="Have its owner renew the evidence and set a new day in brand/claims.yaml, or take the sentence out.",
    wrong="Paid 22 days sooner.[^claim:faster]      # faster: {expires: 2026-06-30}",
    right="Paid 22 days sooner.[^claim:faster]      # faster: {expires: 2027-06-30}",
)
CLAIM_EXPIRES_SOON = Rule(
    "claim/expires-soon",
    Severity.WARNING,
    holds="A claim in use is renewed at least 30 days before it expires.",
    why="On the day after, every touchpoint that says it fails its build.",
    mend="Have its owner renew the evidence, and set a new day.",
    wrong="faster: {sentence: …, expires: 2026-12-01}",
    right="faster: {sentence: …, expires: 2027-12-01}",
)
CLAIM_EVIDENCE_MISSING = Rule(
    "claim/evidence-missing",
    Severity.ERROR,
    holds="Every claim has `evidence`: an address on the web, or a file below `brand/`.",
    why="A claim without evidence is an opinion.",
    mend="Say where it is: `evidence: https://…`, or the path of a file in `brand/`, such as `evidence/study.pdf`.",
    wrong="evidence: the study",
    right="evidence: evidence/payment-times-2026.pdf",
)
