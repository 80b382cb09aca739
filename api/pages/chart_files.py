"""A chart as a file: SVG and PNG to look at, CSV for a spreadsheet, JSON for a program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from api import requests
from api.articles import find_article
from api.drawing.charting import Figures, chart_plot, comparison, drawn, shared_period, speakers, value_of
from api.drawing.png import png
from api.drawing.sheet import Sheet, sheet
from api.drawing.style import CONTENT_SECURITY_POLICY, STYLE
from api.json_text import compact, encoded
from api.library import library
from api.pages.blueprint import PageQuerySchema, pages
from api.pages.charts import FORMS, find_chart
from api.pages.view import View
from api.presenting import Presenter
from glossary.interchange.formulas import harmless
from glossary.interchange.writing.tables import BYTE_ORDER_MARK, csv_line
from summaries import Article, Chart, chart_to_json, decimal_text, write_figure
from translations import PartialText, resolve

_COLUMNS = ("label", "value", "unit", "modifier", "text", "period", "as_written", "said_by", "figure")
_ZOOM = 2  # pixels of the file for one of CSS


@dataclass(frozen=True, slots=True)
class Told:
    """A chart, everything that its file is made from, and the content language that it is in."""

    article: Article
    chart: Chart
    figures: Figures
    language: str


@pages.route(f"/<view:view>/articles/<article_id>/charts/<chart_id>.<any({', '.join(FORMS)}):form>")
def chart_file(view: View, article_id: str, chart_id: str, form: str) -> AnyResponse:
    """Give the chart as a file, which is in one language; two lead to the first of them."""
    requests.Blueprint.ARGUMENTS_PARSER.parse(PageQuerySchema, request, location="query")
    article = find_article(article_id)
    chart = find_chart(article, chart_id)
    if len(view.languages) > 1:
        here: dict[str, Any] = {"article_id": article_id, "chart_id": chart_id, "form": form}
        return redirect(url_for("pages.chart_file", view=View.of(view.primary), **here), 308)
    told = Told(article, chart, library().summaries.figures_by_id(article.id), view.primary)
    return _sent(_WRITERS[form](told), form, f"{chart.id}-{view.primary}.{form}", view.primary)


def _sent(body: bytes, form: str, name: str, language: str) -> Response:
    media_type = FORMS[form]
    response: Response = current_app.response_class(body, mimetype=media_type)
    response.headers["Content-Language"] = language
    response.headers["X-Content-Type-Options"] = "nosniff"
    disposition = "attachment" if form == "csv" else "inline"
    response.headers.set("Content-Disposition", disposition, filename=name)
    if form == "svg":
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    return response


def png_size(article: Article, chart: Chart, language: str) -> tuple[int, int]:
    """Return the width and height in pixels of the file ``.png`` of a chart."""
    figures = library().summaries.figures_by_id(article.id)
    laid_out = _sheet(Told(article, chart, figures, language))
    return _ZOOM * laid_out.width, _ZOOM * laid_out.height


def _svg(told: Told) -> str:
    laid_out = _sheet(told)
    return render_template("chart.svg", plot=laid_out.plot, sheet=laid_out, style=STYLE)


def _sheet(told: Told) -> Sheet:
    chart, language = told.chart, told.language
    plot = chart_plot(chart, told.figures, (language,))
    below = (
        comparison(chart, told.figures, language),
        chart.caption[language] if chart.caption else "",
        " · ".join([*_speaker_names(told).values(), *_period(told)]),
        f"{told.article.title[language]} · {told.article.publisher[language]}",
    )
    return sheet(chart.title[language], plot, filter(None, below))


def _svg_file(told: Told) -> bytes:
    return _svg(told).encode()


def _png_file(told: Told) -> bytes:
    return png(_svg(told), told.language, _ZOOM)


def _csv_file(told: Told) -> bytes:
    """Write what a spreadsheet opens: a byte order mark, one line for each bar."""
    names = _speaker_names(told)
    lines = [csv_line(_COLUMNS)]
    for bar, figure in zip(told.chart.bars, drawn(told.chart, told.figures), strict=True):
        quantity = figure.quantity
        cells = (
            bar.label[told.language],
            decimal_text(value_of(figure)),
            quantity.unit,
            quantity.modifier.value if quantity.modifier else "",
            write_figure(figure, resolve(told.language).formatting).text,
            str(figure.period) if figure.period else "",
            figure.as_written,
            names.get(figure.said_by or "", ""),
            figure.id,
        )
        lines.append(csv_line(map(harmless, cells)))
    return (BYTE_ORDER_MARK + "".join(lines)).encode()


def _json_file(told: Told) -> bytes:
    present = Presenter(library(), resolve(told.language))
    figures = present.figures(drawn(told.chart, told.figures))
    data = chart_to_json(told.chart)
    bars = [{**bar, "figure": figure} for bar, figure in zip(data["bars"], figures, strict=True)]
    return encoded(compact({**data, "bars": bars}))


def _speaker_names(told: Told) -> dict[str, str]:
    """Return the names of who states the figures, by id."""
    ids = speakers(told.chart, told.figures)
    names = library().glossary.names(ids)
    return {
        id_: PartialText.from_mapping(names[id_]).nearest(told.language)[1] if names.get(id_) else id_
        for id_ in ids
    }


def _period(told: Told) -> list[str]:
    period = shared_period(told.chart, told.figures, told.language)
    return [period] if period else []


_WRITERS: Mapping[str, Callable[[Told], bytes]] = {
    "svg": _svg_file,
    "png": _png_file,
    "csv": _csv_file,
    "json": _json_file,
}
