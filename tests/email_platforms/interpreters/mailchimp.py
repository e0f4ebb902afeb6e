"""Mailchimp's merge tags: `*|FNAME|*`, `*|IF:FNAME|* … *|ELSEIF:PLAN=pro|* … *|ELSE:|* … *|END:IF|*`.

`*|IFNOT:FNAME|*` asks the other way round. A value stands bare. `=` compares letter by letter; a field without a value
equals nothing. A tag has up to ten characters. What comes of no value and a number, nobody says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from interpreters.reading import OWN, UNSUBSCRIBE, VIEW, NotRead, Tag, conditions, number, ordered, without

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN = OWN | {"postal_address": "Acme Ltd.\n1 Main Street\n12345 Springfield"}

_GIVEN = {"UNSUB": UNSUBSCRIBE, "ARCHIVE": VIEW, "LIST:ADDRESS": OWN["postal_address"]}
_TAG = re.compile(r"\*\|(.*?)\|\*", re.DOTALL)
_FIELD = "(?!IF|ELSE|END)[A-Z][A-Z0-9_]{0,9}"
_TEST = re.compile(rf"(?P<field>{_FIELD})(?:(?P<sign>!?=)(?P<text>[^|]*)| (?P<order>[<>]=?) (?P<number>-?[\d.]+))?")
_CONDITION = re.compile("(?P<begins>IF|IFNOT|ELSEIF):(?P<test>.*)|ELSE:|(?P<ends>END:IF)")


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    pieces = enumerate(_TAG.split(text))
    tags = (_tag(piece, recipient) if at % 2 else Tag("words", without("*| |*", piece)) for at, piece in pieces)
    return conditions(tags, lambda test: _holds(test, recipient))


def _tag(tag: str, recipient: Mapping[str, Any]) -> Tag:
    condition = _CONDITION.fullmatch(tag)
    if tag in _GIVEN:
        return Tag("words", _GIVEN[tag])
    if condition is not None:
        if condition["begins"]:
            return Tag("elif" if condition["begins"] == "ELSEIF" else "if", tag)
        return Tag("end" if condition["ends"] else "else")
    if not re.fullmatch(_FIELD, tag):
        raise NotRead(tag)
    return Tag("words", str(recipient.get(tag, "")))


def _holds(tag: str, recipient: Mapping[str, Any]) -> bool:
    kind, _, test = tag.partition(":")
    match = _TEST.fullmatch(test)
    if match is None or (kind == "IFNOT" and test != match["field"]):
        raise NotRead(tag)
    value = recipient.get(match["field"], "")
    if match["sign"]:
        return (str(value) == match["text"]) is (match["sign"] == "=")
    if match["order"]:
        return ordered(number(value), match["order"], float(match["number"]))
    return (value != "") is (kind != "IFNOT")
