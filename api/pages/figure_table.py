"""The figures of an article as a table: which of them, in which order, converted or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from api.figures import FigureQuerySchema, figure_filter
from api.library import library
from api.pages.articles import SectionLink, section_link
from api.pages.blueprint import PageQuerySchema
from api.pages.conversions import ConvertedAmount, NoAmount
from api.pages.currencies import CurrencyQuery
from api.pages.figure_notes import FigureNote, FigureNotes
from api.pages.view import View
from api.pages.words import Texts
from api.requests import one_of, text
from glossary import search_key
from summaries import Article, Figure
from translations import Kind, Quantity, resolve, tag_of


class Sort(StrEnum):
    """What a table of figures is sorted by."""

    ARTICLE = "article"
    MEASURES = "measures"
    VALUE = "value"
    PERIOD = "period"
    SAID_BY = "said_by"


class Order(StrEnum):
    """Which way it is sorted."""

    ASC = "asc"
    DESC = "desc"


class FigureTableQuery(CurrencyQuery, PageQuerySchema, FigureQuerySchema):
    """Which figures in which order, and `locale`: for whom the numbers are written, when not for the page's languages."""

    class Meta:
        exclude = ("limit", "offset")

    text = text("only figures with this in their row", "Japan")
    sort = one_of("what they are sorted by", list(Sort), load_default=Sort.ARTICLE)
    order = one_of("which way", list(Order), load_default=Order.ASC)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in a table; `converted` where a currency was asked for."""

    figure: Figure
    note: FigureNote
    section: SectionLink
    converted: ConvertedAmount | NoAmount | None

    @property
    def amount(self) -> Quantity:
        """What the row is sorted by: the converted amount where there is one, so that currencies compare."""
        return (
            self.converted.quantity if isinstance(self.converted, ConvertedAmount) else self.figure.quantity
        )


def figure_rows(view: View, article: Article, query: dict[str, Any]) -> tuple[FigureRow, ...]:
    """Return the rows that `query` asks for, as `FigureTableQuery` loads it."""
    figures = library().summaries.figures(figure_filter(article, query)).items
    rows = [row for row in _rows(view, article, figures, query) if _has(row, query.get("text", ""))]
    return tuple(_sorted(rows, Sort(query["sort"]), Order(query["order"]), view))


def _rows(
    view: View, article: Article, figures: Iterable[Figure], query: dict[str, Any]
) -> Iterable[FigureRow]:
    currency, locale = query.get("currency"), query.get("locale")
    locales = (tag_of(resolve(locale).formatting),) if locale else view.languages
    notes = FigureNotes(library(), view, article, currency, locales)
    sections = {section.id: section_link(view, article, section) for section in article.sections}
    for figure in figures:
        note = notes.note(figure.id)
        yield FigureRow(figure, note, sections[figure.section], note.converted if currency else None)


def _has(row: FigureRow, wanted: str) -> bool:
    """Whether what the row shows has the text `wanted`, in either case, width or script."""
    note = row.note
    shown: tuple[Texts, ...] = (note.measures, note.numbers, note.exact, note.period, (note.as_written,))
    if note.said_by:
        shown = (*shown, note.said_by.name)
    key = search_key(wanted)
    return any(key in search_key(words.text) for texts in shown for words in texts)


_Key: TypeAlias = Callable[[FigureRow], Any]

# Chinese has no order of its own in Unicode. GB 2312, within GB 18030, has the common characters by pinyin,
# Big5 by strokes; each is how its readers sort. What Big5 lacks comes last.
_SORTED_AS = {"zh-Hans": "gb18030", "zh-Hant": "big5"}


def _sorted(rows: list[FigureRow], sort: Sort, order: Order, view: View) -> list[FigureRow]:
    """`rows` by `sort`; those that have nothing to be sorted by at the end, whichever the order."""
    falling = order is Order.DESC
    if sort is Sort.ARTICLE:
        return rows[::-1] if falling else rows
    if sort is Sort.VALUE:
        by_value = sorted(rows, key=_value, reverse=falling)
        return sorted(by_value, key=_measure)  # within what can be compared
    key = _keys(view)[sort]
    filled = [row for row in rows if key(row) is not None]
    return sorted(filled, key=key, reverse=falling) + [row for row in rows if key(row) is None]


def _keys(view: View) -> dict[Sort, _Key]:
    def measures(row: FigureRow) -> object:
        return _in_order(row.note.measures[0].text, view)

    def period(row: FigureRow) -> date | None:
        return row.figure.period.start.first_day() if row.figure.period else None

    def said_by(row: FigureRow) -> object:
        return _in_order(row.note.said_by.name[0].text, view) if row.note.said_by else None

    return {Sort.MEASURES: measures, Sort.PERIOD: period, Sort.SAID_BY: said_by}


def _in_order(text: str, view: View) -> object:
    encoding = _SORTED_AS.get(view.primary)
    if encoding is None:
        return text.casefold()
    return [character.encode(encoding, "ignore") or b"\xff" for character in text]


def _value(row: FigureRow) -> Decimal:
    amount = row.amount
    return (amount.low if amount.value is None else amount.value) or Decimal(0)


_KINDS = {kind: place for place, kind in enumerate(Kind)}


def _measure(row: FigureRow) -> tuple[int, str]:
    """What has the same measure can be compared: yen with yen, percent with percent."""
    return _KINDS[row.amount.kind], row.amount.unit
