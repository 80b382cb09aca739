"""The OpenAPI document, and the page that shows it without loading anything from elsewhere."""

from __future__ import annotations

from typing import Any

from apispec import BasePlugin
from flask import Flask, Response, make_response
from flask_smorest import Api as SmorestApi

from api.answers import json_answer
from api.embedding.frames import is_frame
from api.embedding.script import script
from api.errors import answer_http_error
from api.negotiation import content_language
from api.pages import docs_page
from api.problems import MEDIA_TYPE
from api.reconciliation.shapes import NAMED
from api.requests import QuerySchema, StrictBlueprint
from api.term_lookup import LookupQuerySchema
from api.wire import CardSchema, OembedSchema, ProblemSchema

PREFIX = "/api/v1"

_DESCRIPTION = """\
Aligned Chinese-English terms, bilingual summaries, figures written in any locale and read in any text, translations
checked.

`locale` (a BCP 47 tag) decides the language of an answer; without it `Accept-Language`; without that English.
`Content-Language` says what it came to. Reads carry an ETag; what is posted is not kept, nor may its answer be.
Errors are RFC 9457 problems that name the parameter, the value and the mend. Lists take `limit` and `offset` and
link to their other parts (RFC 8288).
"""

_LANGUAGE = {"Content-Language": "the locale that it came to"}
_HEADERS = {
    "get": {**_LANGUAGE, "ETag": "send it back in If-None-Match"},
    "post": {**_LANGUAGE, "Cache-Control": "no-store"},
}


_ERRORS = {
    "404": "Nothing has this id or address",
    "410": "What had this id was withdrawn",
    "413": "The body has more than this service takes at once",
    "415": "The body has another media type than is read here",
    "422": "A parameter is unknown, missing or cannot be used",
    "501": "The format is none that is written here",
    "503": "The index cannot be read",
}


_BAD_REQUEST = {
    "get": "The locale is no BCP 47 tag, the address no UTF-8, or a parameter of oEmbed cannot be used",
    "post": "A locale or language is no BCP 47 tag, the address no UTF-8, or the body no JSON",
}

# How a problem is told: in a frame on a page.
_PROBLEM = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
_PAGE = {"text/html": {"schema": {"type": "string"}}}

# What a path names, with an example of the shipped content.
_PATH_PARAMETERS = {
    "term_id": ("id of the concept", "computing-power"),
    "article_id": ("id of the article", "softbank-ai"),
    "section_id": ("id of the section within the article", "s2"),
    "profile": ("id of the form, as /exports/ lists them", "tbx"),
    "source": ("tag of the source language, as the tool spells it", "zh-Hans"),
    "target": ("tag of the target language, as the tool spells it", "en"),
    "ext": ("the form's extension", "tbx"),
    "language": ("content language: zh-Hans, zh-Hant or en", "en"),
    "view": ("a content language, or two side by side", "zh-Hans+en"),
    "item": ("kind and id: article, section, figure, chart or term", "section/softbank-ai/s2"),
    "form": ("json or xml", "json"),
    "version": ("the first digits of the script's SHA-256, as the copy box has them", script().version),
    "figure_id": ("id of the figure", "vision-fund-loss-fy2022-jpy"),
}


class Api(SmorestApi):
    """flask-smorest with our problems in place of its error bodies."""

    ERROR_SCHEMA = ProblemSchema

    def handle_http_exception(self, error: Any) -> Any:
        """Answer as `api.errors` does."""
        return answer_http_error(error)


class _AsServed(BasePlugin):
    """Says of each operation what our own hooks add: ids, headers, 304, and the media type of problems."""

    def path_helper(
        self, path: str | None = None, operations: Any = None, parameters: Any = None, **kwargs: Any
    ) -> None:
        for parameter in parameters or []:
            parameter["description"], example = _PATH_PARAMETERS[parameter["name"]]
            parameter["schema"]["examples"] = [example]

    def operation_helper(self, path: str | None = None, operations: Any = None, **kwargs: Any) -> None:
        told = _PAGE if is_frame(path or "") else _PROBLEM
        for method, operation in (operations or {}).items():
            operation["operationId"] = _operation_id(method, path or "")
            responses = operation.get("responses", {})
            for status in [*responses, *(("413", "415") if method == "post" else ())]:
                _describe(responses, status, _HEADERS[method], told)
            if method == "get":
                responses["304"] = {"description": "You have this already (If-None-Match)"}
            responses["400"] = {"description": _BAD_REQUEST[method], "content": told}


def _operation_id(method: str, path: str) -> str:
    steps = path.removeprefix(PREFIX).strip("/").replace("{", "by_").replace("}", "")
    return f"{method}_{steps}".translate({ord(c): "_" for c in "/."})


def _describe(responses: Any, status: Any, headers: dict[str, str], problem: dict[str, Any]) -> None:
    if str(status) == "200":
        schema = {"type": "string"}
        described = {name: {"description": text, "schema": schema} for name, text in headers.items()}
        responses[status]["headers"] = described
    else:
        description = _ERRORS.get(str(status), "Any other error")
        responses[status] = {"description": description, "content": problem}


def describe(app: Flask, version: str, blueprints: list[Any]) -> None:
    """Register `blueprints` with `app`, serve their OpenAPI document and the page that shows it."""
    app.config.update(
        API_TITLE="Duizhao",
        API_VERSION=version,
        OPENAPI_VERSION="3.1.0",
        API_SPEC_OPTIONS={
            "info": {"description": _DESCRIPTION, "license": {"name": "MIT", "identifier": "MIT"}},
            "servers": [{"url": "/"}],
        },
    )
    api = Api(app, spec_kwargs={"extra_plugins": [_AsServed()]})
    for name, schema in {
        "LookupQuery": LookupQuerySchema,
        "Card": CardSchema,
        "Oembed": OembedSchema,
        **NAMED,
    }.items():
        api.spec.components.schema(name, schema=schema)
    for blueprint in blueprints:
        api.register_blueprint(blueprint)
    api.register_blueprint(_about_itself(api))


def _about_itself(api: Any) -> StrictBlueprint:
    blueprint = StrictBlueprint("docs", __name__, url_prefix=PREFIX, description="This document")

    @blueprint.route("/openapi.json")
    @blueprint.arguments(QuerySchema, location="query")
    @blueprint.response(200, {"type": "object"})
    def show_document(query: dict[str, Any]) -> Response:
        """Show this document."""
        return json_answer(api.spec.to_dict())

    @blueprint.route("/docs")
    @blueprint.arguments(QuerySchema, location="query")
    @blueprint.response(200, {"type": "string"}, content_type="text/html")
    def show_docs(query: dict[str, Any]) -> Response:
        """Show this document as a page."""
        response = make_response(docs_page(api.spec.to_dict()))
        response.headers["Content-Language"] = content_language()
        return response

    return blueprint
