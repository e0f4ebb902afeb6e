"""Written values become models; every breach of the schema becomes a finding at its place."""

from __future__ import annotations

import types
import typing
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from segsite.diagnostics import Broken, Finding, Findings, Place, did_you_mean, nearest
from segsite.model.values import EMPTY, Key, Mapping, Scalar, Sequence, Value, dotted, empty_mapping, step
from segsite.model.written import Written
from segsite.rulebook import schema as rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

M = TypeVar("M", bound="Written")

_EXPECTED = {
    "string_type": "a text",
    "list_type": "a list, such as [one, two]",
    "dict_type": "a map of `key: value` lines",
    "model_type": "a map of `key: value` lines",
    "model_attributes_type": "a map of `key: value` lines",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
}


def as_mapping(value: Value) -> Mapping:
    """The map a file holds; an empty file holds an empty one; anything else is refused.

    Raises:
        Broken: If the file holds a text or a list.
    """
    if isinstance(value, Mapping):
        return value
    if isinstance(value, Scalar) and value.value is None:
        return empty_mapping(value.place)
    kind = "a list" if isinstance(value, Sequence) else "a text"
    raise Broken(rules.WRONG_TYPE.at(value.place, f"This holds {kind}, but `key: value` lines belong here."))


def validate(model: type[M], written: Mapping, findings: Findings) -> M | None:
    """A model of written values, or None if they are not what it takes; every reason goes to `findings`."""
    try:
        return model_of(model, written, _plain(written))
    except ValidationError as error:
        for finding in _unique(error.errors(include_url=False), model, written):
            findings.add(finding)
        return None


def model_of(model: type[M], written: Mapping, plain: dict[str, Any]) -> M:
    """A model of written values and their plain form, numbers taken as they are written where texts belong.

    Raises:
        ValidationError: If they are not what it takes.
    """
    try:
        return model.of(written, plain)
    except ValidationError as error:
        if not _numbers_as_text(plain, written, error.errors(include_url=False)):
            raise
    return model.of(written, plain)


def salvage(model: type[M], written: Mapping) -> M:
    """What can be used of values that broke the schema: all but the top-level keys at fault.

    It lets the rest of a file be checked, so that all its findings come at once.
    """
    kept = written
    while kept.entries:
        try:
            return model.of(kept, _plain(kept))
        except ValidationError as error:
            wrong = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
            kept = kept.without(*wrong, *(f"{key}+" for key in wrong)) if wrong else EMPTY
    return model.of(EMPTY, {})


def _plain(written: Mapping) -> dict[str, Any]:
    """Plain values with `key+` taken for `key`, as the schema knows it; under `data` keys are the writer's own."""
    plain: dict[str, Any] = {}
    for key, entry in written.entries.items():
        adds = key.endswith("+") and isinstance(entry.value, Sequence) and key[:-1] not in written.entries
        plain[key[:-1] if adds else key] = (
            _plain(entry.value) if isinstance(entry.value, Mapping) else entry.value.plain()
        )
    return plain


def _numbers_as_text(plain: dict[str, Any], written: Mapping, details: list[ErrorDetails]) -> bool:
    """Take numbers where texts belong as they are written (`name: 2024`); say whether any was."""
    changed = False
    for error in details:
        if error["type"] != "string_type" or not isinstance(error["input"], int | float):
            continue
        target: Any = plain
        for key in error["loc"][:-1]:
            target = target[key] if _has(target, key) else None
        last = error["loc"][-1]
        if _has(target, last):
            target[last] = _place(written, error["loc"]).text
            changed = True
    return changed


def _has(container: Any, key: Key) -> bool:
    if isinstance(container, dict):
        return key in container
    return isinstance(container, list) and isinstance(key, int) and key < len(container)


def _unique(details: list[ErrorDetails], model: type[BaseModel], written: Mapping) -> Iterator[Finding]:
    """One finding a place: a union's several complaints about one value are one breach."""
    seen: set[tuple[str, int, int]] = set()
    mistyped = {
        (*path[:-1], nearest(str(path[-1]), _fields(model, path[:-1])))
        for path in (error["loc"] for error in details if error["type"] == "extra_forbidden")
    }
    for error in details:
        if error["type"] == "missing" and error["loc"] in mistyped:
            continue  # it is there, under a mistyped name
        finding = _finding(error, model, written)
        if finding.rule is not rules.WRONG_TYPE or finding.place.key not in seen:
            seen.add(finding.place.key)
            yield finding


