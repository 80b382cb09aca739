"""The best of the lines that have the same source."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """A line of a file: `weight` is lower for a better one, `concept_id` says whose it is."""

    source: str
    weight: int
    concept_id: str
    text: str


class Best:
    """Keeps, in `database`, one line for each source: the best, and the first among equals."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._database.execute(
            "CREATE TABLE line (rank INTEGER PRIMARY KEY, source TEXT UNIQUE, weight INTEGER, concept_id TEXT, text TEXT)"
        )

    def offer(self, line: Line) -> str | None:
        """Take `line`, unless there is a better one; return the id of the concept whose line is not taken, or None."""
        wanted = "SELECT weight, concept_id FROM line WHERE source = ?"
        there = self._database.execute(wanted, (line.source,)).fetchone()
        if there and there[0] <= line.weight:
            return line.concept_id
        insert = "INSERT OR REPLACE INTO line (source, weight, concept_id, text) VALUES (?, ?, ?, ?)"
        self._database.execute(insert, line)
        return str(there[1]) if there else None

    def __iter__(self) -> Iterator[Line]:
        rows = self._database.execute("SELECT source, weight, concept_id, text FROM line ORDER BY rank")
        return (Line(*row) for row in rows)
