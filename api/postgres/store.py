"""An index that is kept in a PostgreSQL database."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.database_url import Database
from api.index import Workpiece
from api.index_file import LAYOUT, Origin, UnusableIndex, building_file, read_origin
from api.patterns_file import open_patterns, patterns_path, recognizer_of
from api.postgres import registry
from api.postgres.copying import copy_index
from api.postgres.dialect import Statement, translated
from api.postgres.patterns import copy_patterns, fetch_patterns, keep_only
from api.postgres.session import Session
from glossary import Glossary

if TYPE_CHECKING:
    from asyncpg import Connection

    from glossary.recognition.recognizer import Recognizer

LOOK_SECONDS = 1.0
_ANSWER_SECONDS = 15

# A plan is made once for each statement and looks rows up by index, whatever it is asked for: a statement planned
# for every value takes longer to plan than to run, and what the planner would save by reading a whole table it
# cannot know without the value.
_READING = {
    "default_transaction_read_only": "on",
    "statement_timeout": str(_ANSWER_SECONDS * 1000),
    "plan_cache_mode": "force_generic_plan",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "enable_seqscan": "off",
    "enable_bitmapscan": "off",
}

# What the server's administrator limits for the sake of those who answer is no limit to who builds.
_BUILDING = {"statement_timeout": "0", "idle_session_timeout": "0", "lock_timeout": "0"}


class PostgresIndex:
    """The index that was served when it was opened; it stays readable while it is open."""

    def __init__(self, database: Database) -> None:
        self._url, self._named_after = database.url, named_after(database)
        self._number: int | None = None
        self._statements: dict[str, Statement] = {}
        self._session = Session(self._url, _READING, self._greet, seconds=_ANSWER_SECONDS)
        self._look_again = 0.0
        self.origin = read_origin(
            [(str(n), str(v)) for n, v in self.query("SELECT name, value FROM about", ())]
        )

    @property
    def revision(self) -> str:
        """Names what the index says."""
        return self.origin.revision

    def query(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Return the rows of one statement of SQLite's; `UnusableIndex` when the server is away or refuses."""
        statement = self._statements.get(sql)
        if statement is None:
            statement = self._statements[sql] = translated(sql)
        return self._session.fetch(statement.text, statement.values(values))

    def map_into_memory(self) -> None:
        """Nothing of it is on this machine."""

    def mind_cut(self) -> None:
        """Nothing of it is on this machine."""

    def was_replaced(self) -> bool:
        """Whether another index is served since; asked of the server once a second at most."""
        if time.monotonic() < self._look_again:
            return False
        self._look_again = time.monotonic() + LOOK_SECONDS
        try:
            rows = self._session.fetch(registry.SERVED)
        except UnusableIndex:
            return False
        return bool(rows) and rows[0][0] != self._number

    @property
    def patterns(self) -> Path:
        """The copy of this machine's of the file by which terms are recognized."""
        return patterns_path(self._named_after, self.origin.patterns)

    @cached_property
    def recognizer(self) -> Recognizer:
        """What finds the glossary's terms in a text; fetched with the first one where this machine has no copy."""
        if not self.patterns.is_file():
            fetch_patterns(self.query, self.patterns, self._named_after)
        with open_patterns(self._named_after, self.origin.patterns) or nullcontext() as file:
            return recognizer_of(file, self.patterns)

    def imported_fragments(self) -> Iterator[str]:
        """Yield every concept that did not come from the content, as ready JSON."""
        return Glossary(self.query).fragments(after_rank=self.origin.own_concepts)

    def close(self) -> None:
        """Close the connection."""
        self._session.close()

    async def _greet(self, connection: Connection) -> None:
        """Choose the index at the first connection, and find the same at later ones."""
        await registry.check_server(connection, self._url)
        if self._number is None:
            self._number = await self._chosen(connection)
        elif not await registry.lock_reading(connection, self._number):
            self._look_again = 0.0
            raise UnusableIndex(f"{self._url}: the index was replaced while the server was away")
        await connection.execute(f"SET search_path = {registry.schema_of(self._number)}")

    async def _chosen(self, connection: Connection) -> int:
        while served := await registry.served_index(connection, self._url):
            if await registry.lock_reading(connection, served.number):
                return served.number
        raise UnusableIndex(f"{self._url}: there is no index yet; duizhao serve makes it")


class PostgresStore:
    """Keeps an index in a database."""

    def __init__(self, database: Database) -> None:
        self._database, self._url = database, database.url

    def origin(self) -> Origin | None:
        """Return what the index was made from, None where there is none of this layout."""
        session = Session(self._url)
        try:
            return session.run(self._origin)
        finally:
            session.close()

    def is_whole(self, origin: Origin) -> bool:
        """Return True: all of it comes in one transaction."""
        return True

    def open(self) -> PostgresIndex:
        """Open the index that is served."""
        return PostgresIndex(self._database)

    @contextmanager
    def turn(self) -> Iterator[PostgresTurn]:
        """Wait until nobody else builds, and let nobody build meanwhile."""
        session = Session(self._url, _BUILDING)
        try:
            session.run(registry.lock_building)
            yield PostgresTurn(session, named_after(self._database))
        finally:
            session.close()

    async def _origin(self, connection: Connection) -> Origin | None:
        await registry.check_server(connection, self._url)
        served = await registry.served_index(connection, self._url)
        if served is None:
            return None
        rows = await connection.fetch(f"SELECT name, value FROM {registry.schema_of(served.number)}.about")
        if served.layout < LAYOUT:
            if ("imported", "1") in [(name, value) for name, value in rows]:
                raise UnusableIndex(
                    f"{self._url}: made by an earlier Duizhao (layout {served.layout}, this one writes {LAYOUT}), and nobody else has"
                    " what was imported into it; write it out with that one (duizhao export json), name an empty database, and"
                    " import what was written"
                )
            return None
        return read_origin([(name, value) for name, value in rows])


class PostgresTurn:
    """The right to build: while it lasts no other process has it."""

    def __init__(self, session: Session, named_after: Path) -> None:
        self._session, self._named_after = session, named_after

    @contextmanager
    def replacing(self, *, keep: bool = True) -> Iterator[Workpiece]:
        """Yield a new SQLite file; what was written there is served from the database afterwards, all of it at once."""
        with building_file(self._named_after) as (_, connection):
            yield Workpiece(connection, self._named_after)
            connection.commit()
            if keep:
                self._publish(connection)

    def _publish(self, made: sqlite3.Connection) -> None:
        name = read_origin(made.execute("SELECT name, value FROM about").fetchall()).patterns
        patterns = patterns_path(self._named_after, name)

        async def publish(server: Connection) -> None:
            async with server.transaction():
                number = await registry.create_index(server)
                schema = registry.schema_of(number)
                await copy_index(server, made, schema)
                await copy_patterns(server, patterns, schema)
                await registry.serve_index(server, number)

        try:
            self._session.run(publish)
        except UnusableIndex as error:
            patterns.unlink(missing_ok=True)
            raise UnusableIndex(f"{error}; nothing was changed") from error
        keep_only(patterns, self._named_after)
        with suppress(UnusableIndex):  # they take room, no more; the next builder tries again
            self._session.run(registry.drop_unread)


def named_after(database: Database) -> Path:
    """Return what the files on this machine are named after that belong to the index in `database`."""
    tag = sha256(str(database.url).encode()).hexdigest()[:8]
    return database.folder / f"postgres-{tag}"