def _finding(error: ErrorDetails, model: type[BaseModel], written: Mapping) -> Finding:
    path = error["loc"]
    name = dotted(path[-1:])
    if error["type"] == "extra_forbidden":
        known = sorted(_fields(model, path[:-1]))
        place = _place(written, path, of_key=True)
        homes = [key for key in known if name in _fields(model, (*path[:-1], key))]
        hint = did_you_mean(name, known)
        if len(homes) == 1 and nearest(name, known) is None:
            full = dotted((*path[:-1], homes[0], name))
            hint = f"It belongs to `{homes[0]}`: indent it below a line `{homes[0]}:`."
            hint = f"Name the column `{full}`." if place.file.endswith(".csv") else hint
        hint = _refusals(model, path[:-1]).get(str(path[-1]), hint)
        return rules.UNKNOWN_KEY.at(place, f"`{place.text.strip() or name}` is not a key here.", hint)
    if error["type"] == "missing":
        return rules.MISSING_KEY.at(_place(written, path), f"`{dotted(path)}` is missing.", f"Add `{name}: …`.")
    given = str(error["input"])
    plain_list = error["type"] == "list_type" and len(given) <= 60 and not set(given) & set("[]{}:#\"'\n")
    hint = f"Write `{name}: [{given}]`." if plain_list and path[-1:] == path[:1] else ""
    return rules.WRONG_TYPE.at(_place(written, path), _wrong_type(error, path), hint)


def _wrong_type(error: ErrorDetails, path: tuple[Key, ...]) -> str:
    what = dotted(key for key in path if "[" not in str(key) and key not in {"str", "int", "float", "bool"})
    expected = _EXPECTED.get(error["type"])
    if expected is not None:
        return f"`{what}` takes {expected}."
    context = error.get("ctx", {})
    if error["type"] == "enum" or "expected" in context:
        words = str(context.get("expected", "another word")).replace("'", "`")
        return f"`{what}` is {words}."
    reason = str(context.get("error", error["msg"]))
    if isinstance(error["input"], dict | list):
        return f"`{what}`: {reason}." if what else f"{reason}."
    return f"`{what}` cannot be `{error['input']}`: {reason}." if what else f"{reason}."


def _place(written: Mapping, path: tuple[Key, ...], *, of_key: bool = False) -> Place:
    """The place of the value at a path, or of the nearest thing written on the way to it."""
    value: Value = written
    place = written.place
    for key in path:
        found, key_place = step(value, key), None
        if isinstance(value, Mapping):
            entry = value.entries.get(str(key)) or value.entries.get(f"{key}+")
            if entry is not None:
                found, key_place = entry.value, entry.key_place
        if found is None:
            continue  # a step of pydantic's own, such as the name of a union's member
        value, place = found, key_place if of_key and key_place is not None else found.place
    return place


def _fields(model: type[BaseModel], path: tuple[Key, ...]) -> set[str]:
    """The names of the fields of the model at the end of a path."""
    found = _model_at(model, path)
    return {field.alias or name for name, field in found.model_fields.items()} if found is not None else set()


def _refusals(model: type[BaseModel], path: tuple[Key, ...]) -> dict[str, str]:
    """Why the model at the end of a path does not have some keys that people may look for."""
    found = _model_at(model, path)
    return found.refused if found is not None and issubclass(found, Written) else {}


def _model_at(model: type[BaseModel], path: tuple[Key, ...]) -> type[BaseModel] | None:
    """The model at the end of a path."""
    annotation: Any = model
    for key in path:
        current = _model_in(annotation)
        if current is not None and key in current.model_fields:
            annotation = current.model_fields[str(key)].annotation
        else:
            annotation = typing.get_args(_bare(annotation))[-1] if typing.get_args(_bare(annotation)) else None
    return _model_in(annotation)


def _bare(annotation: Any) -> Any:
    """An annotation without `None` as an alternative."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        return next(arg for arg in typing.get_args(annotation) if arg is not type(None))
    return annotation


def _model_in(annotation: Any) -> type[BaseModel] | None:
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return bare
    for arg in typing.get_args(bare):
        found = _model_in(arg)
        if found is not None:
            return found
    return None
