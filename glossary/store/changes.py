"""What a new index says otherwise than the one before."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from glossary.store.record import Deflater

_BATCH = 5_000

_Query = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]


class ChangeKind(StrEnum):
    """What became of a concept."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """How many concepts are other than before, and how many are not."""

    added: int
    changed: int
    withdrawn: int
    unchanged: int


def write_changes(connection: sqlite3.Connection, before: _Query, revision: int, at: str) -> ChangeCounts:
    """Carry over the changes and merged ids of the index `before`, and add what `revision` changes at `at`."""
    changes = before("SELECT revision, id, kind, at, by_id FROM change", ())
    connection.executemany("INSERT INTO change VALUES (?, ?, ?, ?, ?)", changes)
    connection.executemany(
        "INSERT OR IGNORE INTO replaced SELECT ?, ? WHERE EXISTS (SELECT 1 FROM concept WHERE id = ?)",
        ((old, new, new) for old, new in before("SELECT id, by_id FROM replaced", ())),
    )
    connection.execute("DELETE FROM replaced WHERE id IN (SELECT id FROM concept)")
    counts = dict.fromkeys(("added", "changed", "withdrawn", "unchanged"), 0)

    def rows() -> Iterator[tuple[int, str, str, str]]:
        for id_, kind in _differences(before, lambda sql, values: connection.execute(sql, values).fetchall()):
            counts[kind or "unchanged"] += 1
            if kind is not None:
                yield revision, id_, kind, at

    connection.executemany("INSERT INTO change VALUES (?, ?, ?, ?, NULL)", rows())
    connection.execute(
        "UPDATE change SET kind = ?, by_id = (SELECT by_id FROM replaced r WHERE r.id = change.id)"
        " WHERE revision = ? AND kind = ? AND id IN (SELECT id FROM replaced)",
        (ChangeKind.MERGED, revision, ChangeKind.WITHDRAWN),
    )
    return ChangeCounts(**counts)


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


def _stored(query: _Query) -> Iterator[tuple[str, bytes]]:
    """Yield id and record of every concept, by id."""
    deflater = Deflater(bytes(query("SELECT dictionary FROM deflating", ())[0][0]))
    last = ""
    while rows := query("SELECT id, record FROM concept WHERE id > ? ORDER BY id LIMIT ?", (last, _BATCH)):
        for last, data in rows:
            yield last, deflater.fragment(bytes(data))
