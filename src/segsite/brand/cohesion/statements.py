"""Numbers that a text states of something the company has one of: the price of a plan, the length of its trial.

What may be about two things is no statement: a number without a plan's name, a condition (“if you have 500 customers”),
a limit (“up to ten people”), the reader's own (“your 50 customers”), a rate (“30 customers a day”). English only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segsite.brand.facts.numbers import numbers
from segsite.brand.facts.quantities import Bound, currency_before, quantity_at, sign_after
from segsite.brand.sentences import sentence_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segsite.brand.facts.numbers import Number
    from segsite.brand.facts.quantities import Quantity
    from segsite.brand.passages import Span, Wording

_TELLING = (
    "€", "$", "£", "¥", "euro", "dollar", "pound", "franc", "yen", "eur", "usd", "gbp", "chf", "jpy",
    "trial", "free for", "guarantee", "warranty", "refund", "notice",
    "customers", "clients", "users", "subscribers", "members", "businesses", "companies", "teams", "firms",
    "organisations", "organizations", "countries", "languages", "integrations", "offices",
)  # fmt: skip
"""Without one of these a text states nothing, and its numbers need not be looked for."""
_SLASH = re.compile(r"/(?=\s*(?:user|seat|person|member|head|site|day|week|mo|quarter|y))", re.IGNORECASE)
"""A slash that stands for “per”: put as another sign, since a number before a slash is half of a fraction."""
_PERIOD = re.compile(
    r"\s*(?:∕|\b(?:a|an|per|each|every)\b)\s*(?:(?P<each>user|seat|person|member|head|site)\b\s*(?:∕|\b(?:a|an|per)\b)\s*)?"
    r"(?P<period>day|week|month|mo|quarter|year|yr|annum)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:^|\b(?:prices?|plans?|pricing|costs?|it|starts?|starting|available|begins?)\s+)"
    r"(?:prices?\s+)?(?:(?:starts?|starting|begins?)\s+)?(?:from|at)\s*$",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?:\b(?P<plan>[A-Z]\w+)(?:\s+plan)?|\bthe\s+(?P<named>\w+)\s+plan)\s*(?:\b(?:is|costs|for|at)\b|[:–—-])\s*(?:only\s+|just\s+)?$"
)
_NO_PLAN = frozenset({
    "it", "this", "that", "everything", "price", "prices", "pricing", "plan", "plans", "now", "from", "only", "just",
    "get", "start", "what", "which", "cost", "costs",
})  # fmt: skip
_OFFER = re.compile(
    r"\s*-?\s*(?:calendar\s+)?(?:days?|weeks?|months?|years?)(?:'|\u2019)?[\s-]+(?P<kind>(?:[a-z][a-z-]*\s+){0,3}?)"
    r"(?P<head>trial|guarantee|warranty|refund|notice)\b",
    re.IGNORECASE,
)
_FREE_UNIT = re.compile(r"\s*(?:days?|weeks?|months?)\b", re.IGNORECASE)
_FREE = re.compile(
    r"(?:\btrial\s+(?:of|for|is|lasts|runs(?:\s+for)?)|(?:^|\b(?:it|it's|is|try|test|use|yours|started|start|and)\s+"
    r"|\b(?:try|use|test)\s+\S+\s+)free\s+for)\s*$",
    re.IGNORECASE,
)
_EVERYTHING_IS = re.compile(r"\b(?P<who>\S+)\s+is\s+free\s+for\s*$", re.IGNORECASE)
_DECORATION = frozenset({"free", "full", "risk-free", "no-risk", "no-obligation", "our", "own"})
_COUNTED = re.compile(
    r"\s+(?P<kind>(?:[a-z][a-z-]*\s+){0,2}?)(?P<noun>customers|clients|users|subscribers|members|businesses|companies|teams"
    r"|firms|organi[sz]ations|countries|languages|integrations|offices)\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"\s*(?:∕|(?:a|an|per|each|every)\s+\w)", re.IGNORECASE)
_WHERE = re.compile(
    r"\s+(?P<where>(?:in|across|for|from|with|without|under|at|of|outside|within)\s+[^\W\d]\S*)", re.IGNORECASE
)
_OURS_BEFORE = re.compile(
    r"\b(?:(?:trusted|used|loved|chosen|recommended|preferred)\s+by|join(?:ed\s+by)?|serv(?:e|es|ed|ing)|help(?:s|ed|ing)?"
    r"|we\s+have|our|available\s+in|active\s+in|offices\s+in|works\s+in|connects\s+to|works\s+with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OURS_AFTER = re.compile(
    r"\s+(?:already\s+)?(?:use|trust|rely|choose|love|work\s+with|run|depend|count)\b", re.IGNORECASE
)
_MORE = re.compile(r"(?:over|more\s+than|at\s+least|upwards\s+of|above|some|about|around|the)\s+$", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:if|imagine|suppose|for\s+example|e\.g|another|instead|unlike|not|no|other|others|up\s+to)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:was|were|used\s+to|grew|rose|fell|(?:by|in)\s+(?:19|20)\d\d)\b", re.IGNORECASE)
_NOT_OURS = re.compile(r"\b(?:your|their|his|her|its|every|each|first|next|last|from|say)\b", re.IGNORECASE)
_FEW = 5
"""Fewer of something are seldom all the company has."""


@dataclass(frozen=True, eq=False, slots=True)
class Statement:
    """A number stated of something.

    Attributes:
        thing: What it is stated of; equal for the same thing only.
        quantity: What is stated.
        shown: The number as readers see it.
        block: The block it stands in.
        span: Where in it.
    """

    thing: str
    quantity: Quantity
    shown: str
    block: int
    span: Span


def statements(wording: Wording) -> tuple[Statement, ...]:
    """The statements of a wording, in order."""
    if wording.locale.partition("-")[0] != "en":
        return ()
    return tuple(
        statement
        for index, block in enumerate(wording.blocks)
        if "text" in block.scope and "blockquote" not in block.scope and _may_state(block.text)
        for statement in _of_block(index, block.text, block.quoted, wording.locale)
    )


def _may_state(text: str) -> bool:
    folded = text.lower()
    return any(word in folded for word in _TELLING)


def _of_block(index: int, text: str, quoted: tuple[Span, ...], locale: str) -> Iterator[Statement]:
    text = _SLASH.sub("∕", text)
    for number in numbers(text, locale):
        start, end = sentence_at(text, number.span[0])
        if _PAST.search(text, start, end) or any(low <= number.span[0] < high for low, high in quoted):
            continue
        span, thing = _stated(text, number, start, end)
        if thing:
            quantity = quantity_at(text, number, start, end)
            if quantity.bound is not Bound.LESS:
                yield Statement(thing, quantity, text[slice(*span)], index, span)


def _stated(text: str, number: Number, start: int, end: int) -> tuple[Span, str]:
    """What a number is stated of, and where it stands with its currency; nothing if that is not certain."""
    before, after = text[start : number.span[0]], text[number.span[1] : end]
    price = _priced(text, number)
    if price is not None:
        span, sign = price
        return span, _price(text[start : span[0]], text[span[1] : end], sign)
    return number.span, _offer(before, after) or _count(before, after, number)


def _priced(text: str, number: Number) -> tuple[Span, str] | None:
    low, high = number.span
    before, after = currency_before(text, low), sign_after(text, high)
    if before is not None:
        return (before[0], high), before[1]
    return ((low, after[0]), after[1]) if after is not None and after[1] != "%" else None


def _price(before: str, after: str, sign: str) -> str:
    """A price by its period, its currency, and the plan's name or the word `from`."""
    period = _PERIOD.match(after)
    if period is None or _UNREAL.search(before):
        return ""
    each = f"{period['each'] or ''} {period['period'][:1]}".strip().lower()
    if _FROM.search(before):
        return f"price from, {sign} {each}" if not _WHERE.match(after[period.end() :]) else ""
    plan = _PLAN.search(before)
    name = (plan["plan"] or plan["named"]).lower() if plan is not None else ""
    return f"price of {name}, {sign} {each}" if name and name not in _NO_PLAN else ""


