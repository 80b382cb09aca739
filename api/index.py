"""The index: a read-only SQLite file made from the content, replaced as a whole when the content changes."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import glossary.store
import summaries.store
from api.folders import ContentFolders
from glossary import write_glossary
from glossary.han_fold import han_fold_table
from summaries import write_summaries

# Raise it when the tables or the JSON in them change; an index of another layout is made anew.
LAYOUT = 2

# "duiz" in ASCII, SQLite's mark of whose file it is (https://www.sqlite.org/pragma.html#pragma_application_id).
APPLICATION_ID = 0x6475697A


class UnusableIndex(RuntimeError):
    """The index file cannot be read, written or trusted; the message says what to do."""


class Index:
    """An open index. What was opened stays readable when the file is replaced or deleted.

    Threads share the connection: SQLite serializes them, and a server's process has one thread.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = _open_immutable(path)
            weakref.finalize(self, self._connection.close)
            self.revision = str(self.query("SELECT value FROM about WHERE name = 'fingerprint'", ())[0][0])
        except (sqlite3.DatabaseError, IndexError) as error:
            raise UnusableIndex(
                f"{path}: {error}; remove the file, or name another with --database"
            ) from error

    def query(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Return the rows of one statement; `UnusableIndex` when the file went bad under us."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise UnusableIndex(
                f"{self.path}: {error}; remove the file and restart the service, which makes it anew"
            ) from error

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def open_index(path: Path, folders: ContentFolders) -> Index:
    """Return the index of `folders` at `path`, made first where it is missing or older than the content."""
    fingerprint = _fingerprint(folders)
    if _found(path) != fingerprint:
        _build(path, folders, fingerprint)
    return Index(path)


def _fingerprint(folders: ContentFolders) -> str:
    schemas = "".join(p.read_text(encoding="utf-8") for p in (glossary.store.SCHEMA, summaries.store.SCHEMA))
    folding = "".join(f"{key}{value}" for key, value in han_fold_table().items())
    return sha256(f"{LAYOUT}\0{schemas}\0{folding}\0{folders.fingerprint()}".encode()).hexdigest()


def _open_immutable(path: Path) -> sqlite3.Connection:
    # Immutable: no locks are taken or minded. That is sound because a file is never changed, only replaced.
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _found(path: Path) -> str | None:
    """Return the fingerprint of the index at `path`, None where there is nothing; refuse what is not ours."""
    try:
        if not path.exists() or (path.is_file() and path.stat().st_size == 0):
            return None
    except OSError as error:  # a name too long, a folder that may not be searched
        raise UnusableIndex(f"{path}: {error.strerror}; name another file with --database") from error
    if not path.is_file():
        raise UnusableIndex(f"{path}: this is no file; name another with --database")
    try:
        connection = _open_immutable(path)
        try:
            return _marks(path, connection)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise UnusableIndex(f"{path}: {error}; remove the file, or name another with --database") from error


def _marks(path: Path, connection: sqlite3.Connection) -> str | None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise UnusableIndex(
            f"{path}: a database, but not Duizhao's; it is left alone: name another with --database"
        )
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    if layout > LAYOUT:
        raise UnusableIndex(
            f"{path}: made by a later Duizhao (layout {layout}, this one knows {LAYOUT});"
            " upgrade, or name another file with --database"
        )
    if layout < LAYOUT:
        return None
    row = connection.execute("SELECT value FROM about WHERE name = 'fingerprint'").fetchone()
    return str(row[0]) if row else None


def _build(path: Path, folders: ContentFolders, fingerprint: str) -> None:
    from api.content import read_content  # YAML and marshmallow are for building only

    content = read_content(folders)
    with _replacing(path) as connection:
        write_glossary(connection, content.glossary.concepts, content.glossary.subject_fields)
        write_summaries(connection, content.articles, content.figures)
        connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
        connection.execute("INSERT INTO about VALUES ('fingerprint', ?)", (fingerprint,))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {LAYOUT}")


def _sweep(path: Path) -> None:
    """Remove what a builder that was killed left behind; an hour is far more than building takes."""
    for left in path.parent.glob(f"{path.name}*.new*"):
        with suppress(FileNotFoundError):  # another builder's, which is done with it
            if left.stat().st_mtime < time.time() - 3600:
                left.unlink()


@contextmanager
def _replacing(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a new database beside `path` that takes its place when all went well; else nothing changes."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        handle, name = tempfile.mkstemp(prefix=path.name, suffix=".new", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise UnusableIndex(
            f"{path}: {error.strerror}; make the folder writable, or name another with DUIZHAO_INSTANCE or --database"
        ) from error
    connection = sqlite3.connect(name)
    try:
        with connection:
            yield connection
        connection.close()
        os.chmod(name, 0o644)  # mkstemp's file is its owner's alone; an index holds nothing secret
        os.replace(name, path)
    except (OSError, sqlite3.DatabaseError) as error:
        raise UnusableIndex(f"{path}: {error}; nothing was changed") from error
    finally:
        connection.close()
        Path(name).unlink(missing_ok=True)
