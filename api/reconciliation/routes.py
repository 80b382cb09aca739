"""The addresses of the protocol."""

from __future__ import annotations

from typing import Any

from flask import Response, g
from marshmallow import EXCLUDE, fields

from api.answers import json_answer
from api.library import library
from api.messages import MISSING, message
from api.negotiation import content_language
from api.problems import Problem, not_found, shown
from api.reconciliation import shapes, suggesting
from api.reconciliation.batches import reconciled
from api.reconciliation.entities import Entities
from api.reconciliation.extension import extended
from api.reconciliation.forms import FormBlueprint, refuse
from api.reconciliation.manifest import manifest
from api.reconciliation.preview import preview
from api.requests import QuerySchema, StrictSchema, text, whole_number
from api.wire import ProblemSchema
from glossary import concept_from_fragment
from translations import CONTENT_LANGUAGES, N_, resolve

blueprint = FormBlueprint(
    "reconciliation",
    __name__,
    url_prefix="/reconcile",
    description="Reconciliation Service API 0.2, for OpenRefine; fields that it does not have are passed over",
)

_QUERIES = '{"q0": {"query": "算力"}, "q1": {"query": "capex", "type": "finance", "limit": 3}}'
_EXTEND = '{"ids": ["computing-power"], "properties": [{"id": "en"}, {"id": "reading"}]}'
_LONGEST_IN_ADDRESS = 100_000
_LONGEST_CURSOR = 2**31 - 1


class ReconcileQuerySchema(QuerySchema):
    """A batch in the address; nothing for the manifest."""

    queries = text("a reconciliation query batch, as JSON", _QUERIES, longest=_LONGEST_IN_ADDRESS)
    extend = text("a data extension query, as JSON", _EXTEND, longest=_LONGEST_IN_ADDRESS)


class LocaleSchema(QuerySchema):
    """Where the form says all but the locale."""


def _form_text(description: str, example: str) -> fields.String:
    return fields.String(metadata={"description": description, "examples": [example]})


class ReconcileRequestSchema(StrictSchema):
    """One of the two."""

    class Meta:
        unknown = EXCLUDE

    queries = _form_text("a reconciliation query batch, as JSON: at most 1,000 queries", _QUERIES)
    extend = _form_text("a data extension query, as JSON: at most 1,000 ids", _EXTEND)


class PrefixSchema(QuerySchema):
    """What is being typed."""

    class Meta:
        exclude = ("locale",)

    prefix = text("what has been typed so far", "data", load_default="")
    cursor = whole_number("suggestions to skip", 0, 0, _LONGEST_CURSOR, load_default=0)
    limit = whole_number("suggestions at most", 10, 1, 20, load_default=10)


class EntityPrefixSchema(PrefixSchema):
    """What is being typed, and of which type it is."""

    type = text("only concepts of this type", "technology")


class ProposalSchema(QuerySchema):
    """For what properties are wanted."""

    class Meta:
        exclude = ("locale",)

    type = text("id of a type", "technology", load_default="")
    limit = whole_number("properties at most", 10, 1, 100)


class NoQuerySchema(QuerySchema):
    """Nothing but the address."""

    class Meta:
        exclude = ("locale",)


@blueprint.url_value_preprocessor
def _settle_language(_endpoint: str | None, ids: dict[str, Any] | None) -> None:
    """Let the address decide where it names a language, before anybody asks for a locale."""
    language = (ids or {}).get("language")
    if language is None:
        return
    if language not in CONTENT_LANGUAGES:
        told = N_("There is no language {language} here. Use one of: {choices}.")
        raise Problem(404, message(told, language=shown(language), choices=", ".join(CONTENT_LANGUAGES)))
    g.reader = resolve(language)


def _entities() -> Entities:
    return Entities(library(), content_language())


def _answered(location: str, sent: dict[str, str]) -> Response | None:
    if "queries" in sent and "extend" in sent:
        told = message(N_("Send queries or extend, not both."))
        raise refuse(location, "extend", None, told)
    if "queries" in sent:
        return _told(reconciled(location, sent["queries"], _entities()))
    if "extend" in sent:
        return _told(extended(location, sent["extend"], _entities()))
    return None


