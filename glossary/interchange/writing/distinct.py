"""Whether a text came before, in bounded memory at any number of texts."""

from __future__ import annotations

import sqlite3
from types import TracebackType
from typing import Self


class Distinct:
    """A set of texts that moves from memory to disk when it grows.

    SQLite's database without a name is private, starts in memory, spills into a temporary file, and is gone when
    closed (https://www.sqlite.org/inmemorydb.html#temp_db).
    """

    def __init__(self) -> None:
        self._connection = sqlite3.connect("")
        self._connection.execute("CREATE TABLE seen (text TEXT PRIMARY KEY) WITHOUT ROWID")

    def is_new(self, text: str) -> bool:
        """Tell whether `text` comes for the first time."""
        return self._connection.execute("INSERT OR IGNORE INTO seen VALUES (?)", (text,)).rowcount == 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
