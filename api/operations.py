"""``/healthz`` and ``/readyz``: whether the process lives, and whether it can answer."""

from __future__ import annotations

from flask import Response
from flask_smorest import Blueprint

from api import wire
from api.answers import json_answer
from api.library import library

# Not `api.requests.Blueprint`: a probe's answer depends on no locale.
blueprint = Blueprint("operations", __name__, description="Running it")


@blueprint.route("/healthz")
@blueprint.response(200, wire.StatusSchema)
def live() -> Response:
    """Answer that the process runs."""
    return _uncached(json_answer({"status": "ok"}))


@blueprint.route("/readyz")
@blueprint.response(200, wire.StatusSchema)
@blueprint.alt_response(503, schema=wire.ProblemSchema)
def ready() -> Response:
    """Answer that the index can be read; 503 when it cannot."""
    return _uncached(json_answer({"status": "ok", "revision": library().index.revision()}))


def _uncached(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
