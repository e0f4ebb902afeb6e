"""`brand/voice/`: styles of rules in Vale's format, and vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Broken, did_you_mean
from segsite.model.values import Mapping, Scalar
from segsite.model.voice import POINTS, UNSUPPORTED, Term, Vocabulary, Voice, VoiceRule
from segsite.reading.validate import as_mapping, validate
from segsite.reading.yaml_values import parse_yaml
from segsite.rulebook import schema as schema_rules
from segsite.rulebook import voice as rules

if TYPE_CHECKING:
    from segsite.diagnostics import Findings, Place
    from segsite.reading.files import Entry, SiteFiles

_FOLDER = "brand/voice"
_OF_VALE = frozenset({"config"})
"""Folders of Vale's own among those of styles."""


def read_voice(files: SiteFiles, findings: Findings) -> Voice:
    """The voice; rules that cannot be used are left out, for reasons that go to `findings`."""
    reader = _Reader(files, findings)
    styles = {}
    for entry in files.folder(_FOLDER):
        if entry.is_folder and entry.name not in _OF_VALE:
            styles[entry.name] = reader.style(entry)
        elif not entry.is_folder and entry.suffix in {".yml", ".yaml"}:
            message = "This file is in no style; a rule is in the folder of its style."
            findings.add(rules.FILE.at(entry.place, message, f"Move it to `{_FOLDER}/STYLE/{entry.stem}.yml`."))
    names = [entry.name for entry in files.folder(f"{_FOLDER}/config/vocabularies") if entry.is_folder]
    vocabularies = {name: _vocabulary(files, name, findings) for name in names}
    return Voice(styles, vocabularies, tuple(reader.unsupported))


class _Reader:
    def __init__(self, files: SiteFiles, findings: Findings) -> None:
        self._files, self._findings = files, findings
        self.unsupported: list[tuple[str, Place]] = []

    def style(self, folder: Entry) -> tuple[VoiceRule, ...]:
        """The rules of a style, each named after its file."""
        found: dict[str, VoiceRule] = {}
        for entry in self._files.folder(folder.relative):
            if entry.is_folder or not self._is_rule(entry):
                continue
            name = f"{folder.name}.{entry.name.partition('.')[0]}"
            rule = self._rule(entry, name)
            if rule is not None and name in found:
                message = f"`{name}` is the name of `{found[name].place.file}` too; a name ends at the first full stop."
                self._findings.add(rules.FILE.at(entry.place, message, "Rename one of the two."))
            elif rule is not None:
                found[name] = rule
        return tuple(found.values())

    def _is_rule(self, entry: Entry) -> bool:
        if entry.suffix == ".yaml":
            message = "This file is not read; files of voice rules end in `.yml`."
            self._findings.add(rules.FILE.at(entry.place, message, f"Rename it to `{entry.stem}.yml`."))
        return entry.suffix == ".yml"

    def _rule(self, entry: Entry, name: str) -> VoiceRule | None:
        try:
            source = self._files.source(entry.relative)
            written = _lower_case(as_mapping(parse_yaml(source, self._findings)))
        except Broken as broken:
            self._findings.add(broken.finding)
            return None
        point = self._point(written, source.place())
        file = validate(POINTS[point], written, self._findings) if point is not None else None
        return VoiceRule(name, file, source.place()) if file is not None else None

    def _point(self, written: Mapping, file: Place) -> str | None:
        """What a rule extends, or None if it is not something that segsite can do."""
        entry = written.entries.get("extends")
        if entry is None:
            place = written.place if written.entries else file
            hint = "Add what kind of rule it is, such as `extends: existence`."
            self._findings.add(schema_rules.MISSING_KEY.at(place, "`extends` is missing.", hint))
            return None
        point = str(entry.value.value) if isinstance(entry.value, Scalar) else ""
        if point in UNSUPPORTED:
            self.unsupported.append((point, entry.value.place))
        elif point not in POINTS:
            message = f"`{point}` is not a kind of rule." if point else "`extends` takes the name of a kind of rule."
            self._findings.add(rules.FILE.at(entry.value.place, message, did_you_mean(point, POINTS)))
        return point if point in POINTS else None


def _lower_case(written: Mapping) -> Mapping:
    """A rule with its keys in lower case: Vale takes `ignoreCase` for `ignorecase`."""
    return Mapping({_lower_key(key, written): entry for key, entry in written.entries.items()}, written.place)


def _lower_key(key: str, written: Mapping) -> str:
    return key.lower() if key.lower() not in written.entries else key


def _vocabulary(files: SiteFiles, name: str, findings: Findings) -> Vocabulary:
    folder = f"{_FOLDER}/config/vocabularies/{name}"
    accept, reject = (_terms(files, f"{folder}/{kind}.txt", findings) for kind in ("accept", "reject"))
    return Vocabulary(accept, reject)


def _terms(files: SiteFiles, relative: str, findings: Findings) -> tuple[Term, ...]:
    """One pattern a line; what follows a `#` and a space at the start of a line is a comment."""
    if not files.exists(relative):
        return ()
    try:
        source = files.source(relative)
    except Broken as broken:
        findings.add(broken.finding)
        return ()
    terms, at = [], 0
    for line in source.text.split("\n"):
        word = line.strip()
        if word and not line.startswith("# "):
            start = at + line.index(word)
            terms.append(Term(word, source.place(start, start + len(word))))
        at += len(line) + 1
    return tuple(terms)
