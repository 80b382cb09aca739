"""The concepts of an index, found."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from glossary.keys.typing_errors import distance
from glossary.model import Status, SubjectField
from glossary.search.lists import Query, RankList, ShortList, listed, load
from glossary.search.matching import (
    Asked,
    answers,
    is_written,
    match,
    most_errors,
    rather_by_sound,
    sure_match,
)
from glossary.search.mistakes import near
from glossary.search.model import Hit, HitPage, Match, MatchKind, MatchMode, TermFilter, TermQuery
from glossary.search.tiers import Tier, tiers
from glossary.search_key import search_key
from glossary.store import keys
from glossary.store.headings import LETTERS
from glossary.store.postings import RANK, unpack
from glossary.store.record import Record, reader_over
from translations import LocalizedText

# What has to be held against the query one by one is counted to the end up to here.
_COUNTED = 512
_BATCH = 200
_BY_SOUND = frozenset((MatchMode.AUTO, MatchMode.PINYIN, MatchMode.FUZZY))
# JSON may hold half of a surrogate pair; no term does, and no database takes one.
_HALVES = re.compile("[\ud800-\udfff]")
_NESTED = frozenset((MatchKind.EXACT, MatchKind.PREFIX, MatchKind.INFIX))


class Glossary:
    """The concepts of an index."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._read = reader_over(query).read

    def concept(self, concept_id: str) -> str | None:
        """Return the concept with this id as ready JSON."""
        rows = self._query("SELECT record FROM concept WHERE id = ?", (_writable(concept_id),))
        return self._read(rows[0][0]).fragment if rows else None

    def replacement(self, concept_id: str) -> str | None:
        """Return the id of the concept that this one was merged into."""
        rows = self._query("SELECT by_id FROM replaced WHERE id = ?", (_writable(concept_id),))
        return str(rows[0][0]) if rows else None

    def fragments(self, after_rank: int = 0) -> Iterator[str]:
        """Yield every concept behind `after_rank` as ready JSON, in their order."""
        sql = "SELECT rank, record FROM concept WHERE rank > ? ORDER BY rank LIMIT ?"
        while rows := self._query(sql, (after_rank, _BATCH)):
            yield from (self._read(data).fragment for _, data in rows)
            after_rank = rows[-1][0]

    def by_keys(self, wanted: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the concepts as ready JSON, by key: a folded term, or ``~`` and the stems of its words."""
        found: dict[str, tuple[str, ...]] = {}
        names = iter(dict.fromkeys(wanted))
        while batch := list(islice(names, _BATCH)):
            ranks = self._ranks_with(batch)
            records = self._records({rank for some in ranks.values() for rank in some})
            found |= {key: tuple(records[rank].fragment for rank in some) for key, some in ranks.items()}
        return found

    def subject_fields(self) -> tuple[SubjectField, ...]:
        """Return the subject fields, in the editor's order."""
        rows = self._query("SELECT id, title FROM subject_field ORDER BY position", ())
        return tuple(SubjectField(id_, LocalizedText.from_mapping(json.loads(title))) for id_, title in rows)

    def sections(self) -> tuple[str, ...]:
        """Return every section that a concept names."""
        return tuple(self._facets_named(keys.section_facet("")))

    def letters(self, language: str) -> dict[str, int]:
        """Return the letters that concepts stand under for readers of `language`, and how many under each."""
        found = self._facets_named(keys.letter_facet(language, ""))
        return {letter: found[letter] for letter in LETTERS if letter in found}

    def under(self, language: str, letter: str, limit: int, offset: int) -> tuple[str, ...]:
        """Return some of the concepts under `letter`, by the alphabet of `language`, as ready JSON."""
        (ranks,) = load(self._query, [listed(keys.FACET + keys.letter_facet(language, letter))])
        wanted = list(islice(ranks.starting(offset), limit))
        records = self._records(wanted)
        return tuple(records[rank].fragment for rank in wanted)

    def concepts(self, concept_ids: Iterable[str]) -> dict[str, str]:
        """Return the concepts with these ids as ready JSON, by id, for those ids that exist."""
        wanted = iter(sorted(set(map(_writable, concept_ids))))
        found: dict[str, str] = {}
        while batch := list(islice(wanted, _BATCH)):
            marks = ", ".join("?" * len(batch))
            rows = self._query(f"SELECT id, record FROM concept WHERE id IN ({marks})", batch)
            found |= {id_: self._read(data).fragment for id_, data in rows}
        return found

    def names(self, concept_ids: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the preferred term in each language that has one, by concept id, for those ids that exist."""
        fragments = self.concepts(concept_ids)
        return {id_: _preferred_terms(json.loads(fragment)) for id_, fragment in fragments.items()}

    def search(self, wanted: TermQuery) -> HitPage:
        """Find concepts, each once, best match first; all of them when the text is blank."""
        typed = _writable(wanted.text.strip())
        key = search_key(typed)
        if not key:
            return self._all(wanted)
        asked = Asked.of(typed, key, wanted.reader, wanted.only, by_sound=wanted.mode in _BY_SOUND)
        found = self._as_typed_first(asked, tiers(self._query, asked, wanted.mode))
        page = self._page(asked, found, wanted) if found else HitPage((), 0)
        if page.total or wanted.mode not in (MatchMode.AUTO, MatchMode.FUZZY):
            return page
        return self._near(asked, wanted)

    def _page(self, asked: Asked, found: list[Tier], wanted: TermQuery) -> HitPage:
        total, exact = _total(found)
        if total is None or wanted.only:
            return self._counted(asked, found, wanted)
        if len(found) == 1:
            kind, ranks = found[0].kind, found[0].ranks
            places = [(kind, rank) for rank in islice(ranks.starting(wanted.offset), wanted.limit)]
        else:
            places = list(islice(_walk(found), wanted.offset, wanted.offset + wanted.limit))
        return HitPage(tuple(self._hits(asked, places)), total, exact)

    def _as_typed_first(self, asked: Asked, found: list[Tier]) -> list[Tier]:
        """Of concepts whose terms fold to the query, put those first that write it so: who types 後 means no 后."""
        if not found or found[0].kind is not MatchKind.EXACT or asked.typed.lower() == asked.key:
            return found
        exact, *others = found
        if not 1 < exact.ranks.total <= _BATCH:
            return found
        ranks = list(exact.ranks.starting(0))
        records = self._records(ranks)
        ranks.sort(key=lambda rank: not is_written(asked.typed, records[rank]))
        return [exact._replace(ranks=ShortList(tuple(ranks))), *others]

    def _counted(self, asked: Asked, found: list[Tier], wanted: TermQuery) -> HitPage:
        """Hold each concept against the query: all of them where they are few, else until the page is full."""
        most = max(_COUNTED, wanted.offset + wanted.limit + 1)
        hits = list(islice(self._matching(asked, found), most))
        page = tuple(hits[wanted.offset : wanted.offset + wanted.limit])
        return HitPage(page, len(hits), len(hits) < most)

    def _matching(self, asked: Asked, found: list[Tier]) -> Iterator[Hit]:
        """Yield what answers, by the first tier in which it does: a filter may leave it out of the one before."""
        done: set[int] = set()
        for tier in found:
            walk = tier.ranks.starting(0)
            while batch := list(islice(walk, _BATCH)):
                records = self._records(batch)
                for rank in batch:
                    hit = None if rank in done else match(tier.kind, asked, records[rank])
                    if hit is not None:
                        done.add(rank)
                        yield rather_by_sound(tier.kind, asked, records[rank], hit)

    def _near(self, asked: Asked, wanted: TermQuery) -> HitPage:
        likely = near(self._query, asked)
        hits = list(islice(self._matching(likely.asked, [likely.tier]), _COUNTED))
        hits.sort(key=lambda hit: _likelihood(asked.key, hit))
        return HitPage(tuple(hits[wanted.offset : wanted.offset + wanted.limit]), len(hits))

    def _hits(self, asked: Asked, places: list[tuple[MatchKind, int]]) -> list[Hit]:
        """Return the hits at places that are sure."""
        records = self._records([rank for _, rank in places])
        makers = {kind: sure_match(kind, asked) for kind in {kind for kind, _ in places}}
        hits = [makers[kind](records[rank]) for kind, rank in places]
        if asked.pinyin is None:
            return hits
        return [
            rather_by_sound(kind, asked, records[rank], hit)
            for (kind, rank), hit in zip(places, hits, strict=True)
        ]

    def _all(self, wanted: TermQuery) -> HitPage:
        only = wanted.only
        if not only:
            rows = self._query("SELECT max(rank) FROM concept", ())
            total = rows[0][0] or 0
            first = wanted.offset + 1
            records = self._records(range(first, min(first + wanted.limit, total + 1)))
            return HitPage(tuple(Hit(records[rank]) for rank in sorted(records)), total)
        names = [listed(keys.FACET + name) for name in _facets(only)]
        lists = load(self._query, names)
        ranks = min(lists, key=lambda found: found.total)
        if len(lists) == 1:
            places = list(islice(ranks.starting(wanted.offset), wanted.limit))
            records = self._records(places)
            return HitPage(tuple(Hit(records[rank]) for rank in places), ranks.total)
        return self._filtered(ranks, wanted)

    def _filtered(self, ranks: RankList, wanted: TermQuery) -> HitPage:
        most = max(_COUNTED, wanted.offset + wanted.limit + 1)
        walk = ranks.starting(0)
        hits: list[Hit] = []
        exhausted = False
        while len(hits) < most and not exhausted:
            batch = list(islice(walk, _BATCH))
            exhausted = len(batch) < _BATCH
            records = self._records(batch)
            hits += [Hit(records[r]) for r in batch if answers(wanted.only, records[r])]
        return HitPage(tuple(hits[wanted.offset : wanted.offset + wanted.limit]), len(hits), exhausted)

    def _facets_named(self, beginning: str) -> dict[str, int]:
        """Return what follows `beginning` in the names of facets, in order, and how many concepts each has."""
        prefix = keys.FACET + beginning
        rows = self._query(
            "SELECT name, total FROM posting WHERE name >= ? AND name < ? AND part = 0 ORDER BY name",
            (prefix, prefix + keys.LAST),
        )
        return {name.removeprefix(prefix): total for name, total in rows}

    def _ranks_with(self, wanted: list[str]) -> dict[str, list[int]]:
        names = [name if name.startswith(keys.INFLECTED) else keys.WHOLE + name for name in wanted]
        marks = ", ".join("?" * len(names))
        rows = self._query(f"SELECT key, entries FROM term_key WHERE key IN ({marks})", names)
        return {key.removeprefix(keys.WHOLE): [entry & RANK for entry in unpack(data)] for key, data in rows}

    def _records(self, ranks: Collection[int]) -> dict[int, Record]:
        if not ranks:
            return {}
        marks = ", ".join("?" * len(ranks))
        rows = self._query(f"SELECT rank, record FROM concept WHERE rank IN ({marks})", list(ranks))
        read = self._read
        return {rank: read(data) for rank, data in rows}


def _writable(text: str) -> str:
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def _walk(found: list[Tier]) -> Iterator[tuple[MatchKind, int]]:
    """Yield every concept of the tiers once, by the first that has it."""
    seen: set[int] = set()
    for tier in found:
        for rank in tier.ranks.starting(0):
            if rank not in seen:
                seen.add(rank)
                yield tier.kind, rank


def _total(found: list[Tier]) -> tuple[int | None, bool]:
    """Return how many concepts the tiers have, at least, and whether that is all; None where it takes a look at each."""
    largest = max(tier.ranks.total for tier in found)
    nested = all(tier.kind in _NESTED for tier in found) or len(found) == 1
    if all(tier.sure for tier in found) and (nested or largest <= _COUNTED):
        if nested:
            return largest, True
        return len({rank for tier in found for rank in tier.ranks.starting(0)}), True
    return (None, False) if largest <= _COUNTED or not all(t.sure for t in found) else (largest, False)


def _facets(only: TermFilter) -> Iterator[str]:
    if only.lang or only.status:
        yield keys.term_facet(only.lang or "", only.status or "")
    if only.field:
        yield keys.field_facet(only.field)
    if only.section:
        yield keys.section_facet(only.section)


def _likelihood(key: str, hit: Hit) -> tuple[int, bool]:
    """Fewer errors first, and of these a right first character, which is the last to be mistyped."""
    found: Match | None = hit.match
    term = search_key(found.term) if found else ""
    steps = distance(key, term, most_errors(key))
    return 3 if steps is None else steps, term[:1] != key[:1]


def _preferred_terms(concept: dict[str, Any]) -> dict[str, str]:
    """Name a concept shortly: a preferred short form before the full form."""
    names = {tag: _short_name(language["terms"]) for tag, language in concept["languages"].items()}
    return {tag: name for tag, name in names.items() if name is not None}


def _short_name(terms: list[dict[str, Any]]) -> str | None:
    usable = [term for term in terms if Status(term["status"]).usable]
    order = sorted(usable, key=lambda term: (term["status"] != "preferred", term["term_type"] != "shortForm"))
    return str(order[0]["term"]) if order else None
