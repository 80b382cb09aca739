"""The table of figures as CSV, for a spreadsheet."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from flask import Response, current_app, request

from api import requests
from api.articles import find_article
from api.pages.blueprint import pages
from api.pages.conversions import ConvertedAmount
from api.pages.figure_table import FigureRow, FigureTableQuery, figure_rows
from api.pages.view import View
from glossary.interchange.formulas import harmless
from glossary.interchange.writing.tables import BYTE_ORDER_MARK, csv_line
from translations import Quantity


@pages.route("/<view:view>/articles/<article_id>/figures.csv")
def figures_file(view: View, article_id: str) -> Response:
    """Give the rows of the page of the same query, all of them, with a byte order mark as spreadsheets want it."""
    query: dict[str, Any] = requests.Blueprint.ARGUMENTS_PARSER.parse(
        FigureTableQuery, request, location="query"
    )
    article = find_article(article_id)
    rows = figure_rows(view, article, query)
    converting = "currency" in query
    lines = [csv_line(_columns(view, converting=converting))]
    lines += [figure_line(row, converting=converting) for row in rows]
    response = current_app.response_class(BYTE_ORDER_MARK + "".join(lines), mimetype="text/csv")
    response.headers["Content-Language"] = ", ".join(view.languages)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers.set("Content-Disposition", "attachment", filename=f"{article.id}-figures-{view}.csv")
    return response


def figure_line(row: FigureRow, *, converting: bool) -> str:
    """Return the line of `row`: exact values, and the text of each language of the view."""
    figure, note = row.figure, row.note
    cells = [
        figure.id,
        *(words.text for words in note.measures),
        *_numbers(figure.quantity),
        figure.quantity.unit,
        *_per(figure.quantity),
        figure.quantity.modifier or "",
        *(words.text for words in note.numbers),
        figure.as_written,
        str(figure.period or ""),
        note.said_by.name[0].text if note.said_by else "",
        figure.section,
        *(_conversion(row) if converting else ()),
    ]
    return csv_line(map(harmless, cells))


def _columns(view: View, *, converting: bool) -> list[str]:
    return [
        "id",
        *(f"measures_{tag}" for tag in view.languages),
        "value",
        "low",
        "high",
        "unit",
        "per_value",
        "per_unit",
        "modifier",
        *(f"text_{tag}" for tag in view.languages),
        "as_written",
        "period",
        "said_by",
        "section",
        *(
            ("converted", "converted_low", "converted_high", "currency", "rate", "rate_day", "rate_source")
            if converting
            else ()
        ),
    ]


def _conversion(row: FigureRow) -> list[str]:
    found = row.converted
    if isinstance(found, ConvertedAmount):
        return [*_numbers(found.quantity), found.currency, found.rate, found.day_iso, found.source]
    return [""] * 6 + [found.told if found else ""]


def _numbers(quantity: Quantity) -> list[str]:
    return [_digits(number) for number in (quantity.value, quantity.low, quantity.high)]


def _per(quantity: Quantity) -> list[str]:
    return [_digits(quantity.per.value), quantity.per.unit] if quantity.per else ["", ""]


def _digits(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"
