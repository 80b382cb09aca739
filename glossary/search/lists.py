"""Lists of ranks as the store has them: short ones whole, long ones a part at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple, Protocol

from glossary.store.keys import ANY_WORD, END, LAST, LATER_WORD, WHOLE
from glossary.store.postings import PART, RANK, WEIGHT_SHIFT, decode, unpack

# Runs one statement of SQLite's; another database behind the same two arguments translates it.
Query = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]

_WEIGHT = 60  # bits below the weight when entries are ordered: the length of a key and a rank


class RankList(Protocol):
    """Ranks of concepts, best first, each once."""

    @property
    def total(self) -> int:
        """How many there are."""

    def starting(self, offset: int) -> Iterator[int]:
        """Yield the ranks from `offset` on."""


@dataclass(frozen=True, slots=True)
class ShortList:
    """Ranks that were read at once."""

    ranks: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        return len(self.ranks)

    def starting(self, offset: int) -> Iterator[int]:
        return iter(self.ranks[offset:])


@dataclass(frozen=True, slots=True)
class LongList:
    """Ranks in ``posting``; the first part is here."""

    query: Query
    name: str
    total: int
    first: bytes

    def starting(self, offset: int) -> Iterator[int]:
        skipped = offset % PART
        for part in range(offset // PART, -(-self.total // PART)):
            yield from islice(decode(self._part(part)), skipped, None)
            skipped = 0

    def _part(self, part: int) -> bytes:
        if not part:
            return self.first
        rows = self.query("SELECT ranks FROM posting WHERE name = ? AND part = ?", (self.name, part))
        return bytes(rows[0][0])


class Name(NamedTuple):
    """What is asked for: concepts with the key, or with a key that begins so; or a list of that very name."""

    text: str
    beginning: bool = False
    listed: bool = False
    listed_as: str = ""


def whole(key: str) -> Name:
    """Name the concepts that have `key`."""
    return Name(key)


def beginning(key: str) -> Name:
    """Name the concepts that have a key which begins with `key`."""
    return Name(key, beginning=True)


def any_word(text: str) -> tuple[Name, ...]:
    """Name the concepts with a word that begins with `text`: the list of them, or else the two halves of one."""
    name = ANY_WORD + text
    halves = (Name(kind + text, beginning=True, listed_as=name) for kind in (WHOLE, LATER_WORD))
    return listed(name), *halves


def listed(name: str) -> Name:
    """Name the concepts that are listed under `name`, long list or short."""
    return Name(name, listed=True)


def load(query: Query, names: Sequence[Name]) -> list[RankList]:
    """Return the list of each of `names`, in one statement."""
    if not names:
        return []
    arms, values = [], []
    for slot, name in enumerate(names):
        for arm, its_values in _arms(slot, name):
            arms.append(arm)
            values += its_values
    found: list[RankList | None] = [None] * len(names)
    rows: list[list[tuple[int, bytes]]] = [[] for _ in names]
    for slot, total, length, data in query(" UNION ALL ".join(arms), values):
        if total:
            found[slot] = LongList(query, _listed_as(names[slot]), total, data)
        else:
            rows[slot].append((length, data))
    return [long or _short(rows[slot]) for slot, long in enumerate(found)]


def _arms(slot: int, name: Name) -> Iterator[tuple[str, list[object]]]:
    as_listed = _listed_as(name)
    if not name.listed_as:
        yield f"SELECT {slot}, total, 0, ranks FROM posting WHERE name = ? AND part = 0", [as_listed]
    if name.listed:
        return
    condition, values = (
        ("key >= ? AND key < ?", [name.text, name.text + LAST])
        if name.beginning
        else ("key = ?", [name.text])
    )
    yield (
        # CROSS JOIN is SQLite's word for this order: no key is looked at where there is a list.
        f"SELECT {slot}, 0, length(key), entries"
        " FROM (SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM posting WHERE name = ? AND part = 0)) AS unlisted"
        f" CROSS JOIN term_key WHERE {condition}",
        [as_listed, *values],
    )


def _listed_as(name: Name) -> str:
    return name.listed_as or (name.text if name.beginning or name.listed else name.text + END)


def _short(rows: list[tuple[int, bytes]]) -> ShortList:
    """Order by weight, length of the key and rank; a concept comes once."""
    if len(rows) < 2:
        return ShortList(tuple([entry & RANK for _, data in rows for entry in unpack(data)]))
    # In one number, for numbers are sorted faster than tuples.
    ordered = sorted(
        [
            (entry >> WEIGHT_SHIFT) << _WEIGHT | length << WEIGHT_SHIFT | entry & RANK
            for length, data in rows
            for entry in unpack(data)
        ]
    )
    return ShortList(tuple(dict.fromkeys([entry & RANK for entry in ordered])))
