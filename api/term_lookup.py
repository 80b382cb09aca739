"""``POST /api/v1/terms/lookup``: many terms at once, an answer or an error for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flask import Response, current_app
from marshmallow import ValidationError, fields

from api import wire
from api.answers import raw_answer
from api.bodies import BodyBlueprint, BodySchema, ListField, body_choice, body_count, body_text
from api.json_text import compact, encoded
from api.library import library
from api.messages import message
from api.near_terms import near_terms
from api.negotiation import content_language
from api.problems import Fault, Problem, invalid, shown
from api.problems import body as problem_body
from api.requests import LONGEST_TEXT, QuerySchema, as_error, no_longer_than
from api.terms import Facets, term_query
from api.terms_json import hit_json
from glossary import Glossary, MatchMode, Status
from translations import CONTENT_LANGUAGES, N_

MOST_HITS = 20
_HITS = 3

blueprint = BodyBlueprint(
    "term_lookup", __name__, url_prefix="/api/v1/terms", description="Many terms at once"
)

_NO_QUERY = message(N_("This is neither text nor a JSON object. Send what to look for as one of them."))
_BLANK = message(N_("This is empty. Send what to look for."))
_EXAMPLES = {
    "column": {
        "summary": "The cells of a column, in whatever language and script they are",
        "value": {"queries": ["算力", "數據中心", "capex"]},
    },
    "choosy": {
        "summary": "Queries that say more; the second finds nothing and is told what is near",
        "value": {
            "queries": [
                {"q": "SoftBank", "match": "prefix", "lang": "en", "limit": 1},
                {"q": "SoftBank G", "match": "exact"},
            ]
        },
    },
}


def _not_blank(value: str) -> None:
    if not value.strip():
        raise ValidationError(as_error(_BLANK))


_short = no_longer_than(LONGEST_TEXT)


class LookupQuerySchema(BodySchema):
    """One of many queries."""

    q = body_text(
        "what to look for, in any language and script", "算力", required=True, validate=[_short, _not_blank]
    )
    match = body_choice("how the text is compared with a term", list(MatchMode), load_default="auto")
    lang = body_choice("only terms in this language", CONTENT_LANGUAGES)
    field = body_text("only concepts of this subject field", "technology", validate=_short)
    section = body_text("only concepts used in this section: s2, or softbank-ai/s2", "s2", validate=_short)
    status = body_choice("only terms of this administrative status", list(Status))
    limit = body_count("hits at most", 3, MOST_HITS, load_default=_HITS)


class LookupRequestSchema(BodySchema):
    """Queries to answer."""

    queries = ListField(
        fields.Raw(
            allow_none=True,
            metadata={"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/LookupQuery"}]},
        ),
        most="DUIZHAO_MOST_QUERIES",
        least=1,
        required=True,
        metadata={
            "minItems": 1,
            "description": "at most 1,000 (the setting DUIZHAO_MOST_QUERIES), each a text of at most 200 characters,"
            " or an object: {q, match, lang, field, section, status, limit}, as in GET /api/v1/terms, limit"
            f" at most {MOST_HITS} and {_HITS} without it",
        },
    )


_SCHEMA = LookupQuerySchema()


@blueprint.route("/lookup", methods=["POST"])
@blueprint.arguments(QuerySchema, location="query")
@blueprint.arguments(LookupRequestSchema, examples=_EXAMPLES)
@blueprint.response(200, wire.LookupAnswerListSchema)
def look_up_terms(query: dict[str, Any], body: dict[str, Any]) -> Response:
    """Look many terms up at once.

    Every query has an answer of its own, in their order: the hits as a search gives them, or an `error`, which is a
    problem and keeps none of the others from being answered. Nothing is kept.
    """
    answers = ",".join(_answers(library().glossary, body["queries"]))
    response = raw_answer(f'{{"answers":[{answers}]}}')
    response.headers["Content-Language"] = content_language()  # of the errors, which not every locale has
    return response


def _answers(glossary: Glossary, queries: list[Any]) -> Iterator[str]:
    """Yield the answers as JSON; once they fill an answer's bytes, a query gets an error instead of a search."""
    longest = left = current_app.config["MAX_CONTENT_LENGTH"]
    facets = Facets(glossary)
    for n, query in enumerate(queries):
        answer = _answer(glossary, facets, query, n) if left > 0 else _refusal(query, _full(longest))
        left -= len(encoded(answer))
        yield answer


def _answer(glossary: Glossary, facets: Facets, query: Any, n: int) -> str:
    try:
        asked = _loaded(query, n)
        wanted = term_query(facets, {**asked, "offset": 0})
    except Problem as problem:
        return _refusal(query, _placed(problem, n))
    page = glossary.search(wanted)
    items = ",".join(map(hit_json, page.hits))
    near = () if page.total else near_terms(glossary, wanted)
    more = f',"did_you_mean":{compact(near)}' if near else ""
    return f'{{"q":{compact(asked["q"])},"items":[{items}],"total":{page.total}{more}}}'


def _loaded(query: Any, n: int) -> dict[str, Any]:
    """Return the query in full; raise the problem with it."""
    try:
        if isinstance(query, str):
            _short(query)
            _not_blank(query)
            return {"q": query, "match": MatchMode.AUTO, "limit": _HITS}
        if not isinstance(query, dict):
            raise ValidationError(as_error(_NO_QUERY))
        loaded: dict[str, Any] = _SCHEMA.load(query)
        return loaded
    except ValidationError as error:
        raise invalid({"json": {"queries": {n: error.messages}}}, {"queries": {n: query}}) from None


def _placed(problem: Problem, n: int) -> Problem:
    """Say of what is no fault of the body's form in which query it is."""
    faults = [
        f if f.location == "json" else Fault("json", f"queries[{n}].{f.name}", f.value, f.message)
        for f in problem.faults
    ]
    return replace(problem, faults=faults)


def _full(longest: int) -> Problem:
    told = N_(
        "The answers before this one fill the {longest} bytes that one answer may have. Send it in another request."
    )
    return Problem(413, message(told, longest=longest))


def _refusal(query: Any, problem: Problem) -> str:
    q = query.get("q") if isinstance(query, dict) else query
    return compact({"q": shown(q) if isinstance(q, str) else None, "error": problem_body(problem)})
