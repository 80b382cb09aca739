"""``/api/v1/terms``: the glossary."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from flask import Response

from api import wire
from api.answers import linked_answer, raw_answer
from api.editions.model import Item, ItemKind
from api.library import library
from api.negotiation import reader
from api.requests import Blueprint, ListSchema, QuerySchema, not_one_of, one_of, refuse, text
from api.successors import lead_elsewhere
from api.terms_json import term_list
from glossary import Glossary, MatchMode, Status, TermFilter, TermQuery
from translations import CONTENT_LANGUAGES

blueprint = Blueprint("terms", __name__, url_prefix="/api/v1/terms", description="The glossary")


class TermQuerySchema(ListSchema):
    """What to look for."""

    q = text("what to look for, in any language and script; all terms without it", "算力", load_default="")
    match = one_of(
        "how the text is compared with a term; auto tries every way, from the surest to the loosest",
        list(MatchMode),
        load_default="auto",
    )
    lang = one_of("only terms in this language", CONTENT_LANGUAGES)
    field = text("only concepts of this subject field", "technology")
    section = text("only concepts used in this section: s2, or softbank-ai/s2", "s2")
    status = one_of("only terms of this administrative status", list(Status))


@blueprint.route("")
@blueprint.arguments(TermQuerySchema, location="query")
@blueprint.response(200, wire.TermListSchema)
def search_terms(query: dict[str, Any]) -> Response:
    """Search the glossary.

    Case, width, simplified and traditional characters, hyphens, blanks and diacritics do not matter.
    Every concept comes once; `matched` says which of its terms was found, and why. Where nothing is found,
    `did_you_mean` has terms near the query, should there be any.
    """
    glossary = library().glossary
    found = term_list(glossary, term_query(Facets(glossary), query))
    return linked_answer(found.body, found.total, query["limit"], query["offset"])


@blueprint.route("/<term_id>")
@blueprint.arguments(QuerySchema, location="query")
@blueprint.response(200, wire.ConceptSchema)
@blueprint.alt_response(308, description="It was merged into another concept, which is there")
@blueprint.alt_response(404, schema=wire.ProblemSchema)
@blueprint.alt_response(410, schema=wire.ProblemSchema)
def show_term(query: dict[str, Any], term_id: str) -> Response:
    """Show one concept with its terms in every language."""
    fragment = library().glossary.concept(term_id)
    if fragment is None:
        lead_elsewhere(Item(ItemKind.TERM, term_id))
    return raw_answer(fragment)


class Facets:
    """What a search of `glossary` can be limited to, read once and only when it is asked for."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The ids of the subject fields."""
        return tuple(field.id for field in self._glossary.subject_fields())

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """Every section that a concept names."""
        return self._glossary.sections()


def term_query(facets: Facets, query: dict[str, Any]) -> TermQuery:
    """Return the search that `query`, as `TermQuerySchema` loads it, asks for.

    Raises a problem when it names a subject field or section that the content does not have.
    """
    only = TermFilter(query.get("lang"), query.get("field"), query.get("section"), query.get("status"))
    _check_filter(facets, only)
    mode = MatchMode(query["match"])
    return TermQuery(query["q"], mode, only, query["limit"], query["offset"], reader().content)


def _check_filter(facets: Facets, only: TermFilter) -> None:
    if only.field is not None and only.field not in facets.fields:
        raise refuse("field", only.field, not_one_of(facets.fields))
    if only.section is not None and only.section not in facets.sections:
        raise refuse("section", only.section, not_one_of(facets.sections))
