"""Writes a glossary's tables from a stream of concepts, in memory that hardly grows with it."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby, islice
from operator import itemgetter

from glossary.model import SubjectField
from glossary.store import keys
from glossary.store.files import SCHEMA
from glossary.store.postings import HEAVY, RANK, WEIGHT_SHIFT, pack, parts, unpack
from glossary.store.preparing import SEPARATOR, Prepared
from glossary.store.record import Shapes
from translations import CONTENT_LANGUAGES

_BATCH = 2_000  # concepts

_Row = tuple[str, int, int]


def write_glossary(
    connection: sqlite3.Connection,
    concepts: Iterable[Prepared],
    subject_fields: Iterable[SubjectField],
    named_fields: Iterable[SubjectField] = (),
) -> None:
    """Create the glossary's tables and fill them.

    Ranks are given in the order of `concepts`, whose ids are unique. A subject field that is none of `subject_fields` but
    that of a concept is called as the last of `named_fields` with its id, taken when all concepts have passed, or else by
    its id.
    """
    connection.executescript(SCHEMA.read_text(encoding="utf-8"))
    connection.execute("PRAGMA temp_store = FILE")
    connection.execute("CREATE TEMP TABLE unsorted (key TEXT, weight INTEGER, rank INTEGER)")
    connection.execute("CREATE TEMP TABLE heading (name TEXT, sorted_by TEXT, rank INTEGER)")
    used, facets = _write_concepts(connection, concepts)
    _write_fields(connection, subject_fields, {field.id: field for field in named_fields}, used)
    _write_keys(connection, {**facets, **_in_alphabet(connection)})
    connection.execute("DROP TABLE heading")
    connection.execute("DROP TABLE unsorted")


def _write_concepts(
    connection: sqlite3.Connection, concepts: Iterable[Prepared]
) -> tuple[list[str], Mapping[str, array[int]]]:
    """Write the concepts, and put their keys aside; return the subject fields that they name, and ranks by facet."""
    facets: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    words: set[str] = set()
    fields: dict[str, None] = {}
    shapes = Shapes()
    numbered = enumerate(concepts, 1)
    while batch := list(islice(numbered, _BATCH)):
        connection.executemany(
            "INSERT INTO concept VALUES (?, ?, ?)", [(n, c.id, shapes.record(c.unshaped)) for n, c in batch]
        )
        rows = ((key, weight, n) for n, c in batch for key, weight in c.weighted_keys())
        connection.executemany("INSERT INTO unsorted VALUES (?, ?, ?)", rows)
        connection.executemany(
            "INSERT INTO heading VALUES (?, ?, ?)", (row for n, c in batch for row in _headings(n, c))
        )
        replaced = [(old, c.id) for _, c in batch for old in c.replaces]
        connection.executemany("INSERT OR IGNORE INTO replaced VALUES (?, ?)", replaced)
        for rank, concept in batch:
            for facet in concept.facets.split(SEPARATOR):
                facets[keys.FACET + facet].append(rank)
            words.update(filter(None, concept.words.split(SEPARATOR)))
            fields[concept.subject_field] = None
    connection.executemany("INSERT INTO shape VALUES (?, ?)", shapes.numbered())
    _write_words(connection, words)
    return list(fields), facets


def _headings(rank: int, concept: Prepared) -> Iterator[tuple[str, str, int]]:
    for language, heading in zip(CONTENT_LANGUAGES, concept.headings.split(SEPARATOR), strict=True):
        yield keys.FACET + keys.letter_facet(language, heading[0]), heading[1:], rank


def _in_alphabet(connection: sqlite3.Connection) -> Mapping[str, array[int]]:
    """Return the ranks under each letter of each language, in the order of the alphabet."""
    ranks: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for name, rank in connection.execute("SELECT name, rank FROM heading ORDER BY name, sorted_by, rank"):
        ranks[name].append(rank)
    return ranks


def _write_fields(
    connection: sqlite3.Connection,
    declared: Iterable[SubjectField],
    named: Mapping[str, SubjectField],
    used: Iterable[str],
) -> None:
    titles = {field.id: dict(field.title.items()) for field in declared}
    for id_ in used:
        if id_ not in titles:
            titles[id_] = (
                dict(named[id_].title.items()) if id_ in named else dict.fromkeys(CONTENT_LANGUAGES, id_)
            )
    rows = [(n, id_, json.dumps(title, ensure_ascii=False)) for n, (id_, title) in enumerate(titles.items())]
    connection.executemany("INSERT INTO subject_field VALUES (?, ?, ?)", rows)


def _write_words(connection: sqlite3.Connection, words: set[str]) -> None:
    numbered = list(enumerate(sorted(words), 1))
    connection.executemany("INSERT INTO word VALUES (?, ?)", numbered)
    errors = (
        (keys.WORD_ERROR + shorter, 0, number)
        for number, word in numbered
        for shorter in keys.word_errors(word)
    )
    connection.executemany("INSERT INTO unsorted VALUES (?, ?, ?)", errors)


def _write_keys(connection: sqlite3.Connection, facets: Mapping[str, array[int]]) -> None:
    """Move the keys to ``term_key`` in their order, and list what many concepts share; rows that come in order fill pages."""
    runs = _Runs()
    rows = connection.execute("SELECT key, weight, rank FROM unsorted ORDER BY key, weight, rank")
    connection.executemany("INSERT INTO term_key VALUES (?, ?)", runs.passing(rows))
    connection.executemany("INSERT INTO posting VALUES (?, ?, ?, ?)", _postings(connection, runs, facets))


class _Runs:
    """Watches sorted keys go by, and notes each beginning, and each key, that more than `HEAVY` of them have."""

    def __init__(self) -> None:
        self._entries = array("I")
        self._starts: list[int] = []  # of the run of each beginning of `_last`, and of `_last` as a whole
        self._last = ""
        self.found: dict[str, tuple[int, int]] = {}

    def passing(self, rows: Iterable[_Row]) -> Iterator[tuple[str, bytes]]:
        """Yield each key with what `rows` have of it; grams are noted only."""
        entries = self._entries
        for key, own in groupby(rows, key=itemgetter(0)):
            self._turn(key)
            start = len(entries)
            entries.extend([weight << WEIGHT_SHIFT | rank for _, weight, rank in own])
            if key[0] != keys.GRAM:
                yield key, pack(entries[start:])
        self._turn("")

    def entries(self, name: str) -> list[int]:
        """Return weight and rank, in one number, of what is noted under `name`; nothing where nothing is."""
        start, end = self.found.get(name, (0, 0))
        return self._entries[start:end].tolist()

    def _turn(self, key: str) -> None:
        """End the runs of what `key` does not begin with, and begin its own."""
        here, last = len(self._entries), self._last
        starts = self._starts
        common = _common(key, last) if last[:1] in keys.BEGINNINGS else 0
        if last and here - starts[-1] > (0 if last[0] == keys.GRAM else HEAVY):
            self.found[last if last[0] == keys.GRAM else last + keys.END] = (starts[-1], here)
        del starts[-1:]
        while len(starts) > common:
            start = starts.pop()
            if here - start > HEAVY and starts:
                self.found[last[: len(starts) + 1]] = (start, here)
        starts.extend([here] * ((len(key) if key[:1] in keys.BEGINNINGS else 0) + 1 - len(starts)))
        self._last = key


def _postings(
    connection: sqlite3.Connection, runs: _Runs, facets: Mapping[str, array[int]]
) -> Iterator[tuple[str, int, int, bytes]]:
    """Yield the rows of ``posting`` by name; the lists of LATER_WORD are told as those of ANY_WORD."""
    names = {name: name for name in runs.found if name[0] != keys.LATER_WORD}
    for name in runs.found:
        if name[0] in (keys.WHOLE, keys.LATER_WORD) and not name.endswith(keys.END):
            names[keys.ANY_WORD + name[1:]] = name[1:]
    for name in sorted([*names, *facets]):
        if name in facets:
            yield from parts(name, facets[name])
        elif name[0] == keys.ANY_WORD:
            sides = (keys.WHOLE + name[1:], keys.LATER_WORD + name[1:])
            yield from parts(name, _ranks(chain(*(_beginning(connection, runs, side) for side in sides))))
        else:
            yield from parts(name, _ranks(runs.entries(name)))


def _beginning(connection: sqlite3.Connection, runs: _Runs, name: str) -> list[int]:
    if name in runs.found:
        return runs.entries(name)
    rows = connection.execute(
        "SELECT entries FROM term_key WHERE key >= ? AND key < ?", (name, name + keys.LAST)
    )
    return [entry for (entries,) in rows for entry in unpack(entries)]


def _ranks(entries: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(entry & RANK for entry in sorted(entries)))


def _common(one: str, other: str) -> int:
    """Return how many characters two keys begin with alike."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return shorter
    return next(place for place in range(shorter) if one[place] != other[place])
