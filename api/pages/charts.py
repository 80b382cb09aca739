"""Charts as pages show them: the drawing, what is said of it, its numbers and its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any

from babel.lists import format_list
from flask import url_for

from api.drawing.axis import axis_of
from api.drawing.plot import Amount, Label, Plot, plot
from api.library import library
from api.pages.view import View
from api.pages.words import Texts, Words, texts, texts_there_are
from api.problems import not_found
from summaries import Article, Bar, Chart, Figure, decimal_text, write_figure, write_figure_period
from translations import DEFAULT_LANGUAGE, N_, Kind, catalog, resolve
from translations.writing import Width, writer

# The forms of a chart's file, and their media types.
FORMS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "csv": "text/csv",
    "json": "application/json",
}

_COMPARISON = N_("{more}: about {times} {less}")
_TO_TWO_DIGITS = Context(prec=2)


@dataclass(frozen=True, slots=True)
class ChartSpeaker:
    """Who says so."""

    name: Texts
    href: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A bar in numbers; `value` has every digit."""

    href: str
    measures: Texts
    numbers: Texts
    value: str
    period: Texts
    as_written: Words


@dataclass(frozen=True, slots=True)
class ChartFile:
    """The chart as a file."""

    name: str
    href: str
    media_type: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart as charts.html shows it; `period` is empty where its figures are of several."""

    id: str
    href: str
    title: Texts
    caption: Texts
    comparison: Texts
    period: Texts
    speakers: tuple[ChartSpeaker, ...]
    plot: Plot
    rows: tuple[ChartRow, ...]
    files: tuple[ChartFile, ...]


def charts_of(view: View, article: Article, section_id: str | None = None) -> tuple[ChartView, ...]:
    """Return the charts of `article`, or of one of its sections."""
    charts = library().summaries.charts(article.id)
    wanted = [chart for chart in charts if section_id in (None, chart.section)]
    if not wanted:
        return ()
    make = _ChartMaker(view, article)
    return tuple(make.shown(chart) for chart in wanted)


def chart_view(view: View, article: Article, chart: Chart) -> ChartView:
    """Return one chart of `article`."""
    return _ChartMaker(view, article).shown(chart)


def find_chart(article: Article, chart_id: str) -> Chart:
    """Return the chart of `article`, or raise the problem that there is none."""
    found = library().summaries.chart(article.id, chart_id)
    if found is None:
        raise not_found(N_("chart"), chart_id)
    return found


def chart_plot(chart: Chart, figures: Mapping[str, Figure], languages: tuple[str, ...]) -> Plot:
    """Return `chart` with its labels in each of `languages`, everything else in the first."""
    primary = languages[0]
    drawn = [figures[bar.figure] for bar in chart.bars]
    quantity = drawn[0].quantity
    values = [_value(figure) for figure in drawn]
    axis = axis_of(quantity.kind, values)
    locale = resolve(primary).formatting
    mark = writer(locale, quantity.kind, quantity.unit, Width.SHORT)
    labels = [
        tuple(Label(tag, bar.label[tag], _number(figures[bar.figure], tag)) for tag in languages)
        for bar in chart.bars
    ]
    amounts = [
        Amount(value, label, bar.highlight)
        for value, label, bar in zip(values, labels, chart.bars, strict=True)
    ]
    return plot(
        id_=f"plot-{chart.id}",
        lang=primary,
        title=chart.title[primary],
        description=format_list([f"{first.name} {first.number}" for first, *_ in labels], locale=locale),
        amounts=amounts,
        axis=axis,
        ticks=map(mark, axis.ticks),
    )


def comparison(chart: Chart, figures: Mapping[str, Figure], language: str) -> str | None:
    """Return how the two figures that `chart` compares stand to each other, to two digits."""
    if chart.compare is None:
        return None
    labels = {bar.figure: bar.label[language] for bar in chart.bars}
    more, less = chart.compare.more, chart.compare.less
    times = _TO_TWO_DIGITS.divide(_value(figures[more]), _value(figures[less]))
    write = writer(resolve(language).formatting, Kind.MULTIPLE, "times", Width.LONG)
    told = str(catalog(language).gettext(_COMPARISON))
    return told.format(more=labels[more], times=write(times), less=labels[less])


def shared_period(chart: Chart, figures: Mapping[str, Figure], language: str) -> str | None:
    """Return the period of every figure of `chart`, None where they are of several or of none."""
    first, *others = [figures[bar.figure] for bar in chart.bars]
    if any(other.period != first.period for other in others):
        return None
    return write_figure_period(first, resolve(language).formatting)


def speakers(chart: Chart, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """Return the ids of the concepts that state the figures of `chart`, each once."""
    return tuple(dict.fromkeys(s for bar in chart.bars if (s := figures[bar.figure].said_by)))


class _ChartMaker:
    """Makes the charts of one article in one view."""

    def __init__(self, view: View, article: Article) -> None:
        self._view, self._article = view, article
        self._figures = library().summaries.figures_by_id(article.id)

    def shown(self, chart: Chart) -> ChartView:
        said = [(tag, comparison(chart, self._figures, tag)) for tag in self._view.languages]
        periods = [(tag, shared_period(chart, self._figures, tag)) for tag in self._view.languages]
        here: dict[str, Any] = {"article_id": self._article.id, "chart_id": chart.id}
        files = {
            form: url_for("pages.chart_file", view=View.of(self._view.primary), form=form, **here)
            for form in FORMS
        }
        return ChartView(
            id=chart.id,
            href=url_for("pages.chart", view=self._view, **here),
            title=texts(chart.title, self._view),
            caption=texts(chart.caption, self._view) if chart.caption else (),
            comparison=tuple(Words(tag, text) for tag, text in said if text),
            period=tuple(Words(tag, text) for tag, text in periods if text),
            speakers=self._speakers(chart),
            plot=chart_plot(chart, self._figures, self._view.languages),
            rows=tuple(self._row(bar) for bar in chart.bars),
            files=tuple(ChartFile(form.upper(), href, FORMS[form]) for form, href in files.items()),
        )

    def _row(self, bar: Bar) -> ChartRow:
        figure = self._figures[bar.figure]
        periods = [
            (tag, write_figure_period(figure, resolve(tag).formatting)) for tag in self._view.languages
        ]
        unit = "" if figure.quantity.kind is Kind.COUNT else f" {figure.quantity.unit}"
        return ChartRow(
            href=url_for("pages.figure", view=self._view, figure_id=figure.id),
            measures=texts(figure.measures, self._view),
            numbers=tuple(Words(tag, _number(figure, tag)) for tag in self._view.languages),
            value=decimal_text(_value(figure)) + unit,
            period=tuple(Words(tag, text) for tag, text in periods if text),
            as_written=Words(self._article.language, figure.as_written),
        )

    def _speakers(self, chart: Chart) -> tuple[ChartSpeaker, ...]:
        ids = speakers(chart, self._figures)
        names = library().glossary.names(ids)
        return tuple(
            ChartSpeaker(
                texts_there_are(names.get(id_), self._view) or (Words(DEFAULT_LANGUAGE, id_),),
                url_for("pages.term", view=self._view, term_id=id_),
            )
            for id_ in ids
        )


def _number(figure: Figure, language: str) -> str:
    return write_figure(figure, resolve(language).formatting).text


def _value(figure: Figure) -> Decimal:
    value = figure.quantity.value
    if value is None:
        raise ValueError(f"{figure.id} has no one value; authoring refuses it in a chart")
    return value
