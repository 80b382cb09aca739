"""The index: a read-only SQLite file made from the content, replaced as a whole when the content changes."""

from __future__ import annotations

import os
import sqlite3
import weakref
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import unidata_version

import summaries.store
from api.folders import ContentFolders
from api.index_file import LAYOUT, UnusableIndex, open_immutable, origin_of, read_origin
from api.patterns_file import open_patterns, patterns_path
from glossary import Glossary
from glossary.han_fold import han_fold_table
from glossary.recognition.layout import LAYOUT as PATTERNS_LAYOUT
from glossary.recognition.layout import DamagedPatterns
from glossary.store.files import SCHEMA

if TYPE_CHECKING:
    from glossary.recognition.recognizer import Recognizer

_MOST_MAPPED = 1 << 40  # SQLite takes what it was compiled for: 2 GB


class Index:
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
            self.origin = read_origin(self.query("SELECT name, value FROM about", ()))
            self._patterns = open_patterns(path, self.origin.patterns)
            if self._patterns:
                weakref.finalize(self, self._patterns.close)
        except (OSError, sqlite3.DatabaseError, LookupError) as error:
            raise UnusableIndex(
                f"{path}: {error}; remove the file, or name another with --database"
            ) from error

    @property
    def revision(self) -> str:
        """Names what the index says."""
        return self.origin.revision

    def query(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Return the rows of one statement; `UnusableIndex` when the file went bad under us."""
        try:
            return self._connection.execute(sql, values).fetchall()
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

    @cached_property
    def recognizer(self) -> Recognizer:
        """What finds the glossary's terms in a text; numpy is imported with the first one."""
        from glossary.recognition.recognizer import Recognizer

        try:
            if self._patterns is None:
                raise DamagedPatterns("there is no such file")
            return Recognizer.mapped(self._patterns)
        except (OSError, DamagedPatterns) as error:
            raise UnusableIndex(
                f"{patterns_path(self.path, self.origin.patterns)}: {error}; remove it and restart the service, which makes it anew"
            ) from error

    def imported_fragments(self) -> Iterator[str]:
        """Yield every concept that did not come from the content, as ready JSON."""
        return Glossary(self.query).fragments(after_rank=self.origin.own_concepts)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
        self._file.close()
        if self._patterns:
            self._patterns.close()


def open_index(path: Path, folders: ContentFolders) -> Index:
    """Return the index of `folders` at `path`, made first where it is missing or older than the content."""
    fingerprint = fingerprint_of(folders)
    origin = origin_of(path)
    if (
        origin is None
        or origin.fingerprint != fingerprint
        or not patterns_path(path, origin.patterns).is_file()
    ):
        from api.building import build_index  # YAML and marshmallow are for building only

        build_index(path, folders, fingerprint)
    return Index(path)


def fingerprint_of(folders: ContentFolders) -> str:
    """Return a digest of the content and of how it is stored."""
    schemas = "".join(p.read_text(encoding="utf-8") for p in (SCHEMA, summaries.store.SCHEMA))
    folding = "".join(f"{key}{value}" for key, value in han_fold_table().items())
    layouts = f"{LAYOUT}\0{PATTERNS_LAYOUT}\0{unidata_version}"
    return sha256(f"{layouts}\0{schemas}\0{folding}\0{folders.fingerprint()}".encode()).hexdigest()


def _identity(path: Path) -> tuple[int, int, int]:
    status = os.stat(path)
    return status.st_dev, status.st_ino, status.st_mtime_ns
