"""``/figures``: the quantitative statements of an article; and ``/format``: the formatter by itself."""

from __future__ import annotations

from typing import Any

from flask import Response

from api import wire
from api.answers import json_answer, json_list_answer
from api.articles import find_article
from api.editions.model import Item, ItemKind
from api.formatting import formatted
from api.library import library
from api.messages import message
from api.negotiation import reader
from api.presenting import Presenter
from api.problems import Problem
from api.requests import Blueprint, ListSchema, QuerySchema, not_one_of, one_of, refuse, text
from api.successors import lead_elsewhere
from summaries import Article, Figure, FigureFilter
from translations import N_, Kind, Modifier
from translations.writing import OWN_UNITS, UnknownUnit, parse_quantity, supported_unit

# POST /figures/extract is another resource, and no id.
_POSTED = "extract"

blueprint = Blueprint(
    "figures", __name__, url_prefix="/api/v1", description="Figures, and how they are written"
)


_NO_VALUE = N_(
    "This is not a number that can be written. Use a decimal (5.3e12), a range (70..90) or, with unit ratio,"
    " a fraction (1/9); at most 40 digits, between 1e-30 and 1e31."
)
_NO_UNIT = message(
    N_("This is no unit. Use an ISO 4217 code (JPY), a CLDR unit (gigawatt, year), or one of: {own}."),
    own=", ".join(OWN_UNITS),
)


class FigureQuerySchema(ListSchema):
    """Which figures."""

    section = text("only figures of this section", "s2")
    kind = one_of("only figures of this kind", list(Kind))
    unit = text("only figures in this unit", "JPY")


class FormatQuerySchema(QuerySchema):
    """What to write."""

    value = text("a decimal (5.3e12), a fraction (1/9), or a range (70..90)", "5.3e12", required=True)
    unit = text(
        "ISO 4217 code, CLDR unit id, percent, percentage_point, basis_point, times, ratio or count",
        "JPY",
        required=True,
    )
    modifier = one_of("how sure the writer was", list(Modifier))


@blueprint.route("/articles/<article_id>/figures")
@blueprint.arguments(FigureQuerySchema, location="query")
@blueprint.response(200, wire.FigureListSchema)
@blueprint.alt_response(404, schema=wire.ProblemSchema)
@blueprint.alt_response(410, schema=wire.ProblemSchema)
def list_figures(query: dict[str, Any], article_id: str) -> Response:
    """List the figures of an article, each written in the reader's locale."""
    only = figure_filter(find_article(article_id), query)
    page = library().summaries.figures(only, query["limit"], query["offset"])
    figures = Presenter(library(), reader()).figures(page.items)
    return json_list_answer(figures, page.total, query["limit"], query["offset"])


@blueprint.route("/figures/<figure_id>")
@blueprint.arguments(QuerySchema, location="query")
@blueprint.response(200, wire.FigureSchema)
@blueprint.alt_response(308, description="It was replaced by another, which is there")
@blueprint.alt_response(404, schema=wire.ProblemSchema)
@blueprint.alt_response(410, schema=wire.ProblemSchema)
def show_figure(query: dict[str, Any], figure_id: str) -> Response:
    """Show one figure, written in the reader's locale."""
    if figure_id == _POSTED:
        raise Problem(405, headers={"Allow": "POST, OPTIONS"})
    return json_answer(Presenter(library(), reader()).figures([find_figure(figure_id)])[0])


@blueprint.route("/format")
@blueprint.arguments(FormatQuerySchema, location="query")
@blueprint.response(200, wire.FormatSchema)
def format_quantity(query: dict[str, Any]) -> Response:
    """Write a quantity in the reader's locale."""
    try:
        quantity = parse_quantity(query["value"], query["unit"], query.get("modifier"))
        answer = formatted(quantity, reader().formatting)
    except UnknownUnit:
        raise refuse("unit", query["unit"], _NO_UNIT) from None
    except ValueError:  # BadQuantity, NumberOutOfRange
        raise refuse("value", query["value"], message(_NO_VALUE)) from None
    return json_answer(answer)


def find_figure(figure_id: str) -> Figure:
    """Return the figure, or raise the problem that there is none."""
    figure = library().summaries.figure(figure_id)
    if figure is None:
        lead_elsewhere(Item(ItemKind.FIGURE, figure_id))
    return figure


def figure_filter(article: Article, query: dict[str, Any]) -> FigureFilter:
    """Return which figures of `article` are asked for by `query`, as `FigureQuerySchema` loads it.

    Raises a problem when the article has no such section, or there is no such unit.
    """
    section, unit = query.get("section"), query.get("unit")
    known = [s.id for s in article.sections]
    if section is not None and section not in known:
        raise refuse("section", section, not_one_of(known))
    if unit is not None and supported_unit(unit) is None:
        raise refuse("unit", unit, _NO_UNIT)
    return FigureFilter(article.id, section, query.get("kind"), unit)
