"""Whether a statement is one of ours, made here and now; a pattern cannot know.

It is not, and standards are silent, where one of these reasons holds:

- **Somebody else speaks**: a quotation, in quotation marks of at least three words or marked as one.
- **Another company's number**: another company is spoken of nearer to the number than we are (`Acme's 9,000
  customers`, `they serve 500 customers`, `other providers charge €49`, `a firm nearby has 500 customers`).
- **The reader's number**: `your 50 customers`, `you have 500 customers`. What is counted is theirs; times and
  prices that we give them are ours (`your 14-day trial`), and so is what we promise them (`your money back`).
- **A supposition**: `if you have`, `imagine`, `for example`, `up to 500 customers`, `every 500 customers`, a range.
- **Another time**: `in 2019`, `we started with`, `by 2030`.
- **A denial**: `not 500 customers`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from segsite.brand.guarding.addresses import is_in_address
from segsite.brand.sentences import sentence_at, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segsite.brand.guarding.companies import Companies
    from segsite.brand.passages import Block, Span

_QUOTATION = re.compile(
    r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|‘[^‘]*?’(?!\w)|(?<!\w)\"[^\"]*\"(?!\w)|‹[^‹›]*›",
)
_CLAUSE = re.compile(
    r";\s|:\s|\s[—–-]\s|—|\.\.\.|…|,?\s+(?:but|while|whereas)\s|,\s+(?:and|so|yet|or|nor)\s+(?!its\b|their\b)",
    re.IGNORECASE,
)
_ABOUT = (
    r"(?:\s+(?:the|a|an|some|about|around|roughly|nearly|almost|over|more\s+than|less\s+than|fewer\s+than|at\s+least|up\s+to|"
    r"first|last|next|other|own|very|existing|current|loyal|happy|new|paying|entire|\w+ly))*\W*$"
)
_SUPPLIERS = (
    r"(?:providers?|companies|vendors?|suppliers?|tools?|platforms?|systems?|software|products?|services?|apps?|brands?|"
    r"alternatives?|agenc(?:y|ies)|firms?|banks?|solutions?)"
)
_THEY = re.compile(
    r"\b(?:they|they're|they've|their|theirs|he|she|his|her|somebody|others|competitors?|rivals?|elsewhere|"
    r"(?:the|our)\s+(?:competition|industry|market)|industry\s+average|on\s+average,?\s+companies|"
    rf"(?:other|some|most|many|ordinary|typical|average|traditional|big)\s+(?:[\w-]+\s+)?{_SUPPLIERS}|"
    r"an?\s+(?:other|typical|average|ordinary|traditional)\s+\w+)\b",
    re.IGNORECASE,
)
_GROUPS = (
    r"(?:businesses|business|companies|company|firms?|teams?|customers?|clients?|practices?|shops?|agenc(?:y|ies)|studios?|anyone|"
    r"those|people|organi[sz]ations?|landlords?|owners?|users?|subscribers?|someone|somebody)"
)
_SOME = (
    r"(?<!we\sare\s)(?<!we're\s)\b(?:an?|one|any|every|some|most|many|other)\s+(?:[\w-]+\s+){0,2}?[\w-]+"
    r"|\b(?!(?:works|starts|comes|deals|grows|begins|talks|speaks|partners|connects|goes|stays|always|this|us|is|was|has)\b)"
    r"[a-z-]{3,}s"
)
"""A noun that names others: `a garage`, `plumbers`. What else ends in `s` before a `with` is said of us."""
_THEIRS = re.compile(
    rf"(?:\b{_GROUPS}\s+(?:with|of|having|have|serving|(?:that|who|which)\s+(?:have|has|serve))|(?P<some>{_SOME})\s+with){_ABOUT}",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:has|have|counts?|handles?|hosts?|keeps?|runs?)\s+(?:[\w-]+\s+){0,3}?\d[\d,.]*\s+(?:[\w-]+\s+){0,3}?[\w-]+$",
    re.IGNORECASE,
)
"""Things that a clause has counted before: `We have 90 million records with 300 million entries` goes on counting."""
_BUSINESS = (
    r"(?:firm|company|business|studio|shop|salon|garage|bakery|agency|practice|workshop|office|clinic|provider|supplier|"
    r"vendor|competitor|rival)"
)
_NEIGHBOUR = (
    r"(?:an?|one|the|this|that)\s+(?:[\w-]+\s+){1,3}?"
    r"(?:nearby|next\s+door|a?round\s+the\s+corner|(?:across|down|up|over)\s+the\s+(?:road|street))"
)
_INDEFINITE = re.compile(
    rf"\b(?:{_NEIGHBOUR}|(?:an?|one|another)\s+(?:[\w-]+\s+){{0,2}}?{_BUSINESS}\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:charges|asks|offers|advertises|quotes|sells|promises))\b",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"\W*(?:an?|one|another)\s+(?:[\w'-]+\s+){1,6}?"
    r"(?:has|have|had|serves?|served|counts|claims|reports|boasts|lists|employs|reached|manages|runs|keeps)\b",
    re.IGNORECASE,
)
"""A clause whose subject is somebody: `one studio has`; what we offer has a price or a length, but no count."""
_READERS = re.compile(
    rf"\byour{_ABOUT}"
    r"|\b(?:you|you've|you'd|you'll)\s+(?:already\s+|now\s+|only\s+)?(?:have|had|got|serve|employ|bill|invoice|manage|run|handle|own|"
    rf"look\s+after|send){_ABOUT}"
    rf"|\bdo\s+you\s+(?:have|serve|employ){_ABOUT}",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:imagine|imagining|suppose|supposing|assume|assuming|let's\s+say|say\s+you|for\s+example|for\s+instance|e\.\s?g\.|"
    r"hypothetically|such\s+as|as\s+if|as\s+though)(?!\w)",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:if|whether|unless|(?:once|when|whenever|until|till|as\s+soon\s+as)\s+(?:you|your|they|their|a|an)\b)",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:up\s+to|(?<!as\s)per|each|any|the\s+(?:first|next|last|other)|(?:first|next|last)|out\s+of|one\s+in|to\s+reach|a\s+limit\s+of|"
    r"maximum\s+of|max\.?|minimum\s+of|limited\s+to)\s*$",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:every|another)\s*$", re.IGNORECASE)
_DENIED = re.compile(
    r"(?:\b(?:not|never|no\s+longer|cannot|instead\s+of|rather\s+than)|n['’]t)\s+(?:(?:have|be|need|want|charge|cost|take|a|the|as\s+many\s+as)\s+){0,2}\W*$",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?:in|by|until|before|during|end\s+of)\s+(?:the\s+year\s+)?(?P<year>(?:19|20)\d\d)\b(?![,.]\d)", re.IGNORECASE
)
_THEN = re.compile(
    r"\b(?:last\s+(?:year|month|quarter)|next\s+year|(?:years?|months?)\s+ago|back\s+then|at\s+the\s+time|in\s+those\s+days|"
    r"formerly|previously|one\s+day|some\s+day|soon\s+be)\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:used\s+to|started\s+(?:out\s+)?with|began\s+with|gr[eo]wn?\s+from|up\s+from|down\s+from)\b", re.IGNORECASE
)
_IT = re.compile(r"\W*(?:it|its|it's)\b", re.IGNORECASE)
_REACH = 400
"""So many characters around a number are read at most: more belongs to nothing that people write."""


def is_quoted(block: Block, span: Span) -> bool:
    """Whether somebody else says a stretch of a block."""
    if not {"blockquote", "quotation"}.isdisjoint(block.scope) or _inside(span, block.quoted):
        return True
    if not any(mark in block.text for mark in '“„«»‘"‹'):
        return False
    marked = (match.span() for match in _QUOTATION.finditer(block.text) if len(match[0].split()) >= 3)
    return _inside(span, marked)


class Attribution:
    """Tells whose statement a stretch of a text is.

    Args:
        companies: Us and the others.
        year: This year.
    """

    def __init__(self, companies: Companies, year: int) -> None:
        self._companies, self._year = companies, year

    def is_ours(self, block: Block, span: Span, *, may_be_theirs: bool) -> bool:
        """Whether a stretch of a block is stated by us, of us, here and now.

        Args:
            block: The block.
            span: A value, or words that need proof.
            may_be_theirs: Whether it may be of what readers and others have, as a count or a superlative is; a time, a
                price or a promise is what we give.
        """
        return (
            not is_in_address(block.text, span)
            and not is_quoted(block, span)
            and self._is_meant(block.text, span, may_be_theirs=may_be_theirs)
        )

    def is_about_another(self, text: str, at: int) -> bool:
        """Whether the last company that a text speaks of before a place is one that brand.yaml lists as another."""
        return self._companies.listed(text, (0, at)) > self._companies.ours(text, (0, at))

    def _is_meant(self, text: str, span: Span, *, may_be_theirs: bool) -> bool:
        """Whether a sentence states it of us, as it is now."""
        sentence = sentence_at(text, span[0])
        clause = _clause(text, sentence, span)
        before = text[clause[0] : span[0]]
        return not (
            self._is_another_companys(text, sentence, clause, span, may_be_theirs=may_be_theirs)
            or (may_be_theirs and (_READERS.search(before) or _is_theirs(before) or _LIMIT.search(before)))
            or _EVERY.search(before)
            or self._is_supposed(text[max(sentence[0], span[0] - _REACH) : span[0]], before)
            or _DENIED.search(before)
            or self._is_another_time(text, clause, span)
        )

    def _is_another_companys(self, text: str, sentence: Span, clause: Span, span: Span, *, may_be_theirs: bool) -> bool:
        before = (clause[0], span[0])
        ours = self._companies.ours(text, before)
        others = max(_last_others(text, before, may_be_theirs=may_be_theirs), self._companies.others(text, before))
        if ours < 0 and others < 0 and _IT.match(text, sentence[0], span[0]):
            return self._began_with_another(text, sentence[0])
        return others > ours or (ours < 0 and self._companies.has_other_after(text, (span[1], clause[1])))

    def _began_with_another(self, text: str, at: int) -> bool:
        """Whether the sentence before a place, to which an `it` points back, was about another company."""
        earlier = [span for span in sentences(text) if span[1] <= at]
        if not earlier:
            return False
        return self._companies.others(text, earlier[-1]) > self._companies.ours(text, earlier[-1])

    def _is_supposed(self, sentence: str, clause: str) -> bool:
        near = clause.rpartition(", ")[2]
        return _SUPPOSED.search(sentence) is not None or _IF.search(near) is not None

    def _is_another_time(self, text: str, clause: Span, span: Span) -> bool:
        years = (match for match in _YEAR.finditer(text, *clause) if not span[0] <= match.start("year") < span[1])
        return (
            any(int(match["year"]) != self._year for match in years)
            or _THEN.search(text, *clause) is not None
            or _BEGAN.search(text, clause[0], span[0]) is not None
        )


def _is_theirs(before: str) -> bool:
    """Whether what comes next is what somebody has: `plumbers with`, but not what our own things come with."""
    theirs = _THEIRS.search(before)
    return theirs is not None and (theirs["some"] is None or not _COUNTED.search(before, 0, theirs.end("some")))


def _last_others(text: str, span: Span, *, may_be_theirs: bool) -> int:
    """Where in a stretch others without a name are last spoken of; -1 if they are not."""
    holder = _HOLDER.match(text, *span) if may_be_theirs else None
    matches = (*_THEY.finditer(text, *span), *_INDEFINITE.finditer(text, *span), *((holder,) if holder else ()))
    return max((match.start() for match in matches), default=-1)


def _clause(text: str, sentence: Span, span: Span) -> Span:
    """The part of a sentence that a stretch is in."""
    start, end = sentence
    for match in _CLAUSE.finditer(text, *sentence):
        if match.end() <= span[0]:
            start = match.end()
        elif match.start() >= span[1]:
            end = match.start()
            break
    return max(start, span[0] - _REACH), min(end, span[1] + _REACH)


def _inside(span: Span, stretches: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in stretches)
