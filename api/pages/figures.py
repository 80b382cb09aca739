"""The figures of an article: a table to sort and narrow, and charts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import request, url_for

from api.articles import find_article
from api.library import library
from api.negotiation import words
from api.pages.articles import ArticleCard, card_of
from api.pages.blueprint import page
from api.pages.charts import ChartView, charts_of
from api.pages.conversions import ConvertedAmount
from api.pages.currencies import currency_options
from api.pages.figure_table import FigureRow, FigureTableQuery, Order, Sort, figure_rows
from api.pages.forms import Option, options
from api.pages.offers import is_static
from api.pages.parts import part_links
from api.pages.view import View
from api.pages.words import LOCALES, label, locale_name, unit_label
from api.requests import FARTHEST_OFFSET, MOST_ITEMS, whole_number
from summaries import Article, Figure, FigureFilter
from translations import N_, Kind

_SORTS = {
    Sort.MEASURES: N_("What is measured"),
    Sort.VALUE: N_("Figure"),
    Sort.PERIOD: N_("Period"),
    Sort.SAID_BY: N_("Who says so"),
}
_ORDERS = {Order.DESC: N_("descending")}

# What is not about which figures are shown.
_NO_FILTER = frozenset(("limit", "offset", "sort", "order"))


class FiguresPageQuery(FigureTableQuery):
    """Which part of the table; it shows more at once than a list of JSON does."""

    class Meta:
        exclude = ()

    limit = whole_number("items at most", MOST_ITEMS, 1, MOST_ITEMS, load_default=MOST_ITEMS)
    offset = whole_number("items to skip", 0, 0, FARTHEST_OFFSET, load_default=0)


@dataclass(frozen=True, slots=True)
class Column:
    """A column by which the table can be sorted: `sorted_` says which way it is, if it is.

    `href` is empty where nobody sorts: each order of each table would be a file.
    """

    title: str
    href: str
    sorted_: Order | None


@dataclass(frozen=True, slots=True)
class FiguresForm:
    """What was asked for, and what else there is; the first choice of a field, that of nothing, is the template's."""

    text: str
    sections: tuple[Option, ...]
    kinds: tuple[Option, ...]
    units: tuple[Option, ...]
    currencies: tuple[Option, ...]
    locales: tuple[Option, ...]
    sorts: tuple[Option, ...]
    orders: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """figures.html; `no_rate` says once what would stand in each row, `currency` is empty then."""

    card: ArticleCard
    charts: tuple[ChartView, ...]
    form: FiguresForm
    columns: dict[str, Column]
    rows: tuple[FigureRow, ...]
    total: int
    parts: dict[str, str]
    currency: str
    no_rate: str
    csv: str
    filtered: bool


@page("/articles/<article_id>/figures", "figures.html", FiguresPageQuery)
def figures(view: View, query: dict[str, Any], article_id: str) -> FiguresPage:
    """Show the figures of an article."""
    found = find_article(article_id)
    rows = figure_rows(view, found, query)
    limit, offset = query["limit"], query["offset"]
    no_rate = _no_rate(rows)
    return FiguresPage(
        card=card_of(view, found),
        charts=() if _is_narrow(query) else charts_of(view, found, query.get("section")),
        form=_form(view, found, query),
        columns={sort.value: _column(sort, query) for sort in _SORTS},
        rows=rows[offset : offset + limit],
        total=len(rows),
        parts=part_links(len(rows), limit, offset),
        currency="" if no_rate else query.get("currency", ""),
        no_rate=no_rate,
        csv=url_for("pages.figures_file", view=view, article_id=found.id, **_asked("limit", "offset")),
        filtered=any(request.args.get(name) for name in query if name not in _NO_FILTER),
    )


def _no_rate(rows: Iterable[FigureRow]) -> str:
    """Why no row has an amount in the currency asked for, where one reason is that of all."""
    converted = {row.converted for row in rows if row.converted}
    told = {found.told for found in converted}
    return told.pop() if len(told) == 1 and not any(isinstance(f, ConvertedAmount) for f in converted) else ""


def _is_narrow(query: dict[str, Any]) -> bool:
    """Whether charts would be of more than was asked for."""
    return bool(query.get("kind") or query.get("unit") or query.get("text") or query["offset"])


def _form(view: View, article: Article, query: dict[str, Any]) -> FiguresForm:
    everything = library().summaries.figures(FigureFilter(article.id)).items
    locale = query.get("locale")
    return FiguresForm(
        text=query.get("text", ""),
        sections=options(((s.id, s.title[view.primary]) for s in article.sections), query.get("section")),
        kinds=_kinds(everything, query.get("kind")),
        units=_units(view, everything, query.get("unit")),
        currencies=currency_options(view, query.get("currency")),
        locales=options(
            (
                (tag, locale_name(tag, view.locale))
                for tag in dict.fromkeys((*LOCALES, *filter(None, (locale,))))
            ),
            locale,
        ),
        sorts=options(((sort.value, _told(_SORTS[sort])) for sort in _SORTS), query["sort"]),
        orders=options(((order.value, _told(_ORDERS[order])) for order in _ORDERS), query["order"]),
    )


def _column(sort: Sort, query: dict[str, Any]) -> Column:
    """The column of `sort`, linked to the table sorted by it, the other way round if it is already."""
    current = Order(query["order"]) if query["sort"] == sort else None
    if is_static():
        return Column(_told(_SORTS[sort]), "", current)
    order = Order.DESC if current is Order.ASC else Order.ASC
    asked: dict[str, Any] = {**_asked("limit", "offset"), "sort": sort.value, "order": order.value}
    address = url_for(request.endpoint or "", **(request.view_args or {}), **asked)
    return Column(_told(_SORTS[sort]), address, current)


def _told(message: str) -> str:
    return str(words().gettext(message))


def _asked(*but: str) -> dict[str, Any]:
    """What was asked for, but for some of it."""
    return {name: value for name, value in request.args.items() if value and name not in but}


def _kinds(figures: tuple[Figure, ...], selected: str | None) -> tuple[Option, ...]:
    present = {figure.quantity.kind for figure in figures}
    return options(((kind, label(kind)) for kind in Kind if kind in present or kind == selected), selected)


def _units(view: View, figures: tuple[Figure, ...], selected: str | None) -> tuple[Option, ...]:
    units = sorted({figure.quantity.unit for figure in figures} | ({selected} if selected else set()))
    return options(((unit, unit_label(unit, view.locale)) for unit in units), selected)
