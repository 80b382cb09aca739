"""Where each id came first, in bounded memory at any number of ids."""

from __future__ import annotations

import sqlite3


class Seen:
    """The ids of an import and the place of each.

    SQLite's database without a name is private, starts in memory, spills into a temporary file, and is gone when
    closed (https://www.sqlite.org/inmemorydb.html#temp_db).
    """

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute(
            "CREATE TABLE seen (id TEXT PRIMARY KEY, file TEXT NOT NULL, line INTEGER) WITHOUT ROWID"
        )
        # One transaction, never committed: a journal is for what is to last.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("BEGIN")

    def add(self, id_: str, file: str, line: int | None) -> str | None:
        """Remember `id_`; return the place where it was seen before, None when it is new."""
        values = (id_, file, line)
        if self._connection.execute("INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", values).rowcount == 1:
            return None
        found = self._connection.execute("SELECT file, line FROM seen WHERE id = ?", (id_,)).fetchone()
        return f"{found[0]}:{found[1]}" if found[1] else str(found[0])

    def close(self) -> None:
        """Let go of the ids."""
        self._connection.close()
