"""An index copied from the file that it was built as into a schema of PostgreSQL's."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.sendable import STAND_IN

if TYPE_CHECKING:
    from asyncpg import Connection

_BATCH = 4_000  # rows

# Text compares as its bytes do, which is SQLite's order, whatever the order of the database.
_TYPES = {"TEXT": 'text COLLATE "C"', "BLOB": "bytea", "INTEGER": "integer"}

# What COPY's text format has for a null, and what it escapes
# (https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.2).
_NULL = r"'\N'"
_ESCAPES = ((r"'\'", r"'\\'"), ("char(10)", r"'\n'"), ("char(13)", r"'\r'"), ("char(9)", r"'\t'"))


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    type: str
    required: bool
    place_in_key: int


async def copy_index(connection: Connection, source: sqlite3.Connection, schema: str) -> None:
    """Create every table of `source` in `schema`, which is new in this transaction, and fill it."""
    names = source.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    for (table,) in names.fetchall():
        columns = [
            _Column(name, type_, bool(required), place)
            for _, name, type_, required, _, place in source.execute(f"PRAGMA table_info({table})")
        ]
        await connection.execute(_declared(f"{schema}.{table}", columns))
        # Frozen rows are seen by all from the start: no vacuum, and indexes answer alone at once.
        await connection.copy_to_table(
            table, schema_name=schema, source=_lines(source, table, columns), freeze=True
        )
        for statement in _indexes(source, f"{schema}.{table}", table, columns):
            await connection.execute(statement)
        await connection.execute(f"ANALYZE {schema}.{table}")


def _declared(table: str, columns: list[_Column]) -> str:
    declared = (f"{c.name} {_TYPES[c.type]}{' NOT NULL' if c.required else ''}" for c in columns)
    stored = (f"ALTER {c.name} SET STORAGE EXTERNAL" for c in columns if c.type == "BLOB")  # deflated already
    changes = ", ".join(stored)
    return f"CREATE TABLE {table} ({', '.join(declared)});" + (
        f"ALTER TABLE {table} {changes};" if changes else ""
    )


async def _lines(source: sqlite3.Connection, table: str, columns: list[_Column]) -> AsyncIterator[bytes]:
    line = " || char(9) || ".join(map(_written, columns))
    rows = source.execute(f"SELECT {line} || char(10) FROM {table}")
    while batch := rows.fetchmany(_BATCH):
        yield "".join(row[0] for row in batch).replace("\0", STAND_IN).encode()


def _written(column: _Column) -> str:
    """Return the expression that writes a column as COPY reads it."""
    written = column.name
    if column.type == "BLOB":
        written = rf"'\\x' || hex({written})"
    elif column.type == "TEXT":
        for character, escape in _ESCAPES:
            written = f"replace({written}, {character}, {escape})"
    return f"coalesce({written}, {_NULL})"


def _indexes(source: sqlite3.Connection, into: str, table: str, columns: list[_Column]) -> Iterator[str]:
    key = sorted((c for c in columns if c.place_in_key), key=lambda c: c.place_in_key)
    if key:
        yield f"ALTER TABLE {into} ADD PRIMARY KEY ({', '.join(c.name for c in key)})"
    for _, name, unique, made_by, _ in source.execute(f"PRAGMA index_list({table})").fetchall():
        if made_by != "pk":
            indexed = ", ".join(row[2] for row in source.execute(f"PRAGMA index_info({name})"))
            yield f"CREATE {'UNIQUE ' if unique else ''}INDEX ON {into} ({indexed})"
