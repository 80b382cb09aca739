"""How sure a candidate is, from 0 to 100; docs/openrefine.md has the same table for users."""

from __future__ import annotations

from difflib import SequenceMatcher

from glossary import Match, Status, search_key
from glossary.keys.pinyin import pinyin_key

EXACT = 100
LEAST_CERTAIN = 95  # an admitted term as a whole
DISAGREEMENT = 20  # for each further column that says something else

# For a match of the whole term, and how much of that a part of the term is worth at least.
_BY_KIND = {
    "exact": (EXACT, EXACT),
    "inflection": (90, 90),
    "prefix": (85, 50),
    "pinyin": (80, 45),
    "infix": (75, 40),
    "fuzzy": (75, 20),
    "initials": (50, 30),
}
_UNTOLD = (50, 20)  # a kind that is added to the search and not yet here
_BY_STATUS = {Status.PREFERRED: 0, Status.ADMITTED: 5, Status.SUPERSEDED: 20, Status.DEPRECATED: 20}


def score(match: Match, share: float) -> int:
    """Return how sure it is that the concept in which `match` was found is meant, when `share` of its term is covered."""
    most, least = _BY_KIND.get(match.kind, _UNTOLD)
    return round(least + (most - least) * share) - _BY_STATUS[Status(match.status)]


def covered(match: Match, query: str, reading: str | None) -> float:
    """Return how much of the term was matched, from 0 to 1; of one that was mistyped, or its pinyin, how much is alike."""
    if match.kind == "fuzzy":
        typed = search_key(query)
        return max(
            _alike(typed, search_key(match.term)), _alike(typed, pinyin_key(reading)) if reading else 0
        )
    return min(1.0, len(match.form) / len(match.term)) if match.term else 0.0


def _alike(typed: str, key: str) -> float:
    return SequenceMatcher(None, typed, key, autojunk=False).ratio()
