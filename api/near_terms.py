"""Did you mean: terms near a query that found nothing."""

from __future__ import annotations

from dataclasses import replace

from glossary import Glossary, MatchMode, TermFilter, TermQuery

_MOST = 3


def near_terms(glossary: Glossary, wanted: TermQuery) -> tuple[str, ...]:
    """Return up to three terms to use that are near `wanted`, which found nothing; the nearest first.

    They are found in any way there is, within the same filter; where the filter leaves nothing of them, without it.
    """
    if not wanted.text.strip():
        return ()
    wider = replace(wanted, mode=MatchMode.AUTO, limit=_MOST, offset=0)
    for attempt in dict.fromkeys((wider, replace(wider, only=TermFilter()))):
        if _asks_more(attempt, wanted):
            matches = (hit.match for hit in glossary.search(attempt).hits)
            found = tuple(dict.fromkeys(match.use or match.term for match in matches if match))
            if found:
                return found
    return ()


def _asks_more(attempt: TermQuery, wanted: TermQuery) -> bool:
    return (attempt.mode, attempt.only) != (wanted.mode, wanted.only)
