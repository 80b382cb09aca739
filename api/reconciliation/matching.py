"""The candidates for a reconciliation query."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from api.reconciliation.entities import CONCEPT, Entities
from api.reconciliation.properties import BY_ID
from api.reconciliation.queries import Constraint, ReconciliationQuery
from api.reconciliation.scoring import DISAGREEMENT, EXACT, covered, score
from glossary import Concept, Match, TermFilter, TermQuery, concept_from_json, search_key

_FEWEST = 10  # hits looked at: namesakes must be seen even by who wants one candidate


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A concept; `match` is None when its id was asked for, `disagreements` counts columns that say something else."""

    concept: Concept
    match: Match | None
    sure: int
    covered: float
    disagreements: int

    @property
    def exact(self) -> bool:
        return self.match is None or self.match.kind == "exact"

    @property
    def score(self) -> int:
        return max(0, self.sure - DISAGREEMENT * self.disagreements)


def candidates(query: ReconciliationQuery, entities: Entities) -> list[dict[str, Any]]:
    """Return the candidates, best first."""
    found: dict[str, _Candidate] = {}
    for candidate in _found(query, entities):
        if candidate.concept.id not in found:
            found[candidate.concept.id] = candidate
    ranked = sorted(found.values(), key=lambda candidate: -candidate.score)
    certain = _certain(ranked)
    return [_told(candidate, candidate is certain, entities) for candidate in ranked[: query.limit]]


def _certain(found: Iterable[_Candidate]) -> _Candidate | None:
    """Return the only one that is it without a doubt: found by a whole term that may be used, agreeing with all else."""
    sure = [candidate for candidate in found if candidate.exact and not candidate.disagreements]
    return sure[0] if len(sure) == 1 and sure[0].sure >= EXACT - 5 else None


def _found(query: ReconciliationQuery, entities: Entities) -> Iterator[_Candidate]:
    fields = _fields(query)
    for text in query.texts:
        named = entities.shelf.glossary.concept(text)
        for field in fields:
            only = TermFilter(lang=query.lang, field=field)
            wanted = TermQuery(text, only=only, limit=max(_FEWEST, 2 * query.limit), reader=entities.language)
            for hit in entities.shelf.glossary.search(wanted).hits:
                if hit.match:
                    yield _candidate(
                        concept_from_json(json.loads(hit.fragment)), hit.match, text, query, entities
                    )
        if named:
            concept = concept_from_json(json.loads(named))
            if None in fields or concept.subject_field in fields:
                yield _Candidate(
                    concept, None, EXACT, 1.0, _disagreements(concept, query.constraints, entities)
                )


def _fields(query: ReconciliationQuery) -> tuple[str | None, ...]:
    """The subject fields to search one by one; None is all of them."""
    return (None,) if not query.types or CONCEPT in query.types else query.types


def _candidate(
    concept: Concept, match: Match, text: str, query: ReconciliationQuery, entities: Entities
) -> _Candidate:
    disagreements = _disagreements(concept, query.constraints, entities)
    reading = next((t.reading for t in concept.terms if (t.term, t.lang) == (match.term, match.lang)), None)
    share = covered(match, text, reading)
    return _Candidate(concept, match, score(match, share), share, disagreements)


def _disagreements(concept: Concept, constraints: Iterable[Constraint], entities: Entities) -> int:
    """Count the columns of which the concept says something, and something else."""
    return sum(_disagrees(concept, constraint, entities) for constraint in constraints)


def _disagrees(concept: Concept, constraint: Constraint, entities: Entities) -> bool:
    values = list(BY_ID[constraint.id].values(concept, entities))
    if constraint.id == "subject-field":
        values.append(concept.subject_field)
    known = {
        search_key(text)
        for value in values
        for text in (value.values() if isinstance(value, dict) else [value])
    }
    return bool(known) and known.isdisjoint(map(search_key, constraint.values))


def _told(candidate: _Candidate, certain: bool, entities: Entities) -> dict[str, Any]:
    return {
        **entities.described(candidate.concept),
        "type": entities.types_of(candidate.concept),
        "score": candidate.score,
        "match": certain,
        "features": [
            {"id": "exact", "value": candidate.exact},
            {"id": "covered", "value": round(candidate.covered, 2)},
            {"id": "disagreements", "value": candidate.disagreements},
        ],
    }
