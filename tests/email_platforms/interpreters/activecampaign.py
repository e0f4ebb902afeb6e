"""ActiveCampaign: `%FIRSTNAME%`, and conditions much as PHP's, `%IF !empty($PLAN) && $PLAN == 'pro'% … %ELSE% … %/IF%`.

All values are texts. `empty` holds for nothing and for 0, as in PHP; texts that are numbers are compared as numbers,
any other letter by letter. One condition inside another is not documented, nor are brackets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from interpreters.reading import OWN, UNSUBSCRIBE, VIEW, NotRead, Tag, conditions, ordered, without

if TYPE_CHECKING:
    from collections.abc import Mapping

_GIVEN = {"UNSUBSCRIBELINK": UNSUBSCRIBE, "WEBCOPY": VIEW, "SENDER-INFO-SINGLELINE": OWN["postal_address"]}
_TAG = re.compile(r"(%IF [^%]*%|%ELSE%|%/IF%|%[A-Z][A-Z0-9_-]*%)")
_EMPTY = re.compile(r"(?P<no>!?)empty\(\$(?P<field>[A-Z0-9_-]+)\)")
_COMPARED = re.compile(r"\$(?P<field>[A-Z0-9_-]+) (?P<sign>==|!=|[<>]=?) '(?P<value>[^']*)'")


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""
    values = {name: str(value) for name, value in recipient.items()} | _GIVEN
    pieces = enumerate(_TAG.split(text))
    tags = (_tag(piece, values) if at % 2 else Tag("words", without("%IF %ELSE %/IF", piece)) for at, piece in pieces)
    return conditions(tags, lambda test: _holds(test, values), nest=False)


def _tag(tag: str, values: Mapping[str, str]) -> Tag:
    if tag.startswith("%IF "):
        return Tag("if", tag[4:-1])
    if tag in {"%ELSE%", "%/IF%"}:
        return Tag("else" if tag == "%ELSE%" else "end")
    return Tag("words", values.get(tag.strip("%"), ""))


def _holds(test: str, values: Mapping[str, str]) -> bool:
    if "&&" in test and "||" in test:
        raise NotRead(test)
    if "||" in test:
        return any(_question(one, values) for one in test.split(" || "))
    return all(_question(one, values) for one in test.split(" && "))


def _question(test: str, values: Mapping[str, str]) -> bool:
    empty, compared = _EMPTY.fullmatch(test), _COMPARED.fullmatch(test)
    if empty is not None:
        return (values.get(empty["field"], "") in {"", "0"}) is not bool(empty["no"])
    if compared is None:
        raise NotRead(test)
    left, sign, right = values.get(compared["field"], ""), compared["sign"], compared["value"]
    if sign in {"==", "!="}:
        return (left == right) is (sign == "==")
    try:
        return ordered(float(left), sign, float(right))
    except ValueError:
        return ordered((left > right) - (left < right), sign, 0)
