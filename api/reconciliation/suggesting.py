"""Completion of entities, properties and types, as one types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from api.reconciliation.entities import Entities
from api.reconciliation.properties import PROPERTIES
from glossary import TermFilter, TermQuery, concept_from_fragment


def entities_like(
    prefix: str, kind: str | None, cursor: int, limit: int, entities: Entities
) -> list[dict[str, Any]]:
    """Return the concepts that `prefix` may become, of the type `kind` where that is told; one with that id first."""
    if not prefix.strip():
        return []
    field = kind if kind in entities.titles else None
    wanted = TermQuery(
        prefix, only=TermFilter(field=field), limit=limit, offset=cursor, reader=entities.language
    )
    fragments = [hit.fragment for hit in entities.shelf.glossary.search(wanted).hits]
    if cursor == 0 and (named := entities.shelf.glossary.concept(prefix)):
        fragments = list(dict.fromkeys([named, *fragments]))
    concepts = [concept_from_fragment(fragment) for fragment in fragments]
    fitting = [concept for concept in concepts if field in (None, concept.subject_field)]
    return [{**entities.described(found), "notable": entities.types_of(found)} for found in fitting[:limit]]


def properties_like(prefix: str) -> list[dict[str, str]]:
    """Return the properties whose name or id begins with `prefix`, then those that have it further on."""
    return _like(prefix, [{"id": found.id, "name": found.name} for found in PROPERTIES])


def types_like(prefix: str, entities: Entities) -> list[dict[str, str]]:
    """Return the types whose name or id begins with `prefix`, then those that have it further on."""
    return _like(prefix, entities.types)


def _like(prefix: str, choices: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    typed = prefix.strip().casefold()
    places = [(_place(typed, choice), choice) for choice in choices]
    return [choice for place, choice in sorted(places, key=lambda pair: pair[0]) if place < 2]


def _place(typed: str, choice: dict[str, str]) -> int:
    names = (choice["name"].casefold(), choice["id"].casefold())
    return (
        0
        if any(name.startswith(typed) for name in names)
        else 1
        if any(typed in name for name in names)
        else 2
    )


def proposed(limit: int | None) -> list[dict[str, str]]:
    """Return the properties to offer, for whatever type: all types have the same."""
    return [{"id": found.id, "name": found.name} for found in PROPERTIES[:limit]]
