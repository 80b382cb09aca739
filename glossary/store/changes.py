"""What a new index says otherwise than the one before."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from glossary.store.record import reader_over

_BATCH = 5_000
_FEW = 10_000  # changes that are always noted

_Query = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]


class ChangeKind(StrEnum):
    """What became of a concept."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


_FOUND = (ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """How many concepts are other than before, and how many are not; `afresh`: too many to be followed one by one."""

    added: int
    changed: int
    withdrawn: int
    unchanged: int
    afresh: bool = False


def write_changes(connection: sqlite3.Connection, before: _Query, revision: int, at: str) -> ChangeCounts:
    """Carry over the changes and merged ids of the index `before`, and add what `revision` changes at `at`.

    Where most of the glossary is new there is nothing to follow: only what was withdrawn is noted then, as of revision
    1, from which readers begin anew (`ChangeCounts.afresh`).
    """
    connection.executemany(
        "INSERT OR IGNORE INTO replaced SELECT ?, ? WHERE EXISTS (SELECT 1 FROM concept WHERE id = ?)",
        ((old, new, new) for old, new in before("SELECT id, by_id FROM replaced", ())),
    )
    connection.execute("DELETE FROM replaced WHERE id IN (SELECT id FROM concept)")
    connection.execute("CREATE TEMP TABLE difference (id TEXT, kind TEXT)")
    unchanged = 0

    def rows() -> Iterator[tuple[str, str]]:
        nonlocal unchanged
        for id_, kind in _differences(before, lambda sql, values: connection.execute(sql, values).fetchall()):
            if kind is None:
                unchanged += 1
            else:
                yield id_, kind

    connection.executemany("INSERT INTO difference VALUES (?, ?)", rows())
    found = dict(connection.execute("SELECT kind, count(*) FROM difference GROUP BY kind").fetchall())
    added, changed, withdrawn = (found.get(kind, 0) for kind in _FOUND)
    afresh = added + changed > max(_FEW, unchanged)
    counts = ChangeCounts(added, changed, withdrawn, unchanged, afresh)
    if not afresh:
        connection.executemany(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?)",
            before("SELECT revision, id, kind, at, by_id FROM change", ()),
        )
    else:
        gone = before("SELECT id, max(at) FROM change GROUP BY id", ())
        connection.executemany(
            "INSERT INTO change SELECT 1, ?, ?, ?, NULL WHERE NOT EXISTS (SELECT 1 FROM concept WHERE id = ?)",
            ((id_, ChangeKind.WITHDRAWN, then, id_) for id_, then in gone),
        )
    connection.execute(
        "INSERT OR IGNORE INTO change SELECT ?, d.id, CASE WHEN r.id IS NULL THEN d.kind ELSE ? END, ?, r.by_id"
        " FROM difference d LEFT JOIN replaced r ON r.id = d.id WHERE d.kind = ? OR NOT ?",
        (1 if afresh else revision, ChangeKind.MERGED, at, ChangeKind.WITHDRAWN, afresh),
    )
    connection.execute("DROP TABLE difference")
    return counts


def _differences(before: _Query, after: _Query) -> Iterator[tuple[str, ChangeKind | None]]:
    """Merge two indexes by id; None is a concept that is as it was."""
    older, newer = _stored(before), _stored(after)
    old, new = next(older, None), next(newer, None)
    while old or new:
        if old is None or (new is not None and new[0] < old[0]):
            assert new is not None  # noqa: S101 - one of them is there
            yield new[0], ChangeKind.ADDED
            new = next(newer, None)
        elif new is None or old[0] < new[0]:
            yield old[0], ChangeKind.WITHDRAWN
            old = next(older, None)
        else:
            yield new[0], None if old[1] == new[1] else ChangeKind.CHANGED
            old, new = next(older, None), next(newer, None)


def _stored(query: _Query) -> Iterator[tuple[str, str]]:
    """Yield id and JSON of every concept, by id."""
    reader = reader_over(query)
    last = ""
    while rows := query("SELECT id, record FROM concept WHERE id > ? ORDER BY id LIMIT ?", (last, _BATCH)):
        for last, data in rows:
            yield last, reader.read(data).fragment
