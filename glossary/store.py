"""The glossary's tables and every SQL statement on them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from glossary.json_form import concept_to_json
from glossary.model import Concept, Status, SubjectField
from glossary.search_key import matched_form, search_key
from translations import LocalizedText

SCHEMA = Path(__file__).with_name("schema.sql")

# Reads rows; SQLite's today, another database's behind the same two arguments.
Query = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]

_WEIGHTS = {Status.PREFERRED: 0, Status.ADMITTED: 1, Status.SUPERSEDED: 2, Status.DEPRECATED: 3}
_LAST = "\U0010ffff"  # sorts behind every continuation of a prefix


class MatchMode(StrEnum):
    """How a query is compared with a term; ``auto`` is exact, then prefix."""

    AUTO = "auto"
    EXACT = "exact"
    PREFIX = "prefix"


@dataclass(frozen=True, slots=True)
class TermFilter:
    """What a search is limited to; `section` is ``article/section`` or the section alone."""

    lang: str | None = None
    field: str | None = None
    section: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class TermQuery:
    """A search: `text` in any language, which part of what is found, and the language named where several match alike."""

    text: str
    mode: MatchMode = MatchMode.AUTO
    only: TermFilter = TermFilter()
    limit: int = 20
    offset: int = 0
    reader: str = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Match:
    """Why a concept was found: `form` is the part of `term` that matched, `use` what to write instead of it."""

    form: str
    kind: str
    term: str
    lang: str
    status: str
    use: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept as ready JSON, and why it was found (None when nothing was asked for)."""

    fragment: str
    match: Match | None


@dataclass(frozen=True, slots=True)
class HitPage:
    """Some hits, best first, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


def write_glossary(
    connection: sqlite3.Connection, concepts: Iterable[Concept], subject_fields: Iterable[SubjectField]
) -> None:
    """Create the glossary's tables and fill them."""
    connection.executescript(SCHEMA.read_text(encoding="utf-8"))
    for rank, concept in enumerate(concepts, 1):
        _write_concept(connection, rank, concept)
    rows = (
        (n, f.id, json.dumps(dict(f.title.items()), ensure_ascii=False)) for n, f in enumerate(subject_fields)
    )
    connection.executemany("INSERT INTO subject_field VALUES (?, ?, ?)", rows)


def _write_concept(connection: sqlite3.Connection, rank: int, concept: Concept) -> None:
    fragment = json.dumps(concept_to_json(concept), ensure_ascii=False, separators=(",", ":"))
    connection.execute(
        "INSERT INTO concept VALUES (?, ?, ?, ?)", (rank, concept.id, concept.subject_field, fragment)
    )
    connection.executemany(
        "INSERT OR IGNORE INTO term_key VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (search_key(t.term), rank, t.lang, t.term, t.status.value, _WEIGHTS[t.status], t.use)
            for t in concept.terms
        ),
    )
    sections = {name for section in concept.sections for name in (section, section.rpartition("/")[2])}
    connection.executemany("INSERT INTO concept_section VALUES (?, ?)", ((s, rank) for s in sorted(sections)))


