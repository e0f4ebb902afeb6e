"""`brand/waivers.yaml`: a list of exceptions, each with its rule, place, reason, owner and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segsite.diagnostics import Broken
from segsite.model.standards import Waiver
from segsite.model.values import Mapping, Scalar, Sequence
from segsite.reading.validate import validate
from segsite.reading.yaml_values import parse_yaml
from segsite.rulebook.schema import WRONG_TYPE

if TYPE_CHECKING:
    from segsite.diagnostics import Findings
    from segsite.model.values import Value
    from segsite.reading.files import SiteFiles

WAIVERS = "brand/waivers.yaml"
_HINT = "Start each waiver with `- rule: NAME`, and indent its other keys below `rule`."


def read_waivers(files: SiteFiles, findings: Findings) -> tuple[Waiver, ...]:
    """The waivers that can be used; what is wrong with the others goes to `findings`."""
    if not files.exists(WAIVERS):
        return ()
    try:
        written = parse_yaml(files.source(WAIVERS), findings)
    except Broken as broken:
        findings.add(broken.finding)
        return ()
    found = (_waiver(item, findings) for item in _items(written, findings))
    return tuple(waiver for waiver in found if waiver is not None)


def _items(written: Value, findings: Findings) -> tuple[Value, ...]:
    if isinstance(written, Sequence):
        return written.items
    if not isinstance(written, Scalar) or written.value is not None:
        findings.add(WRONG_TYPE.at(written.place, "This file takes a list of waivers.", _HINT))
    return ()


def _waiver(item: Value, findings: Findings) -> Waiver | None:
    if isinstance(item, Mapping):
        return validate(Waiver, item, findings)
    findings.add(WRONG_TYPE.at(item.place, "A waiver is a map of `key: value` lines.", _HINT))
    return None
