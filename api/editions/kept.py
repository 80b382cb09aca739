"""The editions that an index has kept: what items said before they were changed or withdrawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from api.editions.json_form import edition_from_json
from api.editions.model import Edition, Item, ItemKind

Query = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """An edition that is no more: `until` is when it was replaced (RFC 3339, UTC), `number` counts them in that order.

    `withdrawn`: the item was removed, and no edition came after this one then.
    """

    number: int
    revision: str
    until: str
    withdrawn: bool
    edition: Edition


class KeptEditions:
    """What an index has kept."""

    def __init__(self, query: Query) -> None:
        self._query = query

    def edition(self, item: Item, revision: str) -> Edition | None:
        """Return what `item` said in `revision`, None where that is not kept."""
        rows = self._query(
            "SELECT body FROM edition WHERE kind = ? AND id = ? AND revision = ? LIMIT 1",
            (item.kind.value, item.id, revision),
        )
        return edition_from_json(json.loads(rows[0][0])) if rows else None

    def has_any_of(self, item: Item) -> bool:
        """Whether `item` ever said something else, or was withdrawn."""
        rows = self._query(
            "SELECT 1 FROM edition WHERE kind = ? AND id = ? LIMIT 1", (item.kind.value, item.id)
        )
        return bool(rows)

    def successor(self, item: Item) -> Item | None:
        """Return what stands in the place of a section, figure or chart that is no more."""
        rows = self._query(
            "SELECT by_id FROM successor WHERE kind = ? AND id = ?", (item.kind.value, item.id)
        )
        return Item(item.kind, rows[0][0]) if rows else None

    def latest(self, limit: int) -> list[KeptEdition]:
        """Return the editions that were replaced last, the last first."""
        rows = self._query(
            "SELECT number, revision, until, withdrawn, body FROM edition ORDER BY number DESC LIMIT ?",
            (limit,),
        )
        return [_kept(row) for row in rows]

    def after(self, kept: KeptEdition) -> KeptEdition | None:
        """Return what came after `kept` where that was replaced, too."""
        item = kept.edition.item
        rows = self._query(
            "SELECT number, revision, until, withdrawn, body FROM edition WHERE kind = ? AND id = ? AND number > ?"
            " ORDER BY number LIMIT 1",
            (item.kind.value, item.id, kept.number),
        )
        return _kept(rows[0]) if rows else None

    def changed_at(self, kind: ItemKind) -> dict[str, str]:
        """Return when each item of `kind` changed last, of those that ever did, by id."""
        rows = self._query("SELECT id, max(until) FROM edition WHERE kind = ? GROUP BY id", (kind.value,))
        return dict(rows)


def _kept(row: tuple[Any, ...]) -> KeptEdition:
    number, revision, until, withdrawn, body = row
    return KeptEdition(number, revision, until, bool(withdrawn), edition_from_json(json.loads(body)))
