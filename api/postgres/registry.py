"""The schema ``duizhao``: which indexes the database has, and which of them is served.

An index is a schema of its own, ``duizhao_NUMBER``. Who builds one holds a lock, so that builders take turns; who reads
one holds another that all its readers share, so that none is dropped under them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.database_url import DatabaseUrl
from api.index_file import LAYOUT, UnusableIndex

if TYPE_CHECKING:
    from asyncpg import Connection

OLDEST_SERVER = 14

_MARK = "Duizhao's: which of the schemas duizhao_NUMBER is served (docs/postgres.md)"
_CREATE = f"""
CREATE SCHEMA duizhao;
COMMENT ON SCHEMA duizhao IS '{_MARK.replace("'", "''")}';
CREATE TABLE duizhao.index (
    number integer   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    layout integer   NOT NULL,
    served boolean   NOT NULL DEFAULT false,
    made   timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')
);
"""
_EXISTS = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = 'duizhao'"
SERVED = "SELECT number, layout FROM duizhao.index WHERE served"

# "duiz" in ASCII; the second number of an advisory lock is 0 for builders, for readers that of their index.
_LOCKS = 0x6475697A
_BUILDERS = 0


@dataclass(frozen=True, slots=True)
class Served:
    """The index that is served, and the layout of its tables."""

    number: int
    layout: int


def schema_of(number: int) -> str:
    """Return the schema of an index."""
    return f"duizhao_{number}"


async def check_server(connection: Connection, url: DatabaseUrl) -> None:
    """Raise `UnusableIndex` for a server or a database that cannot hold an index."""
    version = connection.get_server_version()
    if version.major < OLDEST_SERVER:
        raise UnusableIndex(
            f"{url}: this is PostgreSQL {version.major}.{version.minor}; {OLDEST_SERVER} or later is needed"
        )
    encoding = await connection.fetchval("SHOW server_encoding")
    if encoding != "UTF8":
        raise UnusableIndex(
            f"{url}: the database has the encoding {encoding}; create one with ENCODING 'UTF8'"
        )


async def served_index(connection: Connection, url: DatabaseUrl) -> Served | None:
    """Return the index that is served; raise `UnusableIndex` where the schema ``duizhao`` is another program's."""
    marks = await connection.fetch(_EXISTS)
    if not marks:
        return None
    if marks[0][0] != _MARK:
        raise UnusableIndex(
            f"{url}: has a schema duizhao that is not Duizhao's; it is left alone: name another database"
        )
    rows = await connection.fetch(SERVED)
    if not rows:
        return None
    number, layout = rows[0]
    if layout > LAYOUT:
        raise UnusableIndex(
            f"{url}: made by a later Duizhao (layout {layout}, this one knows {LAYOUT});"
            " upgrade, or name another database"
        )
    return Served(number, layout)


async def lock_building(connection: Connection) -> None:
    """Wait until no other connection builds; the lock goes with the connection."""
    await connection.execute(f"SELECT pg_advisory_lock({_LOCKS}, {_BUILDERS})")


async def lock_reading(connection: Connection, number: int) -> bool:
    """Keep the index `number` from being dropped while the connection lasts; False where it is not there any more."""
    await connection.execute(f"SELECT pg_advisory_lock_shared({_LOCKS}, {number})")
    there = await connection.fetchval("SELECT 1 FROM duizhao.index WHERE number = $1", number)
    return there is not None


async def create_index(connection: Connection) -> int:
    """Return the number of a new index, whose schema is made; to be called in a transaction."""
    if not await connection.fetch(_EXISTS):
        await connection.execute(_CREATE)
    number: int = await connection.fetchval(
        "INSERT INTO duizhao.index (layout) VALUES ($1) RETURNING number", LAYOUT
    )
    await connection.execute(f"CREATE SCHEMA {schema_of(number)}")
    return number


async def serve_index(connection: Connection, number: int) -> None:
    """Let every reader go over to the index `number`."""
    await connection.execute("UPDATE duizhao.index SET served = (number = $1)", number)


async def drop_unread(connection: Connection) -> None:
    """Drop the indexes that are not served and that nobody reads; only who holds the builders' lock may."""
    for (number,) in await connection.fetch(
        "SELECT number FROM duizhao.index WHERE NOT served ORDER BY number"
    ):
        async with connection.transaction():
            lock = f"SELECT pg_try_advisory_xact_lock({_LOCKS}, {number})"
            if await connection.fetchval(lock):
                await connection.execute("DELETE FROM duizhao.index WHERE number = $1", number)
                await connection.execute(f"DROP SCHEMA IF EXISTS {schema_of(number)} CASCADE")