def _offer(before: str, after: str) -> str:
    """A trial, guarantee, warranty, refund or notice that lasts so long."""
    offer = _OFFER.match(after)
    if _UNREAL.search(before):
        return ""
    if offer is not None:
        kinds = [word for word in offer["kind"].lower().split() if word not in _DECORATION]
        return f"length of {' '.join([*kinds, offer['head'].lower()])}"
    if not _FREE_UNIT.match(after) or not _FREE.search(before):
        return ""
    subject = _EVERYTHING_IS.search(before)
    return "length of trial" if subject is None or subject["who"].lower() in {"it", "trial", "everything"} else ""


def _count(before: str, after: str, number: Number) -> str:
    """How many customers, countries … the company has, where a word says that they are its own."""
    counted = _COUNTED.match(after)
    if counted is None or number.value < _FEW or _UNREAL.search(before) or _NOT_OURS.search(before):
        return ""
    rest = after[counted.end() :]
    if _RATE.match(rest) or not (number.plus or _OURS_BEFORE.search(_MORE.sub("", before)) or _OURS_AFTER.match(rest)):
        return ""
    where = _WHERE.match(rest)
    words = [counted["kind"], counted["noun"], where["where"].rstrip(".,") if where is not None else ""]
    return f"number of {' '.join(' '.join(words).lower().split())}"
