"""``/healthz`` and ``/readyz``: whether the process lives, and whether it can answer."""

from __future__ import annotations

from typing import Any

from flask import Response

from api import wire
from api.answers import json_answer
from api.library import library
from api.requests import QuerySchema, StrictBlueprint
from glossary import TermQuery
from summaries import FigureFilter

# A probe's answer depends on no locale.
blueprint = StrictBlueprint("operations", __name__, description="Running it")


@blueprint.route("/healthz")
@blueprint.arguments(QuerySchema, location="query")
@blueprint.response(200, wire.StatusSchema)
def live(query: dict[str, Any]) -> Response:
    """Answer that the process runs."""
    return _uncached(json_answer({"status": "ok"}))


@blueprint.route("/readyz")
@blueprint.arguments(QuerySchema, location="query")
@blueprint.response(200, wire.StatusSchema)
@blueprint.alt_response(503, schema=wire.ProblemSchema)
def ready(query: dict[str, Any]) -> Response:
    """Answer that every table of the index can be read; 503 when one cannot."""
    shelf = library()
    shelf.glossary.search(TermQuery("", limit=1))
    shelf.summaries.articles(limit=1, offset=0)
    shelf.summaries.figures(FigureFilter(), limit=1)
    return _uncached(json_answer({"status": "ok", "revision": shelf.index.revision}))


def _uncached(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
