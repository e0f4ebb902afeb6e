"""The schemas say what the models take."""

from __future__ import annotations

from typing import Any

import pytest

from segsite.model.schemas import schemas


def every_node(node: Any):
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from every_node(item)


def test_unknown_keys_are_wrong_except_below_data():
    segment = schemas()["segment"]
    assert segment["additionalProperties"] is False
    assert segment["properties"]["data"]["additionalProperties"] is True
    assert segment["$defs"]["Message"]["additionalProperties"] is False


@pytest.mark.parametrize("kind", sorted(schemas()))
def test_every_key_is_explained(kind):
    for node in every_node(schemas()[kind]):
        for name, value in node.get("properties", {}).items():
            assert value.get("description"), f"{kind}: {name}"


def test_inherited_lists_can_be_added_to():
    segment = schemas()["segment"]
    assert segment["properties"]["keywords+"]["type"] == "array"
    assert segment["properties"]["keywords+"]["description"].startswith("Adds to what is inherited. ")
    assert "value_props+" in segment["$defs"]["Message"]["properties"]
    assert "omit+" not in segment["properties"]


def test_null_takes_an_inherited_value_away():
    properties = schemas()["segment"]["properties"]
    assert properties["audience"]["type"] == ["string", "number", "null"]
    assert properties["status"]["enum"] == ["draft", "live", "sunset", None]
    assert {"type": "null"} in properties["message"]["anyOf"]


def test_required_keys_are_required():
    assert schemas()["segsite"]["required"] == ["name", "base_url", "theme"]
    assert schemas()["facts"]["$defs"]["Fact"]["required"] == ["value"]


def test_facts_and_claims_are_maps_of_names():
    for kind, name in (("facts", "Fact"), ("claims", "Claim")):
        assert schemas()[kind]["additionalProperties"] == {"$ref": f"#/$defs/{name}"}


@pytest.mark.parametrize("kind", sorted(schemas()))
def test_references_lead_somewhere_and_generated_titles_are_gone(kind):
    schema = schemas()[kind]
    for node in every_node(schema):
        if isinstance(node.get("$ref"), str):
            assert node["$ref"].removeprefix("#/$defs/") in schema["$defs"]
        assert not isinstance(node.get("title"), str)
