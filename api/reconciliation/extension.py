"""Data extension: further columns for those that are matched."""

from __future__ import annotations

from typing import Any

from flask import current_app

from api.messages import NOT_A_LIST, NOT_TEXT, message
from api.reconciliation.batches import check_number
from api.reconciliation.entities import Entities
from api.reconciliation.forms import json_field, refuse
from api.reconciliation.properties import BY_ID, Property, Value
from api.requests import not_one_of
from glossary import Concept, concept_from_fragment
from translations import N_


def extended(location: str, text: str, entities: Entities) -> dict[str, Any]:
    """Return the answer to the data extension query that `text` is; raise the problem of one that is none.

    An id that no concept has gets a row of empty cells.
    """
    asked = json_field(location, "extend", text)
    ids = _ids(location, asked.get("ids"))
    properties = _properties(location, asked.get("properties"))
    rows: dict[str, Any] = {}
    left = current_app.config["MAX_CONTENT_LENGTH"]
    for id_ in ids:
        fragment = entities.shelf.glossary.concept(id_)
        left -= len(fragment or "")
        if left < 0:
            told = N_("The answer would be larger than {longest} bytes. Send fewer ids.")
            longest = current_app.config["MAX_CONTENT_LENGTH"]
            raise refuse(location, "extend.ids", None, message(told, longest=longest), 413)
        concept = concept_from_fragment(fragment) if fragment else None
        rows[id_] = {found.id: _cells(found, concept, entities) for found in properties}
    return {"meta": [_meta(found, entities) for found in properties], "rows": rows}


def _ids(location: str, sent: Any) -> list[str]:
    if not isinstance(sent, list):
        raise refuse(location, "extend.ids", None, NOT_A_LIST)
    check_number(location, "extend.ids", len(sent))
    if not all(isinstance(id_, str) for id_ in sent):
        raise refuse(location, "extend.ids", None, NOT_TEXT)
    return list(dict.fromkeys(sent))


def _properties(location: str, sent: Any) -> list[Property]:
    """The properties asked for; their settings have no meaning here, for the manifest offers none."""
    if not isinstance(sent, list):
        raise refuse(location, "extend.properties", None, NOT_A_LIST)
    check_number(location, "extend.properties", len(sent))
    found = (_property(location, n, one) for n, one in enumerate(sent))
    return list({wanted.id: wanted for wanted in found}.values())


def _property(location: str, n: int, sent: Any) -> Property:
    id_ = sent.get("id") if isinstance(sent, dict) else None
    if not isinstance(id_, str):
        raise refuse(location, f"extend.properties[{n}].id", None, NOT_TEXT)
    if id_ not in BY_ID:
        raise refuse(location, f"extend.properties[{n}].id", id_, not_one_of(BY_ID))
    return BY_ID[id_]


def _meta(found: Property, entities: Entities) -> dict[str, Any]:
    described: dict[str, Any] = {"id": found.id, "name": found.name}
    return {**described, "type": entities.types[0]} if found.entities else described


def _cells(found: Property, concept: Concept | None, entities: Entities) -> list[dict[str, str]]:
    return [_cell(value) for value in found.values(concept, entities)] if concept else []


def _cell(value: Value) -> dict[str, str]:
    return value if isinstance(value, dict) else {"str": value}
