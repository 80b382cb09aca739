"""``/api/v1/articles``: articles, their sections, and the sentence pairs that summarize them."""

from __future__ import annotations

from typing import Any

from flask import Response

from api import wire
from api.answers import json_answer, json_list_answer
from api.editions.model import Item, ItemKind
from api.library import library
from api.negotiation import reader
from api.presenting import Presenter
from api.requests import Blueprint, ListSchema, QuerySchema
from api.successors import lead_elsewhere
from summaries import Article, Section

blueprint = Blueprint(
    "articles", __name__, url_prefix="/api/v1/articles", description="Articles and their summaries"
)


@blueprint.route("")
@blueprint.arguments(ListSchema, location="query")
@blueprint.response(200, wire.ArticleListSchema)
def list_articles(query: dict[str, Any]) -> Response:
    """List the articles."""
    page = library().summaries.articles(query["limit"], query["offset"])
    present = _presenter()
    cards = [present.article_card(article) for article in page.items]
    return json_list_answer(cards, page.total, query["limit"], query["offset"])


@blueprint.route("/<article_id>")
@blueprint.arguments(QuerySchema, location="query")
@blueprint.response(200, wire.ArticleSchema)
@blueprint.alt_response(404, schema=wire.ProblemSchema)
@blueprint.alt_response(410, schema=wire.ProblemSchema)
def show_article(query: dict[str, Any], article_id: str) -> Response:
    """Show one article and its summary as sentence pairs."""
    return json_answer(_presenter().article(find_article(article_id)))


@blueprint.route("/<article_id>/sections")
@blueprint.arguments(ListSchema, location="query")
@blueprint.response(200, wire.SectionListSchema)
@blueprint.alt_response(404, schema=wire.ProblemSchema)
@blueprint.alt_response(410, schema=wire.ProblemSchema)
def list_sections(query: dict[str, Any], article_id: str) -> Response:
    """List the sections of an article, each with its summary."""
    article = find_article(article_id)
    limit, offset = query["limit"], query["offset"]
    sections = _presenter().sections(article, article.sections[offset : offset + limit])
    return json_list_answer(sections, len(article.sections), limit, offset)


@blueprint.route("/<article_id>/sections/<section_id>")
@blueprint.arguments(QuerySchema, location="query")
@blueprint.response(200, wire.SectionSchema)
@blueprint.alt_response(308, description="It was replaced by another, which is there")
@blueprint.alt_response(404, schema=wire.ProblemSchema)
@blueprint.alt_response(410, schema=wire.ProblemSchema)
def show_section(query: dict[str, Any], article_id: str, section_id: str) -> Response:
    """Show the summary of one section as sentence pairs."""
    article = find_article(article_id)
    return json_answer(_presenter().sections(article, [find_section(article, section_id)])[0])


def find_article(article_id: str) -> Article:
    """Return the article, or raise the problem that there is none."""
    article = library().summaries.article(article_id)
    if article is None:
        lead_elsewhere(Item(ItemKind.ARTICLE, article_id))
    return article


def find_section(article: Article, section_id: str) -> Section:
    """Return the section of `article`, or raise the problem that there is none."""
    for section in article.sections:
        if section.id == section_id:
            return section
    lead_elsewhere(Item(ItemKind.SECTION, f"{article.id}/{section_id}"))


def _presenter() -> Presenter:
    return Presenter(library(), reader())
