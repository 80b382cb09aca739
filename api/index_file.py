"""The index as a file: whose it is, and how a new one takes its place at once."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

# Raise it when the tables or the JSON in them change; an index of another layout is made anew.
LAYOUT = 10

# "duiz" in ASCII, SQLite's mark of whose file it is (https://www.sqlite.org/pragma.html#pragma_application_id).
APPLICATION_ID = 0x6475697A

_CACHE_KIB = 16_384


class UnusableIndex(RuntimeError):
    """The index file cannot be read, written or trusted; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What an index was made from.

    `fingerprint` is that of the content folder and the layout, `own_content` whether its glossary is in the index,
    `imported` whether anything else is, behind the first `own_concepts` concepts. `number` counts the indexes that were made one from the other, the first
    of which is 1 and named by `lineage`. `patterns` names the file by which its terms are recognized.
    """

    fingerprint: str
    own_content: bool = True
    imported: bool = False
    own_concepts: int = 0
    number: int = 1
    lineage: str = ""
    begun: str = ""
    patterns: str = ""

    @property
    def revision(self) -> str:
        """Names what the index says: another one has another."""
        return f"{self.fingerprint[:16]}-{self.lineage}-{self.number}"


def open_immutable(path: Path) -> sqlite3.Connection:
    """Open `path` for reading. No locks are taken or minded: a file is never changed, only replaced."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    return connection


def origin_of(path: Path) -> Origin | None:
    """Return what the index at `path` was made from, None where there is nothing; refuse what is not ours."""
    try:
        if not path.exists() or (path.is_file() and path.stat().st_size == 0):
            return None
    except OSError as error:  # a name too long, a folder that may not be searched
        raise UnusableIndex(f"{path}: {error.strerror}; name another file with --database") from error
    if not path.is_file():
        raise UnusableIndex(f"{path}: this is no file; name another with --database")
    try:
        connection = open_immutable(path)
        try:
            return _origin(path, connection)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise UnusableIndex(
            f"{path}: {error}; name another file with --database, or remove this one"
        ) from error


def read_origin(rows: list[tuple[str, str]]) -> Origin:
    """Return the origin that `mark` wrote."""
    values = dict(rows)
    return Origin(
        values["fingerprint"],
        values["own_content"] == "1",
        values["imported"] == "1",
        int(values["own_concepts"]),
        int(values["number"]),
        values["lineage"],
        values["begun"],
        values.get("patterns", ""),
    )


def mark(connection: sqlite3.Connection, origin: Origin) -> None:
    """Write into the index what it was made from."""
    values = {
        "fingerprint": origin.fingerprint,
        "own_content": str(int(origin.own_content)),
        "imported": str(int(origin.imported)),
        "own_concepts": str(origin.own_concepts),
        "number": str(origin.number),
        "lineage": origin.lineage,
        "begun": origin.begun,
        "patterns": origin.patterns,
    }
    connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    connection.executemany("INSERT INTO about VALUES (?, ?)", values.items())
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {LAYOUT}")


def _origin(path: Path, connection: sqlite3.Connection) -> Origin | None:
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
        if _has_imports(connection):
            raise UnusableIndex(
                f"{path}: made by an earlier Duizhao (layout {layout}, this one writes {LAYOUT}), and nobody else has what was"
                " imported into it; write it out with that one (duizhao export json), remove the file, and import what was written"
            )
        return None
    rows = connection.execute("SELECT name, value FROM about").fetchall()
    return read_origin(rows) if rows else None


def _has_imports(connection: sqlite3.Connection) -> bool:
    try:
        return (
            connection.execute("SELECT 1 FROM about WHERE name = 'imported' AND value = '1'").fetchone()
            is not None
        )
    except sqlite3.OperationalError:  # a layout without that table, which could not hold any
        return False


@contextmanager
def replacing(path: Path, *, keep: bool = True) -> Iterator[sqlite3.Connection]:
    """Yield a new database beside `path` that takes its place when all went well; else nothing changes.

    Without `keep` it goes when it is done, and nothing changes either.
    """
    with building_file(path) as (made, connection):
        yield connection
        connection.commit()
        connection.close()
        if keep:
            _publish(made, path)


@contextmanager
def building_file(path: Path) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """Yield a new database beside `path`, which is removed at the end unless it has another name by then."""
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
        # Parts of posting lists leave a fourth of a page of 4 KB empty, and little of this.
        connection.execute("PRAGMA page_size = 8192")
        # What is lost in a crash is the new file only, which nobody has read.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        yield Path(name), connection
    except (OSError, sqlite3.DatabaseError) as error:
        raise UnusableIndex(f"{path}: {error}; nothing was changed") from error
    finally:
        connection.close()
        Path(name).unlink(missing_ok=True)


def _publish(made: Path, path: Path) -> None:
    os.chmod(made, 0o644)  # mkstemp's file is its owner's alone; an index holds nothing secret
    with made.open("rb") as file:
        os.fsync(file.fileno())  # on the disk before it has the name
    os.replace(made, path)


def _sweep(path: Path) -> None:
    """Remove what a builder that was killed left behind; an hour is far more than building takes."""
    for left in path.parent.glob(f"{path.name}*.new*"):
        with suppress(FileNotFoundError):  # another builder's, which is done with it
            if left.stat().st_mtime < time.time() - 3600:
                left.unlink()
