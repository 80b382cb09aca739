"""One figure: what it says, in the reader's currency, in other locales, and what it is easily misread as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import url_for

from api.articles import find_article, find_section
from api.figures import find_figure
from api.library import library
from api.pages.articles import ArticleCard, card_of, section_link
from api.pages.blueprint import PageQuerySchema, page
from api.pages.currencies import CurrencyQuery, currency_options, reader_currency
from api.pages.figure_files import figure_line
from api.pages.figure_notes import FigureNotes, digits
from api.pages.figure_table import FigureRow
from api.pages.forms import Option
from api.pages.sentences import Line, Sentences
from api.pages.view import View
from api.pages.words import LOCALES, Texts, locale_name, texts
from summaries import Figure, write_figure
from translations import Kind, Quantity, resolve
from translations.writing import Written


class FigurePageQuery(CurrencyQuery, PageQuerySchema):
    """Into which currency an amount is converted."""


@dataclass(frozen=True, slots=True)
class InLocale:
    """A figure as one locale writes it."""

    locale: str
    name: str
    written: Written


@dataclass(frozen=True, slots=True)
class FigureLink:
    """The figure before or after, by what it measures."""

    measures: Texts
    href: str


@dataclass(frozen=True, slots=True)
class FigurePage:
    """figure.html

    `value` is what the API says, with the unit's code, `csv` the line of the table; `currencies` are empty for what is
    no money.
    """

    card: ArticleCard
    row: FigureRow
    value: str
    csv: str
    currencies: tuple[Option, ...]
    lines: tuple[Line, ...]
    locales: tuple[InLocale, ...]
    before: FigureLink | None
    after: FigureLink | None


@page("/figures/<figure_id>", "figure.html", FigurePageQuery)
def figure(view: View, query: dict[str, Any], figure_id: str) -> FigurePage:
    """Show one figure."""
    found = find_figure(figure_id)
    whole = find_article(found.article)
    currency = reader_currency(view, query)
    notes = FigureNotes(library(), view, whole, currency)
    note = notes.note(found.id)
    section = section_link(view, whole, find_section(whole, found.section))
    row = FigureRow(found, note, section, note.converted)
    before, after = _neighbours(view, found)
    return FigurePage(
        card=card_of(view, whole),
        row=row,
        value=_exact(found.quantity),
        csv=figure_line(row, converting=False).rstrip("\r\n"),
        currencies=currency_options(view, currency) if found.quantity.kind is Kind.MONEY else (),
        lines=Sentences(view, whole, notes.figures).about("figure", found.id),
        locales=tuple(
            InLocale(tag, locale_name(tag, view.locale), write_figure(found, resolve(tag).formatting))
            for tag in dict.fromkeys((*view.languages, *LOCALES))
        ),
        before=before,
        after=after,
    )


def _exact(quantity: Quantity) -> str:
    """The digits of `quantity` and its unit's code."""
    unit = "" if quantity.unit == "count" or quantity.ratio else f" {quantity.unit}"
    per = f" / {digits(quantity.per)} {quantity.per.unit}" if quantity.per else ""
    return f"{digits(quantity)}{unit}{per}"


def _neighbours(view: View, found: Figure) -> tuple[FigureLink | None, FigureLink | None]:
    """The figures before and after `found` in the article."""
    figures = tuple(library().summaries.figures_by_id(found.article).values())
    here = next(n for n, figure in enumerate(figures) if figure.id == found.id)
    links = (figures[here - 1 : here] if here else (), figures[here + 1 : here + 2])
    before, after = (next((_link(view, figure) for figure in some), None) for some in links)
    return before, after


def _link(view: View, figure: Figure) -> FigureLink:
    href = url_for("pages.figure", view=view, figure_id=figure.id)
    return FigureLink(texts(figure.measures, view)[:1], href)
