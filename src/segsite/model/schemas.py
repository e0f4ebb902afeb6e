"""The models as JSON Schemas, so that editors complete keys, explain them and mark mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from segsite.model.brand import BrandFile, Claim, Fact
from segsite.model.component import Contract
from segsite.model.config import SiteConfig, ThemeFile
from segsite.model.platform import PlatformFile
from segsite.model.recipients import Recipient
from segsite.model.segment import IDENTITY, SegmentFile
from segsite.model.standards import Waiver
from segsite.model.touchpoint import BlockFile, EmailFile, PageFile

if TYPE_CHECKING:
    from segsite.model.written import Written

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ONE: dict[str, type[Written]] = {
    "segsite": SiteConfig,
    "page": PageFile,
    "email": EmailFile,
    "block": BlockFile,
    "component": Contract,
    "theme": ThemeFile,
    "brand": BrandFile,
    "platform": PlatformFile,
}
_MAPS: dict[str, tuple[type[Written], str]] = {
    "facts": (Fact, "`brand/facts.yaml`: facts by name; content writes `{{ facts.NAME }}`."),
    "claims": (Claim, "`brand/claims.yaml`: claims by id."),
    "recipients": (Recipient, "`brand/recipients.yaml`: sample recipients by id, to whom e-mails are shown."),
}
_LISTS: dict[str, tuple[type[Written], str]] = {
    "waivers": (Waiver, "`brand/waivers.yaml`: a list of exceptions to rules."),
}
_ADDS = "Adds to what is inherited. "


def schemas() -> dict[str, Schema]:
    """A JSON Schema for each kind of file by the kind's name, such as `segment`."""
    return {
        **{name: _schema(model) for name, model in _ONE.items()},
        **{name: _map_of(model, description) for name, (model, description) in _MAPS.items()},
        **{name: _list_of(model, description) for name, (model, description) in _LISTS.items()},
        "segment": _with_additions(_schema(SegmentFile)),
    }


def _schema(model: type[Written]) -> Schema:
    return {"$schema": _DIALECT, **_tidied(model.model_json_schema())}


def _map_of(model: type[Written], description: str) -> Schema:
    schema = _tidied(model.model_json_schema())
    definitions = schema.pop("$defs", {})
    name = model.__name__
    return {
        "$schema": _DIALECT,
        "description": description,
        "type": "object",
        "additionalProperties": {"$ref": f"#/$defs/{name}"},
        "$defs": {**definitions, name: schema},
    }


def _list_of(model: type[Written], description: str) -> Schema:
    schema = _map_of(model, description)
    item = schema.pop("additionalProperties")
    return {**schema, "type": "array", "items": item}


def _tidied(node: Any) -> Any:
    """A schema as people would write it: no generated titles, `null` as one of the types."""
    if isinstance(node, list):
        return [_tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if key != "title" or not isinstance(value, str)}
    if kept.get("default", ...) is None:
        del kept["default"]
    tidy = {key: _tidied_part(key, value) for key, value in kept.items()}
    return _number_is_text(_null_is_a_type(tidy))


def _tidied_part(keyword: str, value: Any) -> Any:
    if keyword in {"default", "enum"}:
        return value  # data, not a schema
    if keyword in {"properties", "$defs"}:
        return {name: _tidied(schema) for name, schema in value.items()}  # names, not keywords
    return _tidied(value)


def _null_is_a_type(node: Schema) -> Schema:
    """`anyOf` something with a type, or null, becomes the something with two types."""
    match node.get("anyOf"):
        case [{"type": _} as option, {"type": "null"}]:
            rest = {key: value for key, value in node.items() if key != "anyOf"}
            kinds = option["type"] if isinstance(option["type"], list) else [option["type"]]
            enum = {"enum": [*option["enum"], None]} if "enum" in option else {}
            return {**rest, **option, "type": [*kinds, "null"], **enum}
    return node


def _number_is_text(node: Schema) -> Schema:
    """A number may stand where a text belongs (`postcode: 12345`), and is taken as it is written."""
    if node.get("type") == "string" and not {"enum", "format"} & node.keys():
        return {**node, "type": ["string", "number"]}
    return node


def _with_additions(schema: Schema) -> Schema:
    """Each list that is inherited also has a key that ends in `+`."""
    for node in (schema, *schema.get("$defs", {}).values()):
        properties = node.get("properties", {})
        for key, value in list(properties.items()):
            if key not in IDENTITY and "items" in value:
                addition = {"type": "array", "items": value["items"]}
                described = {"description": _ADDS + value.get("description", "")}
                properties[f"{key}+"] = {**addition, **described}
    return schema
