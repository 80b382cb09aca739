"""The file by which terms are recognized: kept in the database, and copied to each machine that asks for it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.index_file import UnusableIndex

if TYPE_CHECKING:
    from asyncpg import Connection

_PART = 1 << 20  # bytes

_Query = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]


async def copy_patterns(connection: Connection, file: Path, schema: str) -> None:
    """Put `file` into the database, for machines that have not made it."""
    await connection.execute(
        f"CREATE TABLE {schema}.patterns (part integer PRIMARY KEY, data bytea NOT NULL);"
        f"ALTER TABLE {schema}.patterns ALTER data SET STORAGE EXTERNAL"
    )
    await connection.copy_records_to_table("patterns", schema_name=schema, records=_parts(file))


async def _parts(path: Path) -> AsyncIterator[tuple[int, bytes]]:
    number = 0
    with path.open("rb") as file:
        while data := file.read(_PART):
            yield number, data
            number += 1


def fetch_patterns(query: _Query, path: Path, named_after: Path) -> None:
    """Write the file to `path`, and remove those of earlier indexes; `UnusableIndex` where there is no room for it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=path.name, suffix=".new", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                part = 0
                while rows := query("SELECT data FROM patterns WHERE part = ?", (part,)):
                    file.write(rows[0][0])
                    part += 1
            os.chmod(name, 0o644)  # mkstemp's file is its owner's alone
            os.replace(name, path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise UnusableIndex(
            f"{path}: {error.strerror}; make the folder writable, or name another with DUIZHAO_INSTANCE"
        ) from error
    keep_only(path, named_after)


def keep_only(path: Path, named_after: Path) -> None:
    """Remove the files of other indexes; who has opened one keeps it."""
    for other in path.parent.glob(f"{named_after.name}.*.terms"):
        if other != path:
            with suppress(OSError):
                other.unlink(missing_ok=True)
