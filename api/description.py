"""The OpenAPI document, and the page that shows it without loading anything from elsewhere."""

from __future__ import annotations

from typing import Any

from apispec import BasePlugin
from flask import Blueprint, Flask, render_template
from flask_smorest import Api as SmorestApi

from api.errors import answer_http_error
from api.problems import MEDIA_TYPE
from api.wire import ProblemSchema

PREFIX = "/api/v1"

_DESCRIPTION = """\
Aligned Chinese-English terms, bilingual summaries, and figures written in any locale.

`locale` (a BCP 47 tag) decides the language of an answer; without it `Accept-Language`; without that English.
`Content-Language` says what it came to. Reads carry an ETag. Errors are RFC 9457 problems that name the
parameter, the value and the mend. Lists take `limit` and `offset` and link to their other parts (RFC 8288).
"""

_HEADERS = {
    "Content-Language": "the locale that it came to",
    "ETag": "send it back in If-None-Match",
}


class Api(SmorestApi):
    """flask-smorest with our problems in place of its error bodies."""

    ERROR_SCHEMA = ProblemSchema

    def handle_http_exception(self, error: Any) -> Any:
        """Answer as `api.errors` does."""
        return answer_http_error(error)


class _AsServed(BasePlugin):
    """Says of each operation what our own hooks add: ids, headers, 304, and the media type of problems."""

    def operation_helper(self, path: str | None = None, operations: Any = None, **kwargs: Any) -> None:
        for method, operation in (operations or {}).items():
            operation["operationId"] = _operation_id(method, path or "")
            responses = operation.get("responses", {})
            for status in list(responses):
                _describe(responses, status)
            responses["304"] = {"description": "You have this already (If-None-Match)"}
            responses["400"] = _problem("The locale is no BCP 47 tag, or the address no UTF-8")


def _operation_id(method: str, path: str) -> str:
    steps = path.removeprefix(PREFIX).strip("/").replace("{", "by_").replace("}", "").replace("/", "_")
    return f"{method}_{steps}"


def _describe(responses: Any, status: Any) -> None:
    response = responses[status]
    if not isinstance(response, dict):
        return
    if str(status) == "200":
        schema = {"type": "string"}
        response["headers"] = {
            name: {"description": text, "schema": schema} for name, text in _HEADERS.items()
        }
    elif "application/json" in response.get("content", {}):
        response["content"] = {MEDIA_TYPE: response["content"].pop("application/json")}
    elif str(status) in ("default", "DEFAULT_ERROR"):
        responses[status] = _problem("Any other error")
    elif str(status) == "422":
        responses[status] = _problem("A parameter is unknown, missing or cannot be used")


def _problem(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}


def describe(app: Flask, version: str, blueprints: list[Any]) -> None:
    """Register `blueprints` with `app`, serve their OpenAPI document and the page that shows it."""
    app.config.update(
        API_TITLE="Duizhao",
        API_VERSION=version,
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX=PREFIX,
        OPENAPI_JSON_PATH="openapi.json",
        API_SPEC_OPTIONS={
            "info": {"description": _DESCRIPTION, "license": {"name": "MIT", "identifier": "MIT"}},
            "servers": [{"url": "/"}],
        },
    )
    api = Api(app, spec_kwargs={"extra_plugins": [_AsServed()]})
    for blueprint in blueprints:
        api.register_blueprint(blueprint)
    app.register_blueprint(_docs(api))


def _docs(api: Any) -> Blueprint:
    blueprint = Blueprint("docs", __name__, url_prefix=PREFIX)

    @blueprint.route("/docs")
    def show_docs() -> str:
        """Show the OpenAPI document as a page."""
        return render_template("docs.html", spec=api.spec.to_dict())

    return blueprint
