"""``/healthz`` and ``/readyz``: whether the process lives, and whether it can answer."""

from __future__ import annotations

from typing import Any

from flask import Response

from api import wire
from api.answers import json_answer
from api.library import library
from api.requests import QuerySchema, StrictBlueprint

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
    """Answer that the index can be read; 503 when it cannot."""
    return _uncached(json_answer({"status": "ok", "revision": library().index.revision()}))


def _uncached(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
