"""The tables of articles, figures and charts, and every SQL statement on them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from summaries.json_form import (
    article_from_json,
    article_to_json,
    chart_from_json,
    chart_to_json,
    figure_from_json,
    figure_to_json,
)
from summaries.model import Article, Chart, Figure

SCHEMA = Path(__file__).with_name("schema.sql")

_ALL = 2**63 - 1  # the largest number that a LIMIT takes, in SQLite and PostgreSQL alike

Item = TypeVar("Item")
Query = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """What a list of figures is limited to."""

    article: str | None = None
    section: str | None = None
    kind: str | None = None
    unit: str | None = None
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items, in the editor's order, and how many there are in all."""

    items: tuple[Item, ...]
    total: int


def write_summaries(
    connection: sqlite3.Connection,
    articles: Iterable[Article],
    figures: Iterable[Figure],
    charts: Iterable[Chart],
) -> None:
    """Create the tables and fill them."""
    connection.executescript(SCHEMA.read_text(encoding="utf-8"))
    connection.executemany(
        "INSERT INTO article VALUES (?, ?, ?)",
        ((n, article.id, _dump(article_to_json(article))) for n, article in enumerate(articles)),
    )
    connection.executemany(
        "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(n, f.id, f.article, f.section, f.quantity.kind.value, f.quantity.unit, f.said_by),
                _dump(figure_to_json(f)),
            )
            for n, f in enumerate(figures)
        ),
    )
    connection.executemany(
        "INSERT INTO chart VALUES (?, ?, ?, ?)",
        ((n, c.id, c.article, _dump(chart_to_json(c))) for n, c in enumerate(charts)),
    )


class Summaries:
    """The articles, figures and charts of an index."""

    def __init__(self, query: Query) -> None:
        self._query = query

    def articles(self, limit: int = _ALL, offset: int = 0) -> Page[Article]:
        """Return the articles; all of them without a `limit`."""
        total = self._query("SELECT count(*) FROM article", ())[0][0]
        rows = self._query("SELECT body FROM article ORDER BY position LIMIT ? OFFSET ?", (limit, offset))
        return Page(tuple(article_from_json(json.loads(body)) for (body,) in rows), total)

    def article(self, article_id: str) -> Article | None:
        """Return the article with this id."""
        rows = self._query("SELECT body FROM article WHERE id = ?", (article_id,))
        return article_from_json(json.loads(rows[0][0])) if rows else None

    def figure(self, figure_id: str) -> Figure | None:
        """Return the figure with this id."""
        rows = self._query("SELECT body FROM figure WHERE id = ?", (figure_id,))
        return figure_from_json(json.loads(rows[0][0])) if rows else None

    def charts(self, article_id: str) -> tuple[Chart, ...]:
        """Return the charts of an article, in the editor's order."""
        rows = self._query("SELECT body FROM chart WHERE article = ? ORDER BY position", (article_id,))
        return tuple(chart_from_json(json.loads(body)) for (body,) in rows)

    def chart(self, article_id: str, chart_id: str) -> Chart | None:
        """Return the chart of an article with this id."""
        return next((chart for chart in self.charts(article_id) if chart.id == chart_id), None)

    def figures_by_id(self, article_id: str) -> dict[str, Figure]:
        """Return every figure of an article, by id."""
        return {figure.id: figure for figure in self.figures(FigureFilter(article=article_id)).items}

    def figures(self, only: FigureFilter, limit: int = _ALL, offset: int = 0) -> Page[Figure]:
        """Return the figures that `only` lets through; all of them without a `limit`."""
        wanted = [(name, getattr(only, name)) for name in ("article", "section", "kind", "unit", "said_by")]
        where = " AND ".join(f"{name} = ?" for name, value in wanted if value) or "TRUE"
        values = [value for _, value in wanted if value]
        total = self._query(f"SELECT count(*) FROM figure WHERE {where}", values)[0][0]
        page = f"SELECT body FROM figure WHERE {where} ORDER BY position LIMIT ? OFFSET ?"
        rows = self._query(page, (*values, limit, offset))
        return Page(tuple(figure_from_json(json.loads(body)) for (body,) in rows), total)


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
