"""Turns whatever went wrong into an answer: a problem for programs, a page for readers."""

from __future__ import annotations

import json

from flask import Flask, Response, current_app, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, InternalServerError

from api.caching import PROGRAMS
from api.embedding.frames import is_frame, problem_frame
from api.index_file import UnusableIndex
from api.json_text import encoded
from api.negotiation import content_language
from api.pages import problem_page
from api.problems import MEDIA_TYPE, Problem, body, malformed_tag, problem_of
from translations import MalformedTag


def register(app: Flask) -> None:
    """Answer every error that a view raises."""
    app.register_error_handler(Problem, answer)
    app.register_error_handler(MalformedTag, lambda error: answer(malformed_tag(error)))
    app.register_error_handler(UnusableIndex, _index_failed)


def answer(problem: Problem) -> Response:
    """Answer with `problem`: JSON below ``/api/`` and to who asks for it, a page elsewhere."""
    if is_frame(request.path):
        response = problem_frame(problem)
    elif _wants_page():
        response = current_app.response_class(
            problem_page(problem), status=problem.status, mimetype="text/html"
        )
    else:
        text = encoded(json.dumps(body(problem), ensure_ascii=False))
        response = current_app.response_class(text, status=problem.status, mimetype=MEDIA_TYPE)
    response.headers.update(problem.headers)
    response.headers["Content-Language"] = content_language()  # of the words, which not every locale has
    return response


def answer_http_error(error: HTTPException) -> ResponseReturnValue:
    """Answer an error that Flask, webargs or Werkzeug raised; redirects pass."""
    if error.code is not None and error.code < 400:
        return error.get_response()
    if isinstance(error, InternalServerError) and error.original_exception is not None:
        current_app.logger.error("request failed", exc_info=error.original_exception)
    return answer(problem_of(error))


def _index_failed(error: UnusableIndex) -> Response:
    current_app.logger.error("%s", error)
    return answer(Problem(503, headers={"Retry-After": "5"}))


def _wants_page() -> bool:
    named = ("/healthz", "/readyz", "/oembed")
    return (
        not request.path.startswith((*PROGRAMS, "/embed/", "/embed.", "/oembed/"))
        and request.path not in named
    )
