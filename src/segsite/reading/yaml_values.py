"""YAML becomes written values: 1.2 scalars, no duplicate keys, bounded depth and aliases, true places.

Scalars follow the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema): `NO` and `12:30`
are texts. JSON is read by the same way, being a part of YAML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from segsite.diagnostics import Broken, Finding, Findings, Place, Source
from segsite.model.values import Entry, Mapping, Scalar, Sequence, Value
from segsite.reading.yaml_errors import colon_without_space, explained, is_noticed_late, is_unclosed
from segsite.rulebook import schema as rules

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 100
MAX_VALUES = 100_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]{1,40}|0o[0-7]{1,40}|0x[0-9a-fA-F]{1,40}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_TAGS = frozenset({None, "!", *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))})


def parse_yaml(source: Source, findings: Findings, start: int = 0, end: int | None = None) -> Value:
    """The value that a stretch of a source says; duplicate keys and the like go to `findings`.

    Raises:
        Broken: If the text is not YAML, or too complex.
    """
    stop = len(source.text) if end is None else end
    return _Composer(source, start, stop, findings).document()


class _Composer:
    def __init__(self, source: Source, start: int, end: int, findings: Findings) -> None:
        self._source, self._start, self._end = source, start, end
        self._findings = findings
        self._anchors: dict[str, Value] = {}
        self._sizes: dict[int, int] = {}
        self._count = 0
        self._events: Iterator[Any] = iter(())

    def document(self) -> Value:
        text = self._source.text[self._start : self._end]
        nothing = Scalar(None, self._source.place(self._start, self._start))
        try:
            self._events = yaml.parse(text, Loader=_Loader)
            next(self._events)  # the stream's start
            if isinstance(next(self._events), yaml.StreamEndEvent):
                return nothing
            value = self._value(next(self._events), 0)
            next(self._events)  # the document's end
            following = next(self._events)
        except yaml.MarkedYAMLError as error:
            raise Broken(self._syntax(error)) from None
        except yaml.YAMLError as error:
            offset = self._start + getattr(error, "position", 0)
            raise Broken(rules.SYNTAX.at(self._source.place(offset), "This character is not allowed here.")) from None
        if not isinstance(following, yaml.StreamEndEvent):
            place = self._place(following)
            raise Broken(
                rules.SYNTAX.at(place, "A second document starts here; one file holds one.", "Remove the `---`.")
            )
        return value

    def _next(self) -> Any:
        return next(self._events)

    def _place(self, event: Any) -> Place:
        return Place(self._source, self._start + event.start_mark.index, self._start + event.end_mark.index)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Finding:
        mark = error.problem_mark or error.context_mark
        if is_unclosed(error) or is_noticed_late(error):
            mark = error.context_mark  # where it was opened, not the end of the file
        offset = self._start + (min(mark.index, self._end - self._start) if mark is not None else 0)
        colon = colon_without_space(error, self._source, self._start, offset)
        if colon is not None:
            said, remedy = "No space after this colon.", "Write `key: value`, with a space after the colon."
            return rules.SYNTAX.at(self._source.place(colon), said, remedy)
        said, remedy = explained(error, self._source, offset)
        return rules.SYNTAX.at(self._source.place(offset), said, remedy)

    def _value(self, event: Any, depth: int) -> Value:
        place = self._place(event)
        self._count += 1
        if depth > MAX_DEPTH:
            raise Broken(rules.TOO_COMPLEX.at(place, f"This is nested more than {MAX_DEPTH} levels deep."))
        if isinstance(event, yaml.AliasEvent):
            return self._aliased(event, place)
        self._check_tag(event, place)
        before = self._count
        value: Value
        if isinstance(event, yaml.ScalarEvent):
            value = Scalar(self._scalar(event), place)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(event, place, depth)
        else:
            value = self._mapping(event, place, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = value
            self._sizes[id(value)] = self._count - before + 1
        return value

    def _aliased(self, event: Any, place: Place) -> Value:
        value = self._anchors.get(event.anchor)
        if value is None:
            said = f"`*{event.anchor}` refers to nothing written before it."
            raise Broken(rules.SYNTAX.at(place, said, "Put quotes around a text that starts with `*`."))
        self._count += self._sizes[id(value)]
        if self._count > MAX_VALUES:
            raise Broken(
                rules.TOO_COMPLEX.at(
                    place, f"With its aliases spelled out, this holds more than {MAX_VALUES:,} values."
                )
            )
        return value

    def _check_tag(self, event: Any, place: Place) -> None:
        if event.tag not in _TAGS:
            said = f"The tag `{event.tag}` is not used here."
            hint = "Put quotes around a text that starts with `!`, or remove the tag."
            self._findings.add(rules.SYNTAX.at(place, said, hint))

    def _scalar(self, event: Any) -> str | int | float | bool | None:
        if not event.style and event.tag is None:
            return core_scalar(event.value)
        return str(event.value)

    def _sequence(self, start: Any, place: Place, depth: int) -> Sequence:
        items = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, depth + 1))
        last: Any = event
        end = self._start + last.end_mark.index if start.flow_style else _end_of(items, place)
        return Sequence(tuple(items), Place(self._source, place.start, end))

    def _mapping(self, start: Any, place: Place, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key_place = self._place(event)
            if not isinstance(event, yaml.ScalarEvent):
                braces = self._source.text[max(key_place.start - 1, 0) : key_place.start + 1] == "{{"
                raise Broken(
                    rules.SYNTAX.at(
                        self._source.place(key_place.start - 1) if braces else key_place,
                        *(
                            ("A text cannot start with `{{`.", 'Put quotes around all of it: "{{ … }} and more".')
                            if braces
                            else ("A list or a map stands where a key belongs.", "Put quotes around it.")
                        ),
                    )
                )
            value = self._value(next(self._events), depth + 1)
            if event.value in entries:
                first = entries[event.value].key_place
                self._findings.add(
                    rules.DUPLICATE_KEY.at(key_place, f"`{event.value}` is already written on line {first.line}.")
                )
                continue
            entries[event.value] = Entry(value, key_place)
        last: Any = event
        end = (
            self._start + last.end_mark.index
            if start.flow_style
            else _end_of([entry.value for entry in entries.values()], place)
        )
        return Mapping(entries, Place(self._source, place.start, end))


def _end_of(values: list[Value], place: Place) -> int:
    """Where a block collection ends: with its last value, not where the next thing starts."""
    return max([place.start, *(value.place.end for value in values[-1:] if value.place.source is place.source)])


def core_scalar(text: str) -> str | int | float | bool | None:
    """What a plain scalar means by the core schema of YAML 1.2."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in "+-.0123456789":
        if _INT.fullmatch(text):
            return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    return text
