"""How a new index keeps what the one before said, and what that had kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from api.editions.json_form import edition_to_json, revision_of
from api.editions.kept import Query
from api.editions.making import EditionMaker
from api.editions.model import Edition, Item, ItemKind
from glossary import Glossary
from glossary.store.changes import ChangeKind
from summaries import Article, Chart, Figure, Summaries

SCHEMA = Path(__file__).with_name("schema.sql")

MOST = 10_000  # editions of one kind of content that a build keeps
_BATCH = 1_000

# An edition that is no more, and whether its item is withdrawn.
_Past = tuple[Edition, bool]


def create_editions(
    connection: sqlite3.Connection,
    articles: Iterable[Article],
    figures: Iterable[Figure],
    charts: Iterable[Chart],
) -> None:
    """Create the tables, and note what says of itself that it replaces something."""
    connection.executescript(SCHEMA.read_text(encoding="utf-8"))
    rows = _replacing(articles, figures, charts)
    connection.executemany("INSERT INTO successor VALUES (?, ?, ?)", rows)


def keep_editions(
    connection: sqlite3.Connection, before: Query, revision: int, at: str, *, afresh: bool
) -> None:
    """Carry over what the index `before` had kept, and keep what it said otherwise than this one; `at` is the time.

    Of terms only where the changes of `revision` are few, and noted one by one.
    """

    def after(sql: str, values: Iterable[object]) -> list[tuple[object, ...]]:
        return connection.execute(sql, tuple(values)).fetchall()

    _carry_over(connection, before)
    old, new = _maker(before), _maker(after)
    _keep(connection, islice(_changed_articles(before, old, after, new), MOST), at)
    changed = [] if afresh else _changed_terms(connection, revision)
    if len(changed) <= MOST:
        _keep(connection, _that_differ(filter(None, map(old.edition, changed)), new), at)
    _carry_successors(connection, before, new)


def _maker(query: Query) -> EditionMaker:
    return EditionMaker(Summaries(query), Glossary(query))


def _carry_over(connection: sqlite3.Connection, before: Query) -> None:
    last = 0
    while rows := before(
        "SELECT number, kind, id, revision, until, withdrawn, body FROM edition WHERE number > ?"
        " ORDER BY number LIMIT ?",
        (last, _BATCH),
    ):
        connection.executemany("INSERT INTO edition VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        last = rows[-1][0]


def _keep(connection: sqlite3.Connection, editions: Iterable[_Past], at: str) -> None:
    rows = (
        (
            *(edition.item.kind.value, edition.item.id, revision_of(edition), at, withdrawn),
            json.dumps(edition_to_json(edition), ensure_ascii=False, separators=(",", ":")),
        )
        for edition, withdrawn in editions
    )
    connection.executemany(
        "INSERT INTO edition (kind, id, revision, until, withdrawn, body) VALUES (?, ?, ?, ?, ?, ?)", rows
    )


def _changed_articles(before: Query, old: EditionMaker, after: Query, new: EditionMaker) -> Iterator[_Past]:
    """Yield the editions of articles, and of all in them, that are other editions now, or gone."""
    articles = {article.id: article for article in Summaries(after).articles().items}
    for article in Summaries(before).articles().items:
        same = articles.get(article.id)
        now = {edition.item: revision_of(edition) for edition in new.of_article(same)} if same else {}
        those = (e for e in old.of_article(article) if now.get(e.item) != revision_of(e))
        yield from _that_differ(those, new)


def _that_differ(editions: Iterable[Edition], new: EditionMaker) -> Iterator[_Past]:
    for edition in editions:
        now = new.edition(edition.item)
        if now is None or revision_of(now) != revision_of(edition):
            yield edition, now is None


def _changed_terms(connection: sqlite3.Connection, revision: int) -> list[Item]:
    rows = connection.execute(
        "SELECT id FROM change WHERE revision = ? AND kind <> ? ORDER BY id LIMIT ?",
        (revision, ChangeKind.ADDED.value, MOST + 1),
    )
    return [Item(ItemKind.TERM, id_) for (id_,) in rows]


def _replacing(
    articles: Iterable[Article], figures: Iterable[Figure], charts: Iterable[Chart]
) -> Iterator[tuple[str, str, str]]:
    for article in articles:
        for section in article.sections:
            for old in section.replaces:
                yield ItemKind.SECTION.value, f"{article.id}/{old}", f"{article.id}/{section.id}"
    for chart in charts:
        for old in chart.replaces:
            yield ItemKind.CHART.value, f"{chart.article}/{old}", f"{chart.article}/{chart.id}"
    for figure in figures:
        for old in figure.replaces:
            yield ItemKind.FIGURE.value, old, figure.id


def _carry_successors(connection: sqlite3.Connection, before: Query, new: EditionMaker) -> None:
    """Carry over what stands in whose place, to where it is now; what is there again has nobody in its place."""
    rows = connection.execute("SELECT kind, id, by_id FROM successor").fetchall()
    now: dict[tuple[str, str], str] = {(kind, id_): by_id for kind, id_, by_id in rows}

    def is_there(kind: str, id_: str) -> bool:
        return new.edition(Item(ItemKind(kind), id_)) is not None

    for kind, id_, then in before("SELECT kind, id, by_id FROM successor", ()):
        by_id = now.get((kind, then)) or then
        if is_there(kind, by_id) and not is_there(kind, id_):
            connection.execute("INSERT OR IGNORE INTO successor VALUES (?, ?, ?)", (kind, id_, by_id))
