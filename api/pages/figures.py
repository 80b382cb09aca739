"""The figures of an article, and one figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from api.answers import page_links
from api.articles import find_article
from api.figures import FigureQuerySchema, figure_filter, find_figure
from api.library import library
from api.pages.articles import ArticleCard, SectionLink, card_of, section_link
from api.pages.blueprint import PageQuerySchema, page
from api.pages.charts import ChartView, charts_of
from api.pages.figure_notes import exact_value
from api.pages.forms import Option, options
from api.pages.sentences import Line, Sentences
from api.pages.view import View
from api.pages.words import Texts, Words, label, locale_name, texts, texts_there_are, unit_label
from api.requests import MOST_ITEMS, whole_number
from summaries import Article, Figure, FigureFilter, write_figure, write_figure_period
from translations import DEFAULT_LANGUAGE, Kind, resolve, tag_of
from translations.writing import Written

# Where readers of figures are, each language that the golden tables have.
_LOCALES = (
    "en", "en-GB", "en-IN", "zh-Hans", "zh-Hant", "zh-Hant-HK", "ja", "ko", "de", "fr", "es", "pt-BR", "hi", "ar-EG",
)  # fmt: skip


class FigurePageQuerySchema(PageQuerySchema, FigureQuerySchema):
    """Which figures, and `locale`: for whom the numbers are written, when not for the page's own languages.

    A table shows more at once than a list of JSON does.
    """

    class Meta:
        exclude = ()

    limit = whole_number("items at most", MOST_ITEMS, 1, MOST_ITEMS, load_default=MOST_ITEMS)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so."""

    name: Texts
    href: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in a list; its number in the languages of the view, or for the locale asked for."""

    id: str
    href: str
    measures: Texts
    numbers: Texts
    exact: Texts
    value: str
    period: Texts
    said_by: Speaker | None
    as_written: Words
    section: SectionLink


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """figures.html"""

    card: ArticleCard
    charts: tuple[ChartView, ...]
    rows: tuple[FigureRow, ...]
    total: int
    parts: dict[str, str]
    sections: tuple[Option, ...]
    kinds: tuple[Option, ...]
    units: tuple[Option, ...]
    locales: tuple[Option, ...]
    filtered: bool


@dataclass(frozen=True, slots=True)
class InLocale:
    """A figure as one locale writes it."""

    locale: str
    name: str
    written: Written


@dataclass(frozen=True, slots=True)
class FigurePage:
    """figure.html"""

    card: ArticleCard
    row: FigureRow
    note: Texts
    equals: tuple[FigureRow, ...]
    lines: tuple[Line, ...]
    locales: tuple[InLocale, ...]


@page("/articles/<article_id>/figures", "figures.html", FigurePageQuerySchema)
def figures(view: View, query: dict[str, Any], article_id: str) -> FiguresPage:
    """Show the figures of an article."""
    found = find_article(article_id)
    locale = query.get("locale")
    only = figure_filter(found, query)
    listed = library().summaries.figures(only, query["limit"], query["offset"])
    everything = library().summaries.figures(FigureFilter(found.id)).items
    return FiguresPage(
        card=card_of(view, found),
        charts=() if only.kind or only.unit or query["offset"] else charts_of(view, found, only.section),
        rows=_rows(view, found, listed.items, _number_locales(view, locale)),
        total=listed.total,
        parts=page_links(listed.total, query["limit"], query["offset"]),
        sections=options(((s.id, s.title[view.primary]) for s in found.sections), only.section),
        kinds=_kinds(everything, only.kind),
        units=_units(view, everything, only.unit),
        locales=_locales(view, locale),
        filtered=bool(only.section or only.kind or only.unit or locale),
    )


@page("/figures/<figure_id>", "figure.html")
def figure(view: View, query: dict[str, Any], figure_id: str) -> FigurePage:
    """Show one figure."""
    found = find_figure(figure_id)
    whole = find_article(found.article)
    equals = [other for id_ in found.equals if (other := library().summaries.figure(id_))]
    locales = dict.fromkeys((*view.languages, *_LOCALES))
    return FigurePage(
        card=card_of(view, whole),
        row=_rows(view, whole, (found,), view.languages)[0],
        note=texts(found.note, view) if found.note else (),
        equals=_rows(view, whole, tuple(equals), view.languages),
        lines=Sentences(library(), view, whole).about("figure", found.id),
        locales=tuple(
            InLocale(tag, locale_name(tag, view.locale), write_figure(found, resolve(tag).formatting))
            for tag in locales
        ),
    )


def _number_locales(view: View, locale: str | None) -> tuple[str, ...]:
    """Return the tags of the locales to write numbers in: the one asked for, else the view's."""
    return (tag_of(resolve(locale).formatting),) if locale else view.languages


def _rows(
    view: View, article: Article, figures: tuple[Figure, ...], locales: tuple[str, ...]
) -> tuple[FigureRow, ...]:
    names = library().glossary.names(f.said_by for f in figures if f.said_by)
    return tuple(_row(view, article, figure, locales, names) for figure in figures)


def _row(
    view: View,
    article: Article,
    figure: Figure,
    locales: tuple[str, ...],
    names: Mapping[str, Mapping[str, str]],
) -> FigureRow:
    written = [(tag, write_figure(figure, resolve(tag).formatting)) for tag in locales]
    periods = [(tag, write_figure_period(figure, resolve(tag).formatting)) for tag in view.languages]
    section = next(s for s in article.sections if s.id == figure.section)
    return FigureRow(
        id=figure.id,
        href=url_for("pages.figure", view=view, figure_id=figure.id),
        measures=texts(figure.measures, view),
        numbers=tuple(Words(tag, form.text) for tag, form in written),
        exact=tuple(Words(tag, form.exact) for tag, form in written),
        value=exact_value(figure.quantity),
        period=tuple(Words(tag, period) for tag, period in periods if period),
        said_by=_speaker(view, figure.said_by, names) if figure.said_by else None,
        as_written=Words(article.language, figure.as_written),
        section=section_link(view, article, section),
    )


def _speaker(view: View, id_: str, names: Mapping[str, Mapping[str, str]]) -> Speaker:
    name = texts_there_are(names.get(id_), view) or (Words(DEFAULT_LANGUAGE, id_),)
    return Speaker(name, url_for("pages.term", view=view, term_id=id_))


def _kinds(figures: tuple[Figure, ...], selected: str | None) -> tuple[Option, ...]:
    present = {figure.quantity.kind for figure in figures}
    return options(((kind, label(kind)) for kind in Kind if kind in present or kind == selected), selected)


def _units(view: View, figures: tuple[Figure, ...], selected: str | None) -> tuple[Option, ...]:
    units = sorted({figure.quantity.unit for figure in figures} | ({selected} if selected else set()))
    return options(((unit, unit_label(unit, view.locale)) for unit in units), selected)


def _locales(view: View, selected: str | None) -> tuple[Option, ...]:
    tags = dict.fromkeys((*_LOCALES, *([selected] if selected else [])))
    return options(((tag, locale_name(tag, view.locale)) for tag in tags), selected)
