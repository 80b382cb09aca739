"""Concepts put in order before they are written: each id once, the last that came; imported ones the shorter first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

from glossary.json_form import concept_to_json
from glossary.model import Concept

_BATCH = 2_000
_ENCODER = json.JSONEncoder(ensure_ascii=False)

_SCHEMA = """
CREATE TABLE staged (id TEXT PRIMARY KEY, imported INTEGER, length INTEGER, number INTEGER, concept TEXT) WITHOUT ROWID;
CREATE TABLE replaced (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_LEFT = "staged WHERE id NOT IN (SELECT id FROM replaced)"


class Staging:
    """A temporary database, so that a glossary of any size is put in order in little memory."""

    def __init__(self) -> None:
        # https://www.sqlite.org/inmemorydb.html#temp_db
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.executescript(_SCHEMA)
        self._number = 0

    def add(self, concepts: Iterable[Concept], *, imported: bool) -> None:
        """Take in `concepts`; one of an id that is there already takes its place."""
        numbered = enumerate(concepts, self._number)
        self._connection.execute("BEGIN")
        while batch := list(islice(numbered, _BATCH)):
            self._number = batch[-1][0] + 1
            rows = [(c.id, imported, _length(c) if imported else 0, n, _dumped(c)) for n, c in batch]
            self._connection.executemany("INSERT OR REPLACE INTO staged VALUES (?, ?, ?, ?, ?)", rows)
            replaced = [(id_,) for _, concept in batch for id_ in concept.replaces]
            self._connection.executemany("INSERT OR IGNORE INTO replaced VALUES (?)", replaced)
        self._connection.execute("COMMIT")

    def own(self) -> int:
        """Return how many of the concepts did not come by an import; they are the first."""
        return int(self._connection.execute(f"SELECT count(*) FROM {_LEFT} AND NOT imported").fetchone()[0])

    def total(self) -> int:
        """Return how many concepts there are."""
        return int(self._connection.execute(f"SELECT count(*) FROM {_LEFT}").fetchone()[0])

    def fragments(self) -> Iterator[str]:
        """Yield the concepts as JSON: the editor's in their order, then the imported ones, the shorter headword first.

        One that another says it replaces is left out.
        """
        rows = self._connection.execute(f"SELECT concept FROM {_LEFT} ORDER BY imported, length, number")
        return (text for (text,) in rows)

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()


def _length(concept: Concept) -> int:
    """The length of the headword: of the shortest usable Chinese term, in English of the first."""
    usable = [term for term in concept.terms if term.status.usable]
    chinese = [len(term.term) for term in usable if term.lang != "en"]
    return min(chinese, default=len(usable[0].term) if usable else 0)


def _dumped(concept: Concept) -> str:
    return _ENCODER.encode(concept_to_json(concept))
