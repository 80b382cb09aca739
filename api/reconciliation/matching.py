"""The candidates for a reconciliation query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from api.reconciliation.entities import CONCEPT, Entities
from api.reconciliation.properties import BY_ID
from api.reconciliation.queries import Constraint, ReconciliationQuery
from api.reconciliation.scoring import DISAGREEMENT, EXACT, LEAST_CERTAIN, covered, score
from glossary import Concept, Match, TermFilter, TermQuery, search_key

_TYPED = 100  # hits looked at for those of a type
_FEWEST = 10  # hits looked at: namesakes must be seen even by who wants one candidate


class _Candidate:
    """A concept, read only when it has to be; `match` is None when its id was asked for."""

    def __init__(self, fragment: str, match: Match | None, text: str, entities: Entities) -> None:
        self._entities = entities
        self._fragment = fragment
        self._match = match
        self._text = text
        self.disagreements = 0

    @cached_property
    def concept(self) -> Concept:
        return self._entities.concept(self._fragment)

    @property
    def exact(self) -> bool:
        """Whether it was found by a whole term, or its id."""
        return self._match is None or self._match.kind == "exact"

    @cached_property
    def covered(self) -> float:
        if self._match is None:
            return 1.0
        return covered(self._match, self._text, self._reading() if self._match.kind == "fuzzy" else None)

    @cached_property
    def sure(self) -> int:
        """The score that it would have if nothing disagreed."""
        return score(self._match, self.covered) if self._match else EXACT

    @property
    def score(self) -> int:
        return max(0, self.sure - DISAGREEMENT * self.disagreements)

    def _reading(self) -> str | None:
        found = self._match
        return next((t.reading for t in self.concept.terms if found and t.term == found.term), None)


def candidates(query: ReconciliationQuery, entities: Entities) -> list[dict[str, Any]]:
    """Return the candidates, best first."""
    found: dict[str, _Candidate] = {}
    for fragment, match, text in _found(query, entities):
        found.setdefault(fragment, _Candidate(fragment, match, text, entities))  # one concept, one fragment
    for candidate in found.values() if query.constraints else ():
        candidate.disagreements = _disagreements(candidate.concept, query.constraints, entities)
    ranked = sorted(found.values(), key=lambda candidate: -candidate.score)
    certain = _certain(ranked)
    return [_told(candidate, candidate is certain, entities) for candidate in ranked[: query.limit]]


def _certain(found: Iterable[_Candidate]) -> _Candidate | None:
    """Return the only one that is it without a doubt: found by a whole term that may be used, agreeing with all else."""
    sure = [candidate for candidate in found if candidate.exact and not candidate.disagreements]
    return sure[0] if len(sure) == 1 and sure[0].sure >= LEAST_CERTAIN else None


def _found(query: ReconciliationQuery, entities: Entities) -> Iterator[tuple[str, Match | None, str]]:
    """Yield each concept found as JSON, why, and by which text."""
    glossary = entities.shelf.glossary
    kinds = () if CONCEPT in query.types else query.types
    # A search within a subject field holds hundreds of concepts against it; the best of all hits are enough here.
    limit = _TYPED if kinds else max(_FEWEST, query.limit)
    for text in query.texts:
        wanted = TermQuery(text, only=TermFilter(lang=query.lang), limit=limit, reader=entities.language)
        found = [(hit.fragment, hit.match) for hit in glossary.search(wanted).hits if hit.match]
        named = glossary.concept(text)
        for fragment, match in [*found, *([(named, None)] if named else [])]:
            if not kinds or entities.concept(fragment).subject_field in kinds:
                yield fragment, match, text


def _disagreements(concept: Concept, constraints: Iterable[Constraint], entities: Entities) -> int:
    """Count the columns of which the concept says something, and something else."""
    known = {id_: _keys(concept, id_, entities) for id_ in {constraint.id for constraint in constraints}}
    return sum(bool(known[c.id]) and known[c.id].isdisjoint(c.keys) for c in constraints)


def _keys(concept: Concept, property_id: str, entities: Entities) -> frozenset[str]:
    values = list(BY_ID[property_id].values(concept, entities))
    if property_id == "subject-field":
        values.append(concept.subject_field)
    texts = (text for value in values for text in (value.values() if isinstance(value, dict) else [value]))
    return frozenset(map(search_key, texts))


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
