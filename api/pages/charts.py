"""Charts as pages show them: the drawing, what is said of it, its numbers and its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import url_for

from api.drawing.charting import chart_plot, comparison, shared_period
from api.drawing.plot import Plot
from api.editions.model import Item, ItemKind
from api.library import library
from api.pages.figure_notes import FigureNote, FigureNotes, Said
from api.pages.view import View
from api.pages.words import Texts, Words, texts
from api.successors import lead_elsewhere
from summaries import Article, Chart

# The forms of a chart's file, and their media types.
FORMS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "csv": "text/csv",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class ChartFile:
    """The chart as a file."""

    name: str
    href: str
    media_type: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart as charts.html shows it; `period` is empty where its figures are of several, `said_by` names each once."""

    id: str
    section: str
    href: str
    title: Texts
    caption: Texts
    comparison: Texts
    period: Texts
    said_by: tuple[Said, ...]
    plot: Plot
    rows: tuple[FigureNote, ...]
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
        lead_elsewhere(Item(ItemKind.CHART, f"{article.id}/{chart_id}"))
    return found


class _ChartMaker:
    """Makes the charts of one article in one view."""

    def __init__(self, view: View, article: Article) -> None:
        self._view, self._article = view, article
        self._notes = FigureNotes(library(), view, article)
        self._figures = self._notes.figures

    def shown(self, chart: Chart) -> ChartView:
        rows = tuple(self._notes.note(bar.figure) for bar in chart.bars)
        return ChartView(
            id=chart.id,
            section=chart.section,
            href=url_for("pages.chart", view=self._view, **self._ids(chart)),
            title=texts(chart.title, self._view),
            caption=texts(chart.caption, self._view) if chart.caption else (),
            comparison=self._said(lambda tag: comparison(chart, self._figures, tag)),
            period=self._said(lambda tag: shared_period(chart, self._figures, tag)),
            said_by=tuple(dict.fromkeys(row.said_by for row in rows if row.said_by)),
            plot=chart_plot(chart, self._figures, self._view.languages),
            rows=rows,
            files=tuple(self._file(chart, form) for form in FORMS),
        )

    def _file(self, chart: Chart, form: str) -> ChartFile:
        one = View.of(self._view.primary)
        href = url_for("pages.chart_file", view=one, form=form, **self._ids(chart))
        return ChartFile(form.upper(), href, FORMS[form])

    def _ids(self, chart: Chart) -> dict[str, Any]:
        return {"article_id": self._article.id, "chart_id": chart.id}

    def _said(self, say: Callable[[str], str | None]) -> Texts:
        return tuple(Words(tag, text) for tag in self._view.languages if (text := say(tag)))
