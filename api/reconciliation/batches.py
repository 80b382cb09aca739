"""A batch of reconciliation queries, each answered by itself."""

from __future__ import annotations

from typing import Any

from flask import current_app

from api.messages import message
from api.problems import Problem, body
from api.reconciliation.entities import Entities
from api.reconciliation.forms import json_field, refuse
from api.reconciliation.matching import candidates
from api.reconciliation.queries import parsed
from translations import N_


def reconciled(location: str, text: str, entities: Entities) -> dict[str, Any]:
    """Return the result batch for the query batch that `text` is; raise the problem of one that is none."""
    batch = json_field(location, "queries", text)
    check_number(location, "queries", len(batch))
    return {key: _result(key, query, entities) for key, query in batch.items()}


def check_number(location: str, name: str, number: int) -> None:
    """Raise the problem that the field `name` asks for more than is answered at once."""
    most = current_app.config["DUIZHAO_MOST_QUERIES"]
    if number > most:
        told = N_(
            "This has {length} items; {longest} are taken at most (setting {setting}). Send them in parts."
        )
        excess = message(told, length=number, longest=most, setting="DUIZHAO_MOST_QUERIES")
        raise refuse(location, name, None, excess, 413)


def _result(key: str, query: Any, entities: Entities) -> dict[str, Any]:
    """A query that cannot be answered has no candidates, and says why beside them: the protocol has no place for it."""
    try:
        return {"result": candidates(parsed(query, key, entities), entities)}
    except Problem as problem:
        return {"result": [], "error": body(problem)}
