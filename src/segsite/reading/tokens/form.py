"""The form of a tokens file: what may stand in a group and in a token, whatever it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Finding, Findings, did_you_mean
from segsite.model.css import TYPES
from segsite.model.tokens import ROOT
from segsite.model.values import Mapping, Scalar
from segsite.rulebook import tokens as rules

if TYPE_CHECKING:
    from segsite.model.values import Entry, Value

_SHARED = frozenset({"$type", "$description", "$extensions", "$deprecated"})
_TOKEN_KEYS = _SHARED | {"$value", "$ref"}
_GROUP_KEYS = _SHARED | {"$extends", ROOT}


def is_token(value: Value | None) -> bool:
    """Whether a value is a token; a map that is none is a group."""
    return isinstance(value, Mapping) and ("$value" in value.entries or "$ref" in value.entries)


def unknown_type(said: Value) -> Finding:
    """The finding for a `$type` that there is none of."""
    name = str(said.value) if isinstance(said, Scalar) else said.place.text
    return rules.TOKEN_TYPE.at(said.place, f"`{name}` is not a type of tokens.", did_you_mean(name, TYPES))


def check_form(document: Mapping, findings: Findings) -> None:
    """Report every name and key of a tokens file that the format does not allow."""
    schema = document.without("$schema")  # which editors read at the top of a file
    _check_group(schema, "The file", findings)


def _check_group(group: Mapping, name: str, findings: Findings) -> None:
    for key, entry in group.entries.items():
        if key == ROOT:
            if not is_token(entry.value):
                message = f"`{ROOT}` is a group's own token, so it takes a `$value`."
                findings.add(rules.TOKEN_FORMAT.at(entry.value.place, message))
            _check_child(key, entry, findings)
        elif key.startswith("$"):
            _check_key(key, entry, _GROUP_KEYS, f"{name} is a group", findings)
        else:
            _check_name(key, entry, findings)
            _check_child(key, entry, findings)


def _check_child(name: str, entry: Entry, findings: Findings) -> None:
    if not isinstance(entry.value, Mapping):
        message = f"`{name}` is neither a token nor a group."
        findings.add(rules.TOKEN_FORMAT.at(entry.value.place, message, 'Write `{"$value": …}`.'))
    elif is_token(entry.value):
        _check_token(entry.value, name, findings)
    elif name != ROOT:
        _check_group(entry.value, f"`{name}`", findings)


def _check_token(token: Mapping, name: str, findings: Findings) -> None:
    for key, entry in token.entries.items():
        if key.startswith("$") and key != ROOT:
            _check_key(key, entry, _TOKEN_KEYS, f"`{name}` is a token", findings)
        else:
            message = f"`{name}` has a value, so nothing can stand below it, but `{key}` does."
            hint = f"Make `{name}` a group: put its value under `{ROOT}`, beside `{key}`."
            findings.add(rules.TOKEN_FORMAT.at(entry.key_place, message, hint))
    if "$value" in token.entries and "$ref" in token.entries:
        message = f"`{name}` has both a `$value` and a `$ref`."
        findings.add(rules.TOKEN_FORMAT.at(token.entries["$ref"].key_place, message, "Remove one of them."))


def _check_name(name: str, entry: Entry, findings: Findings) -> None:
    marks = [f"`{mark}`" for mark in "{}." if mark in name]
    if marks or not name:
        said = f"has {' and '.join(marks)} in it" if marks else "is empty"
        findings.add(rules.TOKEN_NAME.at(entry.key_place, f"The name `{name}` {said}."))


def _check_key(key: str, entry: Entry, known: frozenset[str], what: str, findings: Findings) -> None:
    if key not in known:
        hint = did_you_mean(key, known)
        findings.add(rules.TOKEN_FORMAT.at(entry.key_place, f"{what}, and `{key}` is not a key of one.", hint))
    elif key == "$type" and not (isinstance(entry.value, Scalar) and entry.value.value in TYPES):
        findings.add(unknown_type(entry.value))
    elif key in _EXPECTED and not _fits(key, entry.value):
        findings.add(rules.TOKEN_FORMAT.at(entry.value.place, f"`{key}` takes {_EXPECTED[key]}."))


_EXPECTED = {
    "$description": "a text",
    "$deprecated": "true, false, or a text that says why",
    "$extensions": "a map of `key: value` pairs",
    "$ref": 'a text such as "#/color/accent"',
}


def _fits(key: str, value: Value) -> bool:
    if key == "$extensions":
        return isinstance(value, Mapping)
    kinds = (bool, str) if key == "$deprecated" else (str,)
    return isinstance(value, Scalar) and isinstance(value.value, kinds)