class Glossary:
    """The concepts of an index."""

    def __init__(self, query: Query) -> None:
        self._query = query

    def concept(self, concept_id: str) -> str | None:
        """Return the concept with this id as ready JSON."""
        rows = self._query("SELECT fragment FROM concept WHERE id = ?", (concept_id,))
        return rows[0][0] if rows else None

    def subject_fields(self) -> tuple[SubjectField, ...]:
        """Return the subject fields, in the editor's order."""
        rows = self._query("SELECT id, title FROM subject_field ORDER BY position", ())
        return tuple(SubjectField(id_, LocalizedText.from_mapping(json.loads(title))) for id_, title in rows)

    def sections(self) -> tuple[str, ...]:
        """Return every section that a concept names."""
        return tuple(
            row[0] for row in self._query("SELECT DISTINCT section FROM concept_section ORDER BY 1", ())
        )

    def names(self, concept_ids: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the preferred term in each language that has one, by concept id, for those ids that exist."""
        wanted = sorted(set(concept_ids))
        marks = ", ".join("?" * len(wanted))
        rows = self._query(f"SELECT id, fragment FROM concept WHERE id IN ({marks})", wanted)
        return {id_: _preferred_terms(json.loads(fragment)) for id_, fragment in rows}

    def search(self, wanted: TermQuery) -> HitPage:
        """Find concepts, each once, best match first; all of them when the text is blank."""
        key = search_key(wanted.text) if wanted.text.strip() else ""
        return self._matching(key, wanted) if key else self._all(wanted.only, wanted.limit, wanted.offset)

    def _all(self, only: TermFilter, limit: int, offset: int) -> HitPage:
        where, values = _concept_conditions(only)
        if only.lang or only.status:
            inner, inner_values = _key_conditions(only)
            where.append(f"EXISTS (SELECT 1 FROM term_key k WHERE k.rank = c.rank AND {' AND '.join(inner)})")
            values += inner_values
        tail = f"FROM concept c WHERE {' AND '.join(where) or 'TRUE'}"
        total = self._query(f"SELECT count(*) {tail}", values)[0][0]
        rows = self._query(
            f"SELECT c.fragment {tail} ORDER BY c.rank LIMIT ? OFFSET ?", (*values, limit, offset)
        )
        return HitPage(tuple(Hit(fragment, None) for (fragment,) in rows), total)

    def _matching(self, key: str, wanted: TermQuery) -> HitPage:
        where = ["k.key >= ? AND k.key < ?"]
        values: list[object] = [key, key + _LAST]
        if wanted.mode is MatchMode.EXACT:
            where, values = ["k.key = ?"], [key]
        key_where, key_values = _key_conditions(wanted.only)
        concept_where, concept_values = _concept_conditions(wanted.only)
        where += key_where + concept_where
        values += key_values + concept_values
        tail = f"FROM term_key k JOIN concept c ON c.rank = k.rank WHERE {' AND '.join(where)}"
        total = self._query(f"SELECT count(DISTINCT k.rank) {tail}", values)[0][0]
        ranked_by = (key, wanted.text.strip(), key, wanted.reader)
        rows = self._query(_BEST.format(tail=tail), (*ranked_by, *values, wanted.limit, wanted.offset))
        return HitPage(tuple(_hit(key, row) for row in rows), total)


# The best of each concept's matches: what was typed to the letter (so that "Soft Bank" is told to be "SoftBank"),
# exact, then by status, then the shorter term, then the reader's language.
_BEST = """
SELECT fragment, term, lang, status, use, inexact FROM (
    SELECT c.fragment, k.term, k.lang, k.status, k.use, k.weight, k.rank, length(k.key) AS length,
           k.key <> ? AS inexact,
           row_number() OVER (
               PARTITION BY k.rank
               ORDER BY (k.term = ?) DESC, (k.key = ?) DESC, k.weight, length(k.key), (k.lang = ?) DESC, k.lang
           ) AS n
    {tail}
) AS best WHERE n = 1 ORDER BY inexact, weight, length, rank LIMIT ? OFFSET ?
"""


def _hit(key: str, row: tuple[Any, ...]) -> Hit:
    fragment, term, lang, status, use, inexact = row
    kind = MatchMode.PREFIX if inexact else MatchMode.EXACT
    form = matched_form(term, key) if inexact else term
    return Hit(fragment, Match(form, kind.value, term, lang, status, use))


def _key_conditions(only: TermFilter) -> tuple[list[str], list[object]]:
    wanted = [("k.lang = ?", only.lang), ("k.status = ?", only.status)]
    return [sql for sql, value in wanted if value], [value for _, value in wanted if value]


def _concept_conditions(only: TermFilter) -> tuple[list[str], list[object]]:
    in_section = "EXISTS (SELECT 1 FROM concept_section s WHERE s.rank = c.rank AND s.section = ?)"
    wanted = [("c.subject_field = ?", only.field), (in_section, only.section)]
    return [sql for sql, value in wanted if value], [value for _, value in wanted if value]


def _preferred_terms(concept: dict[str, Any]) -> dict[str, str]:
    """Name a concept shortly: a preferred short form before the full form."""
    names = {tag: _short_name(language["terms"]) for tag, language in concept["languages"].items()}
    return {tag: name for tag, name in names.items() if name is not None}


def _short_name(terms: list[dict[str, Any]]) -> str | None:
    usable = [term for term in terms if Status(term["status"]).usable]
    order = sorted(usable, key=lambda term: (term["status"] != "preferred", term["term_type"] != "shortForm"))
    return str(order[0]["term"]) if order else None
