"""A private database to sort in, and to hold a line against all others: memory is bounded at any number of lines."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def private_database() -> Iterator[sqlite3.Connection]:
    """Open SQLite's database without a name; `OSError` when there is no room for it.

    It starts in memory, spills into a temporary file, and is gone when closed
    (https://www.sqlite.org/inmemorydb.html#temp_db).
    """
    connection = sqlite3.connect("")
    try:
        yield connection
    except sqlite3.Error as error:
        raise OSError(errno.ENOSPC, f"no room to sort in ({error})") from error
    finally:
        connection.close()