def _told(data: Any) -> Response:
    response = json_answer(data)
    response.headers["Content-Language"] = content_language()
    return response


@blueprint.route("")
@blueprint.arguments(ReconcileQuerySchema, location="query")
@blueprint.response(200, shapes.RECONCILIATION)
def show_service(query: dict[str, Any]) -> Response:
    """Show the service manifest, or answer a batch.

    Without `queries` and `extend`: what the service offers. With one of them: what the same field in a form gets.
    """
    return _answered("query", query) or _told(manifest(_entities()))


@blueprint.route("", methods=["POST"])
@blueprint.arguments(LocaleSchema, location="query")
@blueprint.arguments(ReconcileRequestSchema, location="form")
@blueprint.response(200, shapes.RECONCILIATION)
def reconcile(query: dict[str, Any], form: dict[str, Any]) -> Response:
    """Match a batch of cells, or extend what is matched.

    `queries`: the candidates for each, best first, with a score from 0 to 100 and `match` where there is only one that
    it can be; a query that cannot be answered has none and an `error`. `extend`: the values of properties, by concept.
    docs/openrefine.md has what the scores say. Nothing is kept.
    """
    answer = _answered("form", form)
    if answer is None:
        raise refuse("form", "queries", None, MISSING)
    return answer


@blueprint.route("/<language>/suggest/entity")
@blueprint.arguments(EntityPrefixSchema, location="query")
@blueprint.response(200, shapes.ReconciliationEntityListSchema)
@blueprint.alt_response(404, schema=ProblemSchema)
def suggest_entities(query: dict[str, Any], language: str) -> Response:
    """Complete the name of a concept."""
    found = suggesting.entities_like(
        query["prefix"], query.get("type"), query["cursor"], query["limit"], _entities()
    )
    return _told({"result": found})


@blueprint.route("/<language>/suggest/property")
@blueprint.arguments(PrefixSchema, location="query")
@blueprint.response(200, shapes.ReconciliationNameListSchema)
@blueprint.alt_response(404, schema=ProblemSchema)
def suggest_properties(query: dict[str, Any], language: str) -> Response:
    """Complete the name of a property."""
    return _told(_part(suggesting.properties_like(query["prefix"]), query))


@blueprint.route("/<language>/suggest/type")
@blueprint.arguments(PrefixSchema, location="query")
@blueprint.response(200, shapes.ReconciliationNameListSchema)
@blueprint.alt_response(404, schema=ProblemSchema)
def suggest_types(query: dict[str, Any], language: str) -> Response:
    """Complete the name of a type."""
    return _told(_part(suggesting.types_like(query["prefix"], _entities()), query))


def _part(found: list[dict[str, str]], query: dict[str, Any]) -> dict[str, Any]:
    return {"result": found[query["cursor"] :][: query["limit"]]}


@blueprint.route("/<language>/properties")
@blueprint.arguments(ProposalSchema, location="query")
@blueprint.response(200, shapes.ReconciliationProposalSchema)
@blueprint.alt_response(404, schema=ProblemSchema)
def propose_properties(query: dict[str, Any], language: str) -> Response:
    """Propose the properties that a type can be extended by."""
    limit = {"limit": query["limit"]} if "limit" in query else {}
    return _told({"properties": suggesting.proposed(query.get("limit")), "type": query["type"], **limit})


@blueprint.route("/<language>/preview/<term_id>")
@blueprint.arguments(NoQuerySchema, location="query")
@blueprint.response(200, {"type": "string"}, content_type="text/html")
@blueprint.alt_response(404, schema=ProblemSchema)
def preview_entity(query: dict[str, Any], language: str, term_id: str) -> Response:
    """Show a concept at a glance, as a page to be framed."""
    fragment = library().glossary.concept(term_id)
    if fragment is None:
        raise not_found(N_("term"), term_id)
    return preview(concept_from_fragment(fragment), _entities())
