"""``duizhao lookup``: the glossary at the prompt."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from api.commands.terminal import shortened
from api.index import open_index
from api.near_terms import near_terms
from api.settings import Settings
from api.terms_json import hit_json
from glossary import Concept, Glossary, Hit, Term, TermQuery, concept_from_fragment
from translations import CONTENT_LANGUAGES

_LABEL_WIDTH = 9
_LONGEST_SHOWN = 80


@contextmanager
def opened_glossary(settings: Settings) -> Iterator[Glossary]:
    """Yield the glossary that `settings` name."""
    with closing(open_index(settings)) as index:
        yield Glossary(index.query)


def found_json(glossary: Glossary, wanted: TermQuery) -> dict[str, Any]:
    """Return what the API answers."""
    page = glossary.search(wanted)
    found = {"items": [json.loads(hit_json(hit)) for hit in page.hits], "total": page.total}
    near = () if page.total else near_terms(glossary, wanted)
    return {**found, "did_you_mean": near} if near else found


def found_table(glossary: Glossary, wanted: TermQuery) -> tuple[str, int]:
    """Return the hits for a person to read, and how many there are."""
    page = glossary.search(wanted)
    if not page.hits:
        return _nothing(wanted.text, near_terms(glossary, wanted)), 0
    blocks = ["\n".join(_block(hit, wanted.reader)) for hit in page.hits]
    if page.total > len(page.hits):
        blocks.append(f"{page.total - len(page.hits)} more; raise --limit to see them")
    return "\n\n".join(blocks), page.total


def _nothing(text: str, near: Sequence[str]) -> str:
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"nothing found for {shortened(text, _LONGEST_SHOWN)!r}{meant}"


def _block(hit: Hit, language: str) -> Iterator[str]:
    concept = concept_from_fragment(hit.fragment)
    yield f"{concept.id}  ({concept.subject_field})"
    if hit.match and hit.match.use:
        yield _line("!", f"{hit.match.term} is {hit.match.status}: use {hit.match.use}")
    for tag in CONTENT_LANGUAGES:
        yield _line(tag, "; ".join(_shown(term) for term in _ordered(concept, tag)))
    if concept.definition:
        yield _line("", concept.definition.nearest(language)[1])
    if concept.note:
        yield _line("note", concept.note.nearest(language)[1])


def _ordered(concept: Concept, tag: str) -> list[Term]:
    """The usable terms, then those to avoid."""
    return sorted(concept.terms_in(tag), key=lambda term: not term.status.usable)


def _shown(term: Term) -> str:
    if not term.status.usable:
        return f"not {term.term}"
    region = f" ({term.geographical_usage})" if term.geographical_usage else ""
    return term.term + (f" [{term.reading}]" if term.reading else "") + region


def _line(label: str, text: str) -> str:
    return f"  {label:<{_LABEL_WIDTH}}{text}"
