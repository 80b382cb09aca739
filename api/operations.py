"""``/healthz`` and ``/readyz``: whether the process lives, and whether it can answer."""

from __future__ import annotations

from flask import Blueprint, Response

from api.answers import json_answer
from api.index import UnusableIndex
from api.library import library

blueprint = Blueprint("operations", __name__)


@blueprint.route("/healthz")
def live() -> Response:
    """Answer that the process runs."""
    return _uncached(json_answer({"status": "ok"}))


@blueprint.route("/readyz")
def ready() -> Response:
    """Answer that the index can be read, 503 when it cannot."""
    try:
        revision = library().index.revision()
    except UnusableIndex as error:
        response = json_answer({"status": "unavailable", "detail": str(error)})
        response.status_code = 503
        return _uncached(response)
    return _uncached(json_answer({"status": "ok", "revision": revision}))


def _uncached(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
