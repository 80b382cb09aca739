"""An index that is kept as a read-only SQLite file, replaced as a whole when the content changes."""

from __future__ import annotations

import os
import sqlite3
import weakref
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.index import Workpiece
from api.index_file import LAYOUT, Origin, UnusableIndex, open_immutable, origin_of, read_origin, replacing
from api.patterns_file import open_patterns, patterns_path, recognizer_of, remove_patterns
from api.sendable import sendable
from glossary import Glossary

if TYPE_CHECKING:
    from glossary.recognition.recognizer import Recognizer

_MOST_MAPPED = 1 << 40  # SQLite takes what it was compiled for: 2 GB


class SqliteIndex:
    """An open index. What was opened stays readable when the file is replaced or deleted.

    Threads share the connection: SQLite serializes them, and a server's process has one thread.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._opened = _identity(path)
            self._connection = open_immutable(path)
            weakref.finalize(self, self._connection.close)
            self._file = path.open("rb")
            weakref.finalize(self, self._file.close)
            self._size = os.fstat(self._file.fileno()).st_size
            self._check_layout()
            self.origin = read_origin(self.query("SELECT name, value FROM about", ()))
            self._patterns = open_patterns(path, self.origin.patterns)
            if self._patterns:
                weakref.finalize(self, self._patterns.close)
        except (OSError, sqlite3.DatabaseError, LookupError) as error:
            raise UnusableIndex(
                f"{path}: {error}; remove the file, or name another with --database"
            ) from error

    def _check_layout(self) -> None:
        """Refuse what another release has put in the place of the file that a running service has open."""
        layout = self.query("PRAGMA user_version", ())[0][0]
        if layout != LAYOUT:
            raise UnusableIndex(
                f"{self.path}: its layout is {layout}, not {LAYOUT}; restart the service with the release that wrote it"
            )

    @property
    def revision(self) -> str:
        """Names what the index says."""
        return self.origin.revision

    def query(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Return the rows of one statement; `UnusableIndex` when the file went bad under us."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except UnicodeEncodeError:
            return self.query(sql, [sendable(value) for value in values])
        except sqlite3.DatabaseError as error:
            raise UnusableIndex(
                f"{self.path}: {error}; remove the file and restart the service, which makes it anew"
            ) from error

    def map_into_memory(self) -> None:
        """Read pages without a system call each, as long as `mind_cut` is called before what may be cut is read."""
        self._connection.execute(f"PRAGMA mmap_size = {_MOST_MAPPED}")

    def mind_cut(self) -> None:
        """Read with system calls again what somebody has cut short: mapped, it would kill the process (SIGBUS)."""
        if os.fstat(self._file.fileno()).st_size < self._size:
            self._connection.execute("PRAGMA mmap_size = 0")

    def was_replaced(self) -> bool:
        """Whether another file has the path since; no file is none."""
        try:
            return _identity(self.path) != self._opened
        except OSError:
            return False

    @property
    def patterns(self) -> Path:
        """The file by which terms are recognized."""
        return patterns_path(self.path, self.origin.patterns)

    @cached_property
    def recognizer(self) -> Recognizer:
        """What finds the glossary's terms in a text; numpy is imported with the first one."""
        return recognizer_of(self._patterns, self.patterns)

    def imported_fragments(self) -> Iterator[str]:
        """Yield every concept that did not come from the content, as ready JSON."""
        return Glossary(self.query).fragments(after_rank=self.origin.own_concepts)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
        self._file.close()
        if self._patterns:
            self._patterns.close()


class SqliteStore:
    """Keeps an index as a file. Whoever builds writes a file of their own; the last to be done has the name."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def origin(self) -> Origin | None:
        """Return what the index was made from, None where there is none of this layout."""
        return origin_of(self._path)

    def is_whole(self, origin: Origin) -> bool:
        """Whether the file by which terms are recognized is there, too."""
        return patterns_path(self._path, origin.patterns).is_file()

    def open(self) -> SqliteIndex:
        """Open the file."""
        return SqliteIndex(self._path)

    def turn(self) -> AbstractContextManager[SqliteStore]:
        """Return at once."""
        return nullcontext(self)

    @contextmanager
    def replacing(self, *, keep: bool = True) -> Iterator[Workpiece]:
        """Yield a new file that takes the place of the old one."""
        before = origin_of(self._path)
        with replacing(self._path, keep=keep) as connection:
            yield Workpiece(connection, self._path)
        if keep:
            remove_patterns(self._path, before.patterns if before else None)


def _identity(path: Path) -> tuple[int, int, int]:
    status = os.stat(path)
    return status.st_dev, status.st_ino, status.st_mtime_ns
