"""AMPscript of Salesforce Marketing Cloud: `%%=function(…)=%%`, `%%[ IF … THEN ]%% … %%[ ELSE ]%% … %%[ ENDIF ]%%`.

Words of the language may be in any case. Texts stand in single or double quotes, which are doubled inside.
`AttributeValue` gives nothing for a column that is not there, where `%%Column%%` would stop the send; those of the
system, such as `%%view_email_url%%`, are always there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from interpreters.reading import OWN, UNSUBSCRIBE, VIEW, NotRead, Tag, conditions, number, ordered, tokens, without

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SENDER = {
    "Member_Busname": "Acme Ltd.", "Member_Addr": "1 Main Street", "Member_City": "Springfield", "Member_State": "IL",
    "Member_PostalCode": "12345", "Member_Country": "US", "unsub_center_url": UNSUBSCRIBE, "view_email_url": VIEW,
}  # fmt: skip
OWN = OWN | {"postal_address": "Acme Ltd. 1 Main Street Springfield, IL 12345 US"}

_TAG = re.compile(r"(%%=.*?=%%|%%\[.*?\]%%|%%[A-Za-z_]\w*%%)", re.DOTALL)
_TOKEN = re.compile(r"\s*('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|-?\d[\d.]*|\w+|[=!<>]=|[<>(),])")
_IF = re.compile(r"(IF|ELSEIF)\s+(.*)\s+THEN", re.IGNORECASE | re.DOTALL)


def sent(text: str, recipient: Mapping[str, Any]) -> str:
    """A template as a recipient gets it."""

    def tags() -> Iterator[Tag]:
        for at, piece in enumerate(_TAG.split(text)):
            if at % 2 == 0:
                yield Tag("words", without("%%", piece))
            elif piece.startswith("%%["):
                yield _statement(piece[3:-3].strip())
            elif piece.startswith("%%="):
                yield Tag("words", str(_Reader(piece[3:-3], recipient).all(_Reader.value)))
            else:
                yield Tag("words", _SENDER[piece.strip("%")])

    return conditions(tags(), lambda test: _Reader(test, recipient).all(_Reader.either))


def _statement(statement: str) -> Tag:
    match = _IF.fullmatch(statement)
    if match is not None:
        return Tag("if" if match[1].upper() == "IF" else "elif", match[2])
    if statement.upper() not in {"ELSE", "ENDIF"}:
        raise NotRead(statement)
    return Tag("else" if statement.upper() == "ELSE" else "end")


class _Reader:
    """Reads an expression from left to right; `AND` binds before `OR`."""

    def __init__(self, text: str, recipient: Mapping[str, Any]) -> None:
        without("%%", text)
        self._tokens = tokens(_TOKEN, text)
        self._recipient, self._at = recipient, 0

    def all(self, reads: Any) -> Any:
        value = reads(self)
        if self._at != len(self._tokens):
            raise NotRead(f"{self._tokens} goes on")
        return value

    def _is(self, *words: str) -> bool:
        found = self._at < len(self._tokens) and self._tokens[self._at].upper() in words
        self._at += found
        return found

    def either(self) -> bool:
        held = self.both()
        while self._is("OR"):
            held = self.both() or held
        return held

    def both(self) -> bool:
        held = self.question()
        while self._is("AND"):
            held = self.question(asked=held) and held
        return held

    def question(self, *, asked: bool = True) -> bool:
        """One question; what is not `asked` is read, not compared."""
        if self._is("NOT"):
            return not self.question(asked=asked)
        left = self.value()
        for sign in ("==", "!=", ">=", "<=", ">", "<"):
            if self._is(sign):
                right = self.value()
                if sign in {"==", "!="}:
                    return (str(left) == str(right)) is (sign == "==")
                return asked and ordered(number(left), sign, number(right))
        if not isinstance(left, bool):
            raise NotRead(f"{left!r} is no question")
        return left

    def value(self) -> Any:
        token = self._tokens[self._at]
        self._at += 1
        if token[0] in "'\"":
            return token[1:-1].replace(token[0] * 2, token[0])
        if token[0] in "-0123456789":
            return token
        arguments = self._arguments()
        match token.lower(), arguments:
            case "attributevalue", [name]:
                return self._recipient.get(name, "")
            case "empty", [value]:
                return value == ""
            case "iif", [bool(held), then, otherwise]:
                return then if held else otherwise
        raise NotRead(f"{token}({arguments})")

    def _arguments(self) -> list[Any]:
        if not self._is("("):
            raise NotRead(f"{self._tokens} has a bare word")
        found = [self.value()]
        while self._is(","):
            found.append(self.value())
        if not self._is(")"):
            raise NotRead(f"{self._tokens} does not end")
        return found
