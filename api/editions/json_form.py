"""An edition as JSON, both ways, and the revision that names what it says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from api.editions.model import Edition, Item, ItemKind
from glossary import concept_from_json, concept_to_json
from summaries.json_form import (
    article_from_json,
    article_to_json,
    chart_from_json,
    chart_to_json,
    figure_from_json,
    figure_to_json,
    section_from_json,
    section_to_json,
)

_DIGITS = 12


def edition_to_json(edition: Edition) -> dict[str, Any]:
    """Return `edition` as plain data."""
    return {
        "kind": edition.item.kind.value,
        "id": edition.item.id,
        "article": edition.article and article_to_json(edition.article),
        "section": edition.section and section_to_json(edition.section),
        "chart": edition.chart and chart_to_json(edition.chart),
        "figures": [figure_to_json(figure) for figure in edition.figures.values()],
        "concept": edition.concept and concept_to_json(edition.concept),
        "names": {id_: dict(names) for id_, names in edition.names.items()},
    }


def edition_from_json(data: Mapping[str, Any]) -> Edition:
    """Build the edition that `edition_to_json` wrote."""
    figures = map(figure_from_json, data["figures"])
    return Edition(
        Item(ItemKind(data["kind"]), data["id"]),
        article=article_from_json(data["article"]) if data["article"] else None,
        section=section_from_json(data["section"]) if data["section"] else None,
        chart=chart_from_json(data["chart"]) if data["chart"] else None,
        figures={figure.id: figure for figure in figures},
        concept=concept_from_json(data["concept"]) if data["concept"] else None,
        names=data["names"],
    )


def revision_of(edition: Edition) -> str:
    """Return 12 hex digits that name what `edition` says, the same wherever it is said.

    What is empty is left out: a field that a later release adds makes no other revision of what has nothing in it.
    """
    told = json.dumps(_told(edition_to_json(edition)), ensure_ascii=False, sort_keys=True)
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_DIGITS // 2).hexdigest()


def _told(data: Any) -> Any:
    if isinstance(data, Mapping):
        told = {name: _told(value) for name, value in data.items()}
        return {name: value for name, value in told.items() if value or type(value) is int}
    return [_told(value) for value in data] if isinstance(data, list) else data
