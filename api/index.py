"""The index: what the content comes to, made ready for reading, and kept in one of two stores."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from unicodedata import unidata_version

import summaries.store
from api.database_url import Database
from api.editions.keeping import SCHEMA as EDITIONS
from api.folders import ContentFolders
from api.index_file import LAYOUT, Origin
from api.patterns_file import patterns_path
from api.settings import Settings
from glossary.han_fold import han_fold_table
from glossary.recognition.layout import LAYOUT as PATTERNS_LAYOUT
from glossary.store.files import SCHEMA

if TYPE_CHECKING:
    from glossary.recognition.recognizer import Recognizer


class Index(Protocol):
    """An open index. What was opened stays readable, whatever takes its place."""

    origin: Origin

    @property
    def revision(self) -> str:
        """Names what the index says."""

    def query(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Return the rows of one statement of SQLite's; `UnusableIndex` when it cannot be read any more."""

    def map_into_memory(self) -> None:
        """Make ready for a process that serves and calls `mind_cut` before each request."""

    def mind_cut(self) -> None:
        """Look whether what was made ready can still be read so."""

    def was_replaced(self) -> bool:
        """Whether another has its place since."""

    @property
    def recognizer(self) -> Recognizer:
        """What finds the glossary's terms in a text; numpy is imported with the first one."""

    @property
    def patterns(self) -> Path:
        """The file that it finds them with."""

    def imported_fragments(self) -> Iterator[str]:
        """Yield every concept that did not come from the content, as ready JSON."""

    def close(self) -> None:
        """Let go of it."""


@dataclass(frozen=True, slots=True)
class Workpiece:
    """An index in the making: a SQLite file, and beside `named_after` the file by which terms are recognized."""

    connection: sqlite3.Connection
    named_after: Path

    def patterns(self, name: str) -> Path:
        """Return where the patterns of that name go."""
        return patterns_path(self.named_after, name)


class Turn(Protocol):
    """The right to build."""

    def replacing(self, *, keep: bool = True) -> AbstractContextManager[Workpiece]:
        """Yield a new index; what it has at the end is served afterwards, all of it at once, or nothing is.

        Without `keep` nothing changes.
        """


class Store(Protocol):
    """Where an index is kept. `UnusableIndex` where that cannot be, and where what is there is not ours."""

    def origin(self) -> Origin | None:
        """Return what the index was made from, None where there is none of this layout."""

    def is_whole(self, origin: Origin) -> bool:
        """Whether everything is there that belongs to the index of `origin`."""

    def open(self) -> Index:
        """Open the index."""

    def turn(self) -> AbstractContextManager[Turn]:
        """Wait for the right to build."""


def store_at(place: Path | Database) -> Store:
    """Return the store that `place` names."""
    if isinstance(place, Database):
        from api.postgres.store import PostgresStore  # with its driver, which not everybody installs

        return PostgresStore(place)
    from api.sqlite_index import SqliteStore

    return SqliteStore(place)


def open_index(settings: Settings) -> Index:
    """Return the index that `settings` name, made first where it is missing or older than the content."""
    folders = ContentFolders.at(settings.content)
    store, fingerprint = store_at(settings.index), fingerprint_of(folders)
    if not _is_current(store, fingerprint):
        from api.building import build_index  # YAML and marshmallow are for building only

        with store.turn() as turn:
            if not _is_current(store, fingerprint):  # another builder may have had the turn before
                build_index(store, turn, folders, fingerprint)
    return store.open()


def fingerprint_of(folders: ContentFolders) -> str:
    """Return a digest of the content and of how it is stored."""
    schemas = "".join(p.read_text(encoding="utf-8") for p in (SCHEMA, summaries.store.SCHEMA, EDITIONS))
    folding = "".join(f"{key}{value}" for key, value in han_fold_table().items())
    layouts = f"{LAYOUT}\0{PATTERNS_LAYOUT}\0{unidata_version}"
    return sha256(f"{layouts}\0{schemas}\0{folding}\0{folders.fingerprint()}".encode()).hexdigest()


def _is_current(store: Store, fingerprint: str) -> bool:
    origin = store.origin()
    return origin is not None and origin.fingerprint == fingerprint and store.is_whole(origin)
