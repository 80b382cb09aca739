"""Hits as the API and the command line send them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.json_text import compact, encoded
from api.near_terms import near_terms
from glossary import Glossary, Hit, TermQuery


@dataclass(frozen=True, slots=True)
class TermList:
    """A list of hits as JSON, and how many there are in all."""

    body: bytes
    total: int


def hit_json(hit: Hit) -> str:
    """Return a hit's ready JSON with why it matched."""
    return b"".join(hit.pieces()).decode()


def term_list(glossary: Glossary, wanted: TermQuery) -> TermList:
    """Search, and return what is found as it is sent."""
    page = glossary.search(wanted)
    pieces = [b'{"items":[']
    for hit in page.hits:
        pieces += hit.pieces()
        pieces.append(b",")
    if page.hits:
        pieces.pop()
    more: dict[str, Any] = {"total": page.total}
    if not page.total and (near := near_terms(glossary, wanted)):
        more["did_you_mean"] = near
    if not page.exact:
        more["total_is"] = "at_least"
    told = compact(more)
    pieces += (b"],", encoded(told[1:]))
    return TermList(b"".join(pieces), page.total)
