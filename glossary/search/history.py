"""What became of concepts from one revision of the index to the next."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.search.lists import Query
from glossary.store.changes import ChangeKind


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a concept, all in all, and when: RFC 3339, UTC; `by` is the concept that it was merged into."""

    id: str
    kind: ChangeKind
    at: str
    by: str | None


class History:
    """The changes of an index since its first revision, which is 1."""

    def __init__(self, query: Query) -> None:
        self._query = query

    def count(self, after: int) -> int:
        """Return how many concepts have changed after revision `after`."""
        rows = self._query("SELECT count(DISTINCT id) FROM change WHERE revision > ?", (after,))
        return int(rows[0][0])

    def changes(self, after: int, limit: int, offset: int) -> tuple[Change, ...]:
        """Return what became of each concept after revision `after`, the earliest change first."""
        rows = self._query(_LAST_OF_EACH, (ChangeKind.ADDED.value, after, after, limit, offset))
        return tuple(Change(id_, _kind(kind, bool(added)), at, by) for id_, kind, at, by, added in rows)

    def revision_at(self, time: str) -> int:
        """Return the last revision that was there at `time` (RFC 3339, UTC)."""
        rows = self._query("SELECT max(revision) FROM change WHERE at <= ?", (time,))
        return int(rows[0][0] or 1)

    def was_withdrawn(self, concept_id: str) -> bool:
        """Whether there was a concept with this id."""
        return bool(self._query("SELECT 1 FROM change WHERE id = ? LIMIT 1", (concept_id,)))


_LAST_OF_EACH = """
SELECT c.id, c.kind, c.at, c.by_id,
       EXISTS (SELECT 1 FROM change a WHERE a.id = c.id AND a.kind = ? AND a.revision > ?)
FROM change c
WHERE c.revision > ? AND NOT EXISTS (SELECT 1 FROM change n WHERE n.id = c.id AND n.revision > c.revision)
ORDER BY c.revision, c.id LIMIT ? OFFSET ?
"""


def _kind(kind: str, added: bool) -> ChangeKind:
    """A concept that is new to the reader was added, whatever was mended in it since."""
    return ChangeKind.ADDED if added and kind == ChangeKind.CHANGED else ChangeKind(kind)
